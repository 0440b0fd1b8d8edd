/** The screen of `foedus trace`: what happened in plain words, and why, in numbers that add up. */
import { describe, expect, test } from 'vitest'
import { PLAIN } from '../../src/report/colour.ts'
import { traceScreen, type TraceScreenOptions } from '../../src/report/trace-screen.ts'
import { scenarioShown } from './make-assessed.ts'
import { traceShown } from './make-trace.ts'

function screen(given: Partial<TraceScreenOptions> = {}): string {
  return traceScreen(traceShown(), scenarioShown(), { width: 80, colour: PLAIN, seed: 7, ...given })
}

/** The tables of a screen: of each, the rows of numbers in thousandths, the sum last. */
function tables(text: string): number[][][] {
  const rows = text.split('\n').map((line) => line.match(/(?<= {2})(−?\d+\.\d{3}|0)(?= {2}|$)/gu) ?? [])
  const all: number[][][] = [[]]
  text.split('\n').forEach((line, at) => {
    const numbers = rows[at]!.map((cell) => Math.round(Number(cell.replace('−', '-')) * 1000))
    if (!/^ {11}\S/u.test(line) || numbers.length === 0) return
    all.at(-1)!.push(numbers)
    if (line.trim().startsWith('sum')) all.push([])
  })
  return all.slice(0, -1)
}

describe('the screen of trace', () => {
  test('at 80 columns is the golden one and fits', async () => {
    const shown = screen()
    expect(Math.max(...shown.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
    await expect(shown).toMatchFileSnapshot('./__golden__/trace-80.txt')
  })

  test('fits where it is narrow', () => {
    const shown = screen({ width: 60, all: true })
    const words = shown.split('\n').filter((line) => !/\d\.\d{3}|level \d {2}/u.test(line))
    expect(Math.max(...words.map((line) => Array.from(line).length))).toBeLessThanOrEqual(60)
  })

  test('shows sums that are the sums of what is shown, column by column', () => {
    const found = tables(screen({ all: true }))
    expect(found.length).toBe(7)
    for (const rows of found) {
      const sums = rows.at(-1)!
      sums.forEach((sum, column) => {
        const parts = rows.slice(0, -1).map((row) => row[column]!)
        expect(parts.reduce((total, part) => total + part, 0)).toBe(sum)
      })
    }
  })

  test('has the largest term first and leaves out what is 0', () => {
    const shown = screen()
    expect(shown).not.toContain('a mandate of the council')
    expect(shown.indexOf('stake in the recipient')).toBeLessThan(shown.indexOf('rising price of more'))
  })

  test('leaves decisions to do nothing and what moves daily to those who ask', () => {
    const [usual, all] = [screen(), screen({ all: true })]
    for (const text of ['resolves on no combat support', 'launch 12 a day', 'fear: 0.3 → 0.34']) {
      expect(usual).not.toContain(text)
      expect(all).toContain(text)
    }
    expect(usual).toContain('launch 12.3 a day')
  })

  test('of one actor and of one channel holds nothing else', () => {
    const raiders = screen({ actor: 'the Raiders' })
    expect(raiders).toContain('The Raiders enter the fight')
    expect(raiders).not.toContain('Cascadia')
    const combat = screen({ channel: 'combat' })
    expect(combat).toContain('resolves on no combat support')
    expect(combat).not.toContain('political')
    expect(screen({ actor: 'nobody' })).toContain('Nothing of what was asked for happened.')
  })

  test('tells once what happened to one thing on one day', () => {
    const shown = screen({ width: 120 })
    expect(shown).toContain('is put to the vote: 2 yes, 1 no, 0 abstain; vetoed by Cascadia')
    expect(shown).toContain('The fighting ends in a ceasefire')
    expect(shown.match(/takes effect: level 2/gu)).toHaveLength(1)
    expect(shown).toContain('takes effect: level 1, unseen')
    expect(shown).toContain('is credibly reported: level 1')
    expect(shown).toContain('rung 7, limited combat between the two (Kahn: intense')
  })
})
