/** Generated pages are what the code and the scenarios say: `npm run docs` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadScenario } from '../../src/host/load.ts'
import { equationsPage } from '../../src/report/equations-page.ts'
import { judgementsPage } from '../../src/report/judgements-page.ts'

const ROOT = join(import.meta.dirname, '../..')

function judgements(path: string): string {
  const { value } = loadScenario(join(ROOT, path))
  if (!value) throw new Error(`${path} has faults`)
  return judgementsPage(value)
}

const PAGES: readonly (readonly [file: string, text: () => string])[] = [
  ['docs/equations.md', equationsPage],
  ['docs/scenarios/iran-2026-judgements.md', () => judgements('scenarios/iran-2026')],
]

test.each(PAGES)('%s is what the code says', (file, text) => {
  const path = join(ROOT, file)
  if (process.env['UPDATE'] === '1') writeFileSync(path, text())
  expect(readFileSync(path, 'utf8')).toBe(text())
})
