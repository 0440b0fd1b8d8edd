/**
 * Which form of a rule of the theory is in force: one for certain, or several, each with its share of credence. The
 * theory names the standard forms; a scenario may hold another view.
 */
import * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { RuleName } from '../mechanisms/rules.ts'
import { RULE_NAMES, RULES } from '../mechanisms/rules.ts'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { byId } from './entry.ts'
import { addAll, byText, fault, oneOf, warning } from './fault-list.ts'
import { child } from './node.ts'
import type { Law, Quantity } from './scenario.ts'
import { checkShape } from './shape-fault.ts'
import * as shape from './shape.ts'

const ABOUT: Readonly<Record<RuleName, string>> = {
  capacity: 'How scarce force holds back: as the share that is free, or by a price that climbs.',
  deterrence:
    'What nuclear danger between supporter and opponent does: nothing, what its weight says, or more.',
  obligation: 'How a promise counts: as a weight, by the reputation lost, or as kept or broken by a draw.',
  secrecy: 'Whether others see secret help in time to give less themselves.',
}

/** Decimal shares of a few forms may miss 1 by rounding, not by more. */
const SLACK = 1e-6

function certain(rule: RuleName): z.ZodType {
  return shape.word(RULES[rule], 'The form that is in force for certain.')
}

function spread(rule: RuleName): z.ZodObject {
  const forms = RULES[rule].map((form) => [form, shape.share(`Credence of the form ${form}.`).optional()])
  return shape.fields({
    ...(Object.fromEntries(forms) as Record<string, z.ZodType>),
    source: shape.reference('Id of the source it rests on.').optional(),
    why: shape.text('One line of reason.').optional(),
  })
}

export const ruleFormsShape: z.ZodObject = shape.fields(
  Object.fromEntries(
    RULE_NAMES.map((rule) => [
      rule,
      z
        .union([certain(rule), spread(rule)])
        .describe(`${ABOUT[rule]} One form, or shares that add up to 1.`)
        .optional(),
    ]),
  ),
)

/** Each entry is read by its own rule's shape below; here anything may stand. */
export const RULE_FORMS: Noun<object> = {
  key: 'rules',
  container: 'map',
  called: 'rule',
  fixedKeys: true,
  shape: shape.anything(),
}

/** `whole`: the place of a fault about what is nowhere. */
export function readRuleForms(
  context: Context,
  entries: readonly Entry<object>[],
  whole: Span,
): Map<RuleName, Quantity> {
  const rules = new Map<RuleName, Quantity>()
  const known = byId(entries)
  const meant = new Set<string>()
  for (const entry of [...entries].sort((a, b) => byText(a.id, b.id))) {
    const rule = RULE_NAMES.find((name) => name === entry.id)
    if (rule === undefined) {
      const suggestion = nearest(entry.id, RULE_NAMES)
      if (suggestion !== undefined) meant.add(suggestion)
      const says = `no rule of the theory is called "${entry.id}"`
      context.faults.push(fault('unknown-key', entry.at, { says, expected: oneOf(RULE_NAMES), suggestion }))
      continue
    }
    const quantity = readForm(context, entry, rule)
    if (!quantity) entry.bad.push('')
    else if (known.get(rule) === entry) rules.set(rule, quantity)
  }
  const missing = RULE_NAMES.filter((name) => !known.has(name) && !meant.has(name))
  if (missing.length > 0) {
    context.faults.push(
      fault('missing-key', whole, {
        says: `the form of these rules is given nowhere: ${missing.join(', ')}`,
        suggestion: 'the theory gives all of them',
      }),
    )
  }
  return rules
}

function readForm(context: Context, entry: Entry<object>, rule: RuleName): Quantity | undefined {
  const { node } = entry
  const shaped = checkShape(node.kind === 'scalar' ? certain(rule) : spread(rule), node, {
    span: entry.at,
    key: rule,
  })
  addAll(context.faults, shaped.faults)
  const id = `rules.${rule}`
  if (node.change) context.changed.add(id)
  const { source, why } = readGrounds(context, entry)
  if (shaped.bad.length > 0) return undefined
  const law = lawOf(context, entry, { rule, value: shaped.value })
  if (!law) return undefined
  return {
    id,
    unit: 'number',
    law,
    bounds: [0, RULES[rule].length - 1],
    ...(source === undefined ? {} : { source }),
    role: 'input',
    ...(why === undefined ? {} : { why }),
    assumed: false,
    span: node.span.end > node.span.start ? node.span : entry.at,
  }
}

/** What the credence rests on; what is only supposed rests on nothing. */
function readGrounds(context: Context, { node, at, id }: Entry<object>): Pick<Quantity, 'source' | 'why'> {
  const [own, why] = ['source', 'why'].map((key) => {
    const found = child(node, key)
    return found?.kind === 'scalar' && found.text !== '' ? found : undefined
  })
  if (!own && node.change !== 'set' && node.kind !== 'broken') {
    context.faults.push(
      warning('unsourced', node.span.end > node.span.start ? node.span : at, {
        says: `rules.${id} rests on no source`,
        suggestion: 'name its source beside the shares of its forms',
      }),
    )
  }
  const source = own && resolveSource(context, own.text, own.span)
  return { ...(source === undefined ? {} : { source }), ...(why ? { why: why.text } : {}) }
}

/** A choice among the forms, or the number of the one that has all the credence. */
function lawOf(
  context: Context,
  { node, at }: Entry<object>,
  { rule, value }: { readonly rule: RuleName; readonly value: unknown },
): Law | undefined {
  const forms: readonly string[] = RULES[rule]
  if (typeof value === 'string') return { kind: 'fixed', value: forms.indexOf(value) }
  if (node.kind !== 'map' || node.partial) return undefined
  const stated = value as Readonly<Record<string, number | undefined>>
  const shares = forms.map((form) => stated[form] ?? 0)
  const sum = shares.reduce((all, share) => all + share, 0)
  if (Math.abs(sum - 1) > SLACK) {
    context.faults.push(
      fault('shares-not-one', node.span.end > node.span.start ? node.span : at, {
        says: `the shares of the forms of ${rule} add up to 1; these add up to ${Number(sum.toFixed(6))}`,
        expected: `shares of ${forms.join(', ')}; a form that is not named has none`,
      }),
    )
    return undefined
  }
  const only = shares.filter((share) => share > 0).length === 1
  return only ? { kind: 'fixed', value: shares.findIndex((share) => share > 0) } : { kind: 'choice', shares }
}
