/**
 * Coded crises from the disk: the package's own, folder by folder, or a user's, in one file. What is wrong with any
 * of them is told together.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Checked, Fault } from '../base/fault.ts'
import { readBenchmark } from '../history/benchmark.ts'
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

/** Every case of a folder, sorted by id; without a folder, the cases that ship. */
export function loadHistories(folder?: string): Histories {
  const found: Fault[] = []
  const root = folder ?? join(packageRoot(), SHIPPED)
  const shown = folder ?? SHIPPED
  const theory = theoryFiles()
  const files: TextFile[] = [...theory]
  const cases = foldersIn(root, shown, found).flatMap((id): CodedCase[] => {
    const [eveFile, outcomeFile] = [EVE, OUTCOME].map((name) =>
      readCase(join(root, id, name), `${shown}/${id}/${name}`, found),
    )
    if (!eveFile || !outcomeFile) return []
    files.push(eveFile, outcomeFile)
    const eve = checkScenario({ files: [eveFile], theory })
    const outcome = readOutcome(outcomeFile, { id, eve: eve.value })
    found.push(...eve.faults, ...outcome.faults)
    return eve.value && outcome.value ? [{ id, eve: eve.value, ...outcome.value }] : []
  })
  // A fault of the theory is told for every case: once is enough.
  const faults = sortFaults(found)
  const texts = faults.length === 0 ? new Map<string, string>() : textsOf(files)
  return faults.some(({ severity }) => severity === 'fault')
    ? { faults, texts }
    : { value: cases, faults, texts }
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

/** Folders that hold a file of a case, sorted. */
function foldersIn(root: string, shown: string, faults: Fault[]): string[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    faults.push(missing(`there is no folder ${shown}`, 'a folder with one folder for each case'))
    return []
  }
  const found = readdirSync(root)
    .filter((name) => [EVE, OUTCOME].some((file) => existsSync(join(root, name, file))))
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
