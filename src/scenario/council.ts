/** The council that may authorise, condemn or stay silent: its rule, its members, its drafts. */
import * as z from 'zod'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { DraftText } from './draft.ts'
import { DRAFTS, draftShape, readDraft } from './draft.ts'
import type { Entry, Noun, Sheet } from './entry.ts'
import { byId, checkOwnIds, collect, isBad } from './entry.ts'
import { byText, fault } from './fault-list.ts'
import { keySpan, spanAt } from './node.ts'
import type { Council, Crisis, Member } from './scenario.ts'
import * as shape from './shape.ts'
import type { RuleText } from './voting-rule.ts'
import { ruleInForce } from './voting-rule.ts'

export interface CouncilText {
  readonly name: string
  readonly rule: string
  readonly members: readonly (Partial<Member> | undefined)[]
}

const head = {
  name: shape.text('What it is called.'),
  rule: shape.reference('Id of a voting rule; the version in force on the first day counts.'),
  members: z
    .array(
      shape.fields({
        actor: shape.reference('The member.'),
        permanent: shape.flag('Its no blocks where the rule has a veto.').optional(),
      }),
    )
    .describe('Who has a seat.'),
}

export const councilShape: z.ZodObject = shape.fields({
  ...head,
  drafts: z.array(draftShape).describe('What may come to the vote.').optional(),
})

/** The drafts are entries of their own, so that one at fault hides none of the others. */
export const COUNCIL: Noun<CouncilText> = {
  key: 'council',
  container: 'one',
  called: 'council',
  shape: shape.fields({ ...head, drafts: shape.anything().optional() }),
}

/** The drafts of a council, as if the council were a file of its own. */
export function collectDrafts(
  entry: Entry<CouncilText>,
  sheet: Sheet,
  faults: Context['faults'],
): Entry<DraftText>[] {
  const drafts = collect([{ ...sheet, root: entry.node }], DRAFTS, faults)
  checkOwnIds(drafts, faults)
  return drafts
}

export interface CouncilParts {
  readonly drafts: readonly Entry<DraftText>[]
  readonly rules: ReadonlyMap<string, Entry<RuleText>>
  readonly start?: number | undefined
  readonly crisis?: Crisis | undefined
}

export function readCouncil(
  context: Context,
  entry: Entry<CouncilText>,
  parts: CouncilParts,
): Council | undefined {
  const { name, rule: ruleId } = entry.value
  const span = spanAt(entry.node, ['rule'], entry.at)
  const rule =
    ruleId === undefined
      ? undefined
      : ruleInForce(context, parts.rules, { id: ruleId, day: parts.start, span })
  const members = readMembers(context, entry)
  const seats = keySpan(entry.node, 'members')
  const stated = entry.value.members?.length
  if (rule && seats && stated !== undefined && stated !== rule.seats) {
    context.faults.push(
      fault(
        'seats-mismatch',
        seats,
        `the rule "${rule.id}" has ${rule.seats} seats; here sit ${stated} members`,
      ),
    )
  }
  const chamber = {
    ...(isBad(entry, 'members') || !members ? {} : { members: members.map((member) => member.actor) }),
    ...(parts.crisis ? { belligerents: [...parts.crisis.attackers, ...parts.crisis.targets] } : {}),
  }
  const drafts = [...byId(parts.drafts).values()].flatMap((draft) => readDraft(context, draft, chamber) ?? [])
  if (name === undefined || !rule || !members) return undefined
  return { name, rule, members, drafts: drafts.sort((a, b) => byText(a.id, b.id)) }
}

function readMembers(context: Context, entry: Entry<CouncilText>): Member[] | undefined {
  const seen = new Set<string>()
  const members: Member[] = []
  for (const [index, stated] of (entry.value.members ?? []).entries()) {
    const actor = stated?.actor
    if (actor === undefined) continue
    const span = spanAt(entry.node, ['members', index, 'actor'], entry.at)
    resolveActor(context, actor, span)
    if (seen.has(actor)) context.faults.push(fault('duplicate-id', span, `"${actor}" has two seats`))
    seen.add(actor)
    members.push({ actor, permanent: stated?.permanent ?? false })
  }
  return entry.value.members && members.sort((a, b) => byText(a.actor, b.actor))
}
