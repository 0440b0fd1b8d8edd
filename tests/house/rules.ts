/**
 * The rules of the house as functions from text to faults: which folder may import
 * which, how long a file may grow, how it opens and is called, and what no file of
 * the project may name. Each fault is one line with the way out.
 */
import { posix } from 'node:path'
import { folderOf, importsOf, placeOf } from './source.ts'
import type { Source } from './source.ts'

/** Folder → the folders that it may import, ground first. A folder always sees itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  formula: ['base'],
  mechanisms: ['base', 'formula'],
  scenario: ['base', 'formula', 'mechanisms'],
  engine: ['base', 'formula', 'mechanisms', 'scenario'],
  judge: ['base', 'formula', 'scenario', 'engine'],
  history: ['base', 'formula', 'mechanisms', 'scenario', 'engine', 'judge'],
  report: ['base', 'formula', 'mechanisms', 'scenario', 'engine', 'judge', 'history'],
  host: ['base', 'scenario', 'engine', 'history'],
  cli: ['base', 'formula', 'mechanisms', 'scenario', 'engine', 'judge', 'history', 'report', 'host'],
}

/** Folders that do no I/O and know no clock. */
export const PURE: readonly string[] = [
  'base',
  'formula',
  'mechanisms',
  'scenario',
  'engine',
  'judge',
  'history',
  'report',
]

/** Folders on the way of the bits: what they compute must be the same on every machine. */
export const EXACT: readonly string[] = ['base', 'formula', 'mechanisms', 'engine', 'judge', 'history']

/** The library's face: the one file directly in src/, free to import any folder. */
const FACE = 'src/index.ts'
const LINES = { max: 400, median: 80, p90: 250 }

/** A folder that nobody placed on the list has no law; a file beside the folders has no place. */
export function placeFaults(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => path.startsWith('src/') && path !== FACE)
    .filter((path) => !Object.hasOwn(MAY_IMPORT, folderOf(path) ?? ''))
    .map((path) => `${path}: no known folder of src/; put it in one, or add the folder to MAY_IMPORT`)
}

export function arrowFaults(source: Source): readonly string[] {
  const from = folderOf(source.path)
  if (from === undefined) return []
  const allowed = [from, ...(MAY_IMPORT[from] ?? [])]
  return importsOf(source).flatMap(({ specifier, node }) => {
    if (!specifier.startsWith('.')) return []
    const target = posix.join(posix.dirname(source.path), specifier)
    const to = folderOf(target)
    if (to !== undefined && allowed.includes(to)) return []
    const may = allowed.slice(1).join(', ') || 'no other folder'
    return [`${placeOf(source, node)}: ${from} may not import ${to ?? target}; it may import ${may}`]
  })
}

export function openingFaults({ path, text }: Source): readonly string[] {
  const opens = text.replace(/^#!.*\n/, '').startsWith('/**')
  return opens ? [] : [`${path}: opens without a comment /** … */ that says what it is for and why it exists`]
}

export function lengthFaults({ path, text }: Source): readonly string[] {
  const lines = linesOf(text)
  return lines <= LINES.max ? [] : [`${path}: ${lines} lines, over ${LINES.max}; split it by noun`]
}

/** One long file is a fault of that file; many middling ones are a fault of the house. */
export function spreadFaults(sources: readonly { readonly text: string }[]): readonly string[] {
  const lines = sources.map(({ text }) => linesOf(text)).sort((a, b) => a - b)
  const at = (share: number): number => lines[Math.ceil(share * lines.length) - 1] ?? 0
  return [
    ...(at(0.5) <= LINES.median ? [] : [`src/: the median file has ${at(0.5)} lines, over ${LINES.median}`]),
    ...(at(0.9) <= LINES.p90
      ? []
      : [`src/: one file in ten has more than ${at(0.9)} lines, over ${LINES.p90}`]),
  ]
}

export function nameFaults({ path }: { readonly path: string }): readonly string[] {
  const isKebab = path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part))
  return isKebab ? [] : [`${path}: names are kebab-case`]
}

/** What is not done is an issue with a number, not a note in the code. */
export function noteFaults({
  path,
  text,
}: {
  readonly path: string
  readonly text: string
}): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const note = /\b(TODO|FIXME|XXX|HACK)\b/.exec(line)?.[1]
    return note === undefined ? [] : [`${path}:${index + 1}: ${note}; mend it, or open an issue`]
  })
}

/** A version that may move is a build that may break. */
export function versionFaults(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries((manifest[kind] ?? {}) as Readonly<Record<string, string>>)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
      .map(([name, version]) => `package.json: ${kind}.${name} is ${version}; name one exact version`),
  )
}

const REGISTRY =
  /https?:\/\/[^/\s"'`]*(npm|registry|debian|yarnpkg)[^/\s"'`]*|\bregistry\.[\w-]+\.(org|com|net|io|dev)\b/i
const MACHINE_PATH = /(?<![\w./~-])\/(home|Users|root|work|tmp|mnt|opt|srv|var)\/[\w.-]+|\b[A-Z]:\\Users\\/

/** The project must read the same on every machine: no host that served its packages, no path of one disk. */
export function placeNameFaults({
  path,
  text,
}: {
  readonly path: string
  readonly text: string
}): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = REGISTRY.exec(line)?.[0] ?? MACHINE_PATH.exec(line)?.[0]
    return found === undefined ? [] : [`${path}:${index + 1}: names ${found}, which means nothing elsewhere`]
  })
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
