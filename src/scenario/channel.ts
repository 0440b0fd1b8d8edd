/**
 * The seven channels of support. The theory describes them whole; a scenario
 * may override any field of any of them.
 */
import * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import { readLatency } from './days.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { fault, oneOf } from './fault-list.ts'
import { medianOf } from './median.ts'
import { child, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShape, quantityShapes, readQuantity } from './quantity.ts'
import type { Channel, ChannelId, Quantity } from './scenario.ts'
import { CHANNELS } from './scenario.ts'
import * as shape from './shape.ts'

export interface ChannelText {
  readonly source: string
  readonly anchors: readonly string[]
}

const UNBOUNDED: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

const LOGIT_FIELDS: readonly Field[] = [
  { name: 'alpha', unit: 'log-odds', bounds: UNBOUNDED, about: 'How readily the channel is used at all.' },
  { name: 'gamma', unit: 'log-odds', bounds: UNBOUNDED, about: 'How fast higher levels become harder.' },
  { name: 'kappa', unit: 'log-odds', bounds: UNBOUNDED, about: 'The step from nothing to something.' },
]

function loading(name: string, about: string): Field {
  return { name, unit: 'fraction', bounds: [0, 1], about }
}

const LOADING_FIELDS: readonly Field[] = [
  loading('capacity', 'How much of the free capacity the channel needs.'),
  loading('access', 'How much the channel depends on reaching the recipient.'),
  loading('escalation', 'How much the channel risks escalation.'),
  loading('visibility', 'How visible the channel is.'),
  loading('domestic', 'How much the channel costs at home.'),
]

const REPORTED: Field = {
  name: 'reported',
  unit: 'fraction',
  bounds: [0, 1],
  about: 'Probability of being credibly reported within 30 days.',
}

/** The armed forces of no state are larger: ten million people. */
const PRESENCE_MAX = 10_000

const PRESENCE: Field = {
  name: 'presence',
  unit: 'number',
  bounds: [0, PRESENCE_MAX],
  about: 'Thousands of people whom the supporter has in the theatre.',
}

export const channelShape: z.ZodObject = shape.fields({
  ...quantityShapes(LOGIT_FIELDS),
  loadings: shape
    .fields(quantityShapes(LOADING_FIELDS))
    .describe('What the channel costs and needs.')
    .optional(),
  latency: shape.amount('Days from decision to delivery, p05 to p95: 7 to 60 days.').optional(),
  reported: z
    .array(quantityShape(REPORTED))
    .length(3)
    .describe('Probability of being credibly reported within 30 days, at level 1, 2 and 3.')
    .optional(),
  presence: z
    .array(quantityShape(PRESENCE))
    .length(3)
    .describe('Thousands of people whom the supporter has in the theatre, at level 1, 2 and 3.')
    .optional(),
  anchors: z
    .array(z.string())
    .length(4)
    .describe('What level 0, 1, 2 and 3 mean in this channel.')
    .optional(),
  source: shape.reference("Source of the channel's quantities unless they name their own.").optional(),
})

export const CHANNEL_NOUN: Noun<ChannelText> = {
  key: 'channels',
  container: 'map',
  called: 'channel',
  fixedKeys: true,
  shape: channelShape,
}

/** The channels, fields of the scenario over those of the theory. `whole`: the place of a fault about what is nowhere. */
export function readChannels(
  context: Context,
  entries: readonly Entry<ChannelText>[],
  whole: Span,
): Map<ChannelId, Channel> {
  for (const entry of entries) {
    if (CHANNELS.some((id) => id === entry.id)) continue
    context.faults.push(
      fault('unknown-channel', entry.at, {
        says: `no channel is called "${entry.id}"`,
        expected: oneOf(CHANNELS),
        suggestion: nearest(entry.id, CHANNELS),
      }),
    )
  }
  const channels = new Map<ChannelId, Channel>()
  for (const id of [...CHANNELS].sort()) {
    const own = entries.filter((entry) => entry.id === id)
    // The theory's entry first, so that what the scenario says is laid over it.
    const layers = [
      ...own.filter((entry) => entry.layer === 'theory'),
      ...own.filter((entry) => entry.layer !== 'theory'),
    ]
    const channel = readChannel(context, id, { layers, at: layers.at(-1)?.at ?? whole })
    if (channel) channels.set(id, channel)
  }
  return channels
}

interface Layers {
  readonly layers: readonly Entry<ChannelText>[]
  readonly at: Span
}

function readChannel(context: Context, id: ChannelId, { layers, at }: Layers): Channel | undefined {
  const quantities: Record<string, Quantity> = {}
  let latency: Channel['latency'] | undefined
  let reported: Channel['reported']
  let presence: Channel['presence']
  let anchors: readonly string[] | undefined
  for (const entry of layers) {
    const source =
      resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at)) ??
      entry.value.source
    Object.assign(quantities, readParts(context, entry, { id, source }))
    latency =
      readLatency(context.faults, isBad(entry, 'latency') ? undefined : child(entry.node, 'latency')) ??
      latency
    reported = readLevels(context, entry, { id, source, field: REPORTED }) ?? reported
    presence = readPresence(context, entry, { id, source }) ?? presence
    anchors = isBad(entry, 'anchors') ? anchors : (entry.value.anchors ?? anchors)
  }
  const missing = missingParts(layers)
  if (missing.length > 0) {
    const says =
      layers.length === 0
        ? `the channel "${id}" is described nowhere`
        : `the channel "${id}" lacks ${missing.join(', ')}`
    context.faults.push(
      fault('missing-key', at, { says, suggestion: 'the theory describes all seven channels whole' }),
    )
  }
  const [none, low, middle, full] = anchors ?? []
  if (!latency || none === undefined || low === undefined || middle === undefined || full === undefined)
    return undefined
  return {
    id,
    quantities,
    latency,
    ...(reported ? { reported } : {}),
    ...(presence ? { presence } : {}),
    anchors: [none, low, middle, full],
  }
}

interface Part {
  readonly id: ChannelId
  readonly source: string | undefined
}

function readParts(
  context: Context,
  entry: Entry<ChannelText>,
  { id, source }: Part,
): Record<string, Quantity> {
  const quantities: Record<string, Quantity> = {}
  const groups = [
    { fields: LOGIT_FIELDS, path: '', holder: entry.node },
    { fields: LOADING_FIELDS, path: 'loadings.', holder: child(entry.node, 'loadings') },
  ]
  for (const { fields, path, holder } of groups) {
    for (const field of fields) {
      const node = child(holder, field.name)
      if (!node || isBad(entry, `${path}${field.name}`)) continue
      const quantity = readQuantity(context, node, {
        field,
        id: `channels.${id}.${path}${field.name}`,
        source,
      })
      if (quantity) quantities[field.name] = quantity
      else entry.bad.push(`${path}${field.name}`)
    }
  }
  return quantities
}

type Levels = readonly [Quantity, Quantity, Quantity]

/** One quantity for each level from 1 to 3. */
function readLevels(
  context: Context,
  entry: Entry<ChannelText>,
  { id, source, field }: Part & { readonly field: Field },
): Levels | undefined {
  const node = child(entry.node, field.name)
  if (node?.kind !== 'list' || isBad(entry, field.name)) return undefined
  const read = node.items.map((item, index) =>
    readQuantity(context, item, { field, id: `channels.${id}.${field.name}.${index + 1}`, source }),
  )
  const [one, two, three] = read
  if (one && two && three) return [one, two, three]
  entry.bad.push(field.name)
  return undefined
}

/** A higher level means more people, by the medians: single draws may cross where the ranges do. */
function readPresence(context: Context, entry: Entry<ChannelText>, part: Part): Levels | undefined {
  const levels = readLevels(context, entry, { ...part, field: PRESENCE })
  const medians = levels?.map(({ law }) => medianOf(law)) ?? []
  if (medians.some((median, index) => median < (medians[index - 1] ?? 0))) {
    context.faults.push(
      fault('presence-not-ascending', spanAt(entry.node, ['presence'], entry.at), {
        says: `a higher level has no fewer people in the theatre; the medians here are ${medians.map((median) => Number(median.toPrecision(3))).join(', ')}`,
        expected: 'level 1 first, level 3 last',
      }),
    )
  }
  return levels
}

/** What no layer even tries to state. */
function missingParts(layers: readonly Entry<ChannelText>[]): string[] {
  const stated = (path: readonly string[]): boolean =>
    layers.some(
      (entry) =>
        isBad(entry, path.join('.')) ||
        path.reduce<ReturnType<typeof child>>((node, key) => child(node, key), entry.node) !== undefined,
    )
  return [
    ...LOGIT_FIELDS.filter((field) => !stated([field.name])).map((field) => field.name),
    ...LOADING_FIELDS.filter((field) => !stated(['loadings', field.name])).map(
      (field) => `loadings.${field.name}`,
    ),
    ...['latency', 'anchors'].filter((key) => !stated([key])),
  ]
}
