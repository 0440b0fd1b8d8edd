/** Laws of the estimative words: edges, gaps, regions, and the comparison of words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWords } from '../../src/judge/comparison.ts'
import { contains, regionOf, sideAt, wordAt } from '../../src/judge/ladder.ts'
import type { Ladder } from '../../src/scenario/scenario.ts'
import { sideOf } from '../../src/scenario/side.ts'
import { ladder, readLadders } from './make.ts'

const at = (id: string, p: number): string => {
  const earned = wordAt(ladder(id), p)
  return earned.kind === 'word' ? earned.word : `${earned.lower} | ${earned.upper}`
}

describe('the word at a probability', () => {
  test.each([
    ['icd-203', 0, 'almost no chance'],
    ['icd-203', 0.05, 'almost no chance'],
    ['icd-203', 0.051, 'very unlikely'],
    ['icd-203', 0.2, 'very unlikely'],
    ['icd-203', 0.45, 'unlikely'],
    ['icd-203', 0.5, 'roughly even'],
    ['icd-203', 0.55, 'likely'],
    ['icd-203', 0.8, 'very likely'],
    ['icd-203', 0.95, 'almost certain'],
    ['icd-203', 1, 'almost certain'],
    ['nato', 0.1, 'highly unlikely'],
    ['nato', 0.4, 'unlikely'],
    ['nato', 0.6, 'likely'],
    ['nato', 0.9, 'highly likely'],
    ['uk-phia', 0.05, 'remote'],
    ['uk-phia', 0.07, 'remote | highly unlikely'],
    ['uk-phia', 0.37, 'unlikely | realistic possibility'],
    ['uk-phia', 0.4, 'realistic possibility'],
    ['uk-phia', 0.4999, 'realistic possibility'],
    ['uk-phia', 0.5, 'realistic possibility | likely'],
    ['uk-phia', 0.93, 'highly likely | almost certain'],
    ['uk-phia', 0.95, 'almost certain'],
  ])('%s at %d is %s: a shared edge belongs to the word nearer certainty', (id, p, word) => {
    expect(at(id, p)).toBe(word)
  })

  test('every probability earns a word that contains it, or lies in a gap between two neighbours', () => {
    for (const scale of readLadders().values()) {
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
          const earned = wordAt(scale, p)
          const names = scale.words.map(({ word }) => word)
          if (earned.kind === 'between') {
            const [lower, upper] = [names.indexOf(earned.lower), names.indexOf(earned.upper)]
            expect(upper).toBe(lower + 1)
            expect(p).toBeGreaterThanOrEqual(scale.words[lower]?.high ?? 2)
            expect(p).toBeLessThan(scale.words[upper]?.low ?? -1)
          } else {
            expect(contains(regionOf(scale, earned.word), p)).toBe(true)
          }
        }),
      )
    }
  })
})

describe('the region that a word asserts', () => {
  test.each([
    ['icd-203', 'likely', 0.55, 1],
    ['icd-203', 'unlikely', 0, 0.45],
    ['icd-203', 'roughly even', 0.45, 0.55],
    ['icd-203', 'almost certain', 0.95, 1],
    ['icd-203', 'almost no chance', 0, 0.05],
    ['uk-phia', 'realistic possibility', 0.4, 0.5],
    ['uk-phia', 'highly likely', 0.8, 1],
    ['nato', 'unlikely', 0, 0.4],
  ])('%s %s asserts %d to %d', (id, word, low, high) => {
    expect(regionOf(ladder(id), word)).toMatchObject({ low, high })
  })

  test('the even word does not assert an edge that its neighbour owns', () => {
    const region = regionOf(ladder('icd-203'), 'roughly even')
    expect([0.45, 0.5, 0.55].map((p) => contains(region, p))).toEqual([false, true, false])
  })

  test('a word that is not on the ladder is refused', () => {
    expect(() => regionOf(ladder('nato'), 'roughly even')).toThrow('unknown word: roughly even')
  })

  test('a ladder without an even word is split at one half', () => {
    const words = [
      { word: 'no', low: 0, high: 0.5, even: false },
      { word: 'yes', low: 0.5, high: 1, even: false },
    ]
    const two: Ladder = { id: 'two', title: 'Two words', words }
    expect([sideOf(two, 'no'), sideOf(two, 'yes')]).toEqual(['below', 'above'])
    expect([sideAt(two, 0.4), sideAt(two, 0.5), sideAt(two, 0.6)]).toEqual(['below', 'even', 'above'])
    expect(wordAt(two, 0.5)).toEqual({ kind: 'word', word: 'yes' })
  })
})

describe('the comparison of words', () => {
  test.each([
    ['icd-203', 'likely', 0.97, 'understated'],
    ['icd-203', 'likely', 0.6, 'as stated'],
    ['icd-203', 'likely', 0.5, 'overstated'],
    ['icd-203', 'likely', 0.45, 'contradicted'],
    ['icd-203', 'almost certain', 0.85, 'overstated'],
    ['icd-203', 'unlikely', 0.2, 'understated'],
    ['icd-203', 'unlikely', 0.5, 'overstated'],
    ['icd-203', 'unlikely', 0.55, 'contradicted'],
    ['icd-203', 'roughly even', 0.9, 'understated'],
    ['icd-203', 'roughly even', 0.1, 'understated'],
    ['icd-203', 'roughly even', 0.5, 'as stated'],
    ['uk-phia', 'likely', 0.77, 'understated'],
    ['uk-phia', 'likely', 0.52, 'overstated'],
    ['uk-phia', 'likely', 0.37, 'contradicted'],
    ['uk-phia', 'unlikely', 0.22, 'understated'],
    ['uk-phia', 'unlikely', 0.52, 'contradicted'],
    ['nato', 'highly likely', 0.9, 'as stated'],
  ])('%s: %s said, %d found, is %s', (id, said, p, comparison) => {
    expect(compareWords(ladder(id), said, p)).toBe(comparison)
  })
})
