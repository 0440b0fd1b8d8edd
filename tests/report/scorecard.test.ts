/** Laws of the scorecard's faces: they fit, say the same, and hide no bar that is missed. */
import { describe, expect, test } from 'vitest'
import { type Scorecard, scorecard } from '../../src/history/score/scorecard.ts'
import { SECOND_SHEET } from '../../src/history/score/second-coder.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { scorecardJson } from '../../src/report/scorecard-json.ts'
import { scorecardPage } from '../../src/report/scorecard-page.ts'
import { reliabilitySvg } from '../../src/report/scorecard-picture.ts'
import { scorecardScreen } from '../../src/report/scorecard-screen.ts'
import { barText, differenceText, oddsText, scoreText } from '../../src/report/scorecard-words.ts'
import { forecaster, leaning, record, sure } from '../history/make-cells.ts'

const cells = record()
/** Hardly better than chance: it misses bars. */
const model = leaning(cells, 0.2)
const card = scorecard(
  {
    cells,
    model,
    frozen: leaning(cells, 0.5),
    groups: [{ of: 'case-0', group: 'fennec', within: 12, p: 0.25, entered: true, inSample: true }],
    voids: [{ of: 'case-1', supporter: 'dorn', because: 'nobody knows what it did' }],
  },
  {
    seed: 1,
    resamples: 100,
    codings: {
      clauses: { ...model, id: 'clauses' },
      labels: { ...leaning(cells, 0), id: 'labels' },
      second: { ...leaning(cells, 0.1), id: 'second coder' },
    },
    agreement: {
      sheet: SECOND_SHEET,
      groups: [
        { group: 'inputs', alpha: 0.7, interval: { low: 0.6, high: 0.8 }, units: 1000, same: 0.25 },
        { group: 'promises', alpha: 0.5, interval: { low: 0.25, high: 0.75 }, units: 700, same: 0.9 },
        { group: 'levels', units: 0 },
      ],
      variables: [
        {
          id: 'access',
          group: 'inputs',
          alpha: 0.41,
          interval: { low: 0.3, high: 0.52 },
          units: 90,
          same: 0.5,
        },
        { id: 'stake', group: 'inputs', alpha: 0.7, interval: { low: 0.6, high: 0.8 }, units: 90, same: 0.5 },
      ],
    },
    variants: [{ id: 'as-shipped', date: '2026-11-24', rps: 0.2, why: 'the first of its kind' }],
  },
)
const perfect = scorecard(
  { cells, model: forecaster('model', cells, ({ recorded }) => sure(recorded)), groups: [], voids: [] },
  { seed: 1, resamples: 100 },
)
const PAGE = {
  command: 'foedus history score',
  playouts: 4096,
  picture: 'scorecard.svg',
  folds: [{ of: 'case-0', hyper: { spread: 0.5, pooling: 2 } }],
}
const screen = (one: Scorecard, width: number): string =>
  scorecardScreen(one, { width, colour: PLAIN, what: 'six crises' })

describe('the screen', () => {
  test.each([60, 80, 120])('fits %d columns', (width) => {
    for (const line of screen(card, width).split('\n'))
      expect(Array.from(line).length).toBeLessThanOrEqual(width)
  })

  test('tells every bar, and which are missed', () => {
    for (const one of [card, perfect]) {
      const text = screen(one, 200).replace(/\s+/g, ' ')
      for (const bar of one.bars) expect(text).toContain(barText(bar))
    }
    expect(screen(perfect, 80)).not.toContain('MISSED')
    expect(card.bars.some(({ passed }) => !passed)).toBe(true)
  })

  test('tells how far coders agree, and who the second one is', () => {
    const text = screen(card, 200)
    expect(text).toMatch(/inputs +0\.700 \(0\.600 to 0\.800\)/)
    expect(text).toContain('is no outside scholar')
    const own = { ...card, agreement: { ...card.agreement!, sheet: 'mine.csv' } }
    expect(screen(own, 200)).not.toContain('outside scholar')
    expect(screen(own, 200)).toContain('history agree first.csv mine.csv')
    expect(screen(perfect, 200)).not.toContain('How far')
  })

  test('holds each coding against climatology as well', () => {
    const { codings } = card.beside
    const climatology = card.scores.rps[1]!.score!.value
    expect(codings!.map(({ id }) => id)).toEqual(['clauses', 'labels', 'second coder'])
    for (const { score, lessClimatology } of codings!)
      expect(lessClimatology!.value).toBeCloseTo(score!.value - climatology, 12)
    expect(screen(card, 200)).toContain('it less climatology')
  })

  test('lists every variable on which coders hardly agree, and no other', () => {
    const text = screen(card, 200)
    expect(text).toMatch(/access +0\.410 \(0\.300 to 0\.520\)/)
    expect(text).not.toMatch(/stake +0\.700/)
  })

  test("tells the second coder's score in the same breath as the bars, or that there is none", () => {
    const flat = (one: Scorecard): string => screen(one, 80).replaceAll(/\s+/g, ' ')
    const { value } = card.beside.codings!.at(-1)!.score!
    expect(flat(card)).toMatch(
      new RegExp(`missed\\. With the second coder's inputs the closed form gives ${scoreText(value)} `),
    )
    expect(flat(card)).toContain('and MISSES the bar of 0.130')
    expect(flat(perfect)).toMatch(/are passed\. What a second coder's inputs give has not .*--codings/)
    const known = forecaster('second coder', cells, ({ recorded }) => sure(recorded))
    const kind = scorecard(
      { cells, model, groups: [], voids: [] },
      { seed: 1, resamples: 100, codings: { clauses: model, labels: model, second: known } },
    )
    expect(flat(kind)).toContain('gives 0.000 (0.000 to 0.000) and passes the bar')
  })

  test('names crises that are forecast worse than by what is usual, or none', () => {
    expect(screen(perfect, 200)).toContain(
      'worse than by climatology: none; worse than by obligation-only: none',
    )
    const { byCase } = card
    const worse = byCase.filter(({ scores }) => scores[0]!.value > scores[1]!.value).map(({ id }) => id)
    expect(worse.length).toBeGreaterThan(0)
    expect(screen(card, 200)).toContain(`worse than by climatology: ${worse.join(', ')};`)
  })

  test('says what does not help where it does not, and only there', () => {
    const help = (one: Scorecard): string => screen(one, 200)
    const surely = { value: -0.2, low: -0.3, high: -0.1 }
    const hardly = { ...surely, high: 0.01 }
    const told = (obligation: typeof surely): Scorecard => ({
      ...perfect,
      beside: { ...perfect.beside, obligation },
    })
    expect(help(told(hardly))).toContain('Obligation-only does no better than climatology')
    expect(help(told(surely))).not.toContain('does no better than climatology')
  })

  test('says what is scored and what check prints, and how much one input saves', () => {
    for (const text of [screen(card, 80).replaceAll(/\s+/g, ' '), scorecardPage(card, PAGE)]) {
      expect(text).toContain('highest level of support over 180 days')
      expect(text).toContain('stake-alone')
    }
    expect(screen({ ...card, shut: 4 }, 80)).toContain('4 of the cells are shut by rule')
  })

  test('tells why a model was scored', () => {
    expect(screen(card, 120)).toContain('the first of its kind')
  })

  test('says within which days a group was asked about', () => {
    expect(screen(card, 80)).toContain('to enter within 12 days')
  })

  test('what went worst stands before what went by channel', () => {
    const text = screen(card, 80)
    expect(text.indexOf('Worst first')).toBeLessThan(text.indexOf('Channel by channel'))
    expect(text.indexOf('What it is bad at')).toBeLessThan(text.indexOf('Channel by channel'))
  })

  test('groups are marked in sample, voids told with their reason, variants with their score', () => {
    const text = screen(card, 120)
    for (const word of ['in sample', 'nobody knows what it did', 'as-shipped', 'labels', 'closed form'])
      expect(text).toContain(word)
  })

  test('no number is missing', () => {
    for (const one of [card, perfect]) expect(screen(one, 80)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('a bar', () => {
  test('passed or missed is said with by how much', () => {
    const bar = { id: 'rps', limit: 0.13 } as const
    expect(barText({ ...bar, passed: false, value: 0.142 })).toContain('MISSED')
    expect(barText({ ...bar, passed: false, value: 0.142 })).toContain('0.012 over')
    expect(barText({ ...bar, passed: true, value: 0.121 })).toMatch(/^passed: .*0\.009 under/)
    expect(barText({ id: 'climatology', passed: false, value: 0.004, limit: 0 })).toContain('+0.004')
  })

  test('numbers have a sign where they are differences, and never a minus zero', () => {
    expect([0.0304, -0.0304, 0.0001, -0.0001].map(differenceText)).toEqual([
      '+0.030',
      '−0.030',
      '0.000',
      '0.000',
    ])
    expect(scoreText(0)).toBe('0.000')
  })

  test('odds add up to a hundred', () => {
    expect(oddsText([0.333, 0.333, 0.334, 0])).toBe('33 / 33 / 34 / 0 %')
  })
})

describe('the page', () => {
  const page = scorecardPage(card, PAGE)

  test('the same card gives the same page, with every bar and every case', () => {
    expect(scorecardPage(card, PAGE)).toBe(page)
    for (const bar of card.bars) expect(page).toContain(barText(bar))
    for (const id of card.cases) expect(page).toContain(`| ${id} |`)
  })

  test('every row of a table has as many cells as its head', () => {
    let columns = 0
    for (const line of page.split('\n')) {
      if (!line.startsWith('|')) columns = 0
      else {
        const found = line.split(' | ').length
        if (columns > 0) expect(found).toBe(columns)
        columns = found
      }
    }
  })
})

test('the JSON holds every cell and every bar, and survives the text', () => {
  const json = scorecardJson(card, { version: '1.0.0', folds: PAGE.folds })
  expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  expect(json).toMatchObject({ kind: 'scorecard', cells: cells.length, folds: PAGE.folds })
  const { worst, bars } = json as unknown as Pick<Scorecard, 'worst' | 'bars'>
  expect([worst.length, bars.length]).toEqual([cells.length, card.bars.length])
})

describe('the picture', () => {
  const svg = reliabilitySvg(card)

  test('is described for those who cannot see it, and draws every bin', () => {
    expect(svg).toContain('role="img" aria-labelledby="title desc"')
    const bins = card.reliability.reduce((sum, one) => sum + one.bins.length, 0)
    expect(svg.match(/<circle/g)?.length).toBe(bins)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('no mark leaves the paper', () => {
    const [width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.slice(1).map(Number)
    for (const [, x, y] of svg.matchAll(/c?x="([-\d.]+)" c?y="([-\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(width)
      expect(Number(y)).toBeGreaterThanOrEqual(0)
      expect(Number(y)).toBeLessThanOrEqual(height)
    }
  })
})
