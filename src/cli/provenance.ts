/** What decides the bits of a run, by name: gathered where files, plan and program meet. */
import { dirname, isAbsolute, join, normalize, relative, resolve as absolute, sep } from 'node:path'
import { fingerprint, planHash } from '../engine/fingerprint.ts'
import type { EngineName } from '../engine/kernel.ts'
import type { Plan } from '../engine/plan.ts'
import { engineFiles, hashesOf, libraries } from '../host/engine-files.ts'
import type { Loaded } from '../host/load.ts'
import { packageVersion, theoryFiles } from '../host/package-files.ts'
import type { Provenance } from '../report/receipt.ts'

export interface ProvenanceOf {
  /** The scenario's file or folder, as it was opened. */
  readonly path: string
  readonly loaded: Loaded
  readonly engine: EngineName
  /** Absent when the scenario has faults. */
  readonly plan?: Plan
}

export function provenanceOf({ path, loaded, engine, plan }: ProvenanceOf): Provenance {
  const names = loaded.value === undefined ? undefined : fingerprint(loaded.value)
  return {
    version: packageVersion(),
    engine: { name: engine, files: hashesOf(engineFiles()), libraries: libraries() },
    theory: { ...(names ? { fingerprint: names.theory } : {}), files: hashesOf(theoryFiles()) },
    scenario: { ...(names ? { fingerprint: names.scenario } : {}), files: scenarioHashes(path, loaded) },
    ...(plan ? { plan: planHash(plan) } : {}),
  }
}

/** Files by their names inside the scenario's folder, so that the folder may move. */
function scenarioHashes(path: string, { files }: Loaded): Provenance['scenario']['files'] {
  const folder = files.some((file) => file.path === path) ? dirname(path) : path
  return hashesOf(files.map((file) => ({ ...file, path: posix(relative(folder, file.path)) })))
}

/**
 * Where the scenario lies, seen from the folder of the receipt. Where the two share no folder: as it was typed, if
 * that stays inside the working directory, otherwise its own name. Never an absolute path.
 */
export function pathFrom(
  receipt: string,
  { typed, path: scenario }: { readonly typed: string; readonly path: string },
): string {
  const folder = dirname(absolute(receipt))
  const path = posix(relative(folder, absolute(scenario)))
  const climbs = path.split('/').filter((part) => part === '..').length
  const depth = folder.split(sep).filter((part) => part !== '').length
  if (path === '') return '.'
  // A path that climbs to the root of the disk would be an absolute one in disguise.
  const apart = climbs >= depth || DRIVE.test(path)
  return apart ? (insideOf(typed) ?? absolute(scenario).split(sep).at(-1) ?? '') : path
}

const DRIVE = /^[A-Za-z]:/

/** A typed path that leads from the working directory down; undefined for any other. */
function insideOf(typed: string): string | undefined {
  const path = posix(normalize(typed)).replace(/\/$/, '')
  return isAbsolute(typed) || DRIVE.test(typed) || /^\.{0,2}(\/|$)/.test(path) ? undefined : path
}

/** Where the scenario that a receipt names may lie: seen from the receipt, then from the working directory. */
export function placesOf(receipt: string, path: string): readonly string[] {
  return [...new Set([join(dirname(receipt), path), join(path)])]
}

function posix(path: string): string {
  return path.split(sep).join('/')
}
