/** Facts about the rival rules of the theory: `rule.obligation.reputation`, the credence that this form is given. */
import { nearest } from '../base/nearest.ts'
import { RULE_NAMES, RULES } from '../mechanisms/rules.ts'
import type { FactFound } from './fact-found.ts'
import { missing, path } from './fact-found.ts'
import { allOf } from './fault-list.ts'
import type { Scenario } from './scenario.ts'

export function ruleFact(
  { rules }: { readonly rules: Scenario['rules'] },
  id: string,
  rest: readonly string[],
): FactFound {
  const rule = RULE_NAMES.find((name) => name === id)
  if (rule === undefined) {
    const meant = nearest(id, RULE_NAMES)
    return {
      kind: 'missing',
      says: `no rule of the theory is called "${id}"`,
      expected: allOf(RULE_NAMES),
      suggestion: meant && path('rule', meant, ...rest),
    }
  }
  const forms: readonly string[] = RULES[rule]
  const form = rest.length === 1 ? forms.indexOf(rest[0] ?? '') : -1
  if (form < 0) return missing(path('rule', rule), rest.join('.'), forms)
  const law = rules.get(rule)?.law
  if (law === undefined) return { kind: 'unknown' }
  const value =
    law.kind === 'choice' ? (law.shares[form] ?? 0) : Number(law.kind === 'fixed' && law.value === form)
  return { kind: 'found', fact: { kind: 'number', value } }
}
