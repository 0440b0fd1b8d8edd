/** Random small worlds: supporters of both sides, clauses, a council or none, claims of every kind. */
import fc from 'fast-check'
import {
  CHANNELS,
  type Claim,
  CLAUSES,
  type Condition,
  type Law,
  type Scenario,
} from '../../src/scenario/scenario.ts'
import { force } from './random-force.ts'
import {
  claim,
  councilOf,
  FRIENDLY,
  type Group,
  GROUP,
  HOSTILE,
  range,
  type Supporter,
  world,
} from './world.ts'

const HORIZON = 12

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)
/** A fixed share, or a range of shares. */
const amount: fc.Arbitrary<number | Law> = fc.oneof(
  share,
  fc.tuple(share, share, share).map((three) => {
    const [low, middle, high] = three.sort((a, b) => a - b)
    return range(low!, middle!, high!)
  }),
)

function amounts(fields: readonly string[]): fc.Arbitrary<Record<string, number | Law>> {
  const chosen = Object.fromEntries(fields.map((field) => [field, amount]))
  return fc.record(chosen, { requiredKeys: [] }) as fc.Arbitrary<Record<string, number | Law>>
}

const casusFoederis = fc.record({
  trigger: fc.constantFrom([], ['invasion'], ['blockade']),
  exclusions: fc.constantFrom([], ['bad']),
  requiredLevel: fc.integer({ min: 1, max: 3 }),
  discretion: fc.boolean(),
})
const tieOptions = (fields: readonly string[]): fc.Arbitrary<NonNullable<Supporter['friend']>> =>
  fc.record({
    values: amounts(fields),
    clauses: fc.subarray([...CLAUSES]),
    casusFoederis,
    contiguous: fc.boolean(),
  })

const FRIEND_FIELDS = [...Object.keys(FRIENDLY).filter((field) => field !== 'distance'), 'freeCapacity']

const supporters: fc.Arbitrary<Supporter[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('ally', 'brother', 'cousin', 'dove'),
    recipient: fc.constantFrom('good', 'bad'),
    actor: amounts(['size', 'utilisation']),
    friend: tieOptions(FRIEND_FIELDS),
    foe: tieOptions(Object.keys(HOSTILE)),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
)

const groups: fc.Arbitrary<Group[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('band', 'clan', 'gang'),
    ally: fc.constantFrom('good', 'bad'),
    values: amounts(Object.keys(GROUP).filter((field) => field !== 'rate')),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
)

/** From an end within days to none within the horizon. */
const ending = fc.record({
  duration: fc.constantFrom(2, 10, 1000),
  mediator: amount,
  regimeThreat: amount,
})

/** Mostly nobody and nothing is left out. */
const without = fc.record({
  actors: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, fc.subarray(['ally', 'band'])),
  mechanisms: fc.constant([]),
})

const vote = fc.tuple(share, share, share, share).map((parts): readonly [number, number, number, number] => {
  const sum = parts.reduce((all, part) => all + part, 0)
  return sum === 0 ? [1, 0, 0, 0] : [parts[0] / sum, parts[1] / sum, parts[2] / sum, parts[3] / sum]
})
/** What members whose votes nobody states look at; all of it, for whoever may be one. */
const drafted = fc.record({
  strength: amount,
  blame: amount,
  conduct: amount,
  cosponsors: fc.integer({ min: 0, max: 50 }),
  assembly: amount,
  assemblyAdopts: amount,
})
const draft = (id: string): fc.Arbitrary<Parameters<typeof councilOf>[0]['drafts'][number]> =>
  fc.record({
    id: fc.constant(id),
    type: fc.constantFrom('authorise' as const, 'condemn' as const, 'procedural' as const),
    favours: fc.constantFrom('good', 'bad'),
    tabled: share,
    showdown: share,
    values: drafted,
    votes: fc.record({ ally: vote, brother: vote, outsider: vote }),
  })
const council = fc.option(
  fc.record({
    permanent: fc.subarray(['ally', 'outsider']),
    threshold: fc.integer({ min: 1, max: 3 }),
    veto: fc.boolean(),
    bypass: fc.boolean(),
    blocs: fc.constantFrom([], [{ members: ['brother', 'outsider'], rho: 0.7 }]),
    unstated: fc.constantFrom({}, { stranger: 0.4, dove: range(0.1, 0.5, 0.9) }),
    drafts: fc.tuple(draft('d1'), draft('d2')),
  }),
  { nil: undefined },
)

/** Conditions over what the world holds. */
function condition(scenario: Scenario): fc.Arbitrary<Condition> {
  const test = fc.record({
    op: fc.constantFrom(
      '<' as const,
      '<=' as const,
      '>' as const,
      '>=' as const,
      '==' as const,
      '!=' as const,
    ),
    value: fc.integer({ min: 0, max: 3 }),
  })
  const common = {
    kind: fc.constant('metric' as const),
    over: fc.constantFrom(
      'max' as const,
      'min' as const,
      'last' as const,
      'sum' as const,
      'firstDay' as const,
    ),
    reaches: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: HORIZON }),
    to: fc.integer({ min: 0, max: HORIZON }),
    test,
  }
  const inOrder = <T extends { readonly from: number; readonly to: number }>(leaf: T): T => ({
    ...leaf,
    from: Math.min(leaf.from, leaf.to),
    to: Math.max(leaf.from, leaf.to),
  })
  const support = fc
    .record({
      ...common,
      metric: fc.constantFrom(
        ...CHANNELS.map((channel) => `support.${channel}`),
        'obligation.combat',
        'capacity.free',
      ),
      dyad: fc.constantFrom(...scenario.dyads),
      take: fc.constantFrom('decided' as const, 'delivered' as const, 'observed' as const),
    })
    .map(({ dyad, ...leaf }): Condition => inOrder({ ...leaf, of: dyad.supporter, for: dyad.recipient }))
  const council_ = fc
    .record({
      ...common,
      metric: fc
        .constantFrom('tabled', 'voted', 'adopted', 'vetoed', 'short', 'yes')
        .map((event) => `council.${event}`),
      of: fc.constantFrom('d1', 'd2'),
      take: fc.constant('delivered' as const),
    })
    .map((leaf): Condition => inOrder(leaf))
  const escalation = fc
    .record({
      ...common,
      metric: fc.constantFrom('escalation.incident', 'escalation.rung'),
      dyad: fc.constantFrom(...scenario.dyads),
      take: fc.constant('delivered' as const),
    })
    .map(({ dyad, ...leaf }): Condition => inOrder({ ...leaf, of: dyad.supporter, for: dyad.recipient }))
  const end = fc
    .record({
      ...common,
      metric: fc.constantFrom('ended', 'ceasefire', 'frozen').map((event) => `termination.${event}`),
      of: fc.constant(''),
      take: fc.constant('delivered' as const),
    })
    .map((leaf): Condition => inOrder(leaf))
  const leaves = [support, escalation, end]
  if (scenario.council) leaves.push(council_)
  if (scenario.proxies.size > 0)
    leaves.push(
      fc
        .record({
          ...common,
          metric: fc.constantFrom('entered', 'launches', 'fear', 'depletion').map((of) => `proxies.${of}`),
          of: fc.constantFrom(...scenario.proxies.keys()),
          take: fc.constant('delivered' as const),
        })
        .map((leaf): Condition => inOrder(leaf)),
    )
  const leaf = fc.oneof(...leaves)
  return fc.oneof(
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: leaf }),
  )
}

export const anyWorld: fc.Arbitrary<Scenario> = fc
  .record({
    supporters,
    council,
    form: fc.constantFrom('invasion', 'blockade'),
    weights: amounts(['freeRiding', 'leaning', 'salience', 'precision', 'needAfter', 'directContact']),
    groups,
    ending,
    without,
    force,
  })
  .map(({ supporters: those, council: one, form, weights, force: forces, ...more }) =>
    world({
      ...forces,
      supporters: those,
      weights,
      ...more,
      crisis: { form, horizon: HORIZON },
      ...(one ? { council: councilOf(one) } : {}),
    }),
  )
  .chain((scenario) =>
    fc.array(condition(scenario), { minLength: 1, maxLength: 4 }).map((conditions) => ({
      ...scenario,
      claims: conditions.map((that, at): Claim => ({ ...claim(`c${at}`), that })),
    })),
  )
