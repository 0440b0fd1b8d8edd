/**
 * One claim on the screen: the verdict with its probability and words, the
 * proposition that was tested, and what the verdict hinges on. Asked for more, it
 * adds the bands, what is known from history, and the sources beneath.
 */
import type { Driver } from '../judge/driver.ts'
import type { Earned } from '../judge/ladder.ts'
import type { ClaimVerdict } from '../judge/verdict.ts'
import type { BaseRate, Claim, Quantity, Scenario } from '../scenario/scenario.ts'
import type { Colour } from './colour.ts'
import { conditionText, factSources } from './condition-text.ts'
import { VERDICT_WIDTH, verdictCell } from './mark.ts'
import { countText, estimateText, lawText, percentText, probabilityText } from './number-text.ts'
import { quantityText } from './quantity-text.ts'
import { type Cell, flow, GAP, wrap } from './wrap.ts'

export interface ClaimView {
  readonly scenario: Scenario
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly width: number
  readonly verbose: boolean
  readonly colour: Colour
  /** Batches of this run. */
  readonly batches: number
}

const INDENT = 2
const BODY = 4
/** From this share of the spread on, an anchor is most of the answer (docs/theory.md 8, Roles). */
const MOSTLY = 0.5

export function claimBlock(found: ClaimVerdict, claim: Claim, view: ClaimView): readonly string[] {
  const { width, colour } = view
  const says = [conditionText(claim.that, view.scenario), hingeText(found, view)].filter(
    (text) => text !== '',
  )
  const more = view.verbose ? moreLines(found, claim, view) : []
  return [
    ...flow(headCells(found, colour), { width, indent: INDENT, hang: INDENT + VERDICT_WIDTH + GAP }),
    ...says.flatMap((text) => wrap(text, { width, indent: BODY, hang: BODY + 2 })),
    ...more.flatMap((text) => wrap(text, { width, indent: BODY + 2, hang: BODY + 4 })).map(colour.dim),
  ]
}

function headCells(found: ClaimVerdict, colour: Colour): readonly Cell[] {
  const { verdict, p, interval, said, comparison } = found
  const word = verdictCell(verdict, colour)
  if (found.kind === 'fact' && (interval.basis === 'no event' || interval.basis === 'every playout')) {
    return [word, { text: interval.basis === 'no event' ? 'not so by the inputs' : 'so by the inputs' }]
  }
  const number: Cell = { text: estimateText(p, interval) }
  if (found.kind === 'fact') return [word, number, { text: 'a fact that the inputs leave open' }]
  return [
    word,
    // The number is an answer that nobody asked for, so the reason stands before it.
    ...(said === undefined ? [{ text: 'asserts no likelihood' }] : []),
    number,
    ...(said === undefined ? [] : [{ text: `said: ${said}` }]),
    { text: `earned: ${earnedText(found.earned)}` },
    ...(comparison === undefined || comparison === 'as stated' ? [] : [{ text: comparison }]),
  ]
}

function earnedText(earned: Earned): string {
  return earned.kind === 'word' ? earned.word : `between ${earned.lower} and ${earned.upper}`
}

/** Why, and what to look at: the reason of the verdict in one line. */
function hingeText(found: ClaimVerdict, view: ClaimView): string {
  const { reason, thetaAlone, drivers, count, interval } = found
  const alone = thetaAlone && interval.basis !== 'no event' && interval.basis !== 'every playout'
  const settled = alone ? 'chance plays no part here: each draw of the assumptions settles it alone' : ''
  switch (reason.kind) {
    case 'as asserted':
    case 'the inputs say so':
      return settled
    case 'the inputs say otherwise':
      return ''
    case 'outside':
      return [
        settled,
        count === 0
          ? 'it never happened'
          : interval.basis === 'every playout'
            ? 'it always happened'
            : driverText('hinges on', drivers[0], view),
      ]
        .filter(Boolean)
        .join('; ')
    case 'assumptions decide':
      return driverText('the assumptions decide, first', reason.driver, view)
    case 'needs more playouts': {
      const run =
        reason.batches === undefined
          ? 'no run of sensible size parts them'
          : `some ${countText(reason.batches)} batches would part them, this run has ${view.batches}`
      return [settled, `too near the edge at ${probabilityText(reason.edge)}: ${run}`]
        .filter(Boolean)
        .join('; ')
    }
    case 'asserts no likelihood':
      return ''
  }
}

function driverText(lead: string, driver: Driver | undefined, view: ClaimView): string {
  if (driver === undefined) {
    return lead.startsWith('the assumptions')
      ? 'the assumptions decide, no single one of them'
      : 'no single assumption stands out'
  }
  return `${lead} ${driverPhrase(driver, view)}`
}

function driverPhrase({ quantity, sign, share }: Driver, { scenario, quantities }: ClaimView): string {
  const anchored = quantities.get(quantity)?.role === 'anchor' && share > MOSTLY
  const own = anchored ? ", mostly the analyst's own number" : ''
  const name = quantityText(quantity, scenario)
  return `${name} (${sign > 0 ? 'raises' : 'lowers'} it, ${percentText(share)} of the spread${own})`
}

function moreLines(found: ClaimVerdict, claim: Claim, view: ClaimView): readonly string[] {
  const { band, interval, baseRate, expectation, drivers } = found
  const lines = [`claim: ${claim.id}`]
  const counted = interval.basis === 'batches' || interval.basis === 'draws'
  const moves = counted
    ? `with the assumptions it moves from ${probabilityText(band.low)} to ${probabilityText(band.high)} (5-95 %)`
    : `whatever is assumed: ${estimateText(found.p, interval)}`
  if (counted || found.kind !== 'fact') lines.push(moves)
  if (found.mass !== undefined)
    lines.push(`share of the assumptions that bear it out: ${percentText(found.mass)}`)
  if (baseRate !== undefined) lines.push(baseRateText(baseRate, view))
  if (expectation !== undefined) lines.push(`expected by the analyst: ${lawText(expectation)}`)
  if (claim.reading !== undefined) lines.push(`reading: ${claim.reading}`)
  if (claim.why !== undefined) lines.push(`why: ${claim.why}`)
  drivers.forEach((driver) => {
    lines.push(`driver: ${driverPhrase(driver, view)}; ${sourceText(driver.quantity, view)}`)
  })
  factSources(claim.that, view.scenario).forEach((id) => {
    lines.push(`rests on${citedText(id, view).replace(',', '')}`)
  })
  if (claim.indicators.length > 0) lines.push(`watch: ${claim.indicators.join('; ')}`)
  return lines
}

function baseRateText({ title, value, low, high, n, source }: BaseRate, view: ClaimView): string {
  const size = n === undefined ? '' : `, n ${countText(n)}`
  const range = `${probabilityText(low)} to ${probabilityText(high)}${size}`
  return `base rate: ${probabilityText(value)} (${range}): ${title}${citedText(source, view)}`
}

function sourceText(id: string, { quantities, scenario }: ClaimView): string {
  const quantity = quantities.get(id)
  if (quantity === undefined) return 'no source is known'
  const stated = lawText(quantity)
  if (quantity.assumed) return `${stated}, assumed: nothing was stated`
  return `${stated}${citedText(quantity.source, { scenario })}`
}

/** Kind, title and grade of a source, to be put behind what it says. */
function citedText(id: string | undefined, { scenario }: Pick<ClaimView, 'scenario'>): string {
  const source = id === undefined ? undefined : scenario.sources.get(id)
  if (source === undefined) return ', without a source'
  const grade = source.grade === undefined ? '' : `, grade ${source.grade}`
  return `, ${source.kind}: ${source.title}${grade}`
}
