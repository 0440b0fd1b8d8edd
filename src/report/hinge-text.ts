/** Why a verdict is what it is, and what to look at: the reason in one line. */
import type { Driver } from '../judge/driver.ts'
import type { ClaimVerdict, Reason } from '../judge/verdict.ts'
import { countText, percentText, plain, probabilityText } from './number-text.ts'
import { quantityText } from './quantity-text.ts'
import { isRule, lastForm } from './rule-text.ts'
import { decidingText } from './split-text.ts'
import type { ClaimView } from './claim-block.ts'

/** From this share of the spread on, an anchor is most of the answer (docs/theory.md 8, Roles). */
const MOSTLY = 0.5

/** The reason, and beside it the rival rules of the theory where something else would be said under another form. */
export function hingeText(found: ClaimVerdict, view: ClaimView): string {
  const deciding = decidingText(found.split)
  if (deciding === '') return reasonText(found, view)
  if (found.reason.kind !== 'assumptions decide')
    return [reasonText(found, view), deciding].filter(Boolean).join('; ')
  const { driver } = found.reason
  const other = driver === undefined || isRule(driver.quantity) ? undefined : driver
  return other === undefined
    ? deciding
    : `${deciding}; of the assumptions, first ${driverPhrase(other, view)}`
}

function reasonText(found: ClaimVerdict, view: ClaimView): string {
  const { reason, drivers } = found
  const settled = settledText(found)
  switch (reason.kind) {
    case 'as asserted':
    case 'the inputs say so':
      return settled
    case 'outside':
      return [settled, outsideText(found) ?? driverText('hinges on', drivers[0], view)]
        .filter(Boolean)
        .join('; ')
    case 'assumptions decide':
      return driverText('the assumptions decide, first', reason.driver, view)
    case 'needs more playouts': {
      const edge = edgeText(reason.edge, found)
      return [settled, `too near the edge at ${edge}: ${moreText(reason, view, 'part them')}`]
        .filter(Boolean)
        .join('; ')
    }
    case 'too few given':
      return `too few playouts ${reason.side} the condition, ${countText(reason.n)}: ${moreText(reason, view)}`
    case 'ratio not estimable':
      return `no ratio stands on so few events: ${moreText(reason, view)}`
    case 'left out':
      return `not asked: left out here is ${leftOutText(reason)}`
    case 'not compared':
      return 'not asked: the change was not played'
    case 'nothing changed':
      return 'so nothing is put to the test'
    case 'too few cases':
      return `too few cases to part it from the edge at ${probabilityText(reason.edge)}`
    case 'the inputs say otherwise':
    case 'asserts no likelihood':
      return ''
  }
}

/** `the attack, arms` */
export function leftOutText({ mechanisms, attack }: Extract<Reason, { kind: 'left out' }>): string {
  return [...(attack === false ? ['the attack'] : []), ...mechanisms].join(', ')
}

function edgeText(edge: number, { asserted }: ClaimVerdict): string {
  if (asserted === undefined) return probabilityText(edge)
  return asserted.as === 'ratio' ? `×${plain(edge)}` : plain(edge)
}

function settledText({ thetaAlone, interval, effect }: ClaimVerdict): string {
  const seen = interval.basis !== 'no event' && interval.basis !== 'every playout'
  const flipped = effect === undefined || (effect.up?.count ?? 0) + (effect.down?.count ?? 0) > 0
  return thetaAlone && seen && flipped
    ? 'chance plays no part here: each draw of the assumptions settles it alone'
    : ''
}

/** Nothing where the assumptions are worth a word. */
function outsideText({ count, interval, effect, onlyInterval }: ClaimVerdict): string | undefined {
  if (onlyInterval) return ''
  if (effect !== undefined) {
    const { basis } = effect.difference
    return basis === 'identical' || basis === 'no flip' ? '' : undefined
  }
  if (count === 0) return 'it never happened'
  return interval.basis === 'every playout' ? 'it always happened' : undefined
}

function moreText({ batches }: Extract<Reason, { batches?: number }>, view: ClaimView, does = 'do'): string {
  return batches === undefined
    ? `no run of sensible size ${does === 'do' ? 'would do' : 'parts them'}`
    : `some ${countText(batches)} batches would ${does}, this run has ${view.design.batches}`
}

function driverText(lead: string, driver: Driver | undefined, view: ClaimView): string {
  if (driver === undefined) {
    return lead.startsWith('the assumptions')
      ? 'the assumptions decide, no single one of them'
      : 'no single assumption stands out'
  }
  return `${lead} ${driverPhrase(driver, view)}`
}

export function driverPhrase({ quantity, sign, share }: Driver, { scenario, quantities }: ClaimView): string {
  const of = `${percentText(share)} of the spread`
  if (isRule(quantity))
    return `${quantityText(quantity, scenario)} (${lastForm(quantity)} ${sign > 0 ? 'raises' : 'lowers'} it, ${of})`
  const anchored = quantities.get(quantity)?.role === 'anchor' && share > MOSTLY
  const own = anchored ? ", mostly the analyst's own number" : ''
  const name = quantityText(quantity, scenario)
  return `${name} (${sign > 0 ? 'raises' : 'lowers'} it, ${of}${own})`
}
