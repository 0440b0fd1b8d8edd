/** The numbers of the theory that a mechanism reads, each with its default, its range, its source and its reason. */
import type { Mechanism } from '../formula/mechanism.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import { medianOf } from '../scenario/median.ts'
import type { Channel, Law, Quantity, Scenario, Source } from '../scenario/scenario.ts'

/** A weight, or one number of one channel. */
export interface MethodParameter {
  /** The path under which `--set` finds it: `weights.obligation`, `channels.combat.alpha`. */
  readonly id: string
  /** As the equations call it: `w.obligation`, `loading.capacity`. */
  readonly name: string
  /** Of a channel's number. */
  readonly channel?: string
  readonly unit: string
  readonly median: number
  /** 5 % and 95 %; absent where it is certain. */
  readonly range?: readonly [number, number]
  readonly source: string
  readonly tag: Source['kind']
  readonly why?: string
}

/** In the order in which the mechanism names them. */
export function weightsOf({ name: mechanism, reads }: Mechanism, theory: Scenario): MethodParameter[] {
  return Object.entries(reads)
    .filter(([, { from }]) => from === 'weight')
    .map(([name]) => {
      const quantity = theory.weights.get(name.slice(name.lastIndexOf('.') + 1))
      if (!quantity) throw new Error(`${mechanism}: the theory has no ${name}`)
      return parameter(quantity, name, theory)
    })
}

/** By name, then by channel in the order of the ladder of channels. */
export function channelNumbersOf({ reads }: Mechanism, theory: Scenario): MethodParameter[] {
  const names = Object.entries(reads).filter(([, { from }]) => from === 'channel')
  const latency = names.some(([name]) => LATENCY.includes(name)) ? ['latency'] : []
  const others = names.map(([name]) => name).filter((name) => !LATENCY.includes(name) && name !== SECRET)
  return [...others, ...latency].flatMap((name) =>
    CHANNEL_LABELS.flatMap((id) => {
      const channel = theory.channels.get(id)
      if (!channel) throw new Error(`the theory has no channel ${id}`)
      return numbersIn(channel, name, theory).map((one) => ({ ...one, channel: id }))
    }),
  )
}

/** Three readings of one number. */
const LATENCY: readonly string[] = ['latencyMedian', 'latencySpread', 'arrived']
/** A channel can be kept secret where it states how often it is reported. */
const SECRET = 'secret'

function numbersIn(channel: Channel, name: string, theory: Scenario): MethodParameter[] {
  if (name === 'latency') return [latencyOf(channel)]
  const levels = name === 'reported' ? channel.reported : name === 'presence' ? channel.presence : undefined
  if (levels) return levels.map((quantity, at) => parameter(quantity, `${name} at level ${at + 1}`, theory))
  const quantity = channel.quantities[name.slice(name.lastIndexOf('.') + 1)]
  return quantity ? [parameter(quantity, name, theory)] : []
}

function latencyOf({ id, latency: { p05, p95 } }: Channel): MethodParameter {
  return {
    id: `channels.${id}.latency`,
    name: 'latency',
    unit: 'day',
    median: medianOf({ kind: 'lognormal', p05, p95 }),
    range: [p05, p95],
    source: 'theory/channels.yaml',
    tag: 'judgement',
    why: 'From decision to delivery; drawn once a playout.',
  }
}

function parameter(quantity: Quantity, name: string, { sources }: Scenario): MethodParameter {
  const { id, unit, law, source, why } = quantity
  const range = rangeOf(law)
  const known = source === undefined ? undefined : sources.get(source)
  return {
    id,
    name,
    unit,
    median: medianOf(law),
    ...(range ? { range } : {}),
    source: known?.title ?? 'none stated',
    tag: known?.kind ?? 'judgement',
    ...(why === undefined ? {} : { why }),
  }
}

function rangeOf(law: Law): readonly [number, number] | undefined {
  switch (law.kind) {
    case 'quantiles':
    case 'lognormal':
      return [law.p05, law.p95]
    case 'uniform':
      return [law.low, law.high]
    case 'fixed':
    case 'beta':
    case 'choice':
      return undefined
  }
}
