/**
 * One assessed scenario that shows every verdict and every reason once: three
 * actors, five statements, a council. The golden screens are made from it.
 */
import type { Summary } from '../../src/engine/summary.ts'
import { type Assessed, judge } from '../../src/judge/judge.ts'
import type { Claim, Condition, Council, Scenario } from '../../src/scenario/scenario.ts'
import { claimOf, quantityOf, repeat, scenarioOf, summaryOf, tallyOf } from '../judge/make.ts'

const PLAYOUTS = 16
const DESIGN = { batches: 16, draws: 64, playouts: PLAYOUTS }
/** Normal scores of four draws, and of a quantity that moves the other way. */
const SCORES = [-1.34, -0.45, 0.45, 1.34]

type MetricCondition = Extract<Condition, { kind: 'metric' }>

const support = (channel: string, given: Partial<MetricCondition>): Condition => ({
  kind: 'metric',
  metric: `support.${channel}`,
  of: 'cascadia',
  for: 'avalon',
  take: 'delivered',
  over: 'max',
  reaches: 1,
  from: 0,
  to: 90,
  test: { op: '>=', value: 1 },
  ...given,
})
const council = (name: string, test: MetricCondition['test']): Condition =>
  support('', { metric: `council.${name}`, of: 'authorise-force', test })

/** The same four draws through all batches, with a playout more in half of the draws of every second batch. */
const counts = (draws: readonly number[]): readonly (readonly number[])[] => {
  const batch = repeat(draws, 16)
  const other = batch.map((draw, index) => (index % 2 === 1 || draw % PLAYOUTS === 0 ? draw : draw + 1))
  return repeat([batch, other], 8)
}

const TESTED: readonly (readonly [Partial<Claim>, readonly number[]])[] = [
  [
    {
      id: 'no-defence-clause',
      sentence: '1.1',
      kind: 'fact',
      that: {
        kind: 'fact',
        path: 'tie.cascadia-avalon.clauses.defence',
        value: 0,
        test: { op: '==', value: 0 },
      },
    },
    [16, 16, 16, 16],
  ],
  [
    {
      id: 'talk',
      sentence: '1.2',
      says: 'very likely',
      that: support('political', { test: { op: '>=', value: 2 } }),
      reading: 'a plain "would" is read as very likely',
      baseRate: 'words',
      indicators: ['explanations of vote', 'envoys sent'],
    },
    [14, 14, 14, 15],
  ],
  [
    {
      id: 'no-troops',
      sentence: '1.2',
      says: 'almost certain',
      that: {
        kind: 'all',
        of: [
          support('combat', { test: { op: '==', value: 0 } }),
          {
            kind: 'any',
            of: [
              support('display', { over: 'last', test: { op: '<=', value: 1 } }),
              {
                kind: 'not',
                of: support('enablement', { over: 'firstDay', reaches: 2, test: { op: '<=', value: 30 } }),
              },
            ],
          },
        ],
      },
      baseRate: 'joins',
      expectation: quantityOf('claims.no-troops.expectation', { role: 'expectation' }),
      why: 'the strait is narrow',
      indicators: [],
    },
    [16, 16, 16, 16],
  ],
  [
    {
      id: 'materiel-soon',
      sentence: '2.1',
      says: 'likely',
      that: support('materiel', { to: 30 }),
      indicators: ['airlift rotations'],
    },
    [1, 3, 7, 9],
  ],
  [
    {
      id: 'materiel-late',
      sentence: '2.2',
      says: 'likely',
      that: support('materiel', { over: 'firstDay', reaches: 2, test: { op: '<=', value: 60 } }),
    },
    [1, 6, 15, 16],
  ],
  [
    { id: 'vetoed', sentence: '3.1', says: 'roughly even', that: council('vetoed', { op: '==', value: 1 }) },
    [8, 9, 8, 9],
  ],
  [{ id: 'money', sentence: '3.2', that: support('economic', { take: 'decided' }) }, [4, 5, 5, 4]],
  [
    {
      id: 'no-mandate',
      sentence: '4.1',
      says: 'almost certain',
      that: {
        kind: 'all',
        of: [council('adopted', { op: '==', value: 0 }), { ...council('yes', { op: '<', value: 9 }) }],
      },
    },
    [16, 16, 16, 16],
  ],
  [
    { id: 'war', sentence: '4.2', says: 'likely', that: support('combat', { test: { op: '>=', value: 3 } }) },
    [0, 0, 0, 0],
  ],
]

const SENTENCES: readonly (readonly [string, string])[] = [
  ['1.1', 'Cascadia has signed a treaty of friendship with Avalon, which is no pact of defence.'],
  [
    '1.2',
    'It would speak up for its friend in the council and elsewhere but would almost certainly send no troops across the strait.',
  ],
  ['2.1', 'Fresh arms are likely to arrive within the month.'],
  ['2.2', 'Larger consignments should follow in the second.'],
  ['3.1', 'A text that authorises force has an even chance of being blocked.'],
  ['3.2', 'Cascadia could also lend money.'],
  ['4.1', 'The council will not give Borduria a mandate.'],
  ['4.2', 'Cascadia is likely to join as a full belligerent.'],
  ['5.1', 'The ferries across the strait are a safe route.'],
]

const COUNCIL: Council = {
  name: 'Council of the Strait',
  rule: { id: 'nine', seats: 15, threshold: 9, veto: true, bypass: false },
  members: [{ actor: 'cascadia', permanent: true, quantities: {} }],
  blocs: [],
  drafts: [
    {
      id: 'authorise-force',
      title: 'authorise all necessary means',
      type: 'authorise',
      favours: 'borduria',
      sponsor: 'borduria',
      quantities: { tabled: quantityOf('council.drafts.authorise-force.tabled') },
      votes: new Map(),
    },
  ],
}

export function scenarioShown(): Scenario {
  return scenarioOf({
    claims: TESTED.map(([claim]) => claimOf({ ...claim })),
    council: COUNCIL,
    assessment: {
      statements: [
        'Friendship, not alliance',
        'Arms',
        'Votes and money',
        'War',
        'The ferries as a safe route',
      ].map((title, index) => ({ id: index + 1, title })),
      sentences: SENTENCES.map(([id, text]) => ({ id, statement: Number.parseInt(id, 10), text })),
    },
    untested: new Map([['5.1', 'routes are not modelled yet']]),
    baseRates: new Map([
      [
        'joins',
        {
          id: 'joins',
          title: 'major powers that joined a war with force',
          value: 0.036,
          low: 0.023,
          high: 0.054,
          n: 390,
          source: 'treaty',
        },
      ],
      ['words', { id: 'words', title: 'friends who spoke up', value: 0.8, low: 0.7, high: 0.9 }],
    ]),
  })
}

export function summaryShown(): Summary {
  const parameters = ['ties.cascadia-avalon.stake', 'weights.stake', 'actors.cascadia.utilisation']
  const rising = repeat(SCORES, 256)
  const idle = rising.map((_, draw) => (Math.floor(draw / 4) % 2 === 0 ? 1 : -1))
  const falling = rising.map((z, draw) => (draw % 8 < 4 ? -z : -0.2 * z))
  const tallies = TESTED.map(
    ([claim, draws]) => [claim.id ?? '', tallyOf(counts(draws), PLAYOUTS, [rising, idle, falling])] as const,
  )
  const bins = (shares: readonly number[]): number[] => shares.map((share) => share * 1024)
  const start = Array.from({ length: 92 }, (_, day) => (day >= 7 && day < 27 ? 400 : day === 91 ? 8384 : 0))
  return summaryOf({
    design: DESIGN,
    parameters,
    claims: new Map(tallies),
    sentences: new Map([['1.2', tallyOf(counts([14, 14, 14, 14]), PLAYOUTS)]]),
    histograms: new Map([
      [
        'peak:cascadia:avalon:political',
        { name: 'peak:cascadia:avalon:political', bins: bins([1, 2, 5, 8]) },
      ],
      ['start:cascadia:avalon:political', { name: 'start:cascadia:avalon:political', bins: start }],
      ['peak:cascadia:avalon:combat', { name: 'peak:cascadia:avalon:combat', bins: bins([15.9, 0.1, 0, 0]) }],
      [
        'start:cascadia:avalon:combat',
        { name: 'start:cascadia:avalon:combat', bins: [...Array.from({ length: 91 }, () => 0), 16_384] },
      ],
      ['council:authorise-force', { name: 'council:authorise-force', bins: bins([8, 2, 3, 2, 0, 1]) }],
    ]),
    means: new Map(
      [1, 2, 3].map((level) => [
        `choice:cascadia:avalon:political:${level}`,
        { name: `choice:cascadia:avalon:political:${level}`, sum: BigInt(level) * 16_384n * 2n ** 37n },
      ]),
    ),
  })
}

export function assessedShown(): Assessed {
  return judge(scenarioShown(), summaryShown())
}
