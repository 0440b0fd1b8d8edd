/** The rival rules of the theory and their forms in words: `rules.deterrence` is what nuclear danger does. */
import { RULES, type RuleName } from '../mechanisms/rules.ts'
import { spaced } from './names.ts'
import { percentText } from './number-text.ts'

const PREFIX = 'rules.'

export function isRule(quantity: string): boolean {
  return quantity.startsWith(PREFIX) && quantity.slice(PREFIX.length) in RULES
}

/** `deterrence`, of the id of the quantity that chooses its form. */
export function ruleName(quantity: string): string {
  return isRule(quantity) ? quantity.slice(PREFIX.length) : quantity
}

/** `which rule of deterrence holds` */
export function ruleText(name: string): string {
  return `which rule of ${spaced(name)} holds`
}

/** `shadowPrice`, of the number of the form: as it stands in a scenario. */
export function formName(quantity: string, form: number): string {
  const forms: readonly string[] = RULES[ruleName(quantity) as RuleName] ?? []
  return forms[form] ?? String(form)
}

/** `shadow price` */
export function formText(quantity: string, form: number): string {
  return spaced(formName(quantity, form))
}

/** The form in which the rule has most to do. */
export function lastForm(quantity: string): string {
  return formText(quantity, (RULES[ruleName(quantity) as RuleName]?.length ?? 1) - 1)
}

/** `none 30 %, graded 50 %, strong 20 %`; by number where it is no rule of the theory. */
export function credenceText(quantity: string, shares: readonly number[]): string {
  return shares.map((share, form) => `${formText(quantity, form)} ${percentText(share)}`).join(', ')
}
