/** What a screen says of chance, assumptions and rival rules, and when the rules are what decides. */
import { describe, expect, test } from 'vitest'
import type { FormSplit, Split } from '../../src/judge/split.ts'
import type { ClaimVerdict } from '../../src/judge/verdict.ts'
import { claimBlock, type ClaimView } from '../../src/report/claim-block.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { quantitiesById } from '../../src/report/inputs.ts'
import { estimateText } from '../../src/report/number-text.ts'
import { decidingText, splitTexts } from '../../src/report/split-text.ts'
import { assessedJson } from '../../src/report/json.ts'
import { claimOf } from '../judge/make.ts'
import { scenarioOfForces } from './make-forces.ts'

const scenario = scenarioOfForces()

const form = (p: number, word: string, inside?: boolean): FormSplit => ({
  draws: 300,
  p,
  interval: { low: p - 0.02, high: p + 0.02, half: 0.02, basis: 'draws' },
  earned: { kind: 'word', word },
  ...(inside === undefined ? {} : { inside }),
})

function split(forms: readonly FormSplit[], decides = true): Split {
  return {
    chance: 0.606,
    parameters: 0.2995,
    rules: 0.0945,
    rulesTold: true,
    byRule: [{ rule: 'rules.deterrence', share: 0.09, decides, forms }],
  }
}

const TURNS = split([form(0.72, 'likely', true), form(0.55, 'likely', true), form(0.31, 'unlikely', false)])
const WORDS = split([form(0.97, 'almost certain', true), form(0.9, 'very likely', true)])

function found(given: Partial<ClaimVerdict>): ClaimVerdict {
  return {
    id: 'no-troops',
    kind: 'probability',
    verdict: 'unresolved',
    reason: {
      kind: 'assumptions decide',
      driver: { quantity: 'ties.cascadia-avalon.stake', sign: 1, share: 0.3 },
    },
    p: 0.55,
    count: 900,
    interval: { low: 0.53, high: 0.57, half: 0.02, basis: 'batches' },
    band: { low: 0.2, high: 0.8 },
    earned: { kind: 'word', word: 'likely' },
    said: 'likely',
    thetaAlone: false,
    drivers: [{ quantity: 'rules.deterrence', sign: -1, share: 0.31 }],
    split: TURNS,
    ...given,
  }
}

function block(given: Partial<ClaimVerdict>, verbose = false): string {
  const view: ClaimView = {
    scenario,
    quantities: quantitiesById(scenario),
    width: 400,
    verbose,
    colour: PLAIN,
    design: { batches: 4, draws: 64, playouts: 8 },
  }
  return claimBlock(found(given), claimOf(), view).join('\n')
}

describe('the parts', () => {
  test('are whole per cents that make a hundred, and each rule is told by form', () => {
    expect(splitTexts(TURNS)).toEqual([
      'what makes it uncertain: chance 61 %, the assumptions 30 %, rival rules of the theory 9 %',
      'deterrence: none 0.72, graded 0.55, strong 0.31',
    ])
  })

  test('a share of rules that chance could have made is not told as nothing', () => {
    const [parts] = splitTexts({ ...TURNS, chance: 0.7, parameters: 0.3, rules: 0, rulesTold: false })
    expect(parts).toBe(
      'what makes it uncertain: chance 70 %, the assumptions 30 %, rival rules of the theory not told from chance at this size',
    )
  })

  test('that are nearly nothing are not told as nothing', () => {
    const [first] = splitTexts({ ...TURNS, chance: 0.999, parameters: 0.0007, rules: 0.0003 })
    expect(first).toContain('rival rules of the theory <1 %')
  })

  test('stand under the claim only when asked for, and in JSON with the forms by name', () => {
    expect(block({})).not.toContain('what makes it uncertain')
    expect(block({}, true)).toContain('what makes it uncertain')
    expect(block({ split: undefined as never }, true)).not.toContain('what makes it uncertain')
    const counts = { holds: 0, fails: 0, unresolved: 1, 'not testable': 0 }
    const assessed = {
      design: { batches: 4, draws: 64, playouts: 8 },
      ladder: 'icd-203',
      claims: [found({})],
      sentences: [],
      counts,
    }
    const json = JSON.stringify(assessedJson(assessed, { version: '0' }))
    expect(json).toContain('{"form":"strong","draws":300,"p":0.31')
  })
})

describe('the rival rules decide', () => {
  test('where the verdict hangs on the form, with what each would say, before all other assumptions', () => {
    expect(block({})).toContain(
      "the rival rules decide: deterrence none 0.72 (would hold), graded 0.55 (would hold), strong 0.31 (would fail); of the assumptions, first Cascadia's stake in Avalon",
    )
  })

  test('the word alone, where all forms are on one side of what was said', () => {
    expect(decidingText(WORDS)).toBe(
      'the rival rules decide the word: deterrence none 0.97 (almost certain), graded 0.90 (very likely)',
    )
    expect(block({ verdict: 'holds', reason: { kind: 'as asserted' }, split: WORDS })).toContain(
      'decide the word',
    )
  })

  test('nothing where the forms are no further apart than chance', () => {
    expect(decidingText(split([form(0.72, 'likely'), form(0.3, 'unlikely')], false))).toBe('')
    expect(decidingText(undefined)).toBe('')
  })

  test('a rule among the drivers is told in words, with the form that moves it', () => {
    const shown = block({}, true)
    expect(shown).toContain('driver: which rule of deterrence holds (strong lowers it, 31 % of the spread)')
    expect(shown).toContain('none 30 %, graded 50 %, strong 20 %')
    expect(shown).not.toContain('rules.deterrence')
  })
})

test('an error that leads beyond 0 or 1 is told as from where to where', () => {
  const interval = { low: 0.977, high: 1, half: 0.016, basis: 'batches' as const }
  expect(estimateText(0.993, interval)).toBe('0.993 (0.98 to 1)')
  expect(estimateText(0.004, { low: 0, high: 0.012, half: 0.008, basis: 'draws' })).toBe('0.004 (0 to 0.01)')
})
