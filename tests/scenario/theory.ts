/**
 * The theory that tests lay beneath their scenarios: the shipped files where they
 * are, since a test that passes on another theory proves little.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextFile } from '../../src/scenario/check.ts'

const FOLDER = join(import.meta.dirname, '../../theory')

export function shippedTheory(): TextFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `theory/${name}`, bytes: readFileSync(join(FOLDER, name)) }))
}
