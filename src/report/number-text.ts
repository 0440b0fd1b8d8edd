/**
 * Numbers as an analyst reads them: two decimals, three where a probability
 * comes near 0 or 1, and never a bare 0 for what was merely not seen.
 */
import type { Design } from '../engine/summary.ts'
import { effective, FEW_EVENTS, type Interval, playoutsOf, RULE_OF_THREE } from '../judge/interval.ts'

/** Nearer to 0 or 1 than this, a second decimal would hide the number. */
const NEAR = 0.01
const LEAST = 0.001
/** No share of a run is smaller: one playout in a thousand million. */
const MOST_DECIMALS = 9

export function probabilityText(p: number): string {
  if (p === 0 || p === 1) return String(p)
  if (p > 0 && p < LEAST / 2) return tinyText(p)
  if (p < 1 && p > 1 - LEAST / 2) return oneMinus(tinyText(1 - p))
  return p.toFixed(decimalsOf(p))
}

/** An end of a band, which is read off a fitted curve: no digits beyond the third. */
export function edgeText(p: number): string {
  if (p > 0 && p < LEAST / 2) return `under ${LEAST}`
  return p < 1 && p > 1 - LEAST / 2 ? `over ${1 - LEAST}` : probabilityText(p)
}

/** To its first digit: 0.0002. What was seen once is no bound. */
export function tinyText(p: number): string {
  let decimals = 3
  while (decimals < MOST_DECIMALS && Number(p.toFixed(decimals)) === 0) decimals += 1
  return p.toFixed(decimals)
}

/** `0.41 ±0.02`; `<0.003` where no playout had it, by the rule of three; from where to where if ± led beyond 0 or 1. */
export function estimateText(p: number, interval: Interval): string {
  if (interval.basis === 'no event') return `<${boundText(interval.half)}`
  if (interval.basis === 'every playout') return `>${oneMinus(boundText(interval.half))}`
  if (p + interval.half > 1 || p - interval.half < 0)
    return `${probabilityText(p)} (${probabilityText(interval.low)} to ${probabilityText(interval.high)})`
  const decimals = decimalsOf(p)
  const half = interval.half.toFixed(decimals)
  const shown = Number(half) > 0 ? half : tinyText(interval.half)
  return `${probabilityText(p)} ±${shown}`
}

/**
 * A counted share without its error; bounded by the rule of three where nothing, or everything, was seen. What was
 * seen a few times is told by its count, for as a share it would look rarer than what was never seen.
 */
export function shareText(count: number, design: Design): string {
  const bound = boundText(RULE_OF_THREE / effective(design))
  const total = playoutsOf(design)
  if (count === 0) return `<${bound}`
  if (count === total) return `>${oneMinus(bound)}`
  return isFew(Math.min(count, total - count), design)
    ? ofAllText(count, design)
    : probabilityText(count / total)
}

/** A column has no room for `2 of 16,384`; `n=2` is told below the table. */
export function cellText(count: number, design: Design): string {
  if (isFew(count, design)) return `n=${count}`
  const all = playoutsOf(design)
  return isFew(all - count, design) ? probabilityText(count / all) : shareText(count, design)
}

/** Seen, in few playouts, and in a share of them below the bound of what was never seen. */
function isFew(count: number, design: Design): boolean {
  return count > 0 && count < FEW_EVENTS && count / playoutsOf(design) < RULE_OF_THREE / effective(design)
}

/** `2 of 16,384` */
function ofAllText(count: number, design: Design): string {
  return `${countText(count)} of ${countText(playoutsOf(design))}`
}

const OF_ALL = ' of the playouts'

/** `2 of 16,384 playouts`, `0.11 of the playouts`: under twenty the count itself. */
export function playoutsText(count: number, design: Design): string {
  const rare = Math.min(count, playoutsOf(design) - count)
  return rare > 0 && rare < FEW_EVENTS
    ? `${ofAllText(count, design)} playouts`
    : `${shareText(count, design)}${OF_ALL}`
}

/** Two in one sentence, both as shares or both as counts: shares of the same playouts name them once. */
export function playoutsTexts(counts: readonly [number, number], design: Design): readonly [string, string] {
  const [first, second] = [playoutsText(counts[0], design), playoutsText(counts[1], design)]
  const [one, other] = [first, second].map((text) => text.endsWith(OF_ALL))
  if (one && other) return [first, second.slice(0, -OF_ALL.length)]
  if (!one && !other) return [first, second]
  // A count beside a share: both by their counts.
  const counted = (count: number): string =>
    count === 0 ? `none of ${countText(playoutsOf(design))} playouts` : `${ofAllText(count, design)} playouts`
  return [counted(counts[0]), counted(counts[1])]
}

export function percentText(share: number): string {
  const rounded = Math.round(share * 100)
  return share > 0 && rounded === 0 ? '<1 %' : `${rounded} %`
}

/** 16,384 */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ',')
}

/** As few digits as say the number. */
export function plain(value: number): string {
  return Math.abs(value) >= 1000 ? countText(Math.round(value)) : String(Number(value.toPrecision(3)))
}

function decimalsOf(p: number): number {
  return p < NEAR || p > 1 - NEAR ? 3 : 2
}

/** Rounded up at its first digit from the third decimal on: a bound may not shrink in print. */
export function boundText(bound: number): string {
  let decimals = 3
  let scale = 1000
  while (bound * scale < 1 && decimals < 9) {
    scale *= 10
    decimals += 1
  }
  return (Math.ceil(bound * scale) / scale).toFixed(decimals)
}

function oneMinus(text: string): string {
  return (1 - Number(text)).toFixed(text.length - 2)
}

export function daysText(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`
}
