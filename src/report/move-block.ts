/** One claim in two worlds on the screen: from where to where, by how much, and what became of its verdict. */
import type { Design } from '../engine/summary.ts'
import type { Effect } from '../judge/effect.ts'
import type { ClaimVerdict } from '../judge/verdict.ts'
import type { Move } from '../judge/what-if.ts'
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import { countedText, rateLabel } from './base-rate-text.ts'
import type { Colour } from './colour.ts'
import { differenceText, ratioText } from './effect-text.ts'
import { hingeText, leftOutText } from './hinge-text.ts'
import { colourOf, markOf } from './mark.ts'
import { estimateText, playoutsTexts } from './number-text.ts'
import { type Cell, flow, wrap } from './wrap.ts'

export interface MoveView {
  readonly design: Design
  /** The changed world. */
  readonly after: Scenario
  /** Of the changed world, by id. */
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly width: number
  readonly colour: Colour
}

/** Nearer to 1 than this a ratio says nothing that the difference does not. */
const [RATIO_LOW, RATIO_HIGH] = [0.95, 1.05]

export function moveBlock(move: Move, view: MoveView): readonly string[] {
  const { claim, effect } = move
  const { design, width, colour } = view
  const unasked = unaskedText(move)
  const below = [
    effect === undefined || claim.kind === 'fact' ? '' : flipText(effect, design),
    unasked === '' ? turnedText(move, view) : unasked,
    rateText(move),
  ]
  return [
    ...flow([{ text: claim.id }, ...moveCells(move, colour)], { width, indent: 2, hang: 4 }),
    ...below.filter((text) => text !== '').flatMap((text) => wrap(text, { width, indent: 4, hang: 6 })),
  ]
}

function moveCells({ before, after, effect, asksElse }: Move, colour: Colour): readonly Cell[] {
  const verdict = (found: ClaimVerdict): Cell => ({
    text: `${markOf(found.verdict)} ${found.verdict}`,
    style: colourOf(found.verdict, colour),
  })
  if (before === undefined) return [{ text: 'only in the changed world' }, { text: valueText(after) }]
  if (after === undefined) return [{ text: 'not in the changed world' }, { text: valueText(before) }]
  if (asksElse) return [{ text: 'asks something else now' }, { text: valueText(after) }, verdict(after)]
  const [from, to] = [verdict(before), verdict(after)]
  const turned =
    before.verdict !== after.verdict
      ? [{ text: `${from.text} → ${to.text}`, style: colourOf(after.verdict, colour) }]
      : after.verdict === 'not testable'
        ? []
        : [{ ...to, text: `still ${to.text}` }]
  return [
    { text: `${valueText(before)} → ${valueText(after)}` },
    ...(effect === undefined || before.kind === 'fact' ? [] : [{ text: differenceText(effect.difference) }]),
    ...turned,
  ]
}

/** `flips to yes in 0.04 of the playouts, to no in 2 of 16,384 playouts; ×2 (1.8 to 2.2)` */
function flipText(effect: Effect, design: Design): string {
  const [yes, no] = playoutsTexts([effect.up?.count ?? 0, effect.down?.count ?? 0], design)
  const flips = `flips to yes in ${yes}, to no in ${no}`
  const ratio = effect.ratio?.value
  const idle = ratio !== undefined && ratio >= RATIO_LOW && ratio <= RATIO_HIGH
  return idle ? flips : `${flips}; ${ratioText(effect)}`
}

/** Why the verdict is another now. */
function turnedText({ before, after, asksElse }: Move, view: MoveView): string {
  if (before === undefined || after === undefined || asksElse) return ''
  if (before.verdict === after.verdict) return ''
  const hinge = hingeText(after, { ...view, scenario: view.after, verbose: false })
  return hinge === '' ? '' : `now: ${hinge}`
}

/** What has been counted of the like: in the changed world, where it can be asked there. */
function rateText({ before, after = before }: Move): string {
  const { baseRate, baseRateBy } = after ?? {}
  return baseRate === undefined ? '' : `${rateLabel(baseRateBy)}: ${countedText(baseRate)}`
}

/** Why one that could be asked before cannot be asked now. */
function unaskedText({ before, after }: Move): string {
  if (before?.interval.basis === 'nothing' || after?.interval.basis !== 'nothing') return ''
  if (after.reason.kind !== 'left out') return 'no playout of the changed world meets its condition'
  if (after.reason.attack === false && after.reason.mechanisms.length === 0)
    return 'it is about what only an attack brings'
  return `it rests on what does not run there: ${leftOutText(after.reason)}`
}

/** The probability with its error; of a fact yes or no; of an effect its size. */
function valueText(found: ClaimVerdict | undefined): string {
  if (found === undefined || found.interval.basis === 'nothing') return 'cannot be asked'
  const { kind, p, interval, effect } = found
  if (kind === 'fact' && interval.basis === 'no event') return 'not so by the inputs'
  if (kind === 'fact' && interval.basis === 'every playout') return 'so by the inputs'
  if (effect !== undefined) return `an effect of ${differenceText(effect.difference)}`
  return estimateText(p, interval)
}
