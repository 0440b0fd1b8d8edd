/** What `foedus run` tells of help resolved and delivered, of what held it back, and of the flows. */
import { describe, expect, test } from 'vitest'
import { stripText } from '../../src/report/bins.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { ledgerCells } from '../../src/report/ledger-block.ts'
import { runScreen, type RunScreenOptions } from '../../src/report/run-screen.ts'
import { bound, days, flowsSummary, PLAYOUTS, scenarioOfFlows, summaryOfFlows } from './make-flows.ts'

function screen(given: Partial<RunScreenOptions> = {}): string {
  return runScreen(summaryOfFlows(), scenarioOfFlows(), { width: 80, colour: PLAIN, seed: 1, ...given })
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => Array.from(line).length))
}

describe('the screen of run with flows', () => {
  test.each([
    ['run-flows-80', { width: 80 }],
    ['run-flows-120', { width: 120 }],
    ['run-flows-80-verbose', { width: 80, verbose: true }],
    ['run-flows-80-of', { width: 80, of: 'cascadia' }],
  ])('%s is the golden one and fits', async (name, options) => {
    const shown = screen(options)
    expect(widest(shown)).toBeLessThanOrEqual(options.width)
    await expect(shown).toMatchFileSnapshot(`./__golden__/${name}.txt`)
  })

  test('a channel takes one line unless more is asked for', () => {
    expect(screen().match(/^ {2}materiel/gmu)).toHaveLength(2)
    expect(screen({ verbose: true }).match(/^ {2}materiel/gmu)).toHaveLength(4)
  })

  test('resolved, delivered, seen and in time are four numbers of their own', () => {
    const line = screen()
      .split('\n')
      .find((text) => text.startsWith('  materiel'))
    expect(line?.trim().split(/\s+/u)).toEqual([
      'materiel',
      '0.44',
      '0.29',
      '0.12',
      '0.05',
      '0.15',
      '0.22',
      '0.70',
      '12',
      '(9-21)',
    ])
  })

  test('what nearly always comes is told in the width of its column', () => {
    const peaks = { 'peak:cascadia:avalon:political': [3, PLAYOUTS - 3, 0, 0] }
    const shown = runScreen(flowsSummary(peaks), scenarioOfFlows(), { width: 80, colour: PLAIN, seed: 1 })
    expect(shown).toMatch(/political {4}– {8}0\.999 {2}/u)
  })

  test('about one supporter, nothing is told of the others', () => {
    const shown = screen({ of: 'dunmark' })
    expect(shown).not.toContain('Cascadia')
    expect(shown).not.toContain('Falcon')
    expect(shown).not.toContain('fighting ends')
    expect(shown).toContain('Dunmark → Avalon')
  })

  test('arms that never come say so without a day', () => {
    const summary = flowsSummary({ 'arms-delivered-on:jets': days({}) })
    const shown = runScreen(summary, scenarioOfFlows(), { width: 80, colour: PLAIN, seed: 1 })
    expect(shown).toContain('delivered <0.012')
    expect(shown).not.toMatch(/day \d+ \(/u)
  })

  test('what was not kept is not told', () => {
    const shown = runScreen(flowsSummary({}), scenarioOfFlows(), { width: 80, colour: PLAIN, seed: 1 })
    expect(shown).not.toMatch(/gets through|lives on|Arms|intelligence|held help back/u)
  })
})

describe('what gets through', () => {
  test("a supporter's own goods have room, and only other goods have a usual day", () => {
    const flat = screen({ width: 200 })
    expect(flat).toContain('room for 300 t/day with every place open   room in the crisis 280 t/day')
    expect(flat).not.toContain('usually 300')
    expect(flat).toContain('usually 8 kt/day   in the crisis 5.2 kt/day')
  })

  test('a place that wants consent stands for the ways that end there, other closed ways for themselves', () => {
    const flat = screen({ width: 200 })
    expect(flat).toContain("shut: Field, without Dunmark's consent, on 97 % of the days")
    expect(flat).toContain('closed: the eastern ferry on 10 % of the days')
    expect(flat).not.toContain('air-bridge')
  })

  test('its words are explained where they stand, and nowhere else', () => {
    expect(screen()).toMatch(/usually: what/u)
    const own = screen({ of: 'cascadia' })
    expect(own).toContain('room: what could pass')
    expect(own).not.toMatch(/usually: |tight: |shut: |closed: /u)
    expect(screen({ of: 'dunmark' })).not.toMatch(/up: |in the crisis: /u)
  })

  test('units on average come from their mean and not from bins that end somewhere', () => {
    expect(screen()).toContain('on average 7.5')
  })
})

describe('the ledger', () => {
  test('each line says how often there was no help at all', () => {
    expect(screen()).toContain('Dunmark → Avalon, none in 0.39')
    expect(screen({ verbose: true })).toContain('nothing came in 0.59:')
  })

  const cells = (given: Parameters<typeof bound>[0]): readonly string[] =>
    ledgerCells(['bound:a:b:combat'], flowsSummary({ 'bound:a:b:combat': bound(given) }))

  test('names what bound most first, and its shares make one', () => {
    const found = cells({ capacity: 300, nuclearRisk: 600, unwilling: 100 })
    expect(found).toEqual(['nuclear risk 0.60', 'capacity 0.30', 'no single one 0.10'])
  })

  test('what is noise is named only as other', () => {
    const found = cells({ capacity: 990, access: 10 })
    expect(found).toEqual(['capacity 0.99', 'other 0.01'])
  })

  test('says nothing where help always came, and counts where it nearly always did', () => {
    expect(cells({})).toEqual([])
    expect(cells({ capacity: 3 })).toEqual(['in 3 cases only'])
  })

  test('adds up channels without counting a draw more than once', () => {
    const few = { access: 25, capacity: PLAYOUTS - 25 }
    const one = flowsSummary({ 'bound:a': bound(few) })
    const two = flowsSummary({ 'bound:a': bound(few), 'bound:b': bound(few) })
    expect(ledgerCells(['bound:a', 'bound:b'], two)).toEqual(ledgerCells(['bound:a'], one))
    expect(ledgerCells(['bound:a'], one)).toContain('other 0.01')
  })
})

describe('a strip of days', () => {
  test('has its highest cell where most came, blanks where nothing came, and no more cells than asked for', () => {
    expect(stripText([0, 1, 8, 0, 4, 99], 10)).toBe(' ▁█ ▄')
    expect(
      Array.from(
        stripText(
          Array.from({ length: 182 }, () => 5),
          40,
        ),
      ).length,
    ).toBeLessThanOrEqual(40)
  })
})
