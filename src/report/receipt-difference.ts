/**
 * What has become otherwise since a receipt was written: versions and files, each by its
 * name.
 */
import type { Names, Provenance } from './receipt.ts'
import { own } from './tallies.ts'

export interface Difference {
  readonly part: 'version' | 'engine' | 'library' | 'engine file' | 'theory file' | 'scenario file' | 'plan'
  /** The file, the library; '' where the part has no more names. */
  readonly name: string
  readonly how: 'changed' | 'missing' | 'new'
  readonly was?: string
  readonly is?: string
}

/** Built files and sources are not held against each other one by one. */
const BUILT = 'dist/'

/** Every part that differs; a plan only where no other difference of the receipt explains it. */
export function differencesOf(was: Provenance, is: Provenance): readonly Difference[] {
  const found = [
    ...valueDifference('version', was.version, is.version),
    ...engineDifferences(was, is),
    ...nameDifferences('theory file', was.theory.files, is.theory.files),
    ...nameDifferences('scenario file', was.scenario.files, is.scenario.files),
  ]
  return found.length === 0 && was.plan !== is.plan && is.plan !== undefined
    ? [{ part: 'plan', name: '', how: 'changed' }]
    : found
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
    return [{ part, name, how: 'changed', ...(part === 'library' ? { was: before, is: now } : {}) }]
  })
}
