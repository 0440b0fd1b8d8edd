/**
 * What has become otherwise since a receipt was written: versions and files, each by its
 * name.
 */
import type { Names, Provenance } from './receipt.ts'
import { own } from './tallies.ts'

export interface Difference {
  readonly part:
    | 'version'
    | 'engine'
    | 'library'
    | 'engine file'
    | 'theory file'
    | 'scenario file'
    | 'theory'
    | 'scenario'
    | 'plan'
  /** The file, the library; '' where the part has no more names. */
  readonly name: string
  readonly how: 'changed' | 'missing' | 'new'
  readonly was?: string
  readonly is?: string
}

/** Built files and sources are not held against each other one by one. */
const BUILT = 'dist/'

/**
 * Every part that differs. What scenario and theory say, and what is run, follow from files and program: they are
 * told only where no difference of those explains theirs.
 */
export function differencesOf(was: Provenance, is: Provenance): readonly Difference[] {
  const found = [
    ...valueDifference('version', was.version, is.version),
    ...engineDifferences(was, is),
    ...nameDifferences('theory file', was.theory.files, is.theory.files),
    ...nameDifferences('scenario file', was.scenario.files, is.scenario.files),
  ]
  if (found.length > 0) return found
  return [
    ...hashDifference('theory', was.theory.fingerprint, is.theory.fingerprint),
    ...hashDifference('scenario', was.scenario.fingerprint, is.scenario.fingerprint),
    ...hashDifference('plan', was.plan, is.plan),
  ]
}

const DERIVED: ReadonlySet<Difference['part']> = new Set(['theory', 'scenario', 'plan'])

/** Whether every file and every version is the same, so that nothing that was read explains what differs. */
export function unexplained(differences: readonly Difference[]): boolean {
  return differences.every(({ part }) => DERIVED.has(part))
}

/** Here there is no hash while the scenario has faults. */
function hashDifference(
  part: 'theory' | 'scenario' | 'plan',
  was: string | undefined,
  is: string | undefined,
): readonly Difference[] {
  return is === undefined || was === is ? [] : [{ part, name: '', how: 'changed' }]
}

function engineDifferences(was: Provenance, is: Provenance): readonly Difference[] {
  const libraries = nameDifferences('library', was.engine.libraries, is.engine.libraries)
  const [before, now] = [was, is].map((one) => kindOf(one.engine.files))
  if (before !== now) return [...valueDifference('engine', before ?? '', now ?? ''), ...libraries]
  return [...nameDifferences('engine file', was.engine.files, is.engine.files), ...libraries]
}

function kindOf(files: Names): string {
  return Object.keys(files).some((name) => name.startsWith(BUILT)) ? 'the built program' : 'the sources'
}

function valueDifference(part: 'version' | 'engine', was: string, is: string): readonly Difference[] {
  return was === is ? [] : [{ part, name: '', how: 'changed', was, is }]
}

function nameDifferences(part: Difference['part'], was: Names, is: Names): readonly Difference[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return names.flatMap((name): Difference[] => {
    const [before, now] = [own(was, name), own(is, name)]
    if (before === now) return []
    if (now === undefined) return [{ part, name, how: 'missing' }]
    if (before === undefined) return [{ part, name, how: 'new' }]
    return [{ part, name, how: 'changed', ...(part === 'library' ? versionsOf(before, now) : {}) }]
  })
}

/** The same version with other code in it has only changed. */
function versionsOf(before: string, now: string): Pick<Difference, 'was' | 'is'> {
  const [was = '', is = ''] = [before, now].map((name) => name.replace(/\+[0-9a-f]{64}(?=,|$)/g, ''))
  return was === is ? {} : { was, is }
}
