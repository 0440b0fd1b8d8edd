/** The flows in `foedus run`: arms from release to effect, what a state lives on, and what shared intelligence adds. */
import type { Summary } from '../engine/summary.ts'
import type { Arms, Market } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { cameOf, dayText, quantile, sumOf } from './bins.ts'
import { binsOf, entry, isTold, meanOf, type Played, titled } from './blocks.ts'
import { armsName } from './flow-metric-text.ts'
import { actorName } from './names.ts'
import { plain, shareText } from './number-text.ts'
import { flow } from './wrap.ts'

/** Gains nearer to 1 than this print as 1. */
const NO_GAIN = 1.005
/** Bin of `arms-intime:`. */
const YES = 1

export function armsBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  const items = [...scenario.arms.values()].filter(({ from }) => isTold(from, options))
  return titled(
    `Arms: from release to effect, by day ${scenario.crisis.horizon}`,
    items.flatMap((item) => armsRows(item, played)),
    options,
  )
}

function armsRows(
  { id, releaseBy, quantities }: Arms,
  { summary, scenario, options }: Played,
): readonly string[] {
  const delivered = binsOf(summary, `arms-delivered-on:${id}`)
  if (delivered === undefined) return []
  const ordered = quantities['ordered']?.law
  if (ordered?.kind === 'fixed' && ordered.value === 0)
    return entry(armsName(id, scenario), ['none on order'], options)
  const cells = [
    // Where nothing holds them back, a release is no news.
    releaseBy === undefined ? '' : stage('released', binsOf(summary, `arms-released-on:${id}`), summary),
    stage('delivered', delivered, summary),
    stage('in effect', binsOf(summary, `arms-effect-on:${id}`), summary),
    inTimeText(binsOf(summary, `arms-intime:${id}`), summary),
    unitsText(binsOf(summary, `arms-delivered:${id}`), meanOf(summary, `arms-delivered-mean:${id}`)),
  ]
  return entry(
    armsName(id, scenario),
    cells.filter((text) => text !== ''),
    options,
  )
}

/** `delivered 0.20, day 230 (160-350)` */
function stage(name: string, bins: readonly number[] | undefined, { design }: Summary): string {
  if (bins === undefined) return ''
  const came = sumOf(cameOf(bins))
  return `${name} ${shareText(came, design)}${came === 0 ? '' : `, day ${dayText(bins)}`}`
}

/** The last bin holds all that is as much or more. */
function unitsText(bins: readonly number[] | undefined, mean: number | undefined): string {
  if (bins === undefined || sumOf(bins) === 0) return ''
  const at = (q: number): string => {
    const units = quantile(bins, q)
    return units === bins.length - 1 ? `${units} or more` : String(units)
  }
  const average = mean === undefined ? '' : `, on average ${plain(mean)}`
  return `units ${at(0.5)} (${at(0.1)}-${at(0.9)})${average}`
}

function inTimeText(bins: readonly number[] | undefined, { design }: Summary): string {
  return bins === undefined ? '' : `in time ${shareText(bins[YES] ?? 0, design)}`
}

export function marketBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  const markets = [...scenario.markets.values()].filter(({ actor }) => isTold(actor, options))
  return titled(
    `What a state lives on, by day ${scenario.crisis.horizon}`,
    markets.flatMap((market) => marketRows(market, played)),
    options,
  )
}

function marketRows({ actor, goods }: Market, { summary, scenario, options }: Played): readonly string[] {
  const days = binsOf(summary, `collapsed-on:${actor}`)
  if (days === undefined) return []
  const [cover, reserves] = ['cover', 'reserves'].map((kind) => meanOf(summary, `${kind}:${actor}`))
  const cells = [
    stage('cover collapses', days, summary),
    ...(cover === undefined ? [] : [`cover then ${amountText(cover, 'day')}`]),
    ...(reserves === undefined ? [] : [`reserves then ${amountText(reserves, 'USD')}`]),
  ]
  return entry(`${actorName(actor, scenario)}: ${goods}`, cells, options)
}

export function intelligenceBlock({ summary, scenario, options }: Played): readonly string[] {
  const cells = scenario.dyads
    .filter(({ supporter }) => isTold(supporter, options))
    .flatMap(({ supporter, recipient }) => {
      const gain = meanOf(summary, `gain:${supporter}:${recipient}`)
      const pair = `${actorName(supporter, scenario)} → ${actorName(recipient, scenario)}`
      return gain === undefined || gain < NO_GAIN ? [] : [{ text: `${pair} ×${gain.toFixed(2)}` }]
    })
  return titled(
    'What shared intelligence adds to strikes, on the best day',
    flow(cells, { width: options.width, indent: 1 }),
    options,
  )
}
