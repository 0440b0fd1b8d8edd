/** Where the package keeps the data that it ships: theory, schema, scenarios. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextFile } from '../scenario/text-file.ts'

/** The folder that holds package.json, seen from the source tree and from the built one alike. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('the package has lost its package.json')
    folder = above
  }
  return folder
}

export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8')
  return String((JSON.parse(text) as { version: unknown }).version)
}

/** The shipped theory: channels, weights, ladders, voting rules, base rates. */
export function theoryFiles(): TextFile[] {
  const folder = join(packageRoot(), 'theory')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `theory/${name}`, bytes: readFileSync(join(folder, name)) }))
}

/** The text of a shipped file, by its path inside the package. */
export function packageText(path: string): string {
  return readFileSync(join(packageRoot(), path), 'utf8')
}
