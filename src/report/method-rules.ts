/** The rival rules that a mechanism reads: their forms, and how much credence the theory gives each. */
import type { Mechanism } from '../formula/mechanism.ts'
import { RULE_NAMES, RULES, type RuleName } from '../mechanisms/rules.ts'
import type { Law, Scenario, Source } from '../scenario/scenario.ts'
import { spaced } from './names.ts'
import { percentText } from './number-text.ts'

export interface MethodRule {
  readonly name: RuleName
  readonly forms: readonly { readonly form: string; readonly credence: number }[]
  readonly source: string
  readonly tag: Source['kind']
  readonly why?: string
}

/** Who asks for a form reads `form.deterrence`. */
const FORM = 'form.'

export function rulesOf({ reads }: Mechanism, theory: Scenario): MethodRule[] {
  return RULE_NAMES.filter((name) => reads[FORM + name] !== undefined).map((name) => {
    const quantity = theory.rules.get(name)
    const known = quantity?.source === undefined ? undefined : theory.sources.get(quantity.source)
    return {
      name,
      forms: RULES[name].map((form, at) => ({ form, credence: credenceOf(quantity?.law, at) })),
      source: known?.title ?? 'none stated',
      tag: known?.kind ?? 'judgement',
      ...(quantity?.why === undefined ? {} : { why: quantity.why }),
    }
  })
}

/** A form that is fixed is certain. */
function credenceOf(law: Law | undefined, form: number): number {
  if (law?.kind === 'choice') return law.shares[form] ?? 0
  return law?.kind === 'fixed' && law.value === form ? 1 : 0
}

/** `deterrence: graded for certain, or none or strong where a scenario gives them credence` */
export function ruleLine({ name, forms }: MethodRule): string {
  const shares = forms.filter(({ credence }) => credence > 0)
  const others = forms.filter(({ credence }) => credence === 0).map(({ form }) => spaced(form))
  const standard =
    shares.length === 1
      ? `${spaced(shares[0]!.form)} unless a scenario says otherwise`
      : shares.map(({ form, credence }) => `${spaced(form)} ${percentText(credence)}`).join(', ')
  return `${name}: ${standard}${others.length > 0 ? `; its rivals: ${others.join(', ')}` : ''}`
}
