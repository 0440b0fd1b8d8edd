/** Laws of the whole scorecard. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { climatology } from '../../src/history/score/baseline.ts'
import type { Cell } from '../../src/history/prediction.ts'
import { type Scorecard, scorecard } from '../../src/history/score/scorecard.ts'
import { RPS_BAR } from '../../src/history/score/bars.ts'
import { rowKey } from '../../src/history/score/input.ts'
import { LEAST_CELLS } from '../../src/history/score/weak.ts'
import { forecaster, leaning, predicted, record, sure, UNIFORM } from './make-cells.ts'

const cells = record()
const OPTIONS = { seed: 1, resamples: 200 }
const valueOf = (card: Scorecard, measure: 'rps' | 'log' | 'combat', id: string): number =>
  card.scores[measure].find((line) => line.id === id)!.score!.value

describe('the scorecard', () => {
  const card = scorecard(predicted(cells, leaning(cells, 1)), OPTIONS)

  test('the order of cells moves no digit', () => {
    const places = cells.map((_, at) => (at * 37) % cells.length)
    const model = leaning(cells, 1)
    const turned = predicted(
      places.map((at) => cells[at]!),
      { id: 'model', odds: places.map((at) => model.odds[at]!) },
    )
    expect(new Set(places).size).toBe(cells.length)
    expect(scorecard(turned, OPTIONS)).toEqual(card)
  })

  test('another seed moves no score, only the ends of intervals', () => {
    const other = scorecard(predicted(cells, leaning(cells, 1)), { ...OPTIONS, seed: 2 })
    expect(valueOf(other, 'rps', 'model')).toBe(valueOf(card, 'rps', 'model'))
    expect(other.scores.rps[0]!.score).not.toEqual(card.scores.rps[0]!.score)
  })

  test('who knew pays nothing, and passes every bar', () => {
    const { bars, ...perfect } = scorecard(
      predicted(
        cells,
        forecaster('model', cells, ({ recorded }) => sure(recorded)),
      ),
      OPTIONS,
    )
    for (const { score } of [perfect.scores.rps[0]!, perfect.scores.combat[0]!])
      expect(score).toEqual({ value: 0, low: 0, high: 0 })
    expect(valueOf({ ...perfect, bars }, 'log', 'model') + 0).toBe(0)
    expect(bars.every(({ passed }) => passed)).toBe(true)
    expect(perfect.areas.filter(({ area }) => area).every(({ area }) => area!.value === 1)).toBe(true)
  })

  test('uniform odds cost ln 4, pass no bar over climatology, and tell nobody apart', () => {
    const { bars, ...flat } = scorecard(
      predicted(
        cells,
        forecaster('model', cells, () => UNIFORM),
      ),
      OPTIONS,
    )
    expect(valueOf({ ...flat, bars }, 'log', 'model')).toBeCloseTo(Math.log(4), 12)
    expect(bars.find(({ id }) => id === 'rps')!.passed).toBe(false)
    for (const { area } of flat.areas) if (area) expect(area.value).toBe(0.5)
  })

  test('a model that says what climatology says differs from it by 0, in every draw', () => {
    const same = scorecard(predicted(cells, { ...climatology(cells, cells), id: 'model' }), OPTIONS)
    for (const lines of [same.scores.rps, same.scores.log, same.scores.combat]) {
      const { difference } = lines.find(({ id }) => id === 'climatology')!
      expect(difference).toEqual({ value: 0, low: 0, high: 0 })
    }
    expect(same.bars.find(({ id }) => id === 'climatology')!.passed).toBe(false)
    for (const kind of same.kinds) expect(kind.difference.value).toBe(0)
  })

  test('parts make up the whole: cases, channels and kinds', () => {
    for (const slices of [card.byCase, card.byChannel]) {
      const sum = slices.reduce((total, { cells: n, scores }) => total + n * scores[0]!.value, 0)
      expect(sum / card.cells).toBeCloseTo(valueOf(card, 'rps', 'model'), 12)
      expect(slices.map(({ scores }) => scores[0]!.value)).toEqual(
        slices.map(({ scores }) => scores[0]!.value).toSorted((a, b) => b - a),
      )
    }
    const sizes = (ids: readonly string[]): number =>
      card.kinds.filter(({ id }) => ids.includes(id)).reduce((sum, kind) => sum + kind.cells, 0)
    expect(sizes(['the coder is sure', 'the coder is not sure'])).toBe(card.cells)
    for (const kind of card.kinds) expect(kind.cells).toBeGreaterThanOrEqual(LEAST_CELLS)
  })

  test('the dearest cells come first', () => {
    const { worst } = card
    expect(worst.map(({ score }) => score)).toEqual(worst.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  test('kinds are by what is known of a row, where it is known', () => {
    const facts = new Map(
      cells.map((cell) => [rowKey(cell), { confidence: 'low', role: 'attacker' } as const]),
    )
    const known = scorecard(predicted(cells, leaning(cells, 1)), { ...OPTIONS, facts })
    const ids = (one: Scorecard): readonly string[] => one.kinds.map(({ id }) => id)
    expect(ids(known)).toEqual(expect.arrayContaining(["coder's confidence: low", 'the recipient attacks']))
    expect(ids(card)).not.toContain('the recipient attacks')
  })

  test('baselines may be counted over other cases than those that are scored', () => {
    const apart = cells.map((cell): Cell => ({ ...cell, of: `other-${cell.of}`, recorded: 0 }))
    const given = scorecard(predicted(cells, leaning(cells, 1)), { ...OPTIONS, training: apart })
    expect(valueOf(given, 'rps', 'climatology')).toBeGreaterThan(valueOf(card, 'rps', 'climatology'))
    expect(valueOf(given, 'rps', 'model')).toBe(valueOf(card, 'rps', 'model'))
  })

  test('fewer than five crises have no intervals, and crises without bars none', () => {
    const few = cells.filter(({ of }) => of < 'case-4')
    const { scores, resamples, kinds } = scorecard(predicted(few, leaning(few, 1)), OPTIONS)
    expect([resamples, JSON.stringify([scores, kinds]).includes('"low"')]).toEqual([0, false])
    expect(JSON.stringify(card.scores)).toContain('"low"')
    const own = scorecard(predicted(cells, leaning(cells, 1)), { ...OPTIONS, barless: true })
    expect([own.bars.length, card.bars.length]).toEqual([0, 4])
  })

  test('cells that the closed form rules out for sure are counted', () => {
    const frozen = forecaster('frozen', cells, (_, at) => (at < 3 ? sure(0) : UNIFORM))
    expect(scorecard({ ...predicted(cells, leaning(cells, 1)), frozen }, OPTIONS).shut).toBe(3)
    expect(card.shut).toBe(0)
  })

  test('odds for another number of cells are a fault of the caller', () => {
    expect(() => scorecard(predicted(cells.slice(1), leaning(cells, 1)), OPTIONS)).toThrow('model has')
  })
})

test('the bar is the one that was declared', () => {
  const text = readFileSync(join(import.meta.dirname, '../../history/models.yaml'), 'utf8')
  expect((parse(text) as { bars: { rps: number } }).bars.rps).toBe(RPS_BAR)
})
