/** Who has a seat in a council, and how averse each is to strong measures. */
import * as z from 'zod'
import { readFields } from './actor.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry } from './entry.ts'
import { byText, fault, warning } from './fault-list.ts'
import { entrySource } from './filled.ts'
import { firstToken, keySpan, nodeAt, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { assumedQuantity, quantityShape, VAGUE } from './quantity.ts'
import type { Member } from './scenario.ts'
import * as shape from './shape.ts'

export interface MemberText {
  readonly actor: string
  readonly permanent: boolean
  readonly source: string
}

const RESTRAINT: Field = {
  name: 'restraint',
  unit: 'fraction',
  bounds: [0, 1],
  absent: VAGUE,
  about: 'How averse it is to strong measures, whoever asks for them.',
}

export const membersShape: z.ZodType = z
  .array(
    shape.fields({
      actor: shape.reference('The member.'),
      permanent: shape.flag('Its no blocks where the rule has a veto.').optional(),
      restraint: quantityShape(RESTRAINT).optional(),
      source: shape.reference('Source of its restraint, unless that names its own.').optional(),
    }),
  )
  .describe('Who has a seat.')

type Seats = Entry<{ readonly members: readonly (Partial<MemberText> | undefined)[] }>

export function readMembers(context: Context, entry: Seats): Member[] | undefined {
  const seen = new Set<string>()
  const members: Member[] = []
  for (const [index, stated] of (entry.value.members ?? []).entries()) {
    const actor = stated?.actor
    const node = nodeAt(entry.node, ['members', index])
    if (stated === undefined || actor === undefined || node === undefined) continue
    const span = spanAt(entry.node, ['members', index, 'actor'], entry.at)
    resolveActor(context, actor, span)
    if (seen.has(actor)) context.faults.push(fault('duplicate-id', span, `"${actor}" has two seats`))
    seen.add(actor)
    const within = `members.${index}.`
    const bad = entry.bad.flatMap((path) => (path.startsWith(within) ? [path.slice(within.length)] : []))
    const own = { id: actor, layer: entry.layer, at: firstToken(node), node, value: stated, bad: [...bad] }
    const prefix = `council.members.${actor}`
    const source = entrySource(context, own)
    const quantities = {
      restraint: assumedQuantity(RESTRAINT, `${prefix}.restraint`),
      ...readFields(context, own, { fields: [RESTRAINT], prefix, source }),
    }
    entry.bad.push(...own.bad.slice(bad.length).map((path) => `${within}${path}`))
    members.push({ actor, permanent: stated.permanent ?? false, quantities })
  }
  return entry.value.members && members.sort((a, b) => byText(a.actor, b.actor))
}

/** Told where it matters: of those who vote by the logit. */
export function warnVagueRestraint(
  context: Context,
  entry: Seats,
  { members, unstated }: { members: readonly Member[]; unstated: ReadonlySet<string> },
): void {
  const vague = members.filter(
    ({ actor, quantities }) => quantities['restraint']?.assumed === true && unstated.has(actor),
  )
  if (vague.length === 0) return
  const span = keySpan(entry.node, 'members') ?? entry.at
  context.faults.push(
    warning('assumed-input', span, {
      says: `restraint is not stated of ${vague.length} who vote by the logit (${vague.map(({ actor }) => actor).join(', ')}): a vague range stands in`,
      suggestion: 'state what is known, even if it is a wide range',
    }),
  )
}
