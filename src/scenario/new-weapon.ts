/**
 * A value of a weapon that its owner does not have: the rest of the weapon is stated nowhere, and nothing could stand in
 * for it. Told with the weapon's own name, in the place of a key that is missing from what the analyst never wrote.
 */
import type { Fault } from '../base/fault.ts'
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import { WEAPON_NEEDED } from './arsenal-field.ts'
import type { Sheet } from './entry.ts'
import { fault } from './fault-list.ts'
import { nodeAt } from './node.ts'
import type { Setting } from './set.ts'

/** The settings that have a weapon to be laid on, or make a whole one between them; of any other the fault is told. */
export function placeable(
  sheets: readonly Sheet[],
  settings: readonly Setting[],
  faults: Fault[],
): readonly Setting[] {
  const short = new Map<string, Setting[]>()
  for (const setting of settings) {
    const weapon = weaponOf(setting.path)
    if (weapon === undefined || has(sheets, weapon)) continue
    short.set(weapon.join('.'), [...(short.get(weapon.join('.')) ?? []), setting])
  }
  const refused = new Set<Setting>()
  for (const [holder, own] of short) {
    const needed = WEAPON_NEEDED.map(({ name }) => name)
    const isSet = (name: string): boolean => own.some(({ path }) => path === `${holder}.${name}`)
    if (needed.every(isSet)) continue
    const [, owner = '', weapon = ''] = holder.split('.')
    const whole = needed.map((name) => `${name}: 0`).join(', ')
    for (const setting of own) {
      refused.add(setting)
      const says = `the arsenal of ${owner} has no ${weapon}, so nothing of it can be set`
      const suggestion = `state it in the scenario, if only with nothing in it: ${weapon}: { ${whole} }`
      faults.push(fault('no-such-weapon', setting.at, { says, suggestion }))
    }
  }
  return settings.filter((setting) => !refused.has(setting))
}

/** `arsenals.borduria.drone` of the path of one of its values. */
function weaponOf(path: string): readonly string[] | undefined {
  const steps = path.split('.')
  const [noun, , weapon] = steps
  const known = WEAPON_LABELS.some((name) => name === weapon)
  return noun === 'arsenals' && steps.length > 3 && known ? steps.slice(0, 3) : undefined
}

/** Also where its owner has no arsenal at all: that has a fault of its own. */
function has(sheets: readonly Sheet[], [noun = '', owner = '', weapon = '']: readonly string[]): boolean {
  const arsenals = sheets.flatMap(({ root }) => nodeAt(root, [noun, owner]) ?? [])
  return arsenals.length === 0 || arsenals.some((arsenal) => nodeAt(arsenal, [weapon]) !== undefined)
}
