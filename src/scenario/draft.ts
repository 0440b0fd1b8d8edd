/** A draft before the council: who wants it, how likely it comes to the vote, and how each member would vote. */
import type * as z from 'zod'
import { nearest } from '../base/nearest.ts'
import { readFields } from './actor.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import { readDays } from './days.ts'
import { CONDUCT, OPTIONAL, TABLED, usualOf } from './draft-field.ts'
import { givenOf } from './draft-given.ts'
import type { VotesText } from './draft-vote.ts'
import { readVotes, unstatedOf, votesShape } from './draft-vote.ts'
import type { Entry, Noun, Sheet } from './entry.ts'
import { isBad } from './entry.ts'
import { fault, oneOf } from './fault-list.ts'
import { entrySource, fillIn } from './filled.ts'
import { child, spanAt } from './node.ts'
import { assumedQuantity, quantityShape, quantityShapes } from './quantity.ts'
import type { Draft, Quantity } from './scenario.ts'
import * as shape from './shape.ts'

export interface DraftText extends VotesText {
  readonly id: string
  readonly title: string
  readonly type: Draft['type']
  readonly favours: string
  readonly sponsor: string
  readonly source: string
}

const TYPES: readonly Draft['type'][] = ['authorise', 'condemn', 'ceasefire', 'procedural']

export const draftShape: z.ZodObject = shape.fields({
  id: shape.ownId('Its id, named by claims.'),
  title: shape.text('What it is about.'),
  type: shape.word(
    TYPES,
    'What it would do. condemn: blames the other side than the one it favours; one that favours an attacker condemns the target.',
  ),
  favours: shape.reference(
    'The belligerent in whose favour it is; authorise and condemn are against the other side.',
  ),
  sponsor: shape.reference('The actor that tables it.'),
  within: shape
    .amount('Time within which it is tabled, if it is: 7 days; the horizon unless stated.')
    .optional(),
  tabled: quantityShape(TABLED),
  ...quantityShapes(OPTIONAL),
  source: shape
    .reference('Source of the votes, and of the quantities unless they name their own.')
    .optional(),
  votes: votesShape.optional(),
})

export const DRAFTS: Noun<DraftText> = {
  key: 'drafts',
  container: 'list',
  called: 'draft',
  shape: draftShape,
  idOf: ({ id }) => id,
  idAt: 'id',
}

export interface Chamber {
  /** Absent when the list itself is at fault. */
  readonly members?: readonly string[]
  /** Absent when the crisis is at fault. */
  readonly belligerents?: readonly string[]
  /** The files before any change. */
  readonly written: readonly Sheet[]
}

export function readDraft(context: Context, entry: Entry<DraftText>, chamber: Chamber): Draft | undefined {
  const { id, title, type, favours, sponsor } = entry.value
  const source = entrySource(context, entry)
  if (sponsor !== undefined) resolveActor(context, sponsor, spanAt(entry.node, ['sponsor'], entry.at))
  checkFavours(context, entry, chamber.belligerents)
  const within = readWithin(context, entry)
  const stated = readFields(context, entry, {
    fields: [TABLED, ...OPTIONAL],
    prefix: `council.${entry.id}`,
    source,
  })
  const votes = readVotes(context, entry, chamber.members)
  const unstated = unstatedOf(entry, chamber.members ?? [])
  if (
    id === undefined ||
    title === undefined ||
    type === undefined ||
    favours === undefined ||
    sponsor === undefined
  )
    return undefined
  const quantities = filledIn(context, entry, { stated, type, logit: unstated.length > 0 })
  const given = givenOf(context, chamber.written, { id, type })
  return {
    id,
    title,
    type,
    favours,
    sponsor,
    ...(source === undefined ? {} : { source }),
    ...(within === undefined ? {} : { within }),
    quantities,
    ...(Object.keys(given).length === 0 ? {} : { given }),
    votes,
  }
}

function checkFavours(context: Context, entry: Entry<DraftText>, sides: readonly string[] | undefined): void {
  const { favours } = entry.value
  if (favours === undefined) return
  const span = spanAt(entry.node, ['favours'], entry.at)
  if (!resolveActor(context, favours, span) || !sides || sides.includes(favours)) return
  context.faults.push(
    fault('not-a-belligerent', span, {
      says: `"${favours}" does not fight in this crisis, so no draft can favour it`,
      expected: oneOf(sides),
      suggestion: nearest(favours, sides),
    }),
  )
}

function readWithin(context: Context, entry: Entry<DraftText>): number | undefined {
  if (isBad(entry, 'within')) return undefined
  const days = readDays(context.faults, child(entry.node, 'within'), 'within')
  if (days === undefined || days >= 1) return days
  const span = spanAt(entry.node, ['within'], entry.at)
  context.faults.push(fault('out-of-bounds', span, 'a draft is tabled within 1 day or more'))
  return undefined
}

/** How the conduct is seen moves those who vote by the logit: of a vague one the analyst is told where there are such. */
function filledIn(
  context: Context,
  entry: Entry<DraftText>,
  of: { stated: Readonly<Record<string, Quantity>>; type: Draft['type']; logit: boolean },
): Record<string, Quantity> {
  const { type, logit } = of
  const prefix = `council.${entry.id}`
  const usual = OPTIONAL.filter((field) => !logit || field !== CONDUCT).map((field) => [
    field.name,
    assumedQuantity(field, `${prefix}.${field.name}`, usualOf(type, field)),
  ])
  const stated = { ...(Object.fromEntries(usual) as Record<string, Quantity>), ...of.stated }
  return fillIn(context, entry, { fields: [CONDUCT], prefix, called: `the draft ${entry.id}`, stated })
}
