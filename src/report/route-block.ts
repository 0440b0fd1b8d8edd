/** What gets through in `foedus run`: goods in the crisis against a usual day, the room for a supporter's own, and what is in the way. */
import type { Scenario, Shipment } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { entry, isFull, meanOf, type Played, titled } from './blocks.ts'
import { placeName, routeName } from './flow-metric-text.ts'
import { actorName, possessive } from './names.ts'
import { percentText } from './number-text.ts'

/** Less than this share of the days is no bottleneck; and so many are named unless all is asked for. */
const SHARE_LEAST = 0.005
const NAMED_MOST = 3

export function routeBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  const { of } = options
  const outlets = scenario.markets.get(of ?? '')?.buyers.map(({ outlet }) => outlet) ?? []
  const shipments = [...scenario.shipments.values()].filter(
    ({ id, by }) => of === undefined || by === of || outlets.includes(id),
  )
  return titled(
    'What gets through',
    shipments.flatMap((shipment) => shipmentRows(shipment, played)),
    options,
  )
}

function shipmentRows(shipment: Shipment, played: Played): readonly string[] {
  const { id, name, by } = shipment
  const { summary, scenario, options } = played
  const [usual, shipped, uptime, carried] = ['usual', 'shipped', 'uptime', 'carried'].map((kind) =>
    meanOf(summary, `${kind}:${id}`),
  )
  if (usual === undefined || shipped === undefined) return []
  const [most, crisis] = [amountText(usual, 't/day'), amountText(shipped, 't/day')]
  const cells = [
    ...(by === undefined
      ? [`usually ${most}`, `in the crisis ${crisis}`]
      : [`room for ${most} with every place open`, `room in the crisis ${crisis}`]),
    ...(uptime === undefined ? [] : [`up on ${percentText(uptime)} of the days`]),
    ...(by === undefined || carried === undefined
      ? []
      : [`${actorName(by, scenario)} has carried ${amountText(carried, 't')}`]),
    ...wayTexts('tight', tightOf(shipment, played), options),
    ...wayTexts('shut', unconsentedOf(shipment, played), options),
    ...wayTexts('closed', closedOf(shipment, played), options),
  ]
  return entry(name, cells, options)
}

/** What is in the way, and on which share of the days. */
interface Way {
  readonly name: string
  readonly share: number
}

/** `tight: the western ferry on 50 % of the days   the eastern ferry on 25 %`, the worst first. */
function wayTexts(word: string, ways: readonly Way[], options: Played['options']): readonly string[] {
  return ways
    .filter(({ share }) => share >= SHARE_LEAST)
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
    .slice(0, isFull(options) ? Number.POSITIVE_INFINITY : NAMED_MOST)
    .map(
      ({ name, share }, at) =>
        `${at === 0 ? `${word}: ` : ''}${name} on ${percentText(share)}${at === 0 ? ' of the days' : ''}`,
    )
}

function tightOf({ id }: Shipment, { summary, scenario }: Played): readonly Way[] {
  return [...scenario.routes.keys()].map((route) => ({
    name: routeName(route, scenario),
    share: meanOf(summary, `tight:${id}:${route}`) ?? 0,
  }))
}

/** Ways that stand closed between this shipment and its end. */
function shutOf({ id }: Shipment, { summary, scenario }: Played): readonly (Way & { readonly id: string })[] {
  return [...scenario.routes.keys()]
    .map((route) => ({
      id: route,
      name: routeName(route, scenario),
      share: meanOf(summary, `shut:${id}:${route}`) ?? 0,
    }))
    .filter(({ share }) => share >= SHARE_LEAST)
}

/** Ends of a way that somebody does not consent to open, where that is what closes it. */
function unconsentedAt(
  route: string,
  { summary, scenario }: Played,
): readonly (Way & { readonly id: string })[] {
  const { from = '', to = '' } = scenario.routes.get(route) ?? {}
  return [from, to].flatMap((id) => {
    const share = meanOf(summary, `unconsented:${id}`) ?? 0
    const consent = scenario.places.get(id)?.consent
    return consent === undefined || share < SHARE_LEAST
      ? []
      : [{ id, name: `${placeName(id, scenario)}, without ${consentOf(consent.of, scenario)},`, share }]
  })
}

function consentOf(actor: string, scenario: Scenario): string {
  return `${possessive(actorName(actor, scenario))} consent`
}

function unconsentedOf(shipment: Shipment, played: Played): readonly Way[] {
  const places = shutOf(shipment, played).flatMap(({ id }) => unconsentedAt(id, played))
  return [...new Map(places.map((place) => [place.id, place])).values()]
}

function closedOf(shipment: Shipment, played: Played): readonly Way[] {
  return shutOf(shipment, played).filter(({ id }) => unconsentedAt(id, played).length === 0)
}

/** The words of the block, each explained only where it stands on the screen. */
export function routeNotes(body: readonly string[]): readonly string[] {
  const text = body.join(' ').replaceAll(/\s+/gu, ' ')
  const notes: readonly (readonly [RegExp, string])[] = [
    [/ usually \d/u, 'usually: what gets through with nothing closed, at most what is wanted'],
    [/ room for \d/u, "room: what could pass of a supporter's own goods, whether or not it sends any"],
    [/ in the crisis \d/u, 'in the crisis: the mean of all its days'],
    [/ up on /u, 'up: 70 % of what passes with nothing closed gets through, or more'],
    [/ has carried /u, 'carried: what could pass on the days on which the supporter gave materiel'],
    [/ tight: /u, 'tight: open, and with a little more room on this way, more would get through'],
    [/ shut: /u, 'shut: a place that opens only by consent, which was not given'],
    [/ closed: /u, 'closed: nothing can pass this way, and more would get through if something could'],
  ]
  const found = notes.filter(([pattern]) => pattern.test(text)).map(([, note]) => note)
  return found.length === 0 ? [] : [`${found.join('. ')}.`]
}
