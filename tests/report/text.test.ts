/** Numbers, lines, conditions and names of quantities in plain words. */
import { describe, expect, test } from 'vitest'
import { lawText } from '../../src/report/amount-text.ts'
import { conditionText } from '../../src/report/condition-text.ts'
import {
  estimateText,
  percentText,
  playoutsText,
  probabilityText,
  shareText,
} from '../../src/report/number-text.ts'
import { quantityText } from '../../src/report/quantity-text.ts'
import { clip, cut, flow, wrap } from '../../src/report/wrap.ts'
import type { Condition } from '../../src/scenario/scenario.ts'
import { scenarioShown } from './make-assessed.ts'

const scenario = scenarioShown()

describe('numbers', () => {
  test.each([
    [0.414, '0.41'],
    [0.0099, '0.010'],
    [0.9949, '0.995'],
    [0.99, '0.99'],
    [0.0001, '0.0001'],
    [0.9999, '0.9999'],
    [1, '1'],
  ])('%d reads %s', (p, text) => {
    expect(probabilityText(p)).toBe(text)
  })

  test('carry their error, and a bound where nothing was seen', () => {
    const interval = { low: 0, high: 1, half: 0.0212, basis: 'batches' as const }
    expect(estimateText(0.414, interval)).toBe('0.41 ±0.02')
    expect(estimateText(0.414, { ...interval, half: 0.0021 })).toBe('0.41 ±0.002')
    expect(estimateText(0.414, { ...interval, half: 0.0001 })).toBe('0.41 ±0.0001')
    expect(estimateText(0, { ...interval, half: 3 / 1024, basis: 'no event' })).toBe('<0.003')
    expect(estimateText(1, { ...interval, half: 3 / 1024, basis: 'every playout' })).toBe('>0.997')
    expect(estimateText(0, { ...interval, half: 3 / 65_536, basis: 'no event' })).toBe('<0.00005')
  })

  test('shares and laws', () => {
    const design = { batches: 16, draws: 64, playouts: 16 }
    expect([0, 4096, 16_384].map((count) => shareText(count, design))).toEqual(['<0.003', '0.25', '>0.997'])
    expect([1, 19, 20, 16_383].map((count) => shareText(count, design))).toEqual([
      '1 of 16,384',
      '19 of 16,384',
      '0.001',
      '16,383 of 16,384',
    ])
    expect([0, 2, 4096].map((count) => playoutsText(count, design))).toEqual([
      '<0.003 of the playouts',
      '2 of 16,384 playouts',
      '0.25 of the playouts',
    ])
    // One playout a draw: four of them are more than what was never seen may be.
    expect(shareText(4, { batches: 16, draws: 64, playouts: 1 })).toBe('0.004')
    expect([0, 0.004, 0.314].map(percentText)).toEqual(['0 %', '<1 %', '31 %'])
    expect(lawText({ law: { kind: 'fixed', value: 1900 }, unit: 'km' })).toBe('1,900 km')
    expect(lawText({ law: { kind: 'quantiles', p05: 0.1, p50: 0.25, p95: 0.5 }, unit: 'fraction' })).toBe(
      '0.25 (0.1 to 0.5)',
    )
    expect(lawText({ law: { kind: 'lognormal', p05: 3, p95: 9 }, unit: 'day' })).toBe('3 to 9 days')
    expect(lawText({ law: { kind: 'uniform', low: 0, high: 1 }, unit: 'fraction' })).toBe(
      'anywhere from 0 to 1',
    )
    expect(lawText({ law: { kind: 'beta', alpha: 2, beta: 3 }, unit: 'fraction' })).toBe('beta of 2 and 3')
  })
})

describe('lines', () => {
  test('break between words, and inside a word only when it is wider than the line', () => {
    expect(wrap('one two three', { width: 9, indent: 1, hang: 2 })).toEqual([' one two', '  three'])
    expect(wrap('abcdefghij kl', { width: 6, indent: 2 })).toEqual(['  abcd', '  efgh', '  ij', '  kl'])
    expect(flow([{ text: 'one' }, { text: 'two' }, { text: 'three' }], { width: 9, indent: 0 })).toEqual([
      'one   two',
      'three',
    ])
    expect(cut('one two three', 9)).toBe('one two…')
    expect(clip('→→→', 2)).toBe('→→')
  })
})

const metric = (given: Partial<Extract<Condition, { kind: 'metric' }>>): Condition => ({
  kind: 'metric',
  metric: 'support.combat',
  of: 'cascadia',
  for: 'avalon',
  take: 'delivered',
  over: 'max',
  reaches: 2,
  from: 0,
  to: 60,
  test: { op: '==', value: 0 },
  ...given,
})
const draft = (name: string, op: '==' | '<' | '>=' | '>' | '!=' | '<=', value: number): Condition =>
  metric({ metric: `council.${name}`, of: 'authorise-force', test: { op, value } })
const fact = (path: string, op: '==' | '>=' | '<=', value: number): Condition => ({
  kind: 'fact',
  path,
  value: 0,
  test: { op, value },
})

describe('conditions', () => {
  test.each([
    [metric({}), 'Cascadia → Avalon: combat delivered stays at 0, days 0-60'],
    [
      metric({ test: { op: '>=', value: 2 } }),
      'Cascadia → Avalon: combat delivered reaches 2 or more, days 0-60',
    ],
    [metric({ test: { op: '>', value: 2 } }), 'Cascadia → Avalon: combat delivered goes above 2, days 0-60'],
    [
      metric({ test: { op: '<=', value: 1 } }),
      'Cascadia → Avalon: combat delivered stays at 1 or less, days 0-60',
    ],
    [metric({ test: { op: '<', value: 1 } }), 'Cascadia → Avalon: combat delivered stays at 0, days 0-60'],
    [metric({ test: { op: '<', value: 3 } }), 'Cascadia → Avalon: combat delivered stays below 3, days 0-60'],
    [
      metric({ test: { op: '!=', value: 0 } }),
      'Cascadia → Avalon: combat delivered does not stay at 0, days 0-60',
    ],
    [metric({ over: 'min', from: 30, to: 30 }), 'Cascadia → Avalon: combat delivered is 0, day 30'],
    [
      metric({ over: 'last', test: { op: '<=', value: 1 } }),
      'Cascadia → Avalon: combat delivered ends at 1 or less, days 0-60',
    ],
    [
      metric({ over: 'sum', test: { op: '>', value: 9 } }),
      'Cascadia → Avalon: combat delivered adds up to above 9, days 0-60',
    ],
    [
      metric({ over: 'firstDay', test: { op: '<=', value: 30 } }),
      'Cascadia → Avalon: combat delivered first reaches 2 by day 30, days 0-60',
    ],
    [metric({ metric: 'obligation.combat' }), 'Cascadia → Avalon: combat owed by treaty is 0'],
    [
      metric({ metric: 'capacity.free', test: { op: '>=', value: 0.2 } }),
      'Cascadia → Avalon: force to spare is 0.2 or more',
    ],
    [draft('vetoed', '==', 1), '“authorise all necessary means”: vetoed, days 0-60'],
    [draft('adopted', '<', 1), '“authorise all necessary means”: not adopted, days 0-60'],
    [draft('short', '!=', 0), '“authorise all necessary means”: short of the votes it needs, days 0-60'],
    [draft('yes', '>=', 9), '“authorise all necessary means”: 9 or more yes votes, days 0-60'],
    [fact('tie.cascadia-avalon.clauses.defence', '==', 0), 'Cascadia → Avalon: no defence clause in force'],
    [
      fact('tie.cascadia-avalon.since', '>=', 18_262),
      'Cascadia → Avalon: in force since 2020-01-01 or later',
    ],
    [fact('tie.cascadia-avalon.contiguous', '==', 1), 'Cascadia → Avalon: neighbours'],
    [fact('tie.cascadia-avalon.stake', '>=', 0.5), 'Cascadia → Avalon: stake is 0.5 or more'],
    [fact('actor.cascadia.nuclear', '==', 0), 'Cascadia: not nuclear-armed'],
    [fact('actor.cascadia.utilisation', '>=', 0.5), 'Cascadia: utilisation is 0.5 or more'],
    [fact('council.members.cascadia.permanent', '==', 1), 'Cascadia: a permanent member'],
    [fact('council.rule.veto', '==', 1), 'a permanent member can veto'],
    [fact('council.rule.threshold', '==', 9), 'votes needed in the council: 9'],
    [
      { kind: 'not', of: draft('tabled', '==', 1) },
      '“authorise all necessary means”: not so: tabled, days 0-60',
    ],
    [
      { kind: 'all', of: [metric({}), metric({ metric: 'support.display', test: { op: '<=', value: 1 } })] },
      'Cascadia → Avalon: combat delivered stays at 0; and display delivered stays at 1 or less, days 0-60',
    ],
    [
      {
        kind: 'any',
        of: [metric({}), { kind: 'all', of: [draft('tabled', '==', 1), draft('adopted', '==', 0)] }],
      },
      'Cascadia → Avalon: combat delivered stays at 0; or “authorise all necessary means”: (tabled; and not adopted), days 0-60',
    ],
    [
      { kind: 'any', of: [metric({}), metric({ of: 'borduria' })] },
      'Cascadia or Borduria → Avalon: combat delivered stays at 0, days 0-60',
    ],
    [
      {
        kind: 'all',
        of: [metric({}), { kind: 'any', of: [metric({ of: 'borduria' }), metric({ of: 'cascadia' })] }],
      },
      'Cascadia → Avalon: combat delivered stays at 0; and Borduria or Cascadia → Avalon: combat delivered stays at 0, days 0-60',
    ],
    [
      { kind: 'all', of: [fact('council.rule.veto', '==', 1), metric({})] },
      'a permanent member can veto; and Cascadia → Avalon: combat delivered stays at 0, days 0-60',
    ],
  ] as const)('%j', (condition, text) => {
    expect(conditionText(condition, scenario)).toBe(text)
  })
})

describe('quantities', () => {
  test.each([
    ['ties.cascadia-avalon.stake', "Cascadia's stake in Avalon"],
    ['ties.cascadia-avalon.dependence.oil-exports', "Cascadia's dependence on Avalon in oil exports"],
    ['ties.cascadia-avalon.somethingNew', 'something new of Cascadia towards Avalon'],
    ['actors.cascadia.utilisation', 'how far Cascadia is committed elsewhere'],
    ['actors.cascadia.size', "Cascadia's relative size"],
    ['weights.stake', 'the weight of stake'],
    ['weights.freeCapacity', 'the weight of free capacity'],
    ['weights.precision', 'the precision of choice'],
    ['weights.entryBase', 'how readily groups enter at all'],
    ['weights.endCeasefire', 'the share of ceasefires among endings'],
    ['weights.needAfter', 'what remains of the need after the end'],
    ['channels.materiel.alpha', 'the readiness to give materiel'],
    ['channels.combat.kappa', 'the threshold of giving any combat support'],
    ['channels.combat.loadings.escalation', 'how much escalation counts in combat support'],
    ['channels.intelligence.reported.1', 'the chance that intelligence support is reported'],
    ['council.drafts.authorise-force.tabled', 'the chance that “authorise all necessary means” is tabled'],
    ['no.such.thing', 'no.such.thing'],
  ])('%s', (id, text) => {
    expect(quantityText(id, scenario)).toBe(text)
  })
})
