/** How a council decides: dated data, since rules change. */
import * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { parseDate } from '../base/date.ts'
import type { Context } from './context.ts'
import { resolve, resolveSource } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { spanAt } from './node.ts'
import type { VotingRule } from './scenario.ts'
import * as shape from './shape.ts'

interface VersionText {
  readonly since: string
  readonly until: string
  readonly seats: number
  readonly threshold: number
  readonly veto: boolean
  readonly bypass: boolean
  readonly source: string
  readonly bypassSource: string
}

/** The versions of one rule; a list, so read through its own keys. */
export type RuleText = readonly (Partial<VersionText> | undefined)[]

const version = shape.fields({
  since: shape.date('In force from this day.').optional(),
  until: shape.date('In force up to this day.').optional(),
  seats: shape.whole('Number of members.', 1, 1_000),
  threshold: shape.whole('Yes votes needed.', 1, 1_000),
  veto: shape.flag('A no of a permanent member blocks.'),
  bypass: shape
    .flag('A matter that a veto blocks can be taken to the General Assembly; no unless stated.')
    .optional(),
  source: shape.reference('The charter or rule of procedure.').optional(),
  bypassSource: shape.reference('What opened the way around the veto.').optional(),
})

export const ruleShape: z.ZodType = z
  .array(version)
  .min(1)
  .describe('The versions of the rule, each with the days it was in force.')

export const VOTING_RULES: Noun<RuleText> = {
  key: 'votingRules',
  container: 'map',
  called: 'voting rule',
  shape: ruleShape,
}

function versionsOf(entry: Entry<RuleText>): RuleText {
  return Array.isArray(entry.value) ? (entry.value as RuleText) : []
}

export function checkRule(context: Context, entry: Entry<RuleText>): void {
  versionsOf(entry).forEach((stated, index) => {
    if (stated === undefined || stated === null) return
    const { since, until, seats, threshold } = stated
    const at = (key: string): Span => spanAt(entry.node, [index, key], entry.at)
    resolveSource(context, stated.source, at('source'))
    resolveSource(context, stated.bypassSource, at('bypassSource'))
    if (stated.bypass === true && stated.veto === false) {
      const says = 'where nobody can veto, there is no veto to go around'
      context.faults.push(
        fault('bypass-without-veto', at('bypass'), { says, suggestion: 'leave bypass out' }),
      )
    }
    if (since !== undefined && until !== undefined && since > until) {
      context.faults.push(
        fault(
          'dates-not-ascending',
          at('until'),
          'a version of a rule ends after it begins; this one ends before',
        ),
      )
    }
    if (seats !== undefined && threshold !== undefined && threshold > seats) {
      context.faults.push(
        fault('out-of-bounds', at('threshold'), `${threshold} yes votes cannot be had from ${seats} seats`),
      )
    }
  })
}

/** The version in force on a day. */
export function ruleInForce(
  context: Context,
  rules: ReadonlyMap<string, Entry<RuleText>>,
  asked: { id: string; day: number | undefined; span: Span },
): VotingRule | undefined {
  const { id, day, span } = asked
  if (
    !resolve(context, id, {
      span,
      name: { code: 'unknown-rule', called: 'voting rule', known: rules },
    })
  )
    return undefined
  const entry = rules.get(id)
  if (!entry || entry.bad.length > 0 || day === undefined) return undefined
  const found = versionsOf(entry).find((stated) => {
    const since = parseDate(stated?.since ?? '')
    const until = parseDate(stated?.until ?? '')
    return (since === undefined || since <= day) && (until === undefined || until >= day)
  })
  if (!found)
    context.faults.push(
      fault('no-rule-in-force', span, `no version of "${id}" is in force on the first day of the crisis`),
    )
  if (found?.seats === undefined || found.threshold === undefined || found.veto === undefined)
    return undefined
  const { seats, threshold, veto, bypass = false, source } = found
  return { id, seats, threshold, veto, bypass, ...(source === undefined ? {} : { source }) }
}
