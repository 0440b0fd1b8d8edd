/** A claim: one sentence of the assessment, or none, turned into what can be tested and the word it is said with. */
import type * as z from 'zod'
import type { Asked } from './condition.ts'
import { conditionShape, givenShape } from './condition.ts'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import { kindOf, readCore } from './core.ts'
import { doShape } from './do.ts'
import { effectShape } from './effect.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { warning } from './fault-list.ts'
import { child, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShape, readQuantity } from './quantity.ts'
import { recordShape } from './record.ts'
import type { Claim, Ladder, Quantity } from './scenario.ts'
import * as shape from './shape.ts'
import type { Worlds } from './worlds.ts'

export interface ClaimText {
  readonly id: string
  readonly sentence: string
  readonly says: string
  readonly reading: string
  readonly that: unknown
  readonly given: unknown
  readonly do: unknown
  readonly effect: unknown
  readonly record: unknown
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
  that: conditionShape.describe('What is claimed to come true.').optional(),
  given: givenShape
    .describe('Only playouts in which this came true are looked at; no-attack: the world without the attack.')
    .optional(),
  do: doShape.describe('What is made otherwise before the first day; never together with given.').optional(),
  effect: effectShape
    .describe('What difference the change, or the condition, is said to make; never together with a word.')
    .optional(),
  record: recordShape.describe('A count over history, in the place of that.').optional(),
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
  /** Absent in a changed world, where no claim changes anything more. */
  readonly worlds?: Worlds | undefined
}

export function readClaim(asked: Asked, entry: Entry<ClaimText>, names: ClaimNames): Claim | undefined {
  const { context } = asked
  const { id, sentence, says, reading, baseRate, why, indicators } = entry.value
  checkNames(context, entry, names)
  warnForeignWord(context, entry, names)
  const expectation = readExpectation(context, entry)
  const core = readCore(asked, entry, names.worlds)
  if (id === undefined || !core) return undefined
  return {
    id,
    ...(sentence === undefined ? {} : { sentence }),
    kind: kindOf(core, says),
    ...(says === undefined ? {} : { says }),
    ...(reading === undefined ? {} : { reading }),
    ...core,
    ...(baseRate === undefined ? {} : { baseRate }),
    ...(expectation === undefined ? {} : { expectation: { ...expectation, role: 'expectation' } }),
    ...(why === undefined ? {} : { why }),
    indicators: indicators ?? [],
    span: placeOf(entry, 'id'),
  }
}

function placeOf(entry: Entry<ClaimText>, key: string) {
  return spanAt(entry.node, [key], entry.at)
}

function checkNames(context: Context, entry: Entry<ClaimText>, names: ClaimNames): void {
  const { sentence, says, baseRate } = entry.value
  if (sentence !== undefined && names.sentences) {
    resolve(context, sentence, {
      span: placeOf(entry, 'sentence'),
      name: { code: 'unknown-sentence', called: 'sentence', known: names.sentences },
    })
  }
  if (says !== undefined && names.ladder) {
    const known = new Set(names.ladder.words.map((rung) => rung.word))
    resolve(context, says, {
      span: placeOf(entry, 'says'),
      name: { code: 'unknown-word', called: `word of the ladder ${names.ladder.id}`, known },
    })
  }
  if (baseRate !== undefined) {
    resolve(context, baseRate, {
      span: placeOf(entry, 'baseRate'),
      name: { code: 'unknown-base-rate', called: 'base rate', known: names.baseRates },
    })
  }
}

function readExpectation(context: Context, entry: Entry<ClaimText>): Quantity | undefined {
  const node = child(entry.node, 'expectation')
  if (!node || isBad(entry, 'expectation')) return undefined
  return readQuantity(context, node, {
    field: EXPECTATION,
    id: `claims.${entry.id}.expectation`,
    role: 'expectation',
    mayExpect: true,
  })
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
