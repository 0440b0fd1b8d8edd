/**
 * Rules of the theory that have serious rivals in the literature. Each is one rule in several forms, of which exactly
 * one is in force in a draw of the parameters; a scenario says how much credence each form deserves (docs/theory.md 23).
 * The numbers of the forms are their places here, from what gives the rule least to do to what gives it most.
 */
import type { Mechanism } from '../formula/mechanism.ts'

export const RULES = {
  /** What nuclear danger between supporter and opponent does: nothing, what its weight says, or several times that. */
  deterrence: ['none', 'graded', 'strong'],
  /** How a promise counts: once, as a weight; by the reputation that each missing level costs; or it is kept or not, by a draw. */
  obligation: ['weight', 'reputation', 'fulfilment'],
  /** How scarce force holds back: as a share that is free, or by a price that climbs as the rest is used up. */
  capacity: ['share', 'shadowPrice'],
  /** Whether others see secret help in time to give less themselves. */
  secrecy: ['seen', 'unseen'],
} as const

export type RuleName = keyof typeof RULES
export const RULE_NAMES: readonly RuleName[] = ['capacity', 'deterrence', 'obligation', 'secrecy']

/** The form that is in force where nothing else is said. */
export const STANDARD: { readonly [Rule in RuleName]: (typeof RULES)[Rule][number] } = {
  deterrence: 'graded',
  obligation: 'weight',
  capacity: 'share',
  secrecy: 'seen',
}

/** For the equations that ask which form is in force: `form.deterrence == deterrenceNone`. */
export function formCodes(rule: RuleName): NonNullable<Mechanism['constants']> {
  const source = `its place among the forms of ${rule}`
  return Object.fromEntries(
    RULES[rule].map((form, value) => [
      `${rule}${form[0]!.toUpperCase()}${form.slice(1)}`,
      { value, unit: 'number', source },
    ]),
  )
}
