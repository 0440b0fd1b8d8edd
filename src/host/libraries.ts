/**
 * The packages that the program needs to run, each with its version and one hash of its
 * JavaScript: a changed byte in a library can change bits just as one in the engine can.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from './package-files.ts'

/** By name, sorted: `6.15.1+` and the hash. */
type Libraries = Readonly<Record<string, string>>

interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * What package.json names and what those need in turn, as it is installed here. Where the layout of the installation
 * gives several copies of a package, each distinct one counts once. `none`: it is not installed.
 */
export function libraries(root: string = packageRoot()): Libraries {
  const found = new Map<string, Set<string>>()
  const seen = new Set<string>()
  const visit = (folder: string): void => {
    for (const name of Object.keys(manifest(folder).dependencies ?? {})) {
      const place = placeOf(folder, name)
      if (place !== undefined && seen.has(place)) continue
      const copies = found.get(name) ?? new Set()
      found.set(name, copies.add(place === undefined ? 'none' : nameOf(place)))
      if (place === undefined) continue
      seen.add(place)
      visit(place)
    }
  }
  visit(root)
  const names = [...found].map(([name, copies]) => [name, [...copies].sort().join(',')])
  return Object.fromEntries(names.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) as Libraries
}

function nameOf(place: string): string {
  return `${manifest(place).version}+${contentHash(place)}`
}

/** Names and bytes, with their lengths, so that none can pass for another; packages nested inside are their own. */
function contentHash(place: string): string {
  const sum = createHash('sha256')
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.[cm]?js$/.test(name) && !/(^|\/)node_modules\//.test(name))
    .sort()
  for (const name of names) {
    const bytes = readFileSync(join(place, name))
    sum.update(`${name}\n${bytes.length}\n`).update(bytes)
  }
  return sum.digest('hex')
}

/** As Node looks a package up: beside the one that needs it, then in the folders above; links are followed. */
function placeOf(from: string, name: string): string | undefined {
  let folder = from
  for (;;) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return realpathSync(place)
    const above = dirname(folder)
    if (above === folder) return undefined
    folder = above
  }
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
