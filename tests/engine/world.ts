/** Small worlds for the tests of the engine, made directly as checked scenarios. */
import {
  type Actor,
  type CasusFoederis,
  type ChannelId,
  type Claim,
  type Clause,
  CLAUSES,
  type Council,
  type Crisis,
  type Law,
  type Proxy,
  type Scenario,
  type Tie,
} from '../../src/scenario/scenario.ts'
import { type ChannelOptions, channels } from './channels.ts'
import { type FlowOptions, flows } from './flow-world.ts'
import { type ArsenalOptions, arsenalsOf, type RuleOptions, rulesOf } from './force-world.ts'
import { type CoalitionOptions, coalitionsOf, sizesOf } from './coalition-world.ts'
import { quantity, UNBOUNDED } from './quantity.ts'

export { type ChannelOptions, channels } from './channels.ts'
export { councilOf, type CouncilOptions, type Vote } from './council-world.ts'
export { quantity, range } from './quantity.ts'

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
  entryBase: -3.2,
  entryThreat: 1.5,
  entryRequest: 1,
  entryTrigger: 1.5,
  entryTerritory: 2,
  entryDepletion: 1.5,
  entryFear: 1,
  entryHost: 1,
  depletionRate: 0.02,
  fearRate: 0.1,
  fearLife: 30,
  directContact: 0.0002,
  nuclearRestraint: 0.5,
  mutualForce: 0.19,
  dyadWar: 0.008,
  openDispute: 100,
  mediatorEffect: 2,
  needAfter: 0.3,
  endCeasefire: 0.45,
  endConcession: 0.15,
  endWithdrawal: 0.2,
  endRegimeChange: 0.05,
  endFrozen: 0.15,
  gateThirdParty: 1.2,
  gatePaid: 1,
  gateOwnNeed: 1,
  gateWar: 0.7,
  intelligenceGain: 0.2,
  adaptation: 20,
  exposureCost: 0.15,
  restraint: 1,
  strongDeterrence: 2.5,
  reputation: 1.2,
  honoured: 0.22,
  neutralityKept: 0.78,
  shadowPrice: 0.12,
  scarcity: 1.5,
  effortMissile: 1,
  effortDrone: 0.1,
  effortStrike: 0.5,
  effortPerThousand: 2,
  voteSponsor: 2,
  voteStrength: 1,
  voteBlame: 1.5,
  voteConduct: 1,
  voteCosponsors: 0.5,
  assemblyWorth: 0.5,
  coalitionBase: -3.5,
  coalitionLegitimacy: 1,
  coalitionAlignment: 1.5,
  coalitionDependence: 0.8,
  coalitionHarm: 1.5,
  coalitionPeers: 1,
  coalitionCost: 1.5,
  coalitionDomestic: 1,
  coalitionPressure: 0.8,
}

/** May lie below 0. */
const SIGNED: readonly string[] = ['entryBase', 'coalitionBase']

/** A fight that goes on for ever, unless a world says how long: what is not about its end is not moved by it. */
const ENDLESS = 1e12

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

/** A group that would fight for one side: `good` unless stated. */
export interface Group {
  readonly id: string
  readonly ally?: string
  readonly values?: Readonly<Record<string, number | Law>>
}

/** A group that nobody strikes, nobody holds back and nothing moves. */
export const GROUP: Readonly<Record<string, number>> = {
  autonomy: 0.5,
  request: 0.5,
  trigger: 0,
  ownTerritory: 0,
  depletion: 0.2,
  fear: 0.3,
  hostConstraint: 0.4,
  strength: 0.5,
  opposition: 0,
  rate: 40,
}

function proxy({ id, ally = 'good', values = {} }: Group): Proxy {
  const fields = Object.entries({ ...GROUP, ...values })
  return {
    actor: id,
    ally,
    quantities: Object.fromEntries(
      fields.map(([field, law]) => [
        field,
        quantity(`proxies.${id}.${field}`, law, field === 'rate' ? [0, 1e9] : [0, 1]),
      ]),
    ),
  }
}

export interface WorldOptions {
  readonly supporters?: readonly Supporter[]
  readonly weights?: Readonly<Record<string, number | Law>>
  readonly channels?: Partial<Record<ChannelId, ChannelOptions>>
  readonly crisis?: Partial<Crisis>
  /** duration (days), mediator, regimeThreat, channelsOpen. */
  readonly ending?: Readonly<Record<string, number | Law>>
  readonly groups?: readonly Group[]
  readonly flows?: FlowOptions
  readonly attack?: boolean
  /** By belligerent: ownIntelligence, commercialIntelligence. */
  readonly belligerents?: Readonly<Record<string, Readonly<Record<string, number | Law>>>>
  readonly without?: Partial<Scenario['without']>
  readonly council?: Council
  readonly coalitions?: CoalitionOptions
  readonly arsenals?: ArsenalOptions
  readonly rules?: RuleOptions
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
    quantities: Object.fromEntries(
      Object.entries({
        duration: ENDLESS,
        mediator: 0,
        regimeThreat: 0.5,
        channelsOpen: 0.5,
        ...options.ending,
      }).map(([field, law]) => [
        field,
        quantity(`crisis.${field}`, law, field === 'duration' ? [0.1, ENDLESS] : [0, 1]),
      ]),
    ),
    ...options.crisis,
  }
  const supporters = options.supporters ?? [{ id: 'ally' }]
  const actors = [...crisis.attackers, ...crisis.targets].map((id) => actor(id, options.belligerents?.[id]))
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
  for (const [id, size] of sizesOf(options.coalitions)) actors.push(actor(id, { size }))
  for (const { id } of options.groups ?? []) actors.push({ ...actor(id), kind: 'nonstate' })
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
      Object.entries(weights).map(([name, law]) => [
        name,
        quantity(`weights.${name}`, law, SIGNED.includes(name) ? UNBOUNDED : [0, 1e9]),
      ]),
    ),
    crisis,
    dyads: dyads.sort((a, b) => (`${a.supporter} ${a.recipient}` < `${b.supporter} ${b.recipient}` ? -1 : 1)),
    proxies: new Map(
      [...(options.groups ?? [])].sort(byId).map((group): [string, Proxy] => [group.id, proxy(group)]),
    ),
    ...flows(options.flows),
    arsenals: arsenalsOf(options.arsenals),
    coalitions: coalitionsOf(options.coalitions),
    injects: new Map(),
    rules: rulesOf(options.rules),
    without: { actors: [], mechanisms: [], ...options.without },
    attack: options.attack ?? true,
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
