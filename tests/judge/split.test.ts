/** Laws of the split: three parts of one variance, none of which takes what belongs to another. */
import { describe, expect, test } from 'vitest'
import { spreadOf } from '../../src/judge/band.ts'
import { regionOf } from '../../src/judge/ladder.ts'
import { type Split, splitOf } from '../../src/judge/split.ts'
import { judgeClaim } from '../../src/judge/verdict.ts'
import { type Drawn, formsOf, outcomeOf, type Rule } from './forms.ts'
import { claimOf, designOf, ladder } from './make.ts'

const PLAYOUTS = 16
const DETERRENCE: Rule = { id: 'rules.deterrence', forms: 3 }
const SECRECY: Rule = { id: 'rules.secrecy', forms: 2 }
/** How often so many successes come of 16 tosses, over 65,536 draws. */
const TOSSES = [1, 16, 120, 560, 1820, 4368, 8008, 11440, 12870, 11440, 8008, 4368, 1820, 560, 120, 16, 1]

function split(rules: readonly Rule[], drawn: readonly Drawn[], says?: string): Split {
  const batch = [drawn.map(({ successes }) => successes)]
  const design = designOf(batch, PLAYOUTS)
  const words = ladder('icd-203')
  const found = splitOf('it', formsOf('it', rules, drawn), {
    design,
    spread: spreadOf(outcomeOf(drawn, PLAYOUTS), design),
    ladder: words,
    ...(says === undefined ? {} : { region: regionOf(words, says) }),
  })
  if (found === undefined) throw new Error('no split')
  return found
}

/** Successes of 16 playouts of chance p, at a place between 0 and 1 of what luck brings: no luck is left out. */
function tossed(p: number, luck: number): number {
  let term = (1 - p) ** PLAYOUTS
  let below = term
  let successes = 0
  while (below < luck && successes < PLAYOUTS) {
    term *= ((PLAYOUTS - successes) / (successes + 1)) * (p / (1 - p))
    below += term
    successes += 1
  }
  return successes
}

/** Places between 0 and 1, evenly, and in no step with the forms. */
const luck = (draw: number): number => (draw * 0.6180339887) % 1

/** So many draws, the forms in turn. */
const draws = (count: number, one: (draw: number) => Drawn): Drawn[] =>
  Array.from({ length: count }, (_, draw) => one(draw))

const sumOf = ({ chance, parameters, rules }: Split): number => chance + parameters + rules

describe('what lies between the playouts', () => {
  test('is all chance where every draw tosses the same coin', () => {
    const drawn = TOSSES.flatMap((count, successes) =>
      draws(Math.ceil(count / 16), (draw) => ({ forms: [draw % 3], successes })),
    )
    const found = split([DETERRENCE], drawn)
    expect(found.chance).toBeGreaterThan(0.99)
    expect(found.rules).toBeLessThan(0.005)
    expect(sumOf(found)).toBeCloseTo(1, 12)
  })

  test('is all the rule where the form alone settles it', () => {
    const drawn = draws(300, (draw) => ({ forms: [draw % 3], successes: draw % 3 === 0 ? PLAYOUTS : 0 }))
    const found = split([DETERRENCE], drawn)
    expect(found.rules).toBeCloseTo(1, 12)
    expect(found.chance).toBeCloseTo(0, 12)
    expect(found.byRule[0]?.share).toBeCloseTo(1, 12)
    expect(found.byRule[0]?.forms.map(({ p }) => p)).toEqual([1, 0, 0])
  })

  test('is all the parameters where draws are settled, and whatever form they had', () => {
    const drawn = draws(600, (draw) => ({
      forms: [draw % 3],
      successes: Math.floor(draw / 3) % 2 === 0 ? PLAYOUTS : 0,
    }))
    const found = split([DETERRENCE], drawn)
    expect(found.parameters).toBeCloseTo(1, 12)
    expect(found.rules).toBe(0)
  })

  test('adds up to one with something of each', () => {
    const drawn = draws(6000, (draw) => ({
      forms: [draw % 3, draw % 2],
      successes: tossed(0.1 + (draw % 3) * 0.2 + (draw % 2) * 0.1 + (draw % 5) * 0.08, luck(draw)),
    }))
    const found = split([DETERRENCE, SECRECY], drawn)
    expect(sumOf(found)).toBeCloseTo(1, 12)
    for (const part of [found.chance, found.parameters, found.rules]) expect(part).toBeGreaterThan(0.02)
  })

  test('is not split where it always came out the same way', () => {
    const drawn = draws(30, (draw) => ({ forms: [draw % 3], successes: 0 }))
    expect(() => split([DETERRENCE], drawn)).toThrow('no split')
  })
})

describe('two rules', () => {
  test('each have their own share, and together the whole', () => {
    const drawn = draws(6000, (draw) => ({
      forms: [draw % 3, draw % 2],
      successes: tossed((draw % 3 === 0 ? 0.65 : 0.15) + (draw % 2) * 0.2, luck(draw)),
    }))
    const found = split([DETERRENCE, SECRECY], drawn)
    const [deterrence, secrecy] = found.byRule
    expect(deterrence!.share + secrecy!.share).toBeCloseTo(found.rules, 2)
    expect(deterrence!.share / secrecy!.share).toBeCloseTo(((2 / 9) * 0.25) / ((1 / 4) * 0.04), 0)
    expect(found.parameters).toBeLessThan(0.01)
    const shares = (of: typeof deterrence): readonly (string | undefined)[] =>
      of!.forms.map(({ p }) => p?.toFixed(2))
    expect(shares(deterrence)).toEqual(['0.75', '0.25', '0.25'])
    expect(shares(secrecy)).toEqual(['0.32', '0.52'])
  })

  test('that matter only together have a share that neither has alone', () => {
    const drawn = draws(400, (draw) => {
      const forms = [draw % 2, Math.floor(draw / 2) % 2]
      return { forms, successes: forms[0] === forms[1] ? 16 : 0 }
    })
    const found = split([{ id: 'rules.capacity', forms: 2 }, SECRECY], drawn)
    expect(found.rules).toBeCloseTo(1, 2)
    expect(found.byRule.map(({ share }) => share)).toEqual([0, 0])
  })
})

describe('a rule decides', () => {
  const byForm = (of: readonly number[]): Drawn[] =>
    draws(600, (draw) => ({ forms: [draw % 3], successes: of[draw % 3]! + (Math.floor(draw / 3) % 2) }))

  test('where another word is earned under another form', () => {
    expect(split([DETERRENCE], byForm([14, 8, 2])).byRule[0]?.decides).toBe(true)
    expect(split([DETERRENCE], byForm([13, 13, 14])).byRule[0]?.decides).toBe(false)
  })

  test('where what was asserted holds under one form and not under another', () => {
    const [rule] = split([DETERRENCE], byForm([12, 12, 4]), 'likely').byRule
    expect(rule?.forms.map(({ inside }) => inside)).toEqual([true, true, false])
    expect(rule?.decides).toBe(true)
  })

  test('not where the forms lie no further apart than their errors', () => {
    const near = [0.79, 0.81]
    const drawn = draws(40, (draw) => ({
      forms: [draw % 2],
      successes: Math.round(near[draw % 2]! * PLAYOUTS) + (draw % 4 < 2 ? 3 : -3),
    }))
    const [rule] = split([SECRECY], drawn).byRule
    expect(rule?.decides).toBe(false)
  })

  test('not where no draw had the other form in force', () => {
    const drawn = draws(40, () => ({ forms: [1], successes: 8 }))
    const [rule] = split([DETERRENCE], drawn).byRule
    expect(rule).toMatchObject({ decides: false, share: 0 })
    expect(rule?.forms.map(({ draws: count }) => count)).toEqual([0, 40, 0])
    expect(rule?.forms[0]).toEqual({ draws: 0 })
  })
})

describe('a verdict', () => {
  const drawn = draws(60, (draw) => ({ forms: [draw % 3], successes: (draw % 3) * 7 }))
  const batch = [drawn.map(({ successes }) => successes)]
  const bench = {
    ladder: ladder('icd-203'),
    design: designOf(batch, PLAYOUTS),
    parameters: [],
    scores: [],
    baseRates: new Map(),
  }
  const forms = formsOf('no-troops', [DETERRENCE], drawn)
  const tally = outcomeOf(drawn, PLAYOUTS)

  test('carries the split where a rule is uncertain, and none where all are certain', () => {
    const claim = claimOf({ says: 'likely' })
    expect(judgeClaim(claim, tally, { ...bench, forms }).split?.byRule).toHaveLength(1)
    expect(judgeClaim(claim, tally, bench).split).toBeUndefined()
  })

  test('on a fact of the inputs carries none', () => {
    expect(judgeClaim(claimOf({ kind: 'fact' }), tally, { ...bench, forms }).split).toBeUndefined()
  })
})
