/**
 * Coded crises from the disk: the package's own, folder by folder, or a user's, in one file. What is wrong with any
 * of them is told together.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Checked, Fault, Span } from '../base/fault.ts'
import { inSample, readBenchmark } from '../history/benchmark.ts'
import { missingTies } from '../history/both-ties.ts'
import type { CodedCase } from '../history/coded.ts'
import { readOutcome } from '../history/outcome.ts'
import { checkScenario } from '../scenario/check.ts'
import { sortFaults } from '../scenario/fault-list.ts'
import { decodeFile, type TextFile } from '../scenario/text-file.ts'
import { packageRoot, theoryFiles } from './package-files.ts'
import { readWhole } from './whole-file.ts'

export interface Histories extends Checked<readonly CodedCase[]> {
  /** Path → text, for showing faults in place. */
  readonly texts: ReadonlyMap<string, string>
}

/** A case is a folder with both of these. */
const EVE = 'eve.yaml'
const OUTCOME = 'outcome.yaml'
const SHIPPED = 'history'

/** Every case of a folder, sorted by id, or the one case that it is; without a folder, the cases that ship. */
export function loadHistories(folder?: string): Histories {
  const found: Fault[] = []
  const root = folder ?? join(packageRoot(), SHIPPED)
  const shown = folder ?? SHIPPED
  const theory = theoryFiles()
  const files: TextFile[] = [...theory]
  const cases = placesIn(root, shown, found).flatMap(({ id, place, path }): CodedCase[] => {
    const [eveFile, outcomeFile] = [EVE, OUTCOME].map((name) =>
      readCase(join(place, name), `${path}/${name}`, found),
    )
    if (!eveFile || !outcomeFile) return []
    files.push(eveFile, outcomeFile)
    const eve = checkScenario({ files: [eveFile], theory })
    const outcome = readOutcome(outcomeFile, { id, eve: eve.value })
    found.push(...eve.faults, ...outcome.faults)
    if (eve.value) found.push(...missingTies(eve.value, tiesIn(eveFile)))
    return eve.value && outcome.value ? [{ id, eve: eve.value, ...outcome.value }] : []
  })
  // A fault of the theory is told for every case: once is enough.
  const faults = sortFaults(found)
  const texts = faults.length === 0 ? new Map<string, string>() : textsOf(files)
  return faults.some(({ severity }) => severity === 'fault')
    ? { faults, texts }
    : { value: cases, faults, texts }
}

/** A user's own: one file, a folder of cases, or the folder of one. */
export function loadCases(path: string): Histories {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return loadBenchmark(path)
  const loaded = loadHistories(path)
  const shipped = shippedIds()
  const seen = (loaded.value ?? []).filter(({ id }) => shipped.has(id))
  return {
    ...loaded,
    faults: [
      ...loaded.faults,
      ...seen.map(({ id }): Fault => ({ code: 'in-sample', severity: 'warning', ...inSample(id) })),
    ],
  }
}

/** Cases in the format of one file: eves as numbers, and what was done. */
export function loadBenchmark(path: string): Histories {
  const read = readWhole(path)
  if (read.kind !== 'text') {
    const says = read.kind === 'absent' ? `there is no file ${path}` : `${path} ${read.says}`
    return { faults: [missing(says, 'a file of coded cases, in JSON')], texts: new Map() }
  }
  const theory = theoryFiles()
  const { texts, ...checked } = readBenchmark(
    { path, bytes: readFileSync(path) },
    { theory, shipped: shippedIds() },
  )
  return {
    ...checked,
    texts: checked.faults.length === 0 ? new Map() : new Map([...textsOf(theory), ...texts]),
  }
}

/** Ids of the cases that ship, whether or not they can be read. */
function shippedIds(): ReadonlySet<string> {
  return new Set(foldersIn(join(packageRoot(), SHIPPED), SHIPPED, []))
}

interface Place {
  readonly id: string
  readonly place: string
  /** As it is shown. */
  readonly path: string
}

function placesIn(root: string, shown: string, faults: Fault[]): Place[] {
  if (isCase(root)) return [{ id: basename(resolve(root)), place: root, path: shown }]
  return foldersIn(root, shown, faults).map((id) => ({
    id,
    place: join(root, id),
    path: `${shown}/${id}`,
  }))
}

function isCase(folder: string): boolean {
  return [EVE, OUTCOME].some((file) => existsSync(join(folder, file)))
}

/** The word above the ties, or the first of the file. */
function tiesIn(file: TextFile): Span {
  const decoded = decodeFile(file)
  const start = decoded.kind === 'text' ? Math.max(decoded.text.search(/^ties:/m), 0) : 0
  return { file: file.path, start, end: start + 'ties'.length }
}

/** Folders that hold a file of a case, sorted. */
function foldersIn(root: string, shown: string, faults: Fault[]): string[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    faults.push(missing(`there is no folder ${shown}`, 'a folder with one folder for each case'))
    return []
  }
  const found = readdirSync(root)
    .filter((name) => isCase(join(root, name)))
    .sort()
  if (found.length === 0) {
    const says = `${shown} holds no case`
    faults.push(missing(says, `folders that hold ${EVE} and ${OUTCOME}`))
  }
  return found
}

function readCase(place: string, path: string, faults: Fault[]): TextFile | undefined {
  const there = statSync(place, { throwIfNoEntry: false })
  if (there?.isFile() === true) return { path, bytes: readFileSync(place) }
  faults.push(
    missing(`there is no file ${path}`, `both ${EVE}, what was known, and ${OUTCOME}, what happened`),
  )
  return undefined
}

function missing(says: string, expected: string): Fault {
  return { code: 'file-missing', severity: 'fault', says, expected }
}

function textsOf(files: readonly TextFile[]): Map<string, string> {
  return new Map(
    files.flatMap((file): [string, string][] => {
      const decoded = decodeFile(file)
      return decoded.kind === 'text' ? [[file.path, decoded.text]] : []
    }),
  )
}
