/** The council that may authorise, condemn or stay silent: its rule, its members, its drafts. */
import * as z from 'zod'
import type { BlocText } from './bloc.ts'
import { blocsShape, readBlocs } from './bloc.ts'
import type { Context } from './context.ts'
import type { DraftText } from './draft.ts'
import { DRAFTS, draftShape, readDraft } from './draft.ts'
import { unstatedOf } from './draft-vote.ts'
import type { Entry, Noun, Sheet } from './entry.ts'
import { byId, checkOwnIds, collect, isBad } from './entry.ts'
import { byText, fault } from './fault-list.ts'
import { tellLogit } from './logit-lint.ts'
import type { MemberText } from './member.ts'
import { membersShape, readMembers, warnVagueRestraint } from './member.ts'
import { keySpan, spanAt } from './node.ts'
import type { Council, Crisis, Tie } from './scenario.ts'
import * as shape from './shape.ts'
import type { RuleText } from './voting-rule.ts'
import { ruleInForce } from './voting-rule.ts'

export interface CouncilText {
  readonly name: string
  readonly rule: string
  readonly members: readonly (Partial<MemberText> | undefined)[]
  readonly blocs: readonly (Partial<BlocText> | undefined)[]
}

const head = {
  name: shape.text('What it is called.'),
  rule: shape.reference('Id of a voting rule; the version in force on the first day counts.'),
  members: membersShape,
  blocs: blocsShape.optional(),
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
  readonly ties: ReadonlyMap<string, Tie>
  /** The files before any change. */
  readonly written: readonly Sheet[]
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
  const sound = !isBad(entry, 'members')
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
  const seated = sound ? members?.map((member) => member.actor) : undefined
  const blocs = readBlocs(context, entry, seated)
  const chamber = {
    written: parts.written,
    ...(seated ? { members: seated } : {}),
    ...(parts.crisis ? { belligerents: [...parts.crisis.attackers, ...parts.crisis.targets] } : {}),
  }
  const drafts = [...byId(parts.drafts).values()].flatMap((draft) => readDraft(context, draft, chamber) ?? [])
  if (members && seated) {
    const unstated = new Set(parts.drafts.flatMap((draft) => unstatedOf(draft, seated)))
    warnVagueRestraint(context, entry, { members, unstated })
    for (const draft of drafts) {
      const own = parts.drafts.find(({ id }) => id === draft.id)
      const { crisis, ties } = parts
      if (!own || !crisis) continue
      tellLogit(context, own, { draft, members, unstated: unstatedOf(own, seated), ties, crisis })
    }
  }
  if (name === undefined || !rule || !members) return undefined
  return { name, rule, members, blocs, drafts: drafts.sort((a, b) => byText(a.id, b.id)) }
}
