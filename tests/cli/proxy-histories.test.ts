/**
 * The two histories behind the coefficients of proxies, June 2025 and October 2023, come out of the scenarios
 * within the bands of the assumptions. They are in-sample: this proves that the coding and the engine agree, not
 * that the model forecasts (docs/theory.md 10).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runCli } from './run-cli.ts'

interface Verdict {
  readonly id: string
  readonly p: number
  readonly band: { readonly low: number; readonly high: number }
}

function json(...argv: readonly string[]): unknown {
  return JSON.parse(runCli([...argv, '--json']).out)
}

const { claims } = json('check', join(ROOT, 'scenarios/iran-2025')) as { readonly claims: readonly Verdict[] }
const { histograms } = json('run', join(ROOT, 'scenarios/october-2023')) as {
  readonly histograms: Readonly<Record<string, readonly number[]>>
}

// 12-day entry by the hand-set coefficients, June 2025.
test.each([
  ['hezbollah-enters', 0.05],
  ['iraqi-militias-enter', 0.16],
  ['houthis-enter', 0.27],
])('June 2025: %s within 12 days in a share near %d', (id, expected) => {
  const { band, p } = claims.find((claim) => claim.id === id)!
  expect(band.low).toBeLessThan(expected)
  expect(band.high).toBeGreaterThan(expected)
  expect(Math.abs(p - expected)).toBeLessThan(0.06)
})

// The medians by the hand-set coefficients, and the days on which the groups did enter.
test.each([
  ['hezbollah', 3, 1],
  ['houthis', 4, 12],
  ['iraqi-militias', 8, 10],
])('October 2023: %s enters about day %i, and day %i was no surprise', (group, median, observed) => {
  const days = histograms[`entered:${group}`]!
  const total = days.reduce((sum, count) => sum + count, 0)
  const by = (day: number): number => days.slice(0, day + 1).reduce((sum, count) => sum + count, 0) / total
  expect(by(median - 2)).toBeLessThan(0.5)
  expect(by(median + 2)).toBeGreaterThan(0.5)
  expect(by(observed)).toBeGreaterThan(0.05)
  expect(by(observed - 1)).toBeLessThan(0.95)
})

test.each(['iran-2025', 'october-2023'])('%s says on its page that it is in-sample', (name) => {
  expect(readFileSync(join(ROOT, `docs/scenarios/${name}.md`), 'utf8')).toMatch(/in[- ]sample/i)
})
