/**
 * A path → the checked scenario. Everything about files is here: one file or a folder
 * whose yaml files merge, the assessment beside them, and what is wrong with the path itself.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Checked, Fault } from '../base/fault.ts'
import { setFile, withoutFile } from '../scenario/change.ts'
import { type ChangeText, checkScenario } from '../scenario/check.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { decodeFile, type TextFile } from '../scenario/text-file.ts'
import { theoryFiles } from './package-files.ts'

export interface Loaded extends Checked<Scenario> {
  /** The scenario's files as they were read, byte by byte. */
  readonly files: readonly TextFile[]
  /** The theory's, which are the package's own. */
  readonly theory: readonly TextFile[]
  /** Path → text, for showing faults in place; empty where there are none. */
  readonly texts: ReadonlyMap<string, string>
}

const SCENARIO_FILE = /\.ya?ml$/
/** What happened in a coded crisis lies beside its eve, and is no part of it. */
const OUTCOME_LINE = /^(?:\{\s*)?["']?foedusOutcome["']?\s*:/m
/** What the checker takes for the assessment when nothing is named. */
const DEFAULT_PROSE = 'assessment.md'
const ASSESSMENT_LINE = /^assessment:\s*["']?([^"'\s#/\\]+\.md)/gm

/** A change as it stands on a command line. */
export interface ChangeWords {
  /** Files laid over the scenario, in this order. */
  readonly patchFiles: readonly string[]
  /** `path=value`, over the files. */
  readonly set: readonly string[]
  /** Actors that are not there, mechanisms that do not run, or `attack`. */
  readonly without: readonly string[]
}

/** Never throws for what a user can do wrong: a path that is not there is a fault like any other. */
export function loadScenario(path: string, words?: ChangeWords): Loaded {
  const faults: Fault[] = []
  const files = filesAt(path, faults)
  const change = words && changeOf(words, faults)
  const theory = theoryFiles()
  if (faults.length > 0 && files.length === 0) return { faults, files, theory, texts: new Map() }
  const checked = checkScenario({ files, theory, change })
  const all = [...faults, ...checked.faults]
  const texts =
    all.length === 0
      ? new Map<string, string>()
      : textsOf([...files, ...theory, ...(change ? changeFiles(change) : [])])
  // A scenario of which a file could not be read is not the one that was meant.
  return faults.length > 0 ? { faults: all, files, theory, texts } : { ...checked, files, theory, texts }
}

/** The files that a scenario is read from, by their paths; none where there is no scenario. */
export function scenarioPaths(path: string): string[] {
  return filesAt(path, []).map((file) => file.path)
}

/** What cannot even be split is told here; what it means is the checker's matter. */
function changeOf({ patchFiles, set, without }: ChangeWords, faults: Fault[]): ChangeText {
  const patches = patchFiles.flatMap((name) => readOne(name, faults) ?? [])
  const seen = new Set<string>()
  const settings = set.flatMap((text) => {
    const at = text.indexOf('=')
    const path = text.slice(0, Math.max(at, 0)).trim()
    const first = !seen.has(path)
    seen.add(path)
    if (path !== '' && first) return [{ path, value: text.slice(at + 1).trim() }]
    faults.push(path === '' ? splitless(text) : badSet(`--set names ${path} twice`, 'every path once'))
    return []
  })
  return { patches, set: settings, without }
}

/** The way out is shown with the path that was written, or with one that every scenario has. */
function splitless(text: string): Fault {
  const path = /^[\w-]+(\.[\w-]+)+$/.test(text.trim()) ? text.trim() : 'weights.obligation'
  return {
    ...badSet(
      `--set takes a path and a value with the sign = between them; here stands "${text}"`,
      'path=value',
    ),
    suggestion: `--set ${path}=0.5`,
  }
}

function badSet(says: string, expected: string): Fault {
  return { code: 'bad-set', severity: 'fault', says, expected }
}

/** The texts that faults in a change point into. */
function changeFiles({ patches, set, without }: ChangeText): TextFile[] {
  return [...patches, ...set.map(setFile), ...without.map(withoutFile)]
}

function textsOf(files: readonly TextFile[]): Map<string, string> {
  return new Map(
    files.flatMap((file): [string, string][] => {
      const decoded = decodeFile(file)
      return decoded.kind === 'text' ? [[file.path, decoded.text]] : []
    }),
  )
}

/** The scenario files at a path and the prose that they name; what cannot be read is a fault by its own name. */
function filesAt(path: string, faults: Fault[]): TextFile[] {
  const names = namesAt(path, faults)
  if (names.length === 0) {
    if (faults.length === 0) {
      faults.push({
        ...missing(`${path} holds no scenario`, 'a folder with .yaml files, or one .yaml file'),
        ...FIRST,
      })
    }
    return []
  }
  const read = names.flatMap((name) => readOne(name, faults) ?? [])
  const eves = read.filter((file) => !OUTCOME_LINE.test(roughText(file)))
  // Where nothing else is there, the checker says what it is.
  const sheets = eves.length > 0 ? eves : read
  const beside = names[0] === path ? dirname(path) : path
  const prose = [...new Set([...sheets.flatMap(namedProse), DEFAULT_PROSE])]
    .map((name) => join(beside, name))
    .filter((name) => existsSync(name) && statSync(name).isFile())
  return [...sheets, ...prose.flatMap((name) => readOne(name, faults) ?? [])]
}

function namesAt(path: string, faults: Fault[]): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path)
      .filter((name) => SCENARIO_FILE.test(name))
      .map((name) => join(path, name))
      .sort()
  } catch (error) {
    const fault = missing(reasonOf(error, path), 'a scenario file or folder')
    faults.push(codeOf(error) === 'ENOENT' ? { ...fault, ...FIRST } : fault)
    return []
  }
}

/** Only plain files are read: a pipe or a device might never end. */
function readOne(path: string, faults: Fault[]): TextFile | undefined {
  try {
    if (statSync(path).isFile()) return { path, bytes: readFileSync(path) }
    faults.push(missing(`${path} is no plain file`, 'a file'))
  } catch (error) {
    faults.push(missing(reasonOf(error, path), 'a file that can be read'))
  }
  return undefined
}

/** The markdown file that a scenario's own line names; the checker tells if it is not there. */
function namedProse(file: TextFile): string[] {
  return [...roughText(file).matchAll(ASSESSMENT_LINE)].map(([, name = '']) => name)
}

/** To look for a line in; the checker decodes it properly. */
function roughText({ bytes }: TextFile): string {
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')
}

function missing(says: string, expected: string): Fault {
  return { code: 'file-missing', severity: 'fault', says, expected }
}

/** For who names a scenario that is not there, and nobody else. */
const FIRST = { suggestion: 'foedus init my-scenario' } as const

function reasonOf(error: unknown, path: string): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return `there is no file or folder ${path}`
  if (code === 'ELOOP') return `${path} is a link that leads back to itself`
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read`
  return `${path} could not be read: ${error instanceof Error ? error.message : String(error)}`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
