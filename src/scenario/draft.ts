/** A draft before the council: who wants it, how likely it comes to the vote, and how each member would vote. */
import * as z from 'zod'
import { nearest } from '../base/nearest.ts'
import { readFields } from './actor.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault, oneOf } from './fault-list.ts'
import { entrySource } from './filled.ts'
import { child, keySpan, nodeAt, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { assumedQuantity, quantityShape } from './quantity.ts'
import type { Draft } from './scenario.ts'
import * as shape from './shape.ts'

export interface DraftText {
  readonly id: string
  readonly title: string
  readonly type: Draft['type']
  readonly favours: string
  readonly sponsor: string
  readonly source: string
  readonly votes: Readonly<Record<string, readonly number[]>>
}

const TYPES: readonly Draft['type'][] = ['authorise', 'condemn', 'ceasefire', 'procedural']
const TABLED: Field = {
  name: 'tabled',
  unit: 'fraction',
  bounds: [0, 1],
  about: 'Probability that it is tabled within the horizon.',
}
const SHOWDOWN: Field = {
  name: 'showdown',
  unit: 'fraction',
  bounds: [0, 1],
  absent: 0,
  about: 'Probability that it is put to the vote although it would lose.',
}

/** Decimal shares of three or four outcomes may miss 1 by rounding, not by more. */
const VOTES_SLACK = 1e-6

const share = shape.share('Probability.')
const vector = z.union([z.tuple([share, share, share]), z.tuple([share, share, share, share])], {
  error: shape.pack('wrong-type', 'the probabilities of yes, abstain, no and, if need be, absent'),
})

export const draftShape: z.ZodObject = shape.fields({
  id: shape.ownId('Its id, named by claims.'),
  title: shape.text('What it is about.'),
  type: shape.word(TYPES, 'What it would do.'),
  favours: shape.reference('The belligerent in whose favour it is.'),
  sponsor: shape.reference('The actor that tables it.'),
  tabled: quantityShape(TABLED),
  showdown: quantityShape(SHOWDOWN).optional(),
  source: shape
    .reference('Source of the votes, and of the quantities unless they name their own.')
    .optional(),
  votes: shape.idMap(vector, 'By member: probabilities of yes, abstain, no and, if need be, absent.'),
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
}

export function readDraft(context: Context, entry: Entry<DraftText>, chamber: Chamber): Draft | undefined {
  const { id, title, type, favours, sponsor } = entry.value
  const source = entrySource(context, entry)
  if (sponsor !== undefined) resolveActor(context, sponsor, spanAt(entry.node, ['sponsor'], entry.at))
  if (favours !== undefined) {
    const span = spanAt(entry.node, ['favours'], entry.at)
    const sides = chamber.belligerents
    if (resolveActor(context, favours, span) && sides && !sides.includes(favours)) {
      const more = { expected: oneOf(sides), suggestion: nearest(favours, sides) }
      context.faults.push(
        fault('not-a-belligerent', span, {
          says: `"${favours}" does not fight in this crisis, so no draft can favour it`,
          ...more,
        }),
      )
    }
  }
  const prefix = `council.${entry.id}`
  const stated = readFields(context, entry, { fields: [TABLED, SHOWDOWN], prefix, source })
  const quantities = { showdown: assumedQuantity(SHOWDOWN, `${prefix}.showdown`), ...stated }
  const votes = readVotes(context, entry, chamber)
  if (
    id === undefined ||
    title === undefined ||
    type === undefined ||
    favours === undefined ||
    sponsor === undefined
  )
    return undefined
  const from = source === undefined ? {} : { source }
  return { id, title, type, favours, sponsor, ...from, quantities, votes }
}

function readVotes(
  context: Context,
  entry: Entry<DraftText>,
  chamber: Chamber,
): Map<string, readonly [number, number, number, number]> {
  const stated = entry.value.votes ?? {}
  const { members } = chamber
  const votes = new Map<string, readonly [number, number, number, number]>()
  for (const member of Object.keys(stated).sort(byText)) {
    const at = spanAt(entry.node, ['votes', member], entry.at)
    if (members && !members.includes(member)) {
      const more = { expected: oneOf(members), suggestion: nearest(member, members) }
      const key = keySpan(nodeAt(entry.node, ['votes']), member) ?? at
      context.faults.push(
        fault('vote-unknown-member', key, {
          says: `"${member}" is no member of the council and has no vote`,
          ...more,
        }),
      )
      continue
    }
    if (isBad(entry, `votes.${member}`)) continue
    const [yes = 0, abstain = 0, no = 0, absent = 0] = stated[member] ?? []
    const sum = yes + abstain + no + absent
    if (Math.abs(sum - 1) > VOTES_SLACK) {
      context.faults.push(
        fault(
          'votes-not-one',
          at,
          `the probabilities of a member's vote add up to 1; these add up to ${Number(sum.toFixed(6))}`,
        ),
      )
    }
    votes.set(member, [yes, abstain, no, absent])
  }
  const written = child(entry.node, 'votes')
  const missing =
    members?.filter(
      (member) => written?.kind === 'map' && !written.partial && !written.entries.has(member),
    ) ?? []
  if (missing.length > 0 && !isMisspelt(stated, members ?? [], missing)) {
    const span = keySpan(entry.node, 'votes') ?? entry.at
    context.faults.push(
      fault('vote-missing', span, `every member has a vote; missing: ${missing.join(', ')}`),
    )
  }
  return votes
}

/** A member under a misspelt name is not missing as well. */
function isMisspelt(
  stated: Readonly<Record<string, unknown>>,
  members: readonly string[],
  missing: readonly string[],
): boolean {
  const strangers = Object.keys(stated).filter((name) => !members.includes(name))
  const meant = new Set(strangers.map((name) => nearest(name, members)))
  return missing.every((member) => meant.has(member))
}
