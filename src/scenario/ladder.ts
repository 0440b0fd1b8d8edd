/** A ladder of estimative words: which word a probability earns. */
import * as z from 'zod'
import { type Context, resolveSource } from './context.ts'
import { type Entry, isBad, type Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { spanAt } from './node.ts'
import type { Ladder } from './scenario.ts'
import * as shape from './shape.ts'

interface Rung {
  readonly word: string
  readonly low: number
  readonly high: number
  readonly even: boolean
}

export interface LadderText {
  readonly title: string
  readonly source: string
  readonly words: readonly (Partial<Rung> | undefined)[]
}

export const ladderShape: z.ZodObject = shape.fields({
  title: shape.text('What it is called.'),
  source: shape.reference('The standard it comes from.').optional(),
  words: z
    .array(
      shape.fields({
        word: shape.text('The estimative word.'),
        low: shape.share('Lowest probability it stands for.'),
        high: shape.share('Highest probability it stands for.'),
        even: shape.flag('Marks the word around one half.').optional(),
      }),
    )
    .min(1)
    .describe('From least to most likely.'),
})

export const LADDERS: Noun<LadderText> = {
  key: 'ladders',
  container: 'map',
  called: 'ladder',
  shape: ladderShape,
}

export function readLadder(context: Context, entry: Entry<LadderText>): Ladder | undefined {
  const { title, words } = entry.value
  const source = resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at))
  if (title === undefined || words === undefined || isBad(entry, 'words')) return undefined
  const rungs = words.map((rung) => ({
    word: rung?.word ?? '',
    low: rung?.low ?? 0,
    high: rung?.high ?? 1,
    even: rung?.even ?? false,
  }))
  rungs.forEach((rung, index) => {
    const before = rungs[index - 1]
    const at = spanAt(entry.node, ['words', index, 'low'], entry.at)
    if (rung.low > rung.high || (before && rung.low < before.high)) {
      context.faults.push(
        fault(
          'ladder-not-ascending',
          at,
          `the words of a ladder ascend without overlap; "${rung.word}" begins at ${rung.low}`,
        ),
      )
    }
    if (rungs.findIndex((other) => other.word === rung.word) !== index) {
      context.faults.push(
        fault(
          'duplicate-id',
          spanAt(entry.node, ['words', index, 'word'], entry.at),
          `the word "${rung.word}" stands twice`,
        ),
      )
    }
  })
  return { id: entry.id, title, ...(source === undefined ? {} : { source }), words: rungs }
}
