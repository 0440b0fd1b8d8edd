/** The seven channels of the small worlds, with numbers near the shipped ones. */
import {
  type Channel,
  type ChannelId,
  CHANNELS,
  type Law,
  type Quantity,
} from '../../src/scenario/scenario.ts'
import { quantity, UNBOUNDED } from './quantity.ts'

/** Thousands of people at level 1-3, in the channels that bring any. */
const PRESENCE: Partial<Record<ChannelId, readonly [number, number, number]>> = {
  enablement: [0.1, 0.5, 2],
  display: [0.5, 2, 10],
  combat: [0.5, 5, 50],
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
  readonly presence?: readonly [number, number, number]
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
      const people = own[id]?.presence ?? PRESENCE[id]
      const presence = people?.map((at, level) =>
        quantity(`channels.${id}.presence.${level + 1}`, at, [0, 1e4]),
      )
      const channel: Channel = {
        id,
        quantities: Object.fromEntries(quantities),
        latency: own[id]?.latency ?? { p05: numbers[8]!, p95: numbers[9]! },
        ...(presence ? { presence: presence as [Quantity, Quantity, Quantity] } : {}),
        anchors: ['none', 'some', 'more', 'full'],
      }
      if (id !== 'intelligence') return [id, channel]
      const reported = [0.3, 0.5, 0.8].map((p, at) => quantity(`channels.${id}.reported.${at + 1}`, p))
      return [id, { ...channel, reported: reported as [Quantity, Quantity, Quantity] }]
    }),
  )
}
