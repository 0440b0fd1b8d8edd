/**
 * One assessed scenario with every kind of claim that asks for more than a share of all playouts: changes made,
 * conditions seen, contrasts, records, and each reason for having no verdict on them.
 */
import type { ArmOutcome } from '../../src/engine/paired.ts'
import type { Summary } from '../../src/engine/summary.ts'
import { type Assessed, judge } from '../../src/judge/judge.ts'
import type { Change, Claim, Condition, Scenario } from '../../src/scenario/scenario.ts'
import { claimOf, quantityOf, repeat, scenarioOf, summaryOf, tallyOf } from '../judge/make.ts'
import { armOf, type GivenDraw, givenOf, type PairDraw, pairOf } from '../judge/vectors.ts'

const PLAYOUTS = 16
const DESIGN = { batches: 16, draws: 64, playouts: PLAYOUTS }
const PARAMETERS = ['weights.obligation', 'ties.cascadia-avalon.stake']
/** Normal scores of the four draws that are played again and again; and of a quantity that plays no part. */
const RISING = repeat([-1.34, -0.45, 0.45, 1.34], 256)
const IDLE = repeat([1, -1, -1, 1], 256)

const look = { of: 'cascadia', for: 'avalon', take: 'delivered', from: 0, to: 90 } as const
const support = (channel: string, value: number): Condition => ({
  ...look,
  kind: 'metric',
  metric: `support.${channel}`,
  over: 'max',
  reaches: 1,
  test: { op: '>=', value },
})
const group = { take: 'delivered', from: 0, to: 90, of: 'wreckers' } as const

/** Sixteen batches of the same four draws, with something more in the first draw of every second batch. */
function steady<T extends readonly number[]>(
  draws: readonly T[],
  first: (draw: T) => T,
): readonly (readonly T[])[] {
  const batch = repeat(draws, 16)
  return repeat([batch, batch.map((draw, at) => (at === 0 ? first(draw) : draw))], 8)
}

const pairs = (draws: readonly PairDraw[]) =>
  pairOf(
    steady(draws, ([both, up, down]): PairDraw => [both, up + 4, down]),
    [RISING, IDLE],
  )
const seen = (draws: readonly GivenDraw[]) =>
  givenOf(
    steady(draws, ([both, given, that]): GivenDraw => [both + 1, given + 1, that + 1]),
    [RISING, IDLE],
  )
const still = pairOf(repeat([repeat([[3, 0, 0] as PairDraw], 64)], 16), [RISING, IDLE])

interface Shown {
  readonly claim: Partial<Claim> & { readonly id: string }
  readonly pair?: ReturnType<typeof pairs>
  readonly identical?: boolean
  readonly vector?: ReturnType<typeof seen>
  /** In the changed world. */
  readonly there?: readonly number[]
}

const change = (text: string, mechanisms: readonly string[] = []): Change => ({
  text,
  world: { ...scenarioOf(), without: { actors: [], mechanisms } },
})
const DIFFERENCE = {
  as: 'difference',
  tests: [
    { op: '>', value: 0 },
    { op: '<', value: 0.25 },
  ],
} as const
const RATIO = { as: 'ratio', tests: [{ op: '>=', value: 3 }] } as const

const SHOWN: readonly Shown[] = [
  {
    claim: {
      id: 'clause',
      sentence: '1.1',
      kind: 'counterfactual',
      that: support('combat', 1),
      do: change('ties.cascadia-avalon.clauses.defence = true'),
      effect: DIFFERENCE,
      why: 'the clause is what is missing',
    },
    pair: pairs([
      [1, 0, 0],
      [1, 1, 0],
      [1, 3, 0],
      [1, 6, 0],
    ]),
  },
  {
    claim: {
      id: 'stake',
      sentence: '1.2',
      kind: 'counterfactual',
      that: support('materiel', 2),
      do: change('ties.cascadia-avalon.stake = 0.9; without wreckers'),
      effect: RATIO,
    },
    pair: pairs([
      [2, 1, 0],
      [2, 0, 1],
      [3, 1, 0],
      [2, 0, 0],
    ]),
  },
  {
    claim: {
      id: 'rare',
      sentence: '1.3',
      kind: 'counterfactual',
      that: support('combat', 3),
      do: change('actors.cascadia.utilisation = 10 %'),
      effect: RATIO,
    },
    pair: pairOf(
      repeat(
        [
          repeat(
            [
              [0, 1, 0],
              [0, 0, 0],
            ] as PairDraw[],
            32,
          ),
        ],
        16,
      ),
      [RISING, IDLE],
    ),
  },
  {
    claim: {
      id: 'quiet',
      sentence: '1.4',
      kind: 'counterfactual',
      that: support('display', 1),
      do: change('weights.stake = 2'),
      effect: DIFFERENCE,
    },
    pair: still,
  },
  {
    claim: {
      id: 'idle',
      sentence: '1.4',
      kind: 'counterfactual',
      that: support('display', 2),
      do: change('crisis.form = air campaign'),
      effect: DIFFERENCE,
    },
    pair: still,
    identical: true,
  },
  {
    claim: {
      id: 'deaf',
      sentence: '1.5',
      kind: 'counterfactual',
      that: support('display', 2),
      do: change('without council', ['council']),
      effect: DIFFERENCE,
    },
  },
  {
    claim: {
      id: 'made',
      sentence: '2.1',
      kind: 'conditional',
      says: 'likely',
      that: support('materiel', 1),
      do: change('actors.cascadia.nuclear = true'),
    },
    there: [12, 13, 11, 12],
  },
  {
    claim: {
      id: 'seen',
      sentence: '2.2',
      kind: 'conditional',
      says: 'likely',
      that: support('materiel', 1),
      given: support('political', 2),
    },
    vector: seen([
      [3, 4, 6],
      [4, 5, 5],
      [3, 4, 3],
      [4, 5, 9],
    ]),
  },
  {
    claim: {
      id: 'seldom',
      sentence: '2.3',
      kind: 'conditional',
      says: 'likely',
      that: support('materiel', 1),
      given: support('combat', 2),
    },
    vector: givenOf(repeat([[[1, 1, 3], ...repeat([[0, 0, 3] as GivenDraw], 63)] as GivenDraw[]], 16), [
      RISING,
      IDLE,
    ]),
  },
  {
    claim: {
      id: 'contrast',
      sentence: '2.4',
      kind: 'contrast',
      that: support('materiel', 1),
      given: support('political', 2),
      effect: { as: 'difference', tests: [{ op: '>', value: 0 }] },
    },
    vector: seen([
      [3, 4, 6],
      [4, 5, 8],
      [3, 4, 6],
      [4, 5, 9],
    ]),
  },
  {
    claim: {
      id: 'order',
      sentence: '3.1',
      says: 'likely',
      that: {
        kind: 'order',
        first: [{ ...group, metric: 'proxies.entered', reaches: 1 }],
        before: [{ ...look, metric: 'support.combat', reaches: 1 }],
      },
    },
  },
  {
    claim: {
      id: 'share',
      sentence: '3.2',
      says: 'likely',
      that: {
        kind: 'share',
        part: [{ ...group, metric: 'proxies.launches' }],
        whole: [
          { ...group, metric: 'proxies.launches' },
          { ...group, of: 'raiders', metric: 'proxies.launches' },
        ],
        test: { op: '>=', value: 0.2 },
      },
    },
  },
  {
    claim: {
      id: 'record',
      sentence: '3.3',
      kind: 'record',
      says: 'almost certain',
      record: {
        of: 'wars next door in which it could have fought',
        cases: Array.from({ length: 14 }, (_, at) => ({
          title: `War of the ${at + 1} islands`,
          held: at !== 4,
          source: 'treaty',
        })),
      },
    },
  },
]

const SENTENCES: Readonly<Record<string, string>> = {
  '1.1': 'A duty to defend would change little.',
  '1.2': 'With more at stake, and without the Wreckers, it would send far more arms.',
  '1.3': 'Its other war is what keeps it out.',
  '1.4': 'Neither doctrine nor the form of the attack matters for its ships.',
  '1.5': 'Without the council it would show its ships as well.',
  '2.1': 'Had it the bomb, arms would be likely.',
  '2.2': 'If it speaks up it is likely to send arms too.',
  '2.3': 'If it fights at all it is likely to send arms.',
  '2.4': 'Arms come oftener where words came.',
  '3.1': 'The Wreckers are likely to fight before Cascadia does.',
  '3.2': 'A good part of the rockets will be theirs.',
  '3.3': 'It has nearly always stayed out of wars next door.',
}

export function scenarioOfEffects(): Scenario {
  const base = scenarioOf()
  const proxy = (id: string) => ({ actor: id, ally: 'avalon', quantities: {} })
  return {
    ...base,
    actors: new Map([
      ...base.actors,
      ...['raiders', 'wreckers'].map(
        (id) =>
          [
            id,
            {
              id,
              name: `the ${id.charAt(0).toUpperCase()}${id.slice(1)}`,
              kind: 'nonstate' as const,
              nuclear: false,
              quantities: {},
            },
          ] as const,
      ),
    ]),
    weights: new Map([
      ...base.weights,
      ['obligation', quantityOf('weights.obligation', { unit: 'log-odds' })],
    ]),
    proxies: new Map([
      ['raiders', proxy('raiders')],
      ['wreckers', proxy('wreckers')],
    ]),
    claims: SHOWN.map(({ claim }) => {
      const { that, ...rest } = claimOf({ ...claim })
      return claim.kind === 'record' ? rest : { ...rest, that: that! }
    }),
    assessment: {
      statements: ['What would change it', 'What goes with what', 'Order, share and record'].map(
        (title, at) => ({ id: at + 1, title }),
      ),
      sentences: Object.entries(SENTENCES).map(([id, text]) => ({
        id,
        statement: Number.parseInt(id, 10),
        text,
      })),
    },
  }
}

function summaryOfEffects(): Summary {
  return summaryOf({
    design: DESIGN,
    parameters: PARAMETERS,
    scores: [0n, 0n],
    claims: new Map(
      SHOWN.map(({ claim }) => [
        claim.id,
        tallyOf(repeat([repeat([11, 12, 10, 12], 16), repeat([11, 12, 11, 12], 16)], 8), PLAYOUTS, [
          RISING,
          IDLE,
        ]),
      ]),
    ),
    vectors: new Map(SHOWN.flatMap(({ claim, vector }) => (vector ? [[claim.id, vector]] : []))),
  })
}

function armsOfEffects(): ReadonlyMap<string, ArmOutcome> {
  return new Map(
    SHOWN.flatMap(({ claim, pair, identical = false, there }) => {
      const { id, do: made } = claim
      if (made === undefined) return []
      const tally =
        there &&
        tallyOf(repeat([repeat(there, 16), repeat([there[0]! + 1, ...there.slice(1)], 16)], 8), PLAYOUTS, [
          RISING,
          IDLE,
        ])
      const summary = summaryOf({
        design: DESIGN,
        parameters: PARAMETERS,
        scores: [0n, 0n],
        claims: new Map(tally ? [[id, tally]] : []),
      })
      const arm = armOf(pair ?? still, {
        design: DESIGN,
        claim: id,
        id: made.text,
        parameters: PARAMETERS,
        identical,
        summary,
      })
      return [[made.text, pair ? arm : { ...arm, pairs: new Map() }]]
    }),
  )
}

export function assessedEffects(): Assessed {
  return judge(scenarioOfEffects(), summaryOfEffects(), armsOfEffects())
}
