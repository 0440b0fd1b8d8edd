/**
 * A change: what is made otherwise before the first day. It is a third layer over theory
 * and scenario, written as files and single values here, or under `do:` of a claim.
 */
import type { Fault } from '../base/fault.ts'
import { firstSteering } from '../base/steering.ts'
import type { ChangeRead, Named } from './do.ts'
import type { Sheet } from './entry.ts'
import { addAll, fault } from './fault-list.ts'
import { placeable } from './new-weapon.ts'
import { parseYaml } from './parse.ts'
import { applyPatch } from './patch.ts'
import type { Setting } from './set.ts'
import { applySetting } from './set.ts'
import { readSheets, steeringFaults } from './sheet.ts'
import type { TextFile } from './text-file.ts'
import { decodeFile } from './text-file.ts'

/** A change as a command or a page gives it. */
export interface ChangeText {
  /** Scenario files, each laid over what stands before it. */
  readonly patches: readonly TextFile[]
  /** Over the patches: `ties.russia-iran.stake` and `0.9`, in the order in which they are laid on. */
  readonly set: readonly { readonly path: string; readonly value: string }[]
  /** Actors, mechanisms, or `attack`. */
  readonly without: readonly string[]
}

export const NO_CHANGE: ChangeRead = { patches: [], settings: [], without: [], whole: true }

/** The text that a fault in a set value points into: what stands on the command line. */
export function setFile({ path, value }: ChangeText['set'][number]): TextFile {
  return { path: `--set ${path}=${value}`, bytes: `${path}=${value}` }
}

export function withoutFile(name: string): TextFile {
  return { path: `--without ${name}`, bytes: name }
}

export function readChange(text: ChangeText, faults: Fault[]): ChangeRead {
  const sheets = text.patches.map((patch) => readSheets([patch], 'patch', faults))
  const settings = text.set.map((one) => readSetting(one, faults))
  const without = text.without.flatMap((name): Named[] => {
    const { path } = withoutFile(name)
    if (firstSteering(name) < 0) return [{ name, at: { file: path, start: 0, end: name.length } }]
    faults.push(
      fault('control-character', { file: path, start: 0, end: 0 }, 'a name holds no control character'),
    )
    return []
  })
  return {
    patches: sheets.flatMap((read) => read.sheets),
    settings: settings.flatMap((setting) => setting ?? []),
    without,
    whole: sheets.every((read) => read.whole),
  }
}

/** The value is read as the same text would be in a file: a scalar, or a list or map in brackets. */
function readSetting(set: ChangeText['set'][number], faults: Fault[]): Setting | undefined {
  const file = setFile(set)
  const decoded = decodeFile(file)
  if (decoded.kind === 'fault') {
    faults.push(decoded.fault)
    return undefined
  }
  const start = set.path.length + 1
  const at = { file: file.path, start: 0, end: set.path.length }
  if (set.value.trim() === '') {
    faults.push(
      fault('empty', at, { says: `nothing is set at ${set.path}`, expected: 'a value after the sign =' }),
    )
    return undefined
  }
  // The path gives way to spaces, so that places in the value are places in the text.
  const parsed = parseYaml(file.path, ' '.repeat(start) + set.value)
  addAll(faults, parsed.faults)
  const { root: value } = parsed
  if (value) addAll(faults, steeringFaults(value))
  if (parsed.faults.length > 0 || !value) return undefined
  return { path: set.path, at, value }
}

/** The sheets with the change laid over them; what it leaves out is not their matter. */
export function applyChange(sheets: readonly Sheet[], change: ChangeRead, faults: Fault[]): Sheet[] {
  const patched = change.patches.reduce<readonly Sheet[]>(
    (under, patch) => applyPatch(under, patch, faults),
    sheets,
  )
  return placeable(patched, change.settings, faults).reduce<Sheet[]>(
    (under, setting) => applySetting(under, setting, faults),
    [...patched],
  )
}
