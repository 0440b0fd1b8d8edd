/**
 * The code that runs, by name and hash: the built files when the command runs from a
 * build, the sources when a test runs them.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
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
