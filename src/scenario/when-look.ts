/** A metric as it is named in a condition: `support.combat.decided[russia, iran]`. */
import type { Span } from '../base/fault.ts'
import type { Kind } from '../formula/check.ts'
import { kindOf } from '../formula/check.ts'
import { NONE, dimensionOf } from '../formula/dimension.ts'
import type { Stretch } from '../formula/formula.ts'
import type { Spelled } from '../formula/parse.ts'
import type { Metric } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { fault } from './fault-list.ts'
import type { Asked } from './look.ts'
import { readLook, TAKES } from './look.ts'
import { metricHint } from './metric-hint.ts'
import type { MapNode } from './node.ts'
import type { Look, Take } from './scenario.ts'

export interface Found {
  readonly look: Look
  readonly metric: Metric
}

export interface Reading {
  readonly asked: Asked
  readonly placeOf: (stretch: Stretch) => Span
}

/** Who stands in the brackets, in order. */
const WHOSE: Readonly<Record<Metric['of'], readonly string[]>> = {
  crisis: [],
  supporter: ['supporter', 'recipient'],
  buyer: ['buyer', 'seller'],
  candidate: ['candidate', 'leader'],
  draft: ['draft'],
  group: ['group'],
  arms: ['arms'],
  shipment: ['shipment'],
  market: ['seller'],
  belligerent: ['belligerent'],
  inject: ['inject'],
}

/** The metric and its subject; a fault, and nothing, when there is none of that name. */
export function readNamed(reading: Reading, spelled: Spelled): Found | undefined {
  const { asked, placeOf } = reading
  const { faults } = asked.context
  const { name, take } = splitStage(spelled.name)
  const metric = METRICS.find((candidate) => candidate.name === name)
  const bare = placeOf(spelled.bare)
  if (!metric) {
    const { expected, suggestion } = metricHint(name)
    const stage = take === undefined ? '' : `.${take}`
    faults.push(
      fault('unknown-metric', bare, {
        says: `no metric is called "${name}"`,
        expected,
        suggestion: suggestion && `${suggestion}${stage}`,
      }),
    )
    return undefined
  }
  const whose = WHOSE[metric.of].slice(0, metric.of === 'supporter' && !metric.dyadic ? 1 : 2)
  if (whose.length !== spelled.ids.length) {
    const says =
      whose.length === 0
        ? `${name} is of the crisis as a whole: nothing stands in brackets behind it`
        : `${name} is measured of ${whose.join(' and ')}, in brackets behind it`
    const expected = whose.length === 0 ? name : `${spelled.name}[${whose.join(', ')}]`
    faults.push(fault('when-subject', placeOf(spelled), { says, expected }))
    return undefined
  }
  const before = faults.length
  const [of, recipient] = spelled.ids
  const rest = {
    metric: name,
    ...(of ? { of: of.text } : {}),
    ...(recipient ? { for: recipient.text } : {}),
    ...(take === undefined ? {} : { take }),
  }
  const { look } = readLook(asked, rest, asMap(reading, spelled, rest))
  return look && faults.length === before ? { look, metric } : undefined
}

/** The stage is the last part of the name, unless a metric has it for a name of its own. */
function splitStage(written: string): { name: string; take?: Take } {
  const at = written.lastIndexOf('.')
  const take = TAKES.find((stage) => stage === written.slice(at + 1))
  const isOwn = METRICS.some(({ name }) => name === written)
  return take === undefined || isOwn ? { name: written } : { name: written.slice(0, at), take }
}

/** The same as a claim would write it, so that it is checked by the same laws and told at its own places. */
function asMap(
  { placeOf }: Reading,
  { bare, ids }: Spelled,
  rest: Readonly<Record<string, string>>,
): MapNode {
  const [of = bare, recipient = bare] = ids
  const stage = { start: bare.end - (rest['take']?.length ?? 0), end: bare.end }
  const stretches: Readonly<Record<string, Stretch>> = { metric: bare, of, for: recipient, take: stage }
  const first = placeOf(bare)
  const entries = Object.entries(rest).map(([key, text]) => {
    const span = placeOf(stretches[key] ?? bare)
    return [key, { key, keySpan: span, node: { kind: 'scalar', span, text, plain: true } }] as const
  })
  return { kind: 'map', span: first, first, entries: new Map(entries), partial: false }
}

/** What the equations would call it. Rungs and roles are counted like anything else. */
export function kindOfMetric({ unit }: Metric): Kind {
  if (unit === 'flag') return kindOf(unit, [])
  return { type: 'number', dimension: dimensionOf(unit) ?? NONE, letters: [] }
}
