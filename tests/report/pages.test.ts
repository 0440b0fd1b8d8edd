/** Generated pages are what the code and the scenarios say: `npm run docs` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadScenario } from '../../src/host/load.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { judgementsPage } from '../../src/report/judgements-page.ts'
import { methodFacts } from '../../src/report/method-facts.ts'
import { methodPage } from '../../src/report/method-page.ts'
import { metricsPage } from '../../src/report/metrics-page.ts'

const ROOT = join(import.meta.dirname, '../..')

function judgements(path: string): string {
  const { value } = loadScenario(join(ROOT, path))
  if (!value) throw new Error(`${path} has faults`)
  return judgementsPage(value)
}

const PAGES: readonly (readonly [file: string, text: () => string])[] = [
  ['docs/method.md', () => methodPage(methodFacts(theoryAlone()))],
  ['docs/metrics.md', metricsPage],
  ['docs/scenarios/iran-2026-judgements.md', () => judgements('scenarios/iran-2026')],
]

test.each(PAGES)('%s is what the code says', (file, text) => {
  const path = join(ROOT, file)
  if (process.env['UPDATE'] === '1') writeFileSync(path, text())
  expect(readFileSync(path, 'utf8')).toBe(text())
})
