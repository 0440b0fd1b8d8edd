/** What decides the bits of a run, by name: gathered where files, plan and program meet. */
import { dirname, isAbsolute, join, normalize, relative, resolve as absolute, sep } from 'node:path'
import { fingerprint, planHash } from '../engine/fingerprint.ts'
import type { EngineName } from '../engine/kernel.ts'
import type { Plan } from '../engine/plan.ts'
import { engineFiles, hashesOf } from '../host/engine-files.ts'
import { libraries } from '../host/libraries.ts'
import type { Loaded } from '../host/load.ts'
import { packageVersion } from '../host/package-files.ts'
import type { Provenance } from '../report/receipt.ts'

export interface ProvenanceOf {
  /** The scenario's file or folder, as it was opened. */
  readonly path: string
  readonly loaded: Loaded
  readonly engine: EngineName
  /** Absent when the scenario has faults. */
  readonly plan?: Plan
}

/** To be asked before anything is played: what lies on the disk afterwards may be something else. */
export function provenanceOf({ path, loaded, engine, plan }: ProvenanceOf): Provenance {
  const names = loaded.value === undefined ? undefined : fingerprint(loaded.value)
  return {
    version: packageVersion(),
    engine: { name: engine, files: hashesOf(engineFiles()), libraries: libraries() },
    theory: { ...(names ? { fingerprint: names.theory } : {}), files: hashesOf(loaded.theory) },
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
 * Where the scenario lies, seen from the folder of the receipt. Where it lies outside of that: as it was typed, if
 * that stays inside the working directory, otherwise its own name. Never an absolute path, and none that climbs.
 */
export function pathFrom(
  receipt: string,
  { typed, path: scenario }: { readonly typed: string; readonly path: string },
): string {
  const path = posix(relative(dirname(absolute(receipt)), absolute(scenario)))
  if (path === '') return '.'
  return leaves(path) ? (insideOf(typed) ?? absolute(scenario).split(sep).at(-1) ?? '') : path
}

const DRIVE = /^[A-Za-z]:/

/** A typed path that leads from the working directory down; undefined for any other. */
function insideOf(typed: string): string | undefined {
  const path = posix(normalize(typed)).replace(/\/$/, '')
  return isAbsolute(typed) || DRIVE.test(typed) || /^\.{0,2}(\/|$)/.test(path) ? undefined : path
}

/** Whether a path leads out of the folder from which it is tried. */
function leaves(path: string): boolean {
  return isAbsolute(path) || DRIVE.test(path) || path.split(/[/\\]/).includes('..')
}

/**
 * Where the scenario that a receipt names may lie: seen from the receipt, then from the working directory. None for a
 * path that leaves those: a receipt may come from anywhere and must not choose what is opened.
 */
export function placesOf(receipt: string, path: string): readonly string[] {
  if (leaves(path)) return []
  return [...new Set([join(dirname(receipt), path), join(path)])]
}

function posix(path: string): string {
  return path.split(sep).join('/')
}
