/**
 * The screen of `foedus what-if`: what was changed, then the claims that move, each with
 * its sentence, from where to where and in how many playouts; what does not move in a line.
 */
import { playoutsOf } from '../judge/interval.ts'
import { byNumber } from '../judge/judge.ts'
import type { Move } from '../judge/what-if.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Design } from '../engine/summary.ts'
import type { Colour } from './colour.ts'
import { headline } from './headline.ts'
import { quantitiesById } from './inputs.ts'
import { moveBlock } from './move-block.ts'
import { countText } from './number-text.ts'
import { stillLines } from './still-lines.ts'
import { withoutTexts } from './left-out-text.ts'
import { type Otherwise, otherwise } from './world-difference.ts'
import { cut, wrap } from './wrap.ts'

export interface WhatIf {
  readonly before: Scenario
  readonly after: Scenario
  readonly design: Design
  readonly moves: readonly Move[]
  /** The engine reads the same numbers in both worlds. */
  readonly identical: boolean
  /** Ids of claims about changes of their own, which were not played. */
  readonly unplayed: readonly string[]
  /** Claims were asked for by name, so each is told, moved or not. */
  readonly named?: boolean
}

/** Asked in the world as it is, and not to be asked in the changed one: that is no move. */
export function isUnasked({ before, after }: Pick<Move, 'before' | 'after'>): boolean {
  return before !== undefined && before.interval.basis !== 'nothing' && after?.interval.basis === 'nothing'
}

export interface WhatIfScreenOptions {
  readonly width: number
  readonly colour: Colour
  readonly seed: number
  /** Adds conditions, ratios and what did not move by name. */
  readonly verbose: boolean
}

/** A change may lay over a hundred numbers; the screen names so many. */
const CHANGES_MOST = 12

export function whatIfScreen(whatIf: WhatIf, options: WhatIfScreenOptions): string {
  const { before, design, moves, identical } = whatIf
  const { width, colour } = options
  const played = `${countText(playoutsOf(design))} playouts in each world`
  const told = whatIf.named ? moves : moves.filter(({ moved, asksElse }) => moved || asksElse)
  const lines = [
    ...headline(before, played, options),
    '',
    ...wrap('What if', { width, indent: 0 }).map(colour.strong),
    ...changeLines(whatIf).flatMap((text) => wrap(text, { width, indent: 2, hang: 4 })),
    ...(identical
      ? wrap('This changes nothing that the engine reads: every difference is exactly 0.', {
          width,
          indent: 2,
          hang: 4,
        })
      : []),
    ...(moves.length === 0 ? [] : ['', ...wrap(movedText(moves), { width, indent: 0 }).map(colour.strong)]),
    ...bySentence(told).flatMap((group) => groupBlock(group, whatIf, options)),
    ...stillLines(whatIf, options),
  ]
  return `${lines.join('\n')}\n`
}

function changeLines(whatIf: WhatIf): readonly string[] {
  const texts = [
    ...withoutTexts(whatIf.before, whatIf.after),
    ...otherwise(whatIf.before, whatIf.after).map(otherwiseText),
  ]
  if (texts.length === 0) return ['every input is as it was']
  if (texts.length <= CHANGES_MOST) return texts
  return [...texts.slice(0, CHANGES_MOST), `and ${texts.length - CHANGES_MOST} more inputs`]
}

function otherwiseText({ name, was, is }: Otherwise): string {
  return `${name}: ${was} → ${is}`
}

function movedText(moves: readonly Move[]): string {
  const { moved, unasked, turned } = countsOf(moves)
  const rest = unasked === 0 ? '' : `, ${unasked} cannot be asked there`
  const verdicts =
    turned === 0 ? 'no verdict changes' : `${turned} ${turned === 1 ? 'verdict changes' : 'verdicts change'}`
  return `${moved} of ${moves.length} claims ${moved === 1 ? 'moves' : 'move'}${rest}; ${verdicts}`
}

/** How many move, how many can only not be asked any more, and of how many of the others the verdict is another. */
export function countsOf(
  moves: readonly Move[],
): Readonly<Record<'claims' | 'moved' | 'unasked' | 'turned', number>> {
  const asked = moves.filter((move) => !isUnasked(move))
  return {
    claims: moves.length,
    moved: asked.filter(({ moved }) => moved).length,
    unasked: moves.length - asked.length,
    turned: asked.filter(
      ({ before, after, asksElse }) => before && after && !asksElse && before.verdict !== after.verdict,
    ).length,
  }
}

interface Group {
  readonly sentence?: string
  readonly moves: readonly Move[]
}

/** Sentences by number; what belongs to none comes last. */
function bySentence(moves: readonly Move[]): readonly Group[] {
  const ids = moves.flatMap(({ claim }) => claim.sentence ?? [])
  const groups = [...new Set(ids)].sort(byNumber).map((sentence) => ({
    sentence,
    moves: moves.filter(({ claim }) => claim.sentence === sentence),
  }))
  const loose = moves.filter(({ claim }) => claim.sentence === undefined)
  return loose.length === 0 ? groups : [...groups, { moves: loose }]
}

function groupBlock(
  { sentence, moves }: Group,
  whatIf: WhatIf,
  options: WhatIfScreenOptions,
): readonly string[] {
  const { width, colour } = options
  const quantities = quantitiesById(whatIf.after)
  const text = whatIf.after.assessment?.sentences.find(({ id }) => id === sentence)?.text ?? ''
  const head = sentence === undefined ? 'Claims that belong to no sentence' : `${sentence} ${text}`.trim()
  return [
    ` ${cut(head, width - 1)}`,
    ...moves.flatMap((move) => moveBlock(move, { ...whatIf, quantities, width, colour })),
  ]
}
