/** All injects of a scenario, and whether each leaves its actors and things as they are. */
import type { Fault } from '../base/fault.ts'
import { apart } from './axes-apart.ts'
import type { Entry, Sheet } from './entry.ts'
import { readEach } from './entry.ts'
import { fault, warning } from './fault-list.ts'
import type { InjectText } from './inject.ts'
import { readInject } from './inject.ts'
import { isIdle } from './inject-idle.ts'
import type { Asked } from './look.ts'
import { child, keySpan } from './node.ts'
import type { Scenario } from './scenario.ts'
import type { Worlds } from './worlds.ts'

type Entries = ReadonlyMap<string, Entry<InjectText>>

/** None in the world of an inject, where nothing more is put in. */
export function readInjects(
  asked: Asked,
  entries: Entries,
  around: { readonly sheets: readonly Sheet[]; readonly worlds: Worlds | undefined },
): Scenario['injects'] {
  const { sheets, worlds } = around
  return worlds ? readEach(entries, (entry) => readInject(asked, entry, { sheets, worlds })) : new Map()
}

/**
 * The memory of a playout is laid out once: an inject that would need another layout is refused. One that changes
 * nothing is told.
 */
export function checkChanged(faults: Fault[], scenario: Scenario, entries: Entries): void {
  for (const { id, change } of scenario.injects.values()) {
    const differs = apart(scenario, change.world)
    const entry = entries.get(id)
    if (!entry || (differs === undefined && !isIdle(scenario, change.world))) continue
    const set = child(entry.node, 'set')
    const paths = set?.kind === 'map' ? [...set.entries.values()] : []
    const only = paths.length === 1 ? paths[0]?.keySpan : undefined
    const at = only ?? keySpan(entry.node, 'set') ?? entry.at
    if (differs === undefined) {
      const says =
        'this inject changes nothing that the engine reads: what it sets is so already, or nothing rests on it'
      const suggestion = 'set another value; an inject that is to pass again says so itself, as lasts:'
      faults.push(warning('inject-idle', at, { says, suggestion }))
      continue
    }
    faults.push(
      fault('inject-changes-axes', at, {
        says: `an inject changes values, not who and what there is; this one changes ${differs}`,
        suggestion: 'state it in the scenario with a value that means nothing yet, and set that value here',
      }),
    )
  }
}
