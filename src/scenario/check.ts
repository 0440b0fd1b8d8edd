/** The face of this folder: files in, a checked scenario or all its faults out. */
import type { Checked, Fault } from '../base/fault.ts'
import type { ChangeText } from './change.ts'
import { applyChange, NO_CHANGE, readChange } from './change.ts'
import type { Sheet } from './entry.ts'
import { capFaults, fault, sortFaults } from './fault-list.ts'
import type { Input } from './ground.ts'
import { readGround } from './ground.ts'
import { keySpan } from './node.ts'
import type { Scenario } from './scenario.ts'
import { readSheets } from './sheet.ts'
import type { TextFile } from './text-file.ts'
import type { CheckWorld, Ground, Worlds } from './worlds.ts'
import { makeWorlds } from './worlds.ts'

export type { ChangeText } from './change.ts'
export type { TextFile } from './text-file.ts'

/** `.yaml` and `.yml` files hold the scenario, an `.md` file the prose under test; the theory lies beneath, a change above. */
export function checkScenario(input: {
  readonly files: readonly TextFile[]
  readonly theory: readonly TextFile[]
  readonly change?: ChangeText | undefined
}): Checked<Scenario> {
  const faults: Fault[] = []
  const theory = readSheets(input.theory, 'theory', faults)
  const own = readSheets(input.files, 'scenario', faults)
  const outcomes = own.sheets.flatMap(outcomeFault)
  if (outcomes.length > 0) return { faults: outcomes }
  if (input.files.every((file) => file.path.endsWith('.md'))) {
    faults.push({
      code: 'empty',
      severity: 'fault',
      says: 'there is no scenario file here',
      expected: 'a file whose name ends in .yaml',
    })
  }
  const change = input.change ? readChange(input.change, faults) : NO_CHANGE
  // With a file unread, whatever it holds would seem to be missing everywhere else.
  const whole = theory.whole && own.whole && change.whole && own.sheets.length > 0
  const written = [...theory.sheets, ...own.sheets]
  const sheets = whole ? applyChange(written, change, faults) : written
  const base = { written, prose: own.prose, whole }
  const ground = { sheets, without: change.without }
  /** What an inject sets lies over the ground on which it happens. */
  const injectedInto = (on: Ground): Worlds => makeWorlds(on, (changed) => readWorld({ ...base, ...changed }))
  const worlds = makeWorlds(ground, (changed) =>
    readWorld({ ...base, ...changed, injected: injectedInto(changed) }),
  )
  const injected = injectedInto(ground)
  const value = readGround({ ...base, ...ground, faults, worlds, injected })
  injected.tell(faults)
  worlds.tell(faults)
  const all = sortFaults(faults)
  const sorted = capFaults(all)
  if (all.some((found) => found.severity === 'fault')) return { faults: sorted }
  if (!value) throw new Error('a scenario without a fault was not read')
  return { value, faults: sorted }
}

/** The key that opens a file of what happened in a coded crisis (history/CODING.md). */
const OUTCOME_KEY = 'foedusOutcome'

/** No scenario, whatever else it holds: its other keys are not held against the language. */
function outcomeFault({ root }: Sheet): Fault[] {
  const span = keySpan(root, OUTCOME_KEY)
  if (!span) return []
  const says = 'this file tells what happened in a coded crisis; it is no scenario and no part of one'
  const expected = 'the eve.yaml beside it, or their folder'
  return [fault('outcome-file', span, { says, expected })]
}

/** A changed world and what is wrong with it; none where anything is. */
function readWorld(input: Omit<Input, 'faults'>): ReturnType<CheckWorld> {
  const faults: Fault[] = []
  const world = readGround({ ...input, faults })
  input.injected?.tell(faults)
  return { value: faults.some(({ severity }) => severity === 'fault') ? undefined : world, faults }
}
