/**
 * The code that runs, by name and hash: the built files when the command runs from a
 * build, the sources when a test runs them, and the libraries that both use.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextFile } from '../scenario/text-file.ts'
import { packageRoot } from './package-files.ts'

/** By path or name, sorted. */
type Names = Readonly<Record<string, string>>

/** SHA-256 of the bytes as they lie on the disk, by path. */
export function hashesOf(files: readonly TextFile[]): Names {
  const hashes = files.map(({ path, bytes }) => [path, createHash('sha256').update(bytes).digest('hex')])
  return Object.fromEntries(hashes.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) as Names
}

/** Every file of the engine, its path seen from the package: `dist/cli/main.js`. */
export function engineFiles(): TextFile[] {
  const root = packageRoot()
  const built = fileURLToPath(import.meta.url).startsWith(join(root, 'dist') + sep)
  const [folder, ending] = built ? ['dist', '.js'] : ['src', '.ts']
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({
      path: `${folder}/${name.replaceAll('\\', '/')}`,
      bytes: readFileSync(join(root, folder, name)),
    }))
}

/** The version of every package that foedus needs to run, as it is installed here. */
export function libraries(): Names {
  const root = packageRoot()
  const { dependencies } = manifest(root)
  const found = Object.keys(dependencies ?? {}).map((name) => [name, installedVersion(root, name)])
  return Object.fromEntries(found.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) as Names
}

/** As Node looks a package up: beside the package, then in the folders above. */
function installedVersion(root: string, name: string): string {
  let folder = root
  for (;;) {
    const place = join(folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return manifest(place).version
    const above = dirname(folder)
    if (above === folder) return 'none'
    folder = above
  }
}

function manifest(folder: string): {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
} {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
    dependencies?: Record<string, string>
  }
}
