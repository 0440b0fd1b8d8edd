/** The screen of `foedus run`: what was played, and nothing that was not counted. */
import { describe, expect, test } from 'vitest'
import { PLAIN } from '../../src/report/colour.ts'
import { quantile } from '../../src/report/bins.ts'
import { runScreen } from '../../src/report/run-screen.ts'
import { scenarioShown, summaryShown } from './make-assessed.ts'

const screen = (width: number): string =>
  runScreen(summaryShown(), scenarioShown(), { width, colour: PLAIN, seed: 1 })

describe('the screen of run', () => {
  test.each([80, 120])('at %d columns is the golden one and fits', async (width) => {
    const shown = screen(width)
    expect(Math.max(...shown.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(width)
    await expect(shown).toMatchFileSnapshot(`./__golden__/run-${width}.txt`)
  })

  test('leaves out what was not played', () => {
    expect(screen(80)).not.toContain('economic')
  })

  test('tells when beliefs about help from others did not settle, and is silent when they did', () => {
    const shown = (value: number): string =>
      runScreen(
        { ...summaryShown(), peaks: new Map([['belief-residual', { name: 'belief-residual', value }]]) },
        scenarioShown(),
        { width: 120, colour: PLAIN, seed: 1 },
      )
    expect(shown(0.07)).toContain('did not settle: it still moved by up to 0.07 of full support')
    expect(shown(0.0005)).not.toContain('settle')
  })

  test('reads quantiles off the bins', () => {
    expect([0.1, 0.5, 0.9].map((q) => quantile([0, 2, 0, 6, 2], q))).toEqual([1, 3, 4])
  })
})
