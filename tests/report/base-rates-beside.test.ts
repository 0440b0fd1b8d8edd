/** Counted rates beside what the model gives: under a claim, under the table of support, under what a change moves. */
import { describe, expect, test } from 'vitest'
import { QUICK_DESIGN } from '../../src/engine/plan.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { verdictOf } from '../../src/judge/claim.ts'
import type { Move } from '../../src/judge/what-if.ts'
import { countedText } from '../../src/report/base-rate-text.ts'
import { claimBlock } from '../../src/report/claim-block.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { fightRateBlock } from '../../src/report/fight-rate-block.ts'
import { moveBlock } from '../../src/report/move-block.ts'
import type { Claim, Scenario } from '../../src/scenario/scenario.ts'
import { played } from '../engine/play.ts'
import { claim, councilOf, world } from '../engine/world.ts'

const { baseRates, sources } = theoryAlone()
const design = { ...QUICK_DESIGN, batches: 2 }
const FIGHTS = claim('fights', { metric: 'support.combat', test: { op: '>=', value: 2 } })

const council = councilOf({ drafts: [{ id: 'text', votes: { ally: 'yes' } }] })

function counted(...claims: readonly Claim[]): Scenario {
  return { ...world({ claims, council }), baseRates, sources }
}
const scenario = counted(FIGHTS)
const summary = played(scenario, { design })
const verdict = verdictOf(FIGHTS, { scenario, summary })
const view = { design, quantities: new Map(), width: 80, colour: PLAIN }
const options = { width: 80, colour: PLAIN, seed: 1 }
const joined = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/gu, ' ')
const COUNTED = '0.005 (0.003 to 0.007, n 5,009): Since 1945, a state without a defence pact fights'

test('a share alone is told as one, without an interval', () => {
  expect(countedText({ id: 'kept', title: 'Kept', value: 0.78 })).toBe(
    '0.78 (published as a share alone): Kept',
  )
})

describe('under a claim', () => {
  const told = (verbose: boolean): string =>
    joined(claimBlock(verdict, FIGHTS, { ...view, scenario, verbose }))

  test('it is told that the rate is that of its class, with n and source, when more is asked for', () => {
    expect(told(true)).toContain(`base rate of its class: ${COUNTED}`)
    expect(told(true)).toContain('COW inter-state wars 4.0')
    expect(told(false)).not.toContain('base rate')
  })
})

describe('under the table of support', () => {
  const block = (of: Scenario): string => joined(fightRateBlock({ summary, scenario: of, options }))

  test('each state stands once, with the rate of its class', () => {
    expect(block(scenario)).toContain(`ally → good: ${COUNTED}`)
  })

  test('a rate that a claim names for the same event wins, and one for another event does not', () => {
    const named = counted({ ...FIGHTS, baseRate: 'major-power-joins' })
    expect(block(named)).toContain('n 390')
    expect(block(named)).toContain('ally → good (named by a claim): ')
    expect(block(scenario)).not.toContain('named by a claim')
    expect(block(named)).not.toContain('n 5,009')
    const other = claim('any', { metric: 'support.combat', test: { op: '>=', value: 1 } })
    expect(block(counted({ ...other, baseRate: 'major-power-joins' }))).toContain('n 5,009')
  })

  test('it says nothing where nothing was counted', () => {
    expect(block({ ...scenario, baseRates: new Map() })).toBe('')
    expect(block({ ...scenario, attack: false })).toBe('')
    expect(fightRateBlock({ summary, scenario, options: { ...options, of: 'bad' } })).toEqual([])
  })
})

test('under what a change moves stands the rate of the changed world', () => {
  const move: Move = {
    claim: FIGHTS,
    before: verdict,
    after: verdict,
    moved: true,
    stirred: false,
    asksElse: false,
  }
  const told = (one: Move): string => joined(moveBlock(one, { ...view, after: scenario }))
  expect(told(move)).toContain(`base rate of its class: ${COUNTED}`)
  const pact = baseRates.get('pact-fights')!
  expect(told({ ...move, after: { ...verdict, baseRate: pact } })).toContain('n 211')
  const { baseRate: _rate, baseRateBy: _by, ...bare } = verdict
  expect(told({ ...move, before: bare, after: bare })).not.toContain('base rate')
})

test('no mechanism reads a counted rate: without any, everything comes out the same', () => {
  expect(played({ ...scenario, baseRates: new Map() }, { design }).histograms).toEqual(summary.histograms)
})
