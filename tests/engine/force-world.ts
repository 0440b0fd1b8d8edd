/** Arsenals and rival rules for the small worlds of the tests: none, and the standard forms, unless a world says otherwise. */
import { RULES, type RuleName } from '../../src/mechanisms/rules.ts'
import type { Arsenal, Law, Quantity, Scenario, Weapon } from '../../src/scenario/scenario.ts'
import { quantity, UNBOUNDED } from './quantity.ts'

type Values = Readonly<Record<string, number | Law>>

/** By belligerent. What is not said of a weapon is 0, of its cycles 1; it has no ration. */
export type ArsenalOptions = Readonly<
  Record<string, Partial<Readonly<Record<Weapon, Values>>> & { readonly values?: Values }>
>

const WEAPON: Values = {
  stock: 1000,
  launchers: 100,
  production: 0,
  cycles: 1,
  ration: 1e6,
  launcherLoss: 0,
  outside: 0,
}
const ARSENAL: Values = {
  interceptors: 0,
  interceptorProduction: 0,
  stopsMissile: 0,
  stopsDrone: 0,
  stopsStrike: 0,
  threshold: 1500,
}

export function arsenalsOf(options: ArsenalOptions = {}): Scenario['arsenals'] {
  return new Map(
    Object.entries(options)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { values, ...weapons }]): [string, Arsenal] => [
        id,
        {
          belligerent: id,
          quantities: quantities(`arsenals.${id}`, { ...ARSENAL, ...values }),
          weapons: new Map(
            Object.entries(weapons).map(([weapon, own]) => [
              weapon as Weapon,
              quantities(`arsenals.${id}.${weapon}`, { ...WEAPON, ...own }),
            ]),
          ),
        },
      ]),
  )
}

function quantities(owner: string, values: Values): Record<string, Quantity> {
  return Object.fromEntries(
    Object.entries(values).map(([field, law]) => [field, quantity(`${owner}.${field}`, law, UNBOUNDED)]),
  )
}

/** By rule, the form that is certain, or the credence of each form in order. */
export type RuleOptions = Readonly<Partial<Record<RuleName, string | readonly number[]>>>

export function rulesOf(options: RuleOptions = {}): Scenario['rules'] {
  return new Map(
    Object.entries(options).map(([name, stated]) => {
      const rule = name as RuleName
      const forms: readonly string[] = RULES[rule]
      const law: number | Law =
        typeof stated === 'string' ? forms.indexOf(stated) : { kind: 'choice', shares: stated }
      return [rule, quantity(`rules.${rule}`, law, [0, forms.length - 1])]
    }),
  )
}
