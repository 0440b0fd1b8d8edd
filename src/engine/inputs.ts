/**
 * Where each mechanism's inputs come from: the noun of the scenario and the field that
 * answers a read, at every position. A value is a number, or a quantity to be drawn.
 */
import { exp, log } from '../base/elementary.ts'
import type { Read } from '../formula/mechanism.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import type { CasusFoederis, Channel, Clause, Quantity, Scenario, Tie } from '../scenario/scenario.ts'
import { FLOW_SITUATION, FLOW_SOURCES } from './flow-inputs.ts'
import { FORCE_SITUATION, FORCE_SOURCES } from './force-inputs.ts'
import { normalCdf, PROBIT_95 } from './normal.ts'
import { POLITICS_SITUATION, POLITICS_SOURCES } from './politics-inputs.ts'
import type { Space } from './space.ts'

export type Input = number | Quantity

interface Context {
  readonly scenario: Scenario
  readonly space: Space
}

/** The inputs of one read, over its positions in row-major order. */
export function inputsOf(context: Context, name: string, read: Read): Input[] {
  const field = name.slice(name.lastIndexOf('.') + 1)
  const source = SOURCES[read.from]
  if (!source) throw new Error(`unknown supplier of ${name}: ${read.from}`)
  return source(context, field, name)
}

const SOURCES: Readonly<Record<string, (context: Context, field: string, name: string) => Input[]>> = {
  ...FLOW_SOURCES,
  ...FORCE_SOURCES,
  ...POLITICS_SOURCES,
  weight: ({ scenario }, field) => [required(scenario.weights.get(field), `weights.${field}`)],
  tie: ({ scenario }, field) =>
    scenario.dyads.map(({ supporter, recipient }) => {
      const { quantities } = tieOf(scenario, supporter, recipient)
      // Who shares an outlook is believed, unless the tie says how far.
      return quantities[field] ?? (field === 'trust' ? quantities['alignment'] : undefined) ?? 0
    }),
  supporter: ({ scenario }, field) =>
    scenario.dyads.map(({ supporter }) => scenario.actors.get(supporter)?.quantities[field] ?? 0),
  opponent: (context, field) => overPairs(context, (tie) => tie.quantities[field] ?? 0),
  promise: (context, field) => overPairs(context, (tie) => promise(context.scenario, tie, field)),
  channel: (context, field, name) => channelInputs(context, field, name),
  proxy: ({ scenario, space }, field) =>
    space.groups.map((id) => required(scenario.proxies.get(id)?.quantities[field], `proxies.${id}.${field}`)),
  crisis: ({ scenario }, field) => [required(scenario.crisis.quantities[field], `crisis.${field}`)],
  situation: (context, field) => required(SITUATION[field], field)(context),
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`missing input: ${what}`)
  return value
}

function tieOf(scenario: Scenario, from: string, to: string): Tie {
  return required(scenario.ties.get(`${from}-${to}`), `ties.${from}-${to}`)
}

/** Values on [dyad, belligerent]; a supporter's missing tie to a belligerent counts as nothing. */
function overPairs({ scenario, space }: Context, read: (tie: Tie) => Input): Input[] {
  return scenario.dyads.flatMap(({ supporter }) =>
    space.belligerents.map((belligerent) => {
      const tie = scenario.ties.get(`${supporter}-${belligerent}`)
      return tie ? read(tie) : 0
    }),
  )
}

function promise(scenario: Scenario, tie: Tie, field: string): number {
  const { crisis } = scenario
  const casus: CasusFoederis = tie.casusFoederis
  switch (field) {
    case 'triggered':
      return Number(casus.trigger.length === 0 || casus.trigger.includes(crisis.form))
    case 'covered':
      return Number(
        casus.scope.length === 0 || (crisis.theatre !== undefined && casus.scope.includes(crisis.theatre)),
      )
    case 'excluded': {
      const others = crisis.attackers.includes(tie.to) ? crisis.targets : crisis.attackers
      return Number(others.length > 0 && others.every((other) => casus.exclusions.includes(other)))
    }
    case 'discretion':
      return Number(casus.discretion)
    case 'requiredLevel':
      return casus.requiredLevel
    default:
      return Number(tie.clauses[field as Clause])
  }
}

const SITUATION: Readonly<Record<string, (context: Context) => Input[]>> = {
  ...FLOW_SITUATION,
  ...FORCE_SITUATION,
  ...POLITICS_SITUATION,
  attacked: ({ scenario, space }) =>
    space.belligerents.map((id) => Number(scenario.crisis.targets.includes(id))),
  against: ({ scenario, space }) => {
    const { attackers, targets } = scenario.crisis
    return scenario.dyads.flatMap(({ recipient }) => {
      const other = attackers.includes(recipient) ? targets : attackers
      return space.belligerents.map((id) => Number(other.includes(id)))
    })
  },
  stated: ({ scenario }) =>
    scenario.dyads.map(({ supporter, recipient }) => {
      const stated = tieOf(scenario, supporter, recipient).quantities['freeCapacity']
      return Number(stated !== undefined && stated.role === 'input')
    }),
  institution: ({ scenario }) =>
    scenario.dyads.map(({ supporter }) => Number(scenario.actors.get(supporter)?.kind === 'institution')),
  contiguous: ({ scenario }) =>
    scenario.dyads.map(({ supporter, recipient }) =>
      Number(tieOf(scenario, supporter, recipient).contiguous),
    ),
  absent: ({ scenario }) => scenario.dyads.map(({ supporter }) => absent(scenario, supporter)),
  absentGroup: ({ scenario, space }) => space.groups.map((group) => absent(scenario, group)),
  seated: ({ scenario, space }) =>
    scenario.dyads.map(({ supporter }) => Number(space.members.includes(supporter))),
  horizon: ({ scenario }) => [scenario.crisis.horizon],
}

/** Whether a change has taken the actor out of the world. */
function absent(scenario: Scenario, actor: string): number {
  return Number(scenario.without.actors.includes(actor))
}

function channelInputs({ scenario, space }: Context, field: string, name: string): Input[] {
  const channels = CHANNEL_LABELS.map((id) => required(scenario.channels.get(id), `channels.${id}`))
  switch (name) {
    case 'latencyMedian':
      return channels.map(medianLatency)
    case 'latencySpread':
      return channels.map(latencySpread)
    case 'arrived':
      // The day's decisions see what was delivered by yesterday, so expectations are held to yesterday too.
      return channels.flatMap((channel) =>
        Array.from({ length: space.sizes['day']! }, (_, day) =>
          day < 2 ? 0 : normalCdf((log(day - 1) - log(medianLatency(channel))) / latencySpread(channel)),
        ),
      )
    case 'secret':
      return channels.map((channel) => Number(channel.reported !== undefined))
    case 'presence':
      return channels.flatMap((channel): Input[] =>
        channel.presence ? [0, ...channel.presence] : [0, 0, 0, 0],
      )
    case 'reported':
      return channels.flatMap((channel): Input[] =>
        channel.reported ? [0, ...channel.reported] : [0, 0, 0, 0],
      )
    default:
      return channels.map((channel) => required(channel.quantities[field], `channels.${channel.id}.${field}`))
  }
}

function medianLatency(channel: Channel): number {
  return exp((log(channel.latency.p05) + log(channel.latency.p95)) / 2)
}

function latencySpread(channel: Channel): number {
  return (log(channel.latency.p95) - log(channel.latency.p05)) / (2 * PROBIT_95)
}
