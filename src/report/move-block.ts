/** One claim in two worlds on the screen: from where to where, by how much, and what became of its verdict. */
import type { Design } from '../engine/summary.ts'
import type { Effect } from '../judge/effect.ts'
import type { ClaimVerdict } from '../judge/verdict.ts'
import type { Move } from '../judge/what-if.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Colour } from './colour.ts'
import { differenceText, ratioText } from './effect-text.ts'
import { colourOf, markOf } from './mark.ts'
import { estimateText, shareText } from './number-text.ts'
import { type Cell, flow, wrap } from './wrap.ts'

export interface MoveView {
  readonly design: Design
  /** The changed world. */
  readonly after: Scenario
  readonly width: number
  readonly colour: Colour
}

export function moveBlock(move: Move, { design, after, width, colour }: MoveView): readonly string[] {
  const { claim, effect } = move
  const below = [
    effect === undefined || claim.kind === 'fact' ? '' : flipText(effect, design),
    unaskedText(move, after),
  ]
  return [
    ...flow([{ text: claim.id }, ...moveCells(move, colour)], { width, indent: 2, hang: 4 }),
    ...below.filter((text) => text !== '').flatMap((text) => wrap(text, { width, indent: 4, hang: 6 })),
  ]
}

function moveCells({ before, after, effect }: Move, colour: Colour): readonly Cell[] {
  const verdict = (found: ClaimVerdict): Cell => ({
    text: `${markOf(found.verdict)} ${found.verdict}`,
    style: colourOf(found.verdict, colour),
  })
  if (before === undefined) return [{ text: 'only in the changed world' }, { text: valueText(after) }]
  if (after === undefined) return [{ text: 'not in the changed world' }, { text: valueText(before) }]
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

/** `flips to yes in 0.04 of the playouts, to no in <0.003; ×2 (1.8 to 2.2)` */
function flipText(effect: Effect, design: Design): string {
  const share = (counted: Effect['up']): string => shareText(counted?.count ?? 0, design)
  return `flips to yes in ${share(effect.up)} of the playouts, to no in ${share(effect.down)}; ${ratioText(effect)}`
}

/** Why one that could be asked before cannot be asked now. */
function unaskedText({ before, after }: Move, { without }: Scenario): string {
  if (before?.interval.basis === 'nothing' || after?.interval.basis !== 'nothing') return ''
  if (after.reason.kind !== 'left out') return 'no playout of the changed world meets its condition'
  const { mechanisms } = without
  return `it rests on what does not run there: ${mechanisms.join(', ')}`
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
