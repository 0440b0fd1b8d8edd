/** What happens to arms, routes, livelihoods and shared intelligence in a playout, as sentences. */
import type { TraceEvent } from '../engine/trace.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { FLOW_MEASURES, placeName, routeName, shipmentName } from './flow-metric-text.ts'
import { injectConcerns, isForceTurn } from './force-trace-text.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { actorName, possessive } from './names.ts'
import { percentText } from './number-text.ts'
import { subjectOf } from './metric-text.ts'
import { listed } from './phrase.ts'

/** Routes are many, and a blockade closes them together: so many are named. */
const NAMED_MOST = 4

/** What moves a little every day is told only when everything is asked for. */
export function isTurn(event: TraceEvent): boolean | undefined {
  const { metric, from, to } = event
  switch (metric) {
    case 'routes.struck':
      return to > from
    case 'arms.delivered':
    case 'arms.integrated':
      return from === 0
    case 'arms.released':
    case 'routes.blockading':
    case 'routes.closed':
    case 'routes.cut':
    case 'routes.stopped':
    case 'lifeline.short':
    case 'lifeline.collapsed':
    case 'intelligence.reported':
      return true
    default:
      return /^(?:arms|routes|lifeline|intelligence)\./u.test(metric) ? false : isForceTurn(event)
  }
}

/** Whether the actor does it, or it is done about what is its own. */
export function concerns(event: TraceEvent, actor: string, scenario: Scenario): boolean {
  const { metric, of, for: other } = event
  if (of === actor || other === actor || injectConcerns(event, actor, scenario)) return true
  if (event.votes !== undefined && Object.values(event.votes).some((ids) => ids.includes(actor))) return true
  const item = metric.startsWith('arms.') ? scenario.arms.get(of) : undefined
  const shipment = metric.startsWith('routes.') ? scenario.shipments.get(of) : undefined
  const place = metric === 'routes.struck' ? scenario.places.get(of) : undefined
  const owners = [item?.from, item?.to, shipment?.by, shipment?.for, place?.in]
  return owners.includes(actor)
}

/** Undefined where another event of the day tells it too. */
export function flowSays(
  event: TraceEvent,
  sameDay: readonly TraceEvent[],
  scenario: Scenario,
): string | undefined {
  const { metric, of, from, to } = event
  const begins = to > 0
  switch (metric) {
    case 'routes.closed':
      return together(event, sameDay, {
        nameOf: (id) => routeName(id, scenario),
        lead: begins ? 'Closed' : 'Open again',
      })
    case 'routes.cut':
      return together(event, sameDay, {
        nameOf: (id) => shipmentName(id, scenario),
        lead: begins ? 'Below 70 % of the usual flow' : 'Back to the usual flow',
      })
    case 'routes.struck':
      return to > from
        ? `A strike on ${placeName(of, scenario)}: ${percentText(1 - to)} of the room there is left`
        : `Repairs at ${placeName(of, scenario)}: ${percentText(1 - to)} of the room there is back`
    case 'routes.blockading':
      return begins
        ? `${actorName(of, scenario)} imposes a blockade`
        : `${possessive(actorName(of, scenario))} blockade is lifted`
    case 'routes.stopped': {
      const whose = `${possessive(actorName(of, scenario))} own shipments to ${actorName(event.for ?? '', scenario)}`
      return begins ? `No route is open to ${whose}` : `A route is open again to ${whose}`
    }
    case 'lifeline.short':
      return begins
        ? `${actorName(of, scenario)} cannot pay for all of its essential imports`
        : `${actorName(of, scenario)} can pay for its essential imports again`
    case 'lifeline.collapsed':
      return `The import cover of ${actorName(of, scenario)} collapses`
    case 'intelligence.reported':
      return `It is out that ${actorName(of, scenario)} shares intelligence with ${actorName(event.for ?? '', scenario)}: from now on that has its price`
    default:
      return armsSays(event, scenario) ?? changeSays(event, scenario)
  }
}

function armsSays({ metric, of, to }: TraceEvent, scenario: Scenario): string | undefined {
  const item = scenario.arms.get(of)
  if (item === undefined) return undefined
  const [from, taker] = [actorName(item.from, scenario), actorName(item.to, scenario)]
  switch (metric) {
    case 'arms.released':
      return `${from} lets ${item.name} for ${taker} go`
    case 'arms.delivered':
      return `${item.name} for ${taker}: ${amountText(to, 'count')} delivered in all`
    case 'arms.integrated':
      return `${item.name} for ${taker}: crews can use ${amountText(to, 'count')} of this order`
    default:
      return undefined
  }
}

/** What only a reader of everything sees: a number that has changed. */
function changeSays({ metric, of, for: seller, from, to }: TraceEvent, scenario: Scenario): string {
  const found = METRICS.find(({ name }) => name === metric)
  const unit = found?.unit ?? 'number'
  const name =
    found === undefined
      ? of
      : subjectOf({ metric, of, ...(seller === undefined ? {} : { for: seller }) }, scenario).subject
  return `${name}: ${FLOW_MEASURES[metric] ?? metric} ${amountText(from, unit)} → ${amountText(to, unit)}`
}

/** The first of the day names all to which the same happens. */
function together(
  event: TraceEvent,
  sameDay: readonly TraceEvent[],
  { nameOf, lead }: { readonly nameOf: (id: string) => string; readonly lead: string },
): string | undefined {
  const alike = sameDay.filter(({ metric, to }) => metric === event.metric && to === event.to)
  if (alike[0] !== event) return undefined
  const names = alike.map(({ of }) => nameOf(of))
  const more = names.length - NAMED_MOST
  return `${lead}: ${listed(more > 1 ? [...names.slice(0, NAMED_MOST), `${more} more`] : names, 'and')}`
}
