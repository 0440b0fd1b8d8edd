/** Orders, shares, groups, clashes, endings and changes in plain words. */
import { describe, expect, test } from 'vitest'
import { changeText } from '../../src/report/change-text.ts'
import { conditionText } from '../../src/report/condition-text.ts'
import { differenceText, ratioText } from '../../src/report/effect-text.ts'
import type { Contrast, Effect } from '../../src/judge/effect.ts'
import type { Condition, Look, Test } from '../../src/scenario/scenario.ts'
import { scenarioOfEffects } from './make-effects.ts'

const scenario = scenarioOfEffects()
type MetricCondition = Extract<Condition, { kind: 'metric' }>

const look = (given: Partial<Look> & Pick<Look, 'metric'>): Look => ({
  of: 'wreckers',
  take: 'delivered',
  from: 0,
  to: 60,
  ...given,
})
const asked = (metric: string, given: Partial<MetricCondition> = {}): Condition => ({
  ...look({ metric }),
  kind: 'metric',
  over: 'max',
  reaches: 1,
  test: { op: '>=', value: 1 },
  ...given,
})
const fact = (path: string, value: number): Condition => ({
  kind: 'fact',
  path,
  value: 0,
  test: { op: '>=', value },
})
const dated = (op: Test['op'], field = 'since'): Condition => ({
  kind: 'fact',
  path: `tie.cascadia-avalon.${field}`,
  value: 0,
  test: { op, value: 18_262 },
})
const ofPair = { of: 'cascadia', for: 'avalon' } as const
const entered = { ...look({ metric: 'proxies.entered' }), reaches: 1 }
const combat = { ...look({ metric: 'support.combat', ...ofPair }), reaches: 2 }

describe('conditions', () => {
  test.each<[Condition, string]>([
    [asked('proxies.entered'), 'the Wreckers: entry into the fight, days 0-60'],
    [
      asked('proxies.entered', { test: { op: '==', value: 0 } }),
      'the Wreckers: no entry into the fight, days 0-60',
    ],
    [
      asked('proxies.entered', { over: 'firstDay', test: { op: '<=', value: 14 } }),
      'the Wreckers: entry into the fight by day 14, days 0-60',
    ],
    [
      asked('proxies.launches', { over: 'sum', test: { op: '>', value: 100 } }),
      'the Wreckers: launches a day adds up to above 100, days 0-60',
    ],
    [
      asked('proxies.fear', { test: { op: '>=', value: 0.5 } }),
      'the Wreckers: fear of what would follow reaches 0.5 or more, days 0-60',
    ],
    [
      asked('proxies.depletion', { over: 'last', test: { op: '<', value: 0.5 } }),
      'the Wreckers: share worn down ends at below 0.5, days 0-60',
    ],
    [asked('escalation.incident', ofPair), 'Cascadia → Avalon: a lethal clash with the attackers, days 0-60'],
    [
      asked('escalation.incident', { ...ofPair, test: { op: '<', value: 1 } }),
      'Cascadia → Avalon: no lethal clash with the attackers, days 0-60',
    ],
    [
      asked('escalation.rung', { ...ofPair, test: { op: '<', value: 7 } }),
      'Cascadia → Avalon: rung with the attackers stays below 7 (limited combat between the two), days 0-60',
    ],
    [asked('termination.ended', { of: '' }), 'the fighting ends, days 0-60'],
    [
      asked('termination.ended', { of: '', over: 'firstDay', test: { op: '>', value: 30 } }),
      'the fighting ends after day 30, or never, days 0-60',
    ],
    [asked('termination.ceasefire', { of: '' }), 'the fighting ends by a ceasefire, days 0-60'],
    [
      asked('termination.regimeChange', { of: '', test: { op: '==', value: 0 } }),
      'the fighting does not end by the fall of the government attacked, days 0-60',
    ],
    [
      { kind: 'any', of: [asked('proxies.entered'), asked('proxies.entered', { of: 'raiders' })] },
      'the Wreckers or the Raiders: entry into the fight, days 0-60',
    ],
    [
      { kind: 'order', first: [entered], before: [combat] },
      'the Wreckers: in the fight; on an earlier day than Cascadia → Avalon: combat delivered at 2 or more, days 0-60',
    ],
    [
      {
        kind: 'order',
        first: [entered, { ...entered, of: 'raiders' }],
        before: [
          { ...combat, to: 90 },
          { ...combat, metric: 'support.display', to: 90 },
        ],
      },
      'the Wreckers or the Raiders: in the fight, days 0-60; on an earlier day than Cascadia → Avalon: combat delivered at 2 or more; and display delivered at 2 or more, days 0-90',
    ],
    [
      { kind: 'order', first: [combat], before: [entered, { ...entered, of: 'raiders' }] },
      'Cascadia → Avalon: combat delivered at 2 or more; on an earlier day than the Wreckers and the Raiders, each: in the fight, days 0-60',
    ],
    [
      {
        kind: 'order',
        first: [{ ...entered, metric: 'termination.ended', of: '' }],
        before: [{ ...entered, metric: 'escalation.incident', ...ofPair }],
      },
      'the end of the fighting; on an earlier day than Cascadia → Avalon: a lethal clash with the attackers, days 0-60',
    ],
    [
      {
        kind: 'share',
        part: [look({ metric: 'proxies.launches' })],
        whole: [look({ metric: 'proxies.launches' }), look({ metric: 'proxies.launches', of: 'raiders' })],
        test: { op: '>=', value: 0.2 },
      },
      'launches a day: share of the Wreckers in the sum of the Wreckers and the Raiders is 20 % or more, days 0-60',
    ],
    [
      {
        kind: 'share',
        part: [look({ metric: 'proxies.launches', to: 10 })],
        whole: [look({ metric: 'proxies.launches' })],
        test: { op: '<', value: 0.5 },
      },
      'launches a day: share of the Wreckers (days 0-10) in the sum of the Wreckers (days 0-60) is below 50 %',
    ],
    [
      {
        kind: 'share',
        part: [look({ metric: 'support.combat', ...ofPair })],
        whole: [
          look({ metric: 'support.combat', ...ofPair }),
          look({ metric: 'support.display', ...ofPair }),
        ],
        test: { op: '>', value: 0.5 },
      },
      'combat delivered of Cascadia → Avalon as a share of combat delivered of Cascadia → Avalon and display delivered of Cascadia → Avalon is above 50 %, days 0-60',
    ],
    [fact('proxy.wreckers.fear', 0.5), "the Wreckers' fear is 0.5 or more"],
    [fact('crisis.regimeThreat', 0.5), 'how far the government attacked is threatened is 0.5 or more'],
    [fact('crisis.start', 18_262), 'the crisis begins 2020-01-01 or later'],
    [fact('tie.cascadia-avalon.clauses.offence', 1), 'Cascadia → Avalon: an offence clause in force'],
    [dated('>'), 'Cascadia → Avalon: in force only after 2020-01-01'],
    [dated('>='), 'Cascadia → Avalon: in force since 2020-01-01 or later'],
    [dated('<'), 'Cascadia → Avalon: in force since before 2020-01-01'],
    [dated('<', 'until'), 'Cascadia → Avalon: in force until before 2020-01-01'],
    [dated('=='), 'Cascadia → Avalon: in force since 2020-01-01'],
  ])('%j', (condition, text) => {
    expect(conditionText(condition, scenario)).toBe(text)
  })
})

describe('changes', () => {
  test.each([
    ['ties.cascadia-avalon.clauses.defence = true', 'if a defence clause Cascadia → Avalon were in force'],
    [
      'ties.cascadia-avalon.clauses.neutrality = false',
      'if no neutrality clause Cascadia → Avalon were in force',
    ],
    ['ties.cascadia-avalon.clauses.offence = true', 'if an offence clause Cascadia → Avalon were in force'],
    ['proxies.wreckers.ownTerritory = 0.9', "with how far the Wreckers' own territory is struck at 0.9"],
    ['ties.cascadia-avalon.stake = 0.9', "with Cascadia's stake in Avalon at 0.9"],
    ['actors.cascadia.nuclear = true', 'if Cascadia were nuclear-armed'],
    ['actors.cascadia.nuclear = false', 'if Cascadia were not nuclear-armed'],
    ['crisis.form = "ground invasion"', 'with another form of the attack: "ground invasion"'],
    ['without wreckers', 'without the Wreckers'],
    ['without council', 'without the mechanism council'],
    ['patch peace.yaml', 'with patch peace.yaml'],
    ['weights.stake = 2; without wreckers', 'with the weight of stake at 2, and without the Wreckers'],
  ])('%s', (text, words) => {
    expect(changeText(text, scenario)).toBe(words)
  })
})

describe('differences', () => {
  const contrast = (value: number, half: number, basis: Contrast['basis'] = 'batches'): Contrast => ({
    value,
    low: value - half,
    high: value + 2 * half,
    half,
    basis,
  })
  test.each<[Contrast, string]>([
    [contrast(0.114, 0.012), '+0.11 ±0.01'],
    [contrast(-0.114, 0.012), '−0.11 ±0.01'],
    [contrast(0.0042, 0.0004), '+0.004 ±0.0004'],
    [contrast(0.00004, 0.0006), '+0.00004 ±0.001'],
    [contrast(0, 0.01), '0.00 ±0.01'],
    [contrast(0, 3 / 1024, 'no flip'), 'within ±0.003'],
    [contrast(0.002, 0.001, 'few flips'), '+0.002 (+0.001 to +0.004)'],
    [contrast(0, 0, 'identical'), 'exactly no difference'],
  ])('%j', (found, text) => {
    expect(differenceText(found)).toBe(text)
  })

  test('a ratio has its interval, or the events that are too few for it', () => {
    const effect = { below: 12 } as Effect
    expect(ratioText(effect)).toBe('ratio not estimable (12 events)')
    expect(ratioText({ ...effect, below: 1 })).toBe('ratio not estimable (1 event)')
    expect(ratioText({ ...effect, ratio: contrast(3.412, 0.45) })).toBe('×3.41 (2.96 to 4.31)')
  })
})
