/** What a change does not move, counted by the reason why; by name when asked for. */
import type { Move } from '../judge/what-if.ts'
import { wrap } from './wrap.ts'

interface StillView {
  readonly moves: readonly Move[]
  /** The engine reads the same numbers in both worlds. */
  readonly identical: boolean
  /** Ids of claims about changes of their own, which were not played. */
  readonly unplayed: readonly string[]
}

export function stillLines(
  { moves, unplayed, identical }: StillView,
  { width, verbose }: { readonly width: number; readonly verbose: boolean },
): readonly string[] {
  const within = moves.filter(({ stirred }) => stirred)
  const still = moves.filter(({ moved, stirred, asksElse }) => !moved && !stirred && !asksElse)
  const kinds = [
    {
      moves: still.filter(({ effect, claim }) => effect !== undefined && claim.kind !== 'fact'),
      says: 'no playout flipped',
    },
    { moves: still.filter(({ claim }) => claim.kind === 'fact'), says: 'about the inputs, and as before' },
    {
      moves: still.filter(({ claim }) => claim.kind === 'record'),
      says: 'about history, which no change touches',
    },
    {
      moves: still.filter(
        ({ effect, claim }) => effect === undefined && claim.kind !== 'fact' && claim.kind !== 'record',
      ),
      says: 'the same count in both worlds',
    },
  ]
  const texts = [
    ...withinTexts(within),
    ...kinds
      .filter((kind) => kind.moves.length > 0)
      .map((kind) =>
        restText(
          kind.moves.map(({ claim }) => claim.id),
          identical && kind.says === 'no playout flipped' ? 'exactly as before' : kind.says,
          verbose,
        ),
      ),
    ...(unplayed.length === 0
      ? []
      : [
          `${claimsText(unplayed.length)} about changes of their own, not played: ${unplayed.join(', ')} (see one with --claim)`,
        ]),
  ]
  return texts.length === 0 ? [] : ['', ...texts.flatMap((text) => wrap(text, { width, indent: 0, hang: 2 }))]
}

/** Always by name: what stirs may move in a longer run. */
function withinTexts(within: readonly Move[]): readonly string[] {
  return [
    { moves: within.filter(({ effect }) => effect !== undefined), says: 'flips within the error' },
    { moves: within.filter(({ effect }) => effect === undefined), says: 'otherwise, but within the error' },
  ]
    .filter(({ moves }) => moves.length > 0)
    .map(({ moves, says }) =>
      restText(
        moves.map(({ claim }) => claim.id),
        says,
        true,
      ),
    )
}

function restText(ids: readonly string[], says: string, verbose: boolean): string {
  return `${claimsText(ids.length)}: ${says}${verbose || ids.length <= 3 ? ` (${ids.join(', ')})` : ''}`
}

function claimsText(count: number): string {
  return `${count} ${count === 1 ? 'claim' : 'claims'}`
}
