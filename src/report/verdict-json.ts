/** A verdict as plain JSON: as the judge gives it, with the forms of the rival rules by name. */
import type { ClaimVerdict } from '../judge/verdict.ts'
import { type Json, toJson } from './to-json.ts'
import { formName } from './rule-text.ts'

export function verdictJson(found: ClaimVerdict): Json {
  const { split } = found
  if (split === undefined) return toJson(found)
  const byRule = split.byRule.map(({ rule, forms, ...rest }) => ({
    rule,
    ...rest,
    forms: forms.map((form, at) => ({ form: formName(rule, at), ...form })),
  }))
  return toJson({ ...found, split: { ...split, byRule } })
}
