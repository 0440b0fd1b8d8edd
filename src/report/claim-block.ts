/**
 * One claim on the screen: the verdict with its probability and words, the
 * proposition that was tested, and what the verdict hinges on. Asked for more, it
 * adds the bands, what is known from history, and the sources beneath.
 */
import type { Design } from '../engine/summary.ts'
import type { Effect } from '../judge/effect.ts'
import type { ClaimVerdict } from '../judge/verdict.ts'
import type { Claim, Quantity, Scenario } from '../scenario/scenario.ts'
import { lawText } from './amount-text.ts'
import { countedText, rateLabel } from './base-rate-text.ts'
import type { Colour } from './colour.ts'
import { changeText } from './change-text.ts'
import { conditionText, factSources } from './condition-text.ts'
import { earnedText } from './earned-text.ts'
import { effectCells, flipsText, ratioText } from './effect-text.ts'
import { driverPhrase, hingeText } from './hinge-text.ts'
import { VERDICT_WIDTH, verdictCell } from './mark.ts'
import { countText, edgeText, estimateText, percentText, probabilityText } from './number-text.ts'
import { splitTexts } from './split-text.ts'
import { type Cell, flow, GAP, wrap } from './wrap.ts'

export interface ClaimView {
  readonly scenario: Scenario
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly width: number
  readonly verbose: boolean
  readonly colour: Colour
  readonly design: Design
}

const INDENT = 2
const BODY = 4

export function claimBlock(found: ClaimVerdict, claim: Claim, view: ClaimView): readonly string[] {
  const { width, colour } = view
  const says = [...askedLines(found, claim, view), ...shownLines(found, view)].filter((text) => text !== '')
  const more = view.verbose ? moreLines(found, claim, view) : []
  return [
    ...flow(headCells(found, colour), { width, indent: INDENT, hang: INDENT + VERDICT_WIDTH + GAP }),
    ...says.flatMap((text) => wrap(text, { width, indent: BODY, hang: BODY + 2 })),
    ...more.flatMap((text) => wrap(text, { width, indent: BODY + 2, hang: BODY + 4 })).map(colour.dim),
  ]
}

function headCells(found: ClaimVerdict, colour: Colour): readonly Cell[] {
  const { verdict, reason, interval, said, comparison, effect, asserted } = found
  const word = verdictCell(verdict, colour)
  if (interval.basis === 'nothing') return [word]
  if (effect !== undefined && asserted !== undefined) return [word, ...effectCells(effect, asserted)]
  if (found.kind === 'fact' && (interval.basis === 'no event' || interval.basis === 'every playout')) {
    return [word, { text: interval.basis === 'no event' ? 'not so by the inputs' : 'so by the inputs' }]
  }
  const number: Cell = { text: numberText(found) }
  if (found.kind === 'fact') return [word, number, { text: 'a fact that the inputs leave open' }]
  // A number without a verdict on it is an answer that nobody can lean on, so its reason stands below, and no word.
  if (reason.kind === 'too few given')
    return [word, number, ...(said === undefined ? [] : [{ text: `said: ${said}` }])]
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

function numberText({ p, interval, record }: ClaimVerdict): string {
  if (record === undefined) return estimateText(p, interval)
  const range = `${probabilityText(interval.low)} to ${probabilityText(interval.high)}`
  return `${countText(record.held)} of ${countText(record.n)} (${range})`
}

const ONLY_CASES = 'what happened does not move with the assumptions'
const ONLY_SEEN = 'one draw of the assumptions shows too little of both sides'

/** What was asked: the proposition, the condition or the change, the cases. */
function askedLines(found: ClaimVerdict, claim: Claim, view: ClaimView): readonly string[] {
  const { scenario } = view
  const { effect, given } = found
  const lines = claim.that === undefined ? [] : [conditionText(claim.that, scenario)]
  if (claim.record !== undefined) lines.push(`of ${claim.record.of}`)
  if (claim.given !== undefined) {
    const seen = given === undefined ? '' : ` in ${countText(given.n)} of ${countText(given.of)} playouts`
    const how = claim.effect === undefined ? 'given, and seen' : 'with against without, as seen'
    lines.push(`${how}${seen}: ${conditionText(claim.given, scenario)}`)
  }
  if (claim.do !== undefined) {
    const change = changeText(claim.do.text, scenario, claim.do.world)
    lines.push(
      claim.effect === undefined ? `in the world made so: ${change}` : `${change}${flips(effect, view)}`,
    )
  }
  if (found.onlyInterval && found.verdict !== 'not testable')
    lines.push(`only the interval was asked: ${claim.record ? ONLY_CASES : ONLY_SEEN}`)
  return lines
}

function flips(effect: Effect | undefined, { design }: ClaimView): string {
  return effect === undefined ? '' : `: ${flipsText(effect, design)}`
}

/** What the verdict hinges on. */
function shownLines(found: ClaimVerdict, view: ClaimView): readonly string[] {
  const { weight } = found
  const restated = weight === undefined ? '' : `this verdict is the weight: ${driverPhrase(weight, view)}`
  return [hingeText(found, view), restated]
}

function moreLines(found: ClaimVerdict, claim: Claim, view: ClaimView): readonly string[] {
  const { band, interval, baseRate, baseRateBy, expectation, drivers, effect } = found
  const lines = [`claim: ${claim.id}`]
  const counted = interval.basis === 'batches' || interval.basis === 'draws'
  const moves = counted
    ? `with the assumptions it moves from ${edgeText(band.low)} to ${edgeText(band.high)} (5-95 %)`
    : `whatever is assumed: ${estimateText(found.p, interval)}`
  const shown = effect === undefined && claim.record === undefined && interval.basis !== 'nothing'
  if (shown && (counted || found.kind !== 'fact')) lines.push(moves)
  if (effect !== undefined) lines.push(endsText(effect, claim))
  claim.record?.cases.forEach(({ title, held, source }) => {
    lines.push(`${held ? 'so' : 'not so'}: ${title}${citedText(source, view)}`)
  })
  if (found.mass !== undefined)
    lines.push(`share of the assumptions that bear it out: ${percentText(found.mass)}`)
  if (found.split !== undefined) lines.push(...splitTexts(found.split))
  if (baseRate !== undefined)
    lines.push(`${rateLabel(baseRateBy)}: ${countedText(baseRate)}${citedText(baseRate.source, view)}`)
  if (expectation !== undefined) lines.push(`expected by the analyst: ${lawText(expectation)}`)
  if (claim.reading !== undefined) lines.push(`reading: ${claim.reading}`)
  if (claim.why !== undefined) lines.push(`why: ${claim.why}`)
  drivers.forEach((driver) => {
    lines.push(`driver: ${driverPhrase(driver, view)}; ${sourceText(driver.quantity, view)}`)
  })
  const facts = claim.that === undefined ? [] : factSources(claim.that, view.scenario)
  facts.forEach((id) => {
    lines.push(`rests on${citedText(id, view).replace(',', '')}`)
  })
  if (claim.indicators.length > 0) lines.push(`watch: ${claim.indicators.join('; ')}`)
  return lines
}

/** Both ends with their errors, and the ratio, whichever was asserted. */
function endsText(effect: Effect, { do: change }: Claim): string {
  const { from, to } = effect
  // A change may itself leave something out: with it would read as with that.
  const [one, other] = change === undefined ? ['without', 'with'] : ['as it is', 'changed']
  return `${one}: ${estimateText(from.p, from.interval)}; ${other}: ${estimateText(to.p, to.interval)}; ${ratioText(effect)}`
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
