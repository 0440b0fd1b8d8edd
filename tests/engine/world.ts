/** Small worlds for the tests of the engine, made directly as checked scenarios. */
import {
  type Actor,
  type CasusFoederis,
  type Channel,
  type ChannelId,
  CHANNELS,
  type Claim,
  type Clause,
  CLAUSES,
  type Council,
  type Crisis,
  type Draft,
  type Law,
  type Quantity,
  type Scenario,
  type Tie,
} from '../../src/scenario/scenario.ts'

export function quantity(
  id: string,
  law: number | Law,
  bounds: readonly [number, number] = [0, 1],
): Quantity {
  return {
    id,
    unit: 'fraction',
    law: typeof law === 'number' ? { kind: 'fixed', value: law } : law,
    bounds,
    role: 'input',
    assumed: false,
  }
}

export function range(p05: number, p50: number, p95: number): Law {
  return { kind: 'quantiles', p05, p50, p95 }
}

const UNBOUNDED = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const

/** Weights near the shipped ones; every one is fixed unless a world says otherwise. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  obligation: 0.9,
  alignment: 0.67,
  stake: 1.62,
  rivalry: 0.37,
  freeCapacity: 2.77,
  access: 0.83,
  nuclear: 0.63,
  opponentPower: 0.91,
  thirdPartyCost: 0.74,
  domesticConstraint: 1.07,
  precommitment: 1.35,
  authorisation: 1,
  freeRiding: 0.3,
  leaning: 0.5,
  salience: 0.4,
  precision: 1,
  selection: 0.75,
  lossOfStrength: 3000,
}

/** alpha, gamma, kappa, then loadings capacity, access, escalation, visibility, domestic, then latency. */
const CHANNEL_NUMBERS: Readonly<Record<ChannelId, readonly number[]>> = {
  political: [1.666, 1.319, -0.086, 0, 0, 0.05, 0.4, 0.1, 0.25, 2],
  economic: [-1.62, 0.2, -0.341, 0, 0.3, 0.1, 0.6, 0.3, 7, 60],
  intelligence: [-0.355, 1.15, 1.62, 0.2, 0.1, 0.2, 0.2, 0.1, 1, 7],
  materiel: [-3.873, -0.64, -1.502, 0.5, 0.7, 0.4, 0.7, 0.4, 5, 45],
  enablement: [-4.031, -0.717, -1.873, 0.4, 0.7, 0.4, 0.6, 0.4, 7, 60],
  display: [-0.189, 1.356, 1.973, 0.7, 0.5, 0.6, 0.5, 0.3, 2, 14],
  combat: [-1.245, 0.88, 2.095, 1, 0.8, 1, 1, 1, 7, 60],
}

const CHANNEL_FIELDS = [
  'alpha',
  'gamma',
  'kappa',
  'capacity',
  'access',
  'escalation',
  'visibility',
  'domestic',
]

/** What a world may say of a channel in place of the usual numbers. */
export interface ChannelOptions {
  readonly values?: Readonly<Record<string, number | Law>>
  readonly latency?: Channel['latency']
}

/** The seven channels; numbers given by channel and field stand in for the usual ones. */
export function channels(
  own: Partial<Record<ChannelId, ChannelOptions>> = {},
): ReadonlyMap<ChannelId, Channel> {
  return new Map(
    [...CHANNELS].sort().map((id): [ChannelId, Channel] => {
      const numbers = CHANNEL_NUMBERS[id]
      const quantities = CHANNEL_FIELDS.map((field, at) => [
        field,
        quantity(`channels.${id}.${field}`, own[id]?.values?.[field] ?? numbers[at]!, UNBOUNDED),
      ])
      const channel: Channel = {
        id,
        quantities: Object.fromEntries(quantities),
        latency: own[id]?.latency ?? { p05: numbers[8]!, p95: numbers[9]! },
        anchors: ['none', 'some', 'more', 'full'],
      }
      if (id !== 'intelligence') return [id, channel]
      const reported = [0.3, 0.5, 0.8].map((p, at) => quantity(`channels.${id}.reported.${at + 1}`, p))
      return [id, { ...channel, reported: reported as [Quantity, Quantity, Quantity] }]
    }),
  )
}

const NO_CASUS: CasusFoederis = {
  trigger: [],
  scope: [],
  exclusions: [],
  requiredLevel: 2,
  discretion: false,
}

export interface TieOptions {
  readonly values?: Readonly<Record<string, number | Law>>
  readonly clauses?: readonly Clause[]
  readonly casusFoederis?: Partial<CasusFoederis>
  readonly contiguous?: boolean
}

function tie(from: string, to: string, options: TieOptions = {}): Tie {
  const id = `${from}-${to}`
  const values = Object.entries(options.values ?? {})
  return {
    id,
    from,
    to,
    clauses: Object.fromEntries(
      CLAUSES.map((clause) => [clause, options.clauses?.includes(clause) ?? false]),
    ) as Record<Clause, boolean>,
    casusFoederis: { ...NO_CASUS, ...options.casusFoederis },
    contiguous: options.contiguous ?? false,
    quantities: Object.fromEntries(
      values.map(([field, law]) => [
        field,
        quantity(`ties.${id}.${field}`, law, field === 'distance' ? [0, 20040] : [0, 1]),
      ]),
    ),
    dependence: new Map(),
  }
}

export function actor(id: string, values: Readonly<Record<string, number | Law>> = {}): Actor {
  return {
    id,
    name: id,
    kind: 'state',
    nuclear: false,
    quantities: Object.fromEntries(
      Object.entries(values).map(([field, law]) => [field, quantity(`actors.${id}.${field}`, law)]),
    ),
  }
}

/** A supporter of one side: its tie to the recipient and its tie to the opponent. */
export interface Supporter {
  readonly id: string
  readonly recipient?: string
  readonly actor?: Readonly<Record<string, number | Law>>
  readonly friend?: TieOptions
  readonly foe?: TieOptions
}

export const FRIENDLY: Readonly<Record<string, number>> = {
  alignment: 0.6,
  stake: 0.5,
  access: 0.5,
  thirdPartyCost: 0.5,
  domesticConstraint: 0.3,
  precommitment: 0.1,
  distance: 1000,
}
export const HOSTILE: Readonly<Record<string, number>> = {
  rivalry: 0.5,
  nuclearRisk: 0.5,
  opponentPower: 0.6,
}

export interface WorldOptions {
  readonly supporters?: readonly Supporter[]
  readonly weights?: Readonly<Record<string, number | Law>>
  readonly channels?: Partial<Record<ChannelId, ChannelOptions>>
  readonly crisis?: Partial<Crisis>
  readonly council?: Council
  readonly claims?: readonly Claim[]
  readonly correlations?: Scenario['correlations']
}

/** A claim may only say a word of its ladder. */
const LADDER: Scenario['ladder'] = {
  id: 'three',
  title: 'three words',
  words: [
    { word: 'unlikely', low: 0, high: 0.45, even: false },
    { word: 'even', low: 0.45, high: 0.55, even: true },
    { word: 'likely', low: 0.55, high: 1, even: false },
  ],
}

/** Attacker `bad`, target `good`, and supporters (one of the target, `ally`, unless stated). */
export function world(options: WorldOptions = {}): Scenario {
  const crisis: Crisis = {
    attackers: ['bad'],
    targets: ['good'],
    form: 'invasion',
    start: 0,
    horizon: 30,
    ...options.crisis,
  }
  const supporters = options.supporters ?? [{ id: 'ally' }]
  const actors = [...crisis.attackers, ...crisis.targets].map((id) => actor(id))
  const ties: Tie[] = []
  const dyads = supporters.map((supporter) => ({
    supporter: supporter.id,
    recipient: supporter.recipient ?? crisis.targets[0]!,
  }))
  for (const supporter of supporters) {
    const recipient = supporter.recipient ?? crisis.targets[0]!
    actors.push(actor(supporter.id, { size: 0.5, utilisation: 0.4, ...supporter.actor }))
    ties.push(
      tie(supporter.id, recipient, {
        ...supporter.friend,
        values: { ...FRIENDLY, ...supporter.friend?.values },
      }),
    )
    for (const foe of crisis.attackers.includes(recipient) ? crisis.targets : crisis.attackers) {
      ties.push(
        tie(supporter.id, foe, { ...supporter.foe, values: { ...HOSTILE, ...supporter.foe?.values } }),
      )
    }
  }
  const weights = { ...WEIGHTS, ...options.weights }
  const base: Scenario = {
    title: 'a small world',
    asOf: 0,
    ladder: LADDER,
    ladders: new Map(),
    sources: new Map(),
    actors: new Map(actors.sort(byId).map((one) => [one.id, one])),
    ties: new Map(ties.sort(byId).map((one) => [one.id, one])),
    channels: channels(options.channels),
    weights: new Map(
      Object.entries(weights).map(([name, law]) => [name, quantity(`weights.${name}`, law, [0, 1e9])]),
    ),
    crisis,
    dyads: dyads.sort((a, b) => (`${a.supporter} ${a.recipient}` < `${b.supporter} ${b.recipient}` ? -1 : 1)),
    claims: options.claims ?? [],
    untested: new Map(),
    correlations: options.correlations ?? [],
    baseRates: new Map(),
  }
  return options.council ? { ...base, council: options.council } : base
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}

/** A vote: probabilities of yes, abstain, no, absent; one word for a certain one. */
export type Vote = 'yes' | 'abstain' | 'no' | 'absent' | readonly [number, number, number, number]

const CERTAIN: Readonly<Record<string, readonly [number, number, number, number]>> = {
  yes: [1, 0, 0, 0],
  abstain: [0, 1, 0, 0],
  no: [0, 0, 1, 0],
  absent: [0, 0, 0, 1],
}

export interface CouncilOptions {
  readonly permanent?: readonly string[]
  /** Yes votes needed. */
  readonly threshold?: number
  readonly veto?: boolean
  readonly drafts: readonly {
    readonly id: string
    readonly type?: Draft['type']
    readonly favours?: string
    readonly tabled?: number
    readonly showdown?: number
    readonly votes: Readonly<Record<string, Vote>>
  }[]
}

/** Drafts against `bad` that are certain to be tabled and put to the vote, unless stated. */
export function councilOf(options: CouncilOptions): Council {
  const { permanent = [], threshold = 9, veto = true, drafts } = options
  const seats = Object.keys(drafts[0]!.votes).sort()
  return {
    name: 'the council',
    rule: { id: 'rule', seats: seats.length, threshold, veto },
    members: seats.map((id) => ({ actor: id, permanent: permanent.includes(id) })),
    drafts: drafts.map(({ id, type = 'condemn', favours = 'good', tabled = 1, showdown = 1, votes }) => ({
      id,
      title: id,
      type,
      favours,
      sponsor: seats[0]!,
      quantities: {
        tabled: quantity(`council.${id}.tabled`, tabled),
        showdown: quantity(`council.${id}.showdown`, showdown),
      },
      votes: new Map(
        Object.entries(votes).map(([member, vote]) => [
          member,
          typeof vote === 'string' ? CERTAIN[vote]! : vote,
        ]),
      ),
    })),
  }
}

/** `channel` of ally for good over the whole crisis, delivered unless stated, at its highest. */
export function claim(id: string, condition: Partial<Claim['that'] & { kind: 'metric' }> = {}): Claim {
  return {
    id,
    kind: 'probability',
    that: {
      kind: 'metric',
      metric: 'support.political',
      of: 'ally',
      for: 'good',
      take: 'delivered',
      over: 'max',
      reaches: 1,
      from: 0,
      to: 30,
      test: { op: '>=', value: 1 },
      ...condition,
    },
    indicators: [],
    span: { file: 'world', start: 0, end: 0 },
  }
}
