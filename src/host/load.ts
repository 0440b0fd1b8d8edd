/**
 * A path → the checked scenario. Everything about files is here: one file or a folder
 * whose yaml files merge, the assessment beside them, and what is wrong with the path itself.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Checked, Fault } from '../base/fault.ts'
import { checkScenario } from '../scenario/check.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { decodeFile, type TextFile } from '../scenario/text-file.ts'
import { theoryFiles } from './package-files.ts'

export interface Loaded extends Checked<Scenario> {
  /** Path → text, for showing faults in place. */
  readonly texts: ReadonlyMap<string, string>
}

const SCENARIO_FILE = /\.ya?ml$/
const PROSE_FILE = /\.md$/

/** Never throws for what a user can do wrong: a path that is not there is a fault like any other. */
export function loadScenario(path: string): Loaded {
  const found = filesAt(path)
  if ('code' in found) return { faults: [found], texts: new Map() }
  const theory = theoryFiles()
  const checked = checkScenario({ files: found, theory })
  const texts = new Map<string, string>()
  for (const file of [...found, ...theory]) {
    const decoded = decodeFile(file)
    if (decoded.kind === 'text') texts.set(file.path, decoded.text)
  }
  return { ...checked, texts }
}

function filesAt(path: string): TextFile[] | Fault {
  try {
    const names = statSync(path).isDirectory() ? namesIn(path) : [path, ...proseBeside(path)]
    if (!names.some((name) => SCENARIO_FILE.test(name))) {
      return missing(`${path} holds no scenario`, 'a folder with .yaml files, or one .yaml file')
    }
    return names.map((name) => ({ path: name, bytes: readFileSync(name) }))
  } catch (error) {
    return missing(reasonOf(error, path), 'a scenario file or folder')
  }
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => !entry.isDirectory() && (SCENARIO_FILE.test(entry.name) || PROSE_FILE.test(entry.name)),
    )
    .map((entry) => join(folder, entry.name))
    .sort()
}

/** A single scenario file may name an assessment that lies beside it. */
function proseBeside(path: string): string[] {
  return readdirSync(dirname(path))
    .filter((name) => PROSE_FILE.test(name))
    .map((name) => join(dirname(path), name))
    .sort()
}

function missing(says: string, expected: string): Fault {
  return { code: 'file-missing', severity: 'fault', says, expected, suggestion: 'foedus init my-scenario' }
}

function reasonOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return `there is no file or folder ${path}`
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read`
  return `${path} could not be read: ${error instanceof Error ? error.message : String(error)}`
}
