/** A claim: one sentence of the assessment, or none, turned into a condition and the word it is said with. */
import type * as z from 'zod'
import type { Asked } from './condition.ts'
import { conditionShape, isFact, readCondition } from './condition.ts'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { warning } from './fault-list.ts'
import { child, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShape, readQuantity } from './quantity.ts'
import type { Claim, Ladder } from './scenario.ts'
import * as shape from './shape.ts'

export interface ClaimText {
  readonly id: string
  readonly sentence: string
  readonly says: string
  readonly reading: string
  readonly that: unknown
  readonly baseRate: string
  readonly why: string
  readonly indicators: readonly string[]
}

const EXPECTATION: Field = {
  name: 'expectation',
  unit: 'fraction',
  bounds: [0, 1],
  about: 'What the analyst expects the probability to be: shown, never read.',
}

export const claimShape: z.ZodObject = shape.fields({
  id: shape.ownId('Its id, shown beside the verdict.'),
  sentence: shape.sentence('The sentence it tests: 7.3 is the third of statement 7.').optional(),
  says: shape
    .text('The word of the ladder that the sentence uses; none: it asserts no likelihood, or a fact.')
    .optional(),
  reading: shape.text("How the sentence's own wording was read as that word.").optional(),
  that: conditionShape,
  baseRate: shape.reference('Id of a base rate, shown beside the probability.').optional(),
  expectation: quantityShape(EXPECTATION).optional(),
  why: shape.text('One line of reason.').optional(),
  indicators: shape.texts('What to watch.').optional(),
})

export const CLAIMS: Noun<ClaimText> = {
  key: 'claims',
  container: 'list',
  called: 'claim',
  shape: claimShape,
  idOf: ({ id }) => id,
  idAt: 'id',
}

export interface ClaimNames {
  /** Absent when the ladder is at fault. */
  readonly ladder?: Ladder | undefined
  readonly baseRates: ReadonlyMap<string, unknown>
  /** Absent when there is no assessment. */
  readonly sentences?: ReadonlyMap<string, unknown> | undefined
  /** Sentence id → its text. */
  readonly texts: ReadonlyMap<string, string>
}

export function readClaim(asked: Asked, entry: Entry<ClaimText>, names: ClaimNames): Claim | undefined {
  const { context } = asked
  const { id, sentence, says, reading, that, baseRate, why, indicators } = entry.value
  const at = (key: string) => spanAt(entry.node, [key], entry.at)
  if (sentence !== undefined && names.sentences) {
    resolve(context, sentence, {
      span: at('sentence'),
      name: { code: 'unknown-sentence', called: 'sentence', known: names.sentences },
    })
  }
  if (says !== undefined && names.ladder) {
    const known = new Set(names.ladder.words.map((rung) => rung.word))
    resolve(context, says, {
      span: at('says'),
      name: { code: 'unknown-word', called: `word of the ladder ${names.ladder.id}`, known },
    })
  }
  warnForeignWord(context, entry, names)
  if (baseRate !== undefined) {
    resolve(context, baseRate, {
      span: at('baseRate'),
      name: { code: 'unknown-base-rate', called: 'base rate', known: names.baseRates },
    })
  }
  const node = child(entry.node, 'expectation')
  const use = {
    field: EXPECTATION,
    id: `claims.${entry.id}.expectation`,
    role: 'expectation',
    mayExpect: true,
  } as const
  const expectation = node && !isBad(entry, 'expectation') ? readQuantity(context, node, use) : undefined
  const condition = readCondition(asked, that, child(entry.node, 'that'))
  if (id === undefined || !condition) return undefined
  return {
    id,
    ...(sentence === undefined ? {} : { sentence }),
    // With a likelihood word, even a claim about the inputs is a matter of probability over their ranges.
    kind: says === undefined && isFact(condition) ? 'fact' : 'probability',
    ...(says === undefined ? {} : { says }),
    ...(reading === undefined ? {} : { reading }),
    that: condition,
    ...(baseRate === undefined ? {} : { baseRate }),
    ...(expectation === undefined ? {} : { expectation: { ...expectation, role: 'expectation' } }),
    ...(why === undefined ? {} : { why }),
    indicators: indicators ?? [],
    span: at('id'),
  }
}

/** The word judged must be the sentence's own, or the analyst says how it was read. */
function warnForeignWord(context: Context, entry: Entry<ClaimText>, { texts }: ClaimNames): void {
  const { says, reading, sentence } = entry.value
  const text = texts.get(sentence ?? '')
  if (says === undefined || reading !== undefined || text === undefined) return
  if (text.toLowerCase().includes(says.toLowerCase())) return
  context.faults.push(
    warning('word-not-in-sentence', spanAt(entry.node, ['says'], entry.at), {
      says: `sentence ${sentence} does not say "${says}"`,
      suggestion: 'use its own word, or tell under reading how it was read',
    }),
  )
}
