/**
 * Where the rules of the theory and the arsenals take their inputs from: the form in force of each rule, and what each
 * belligerent fights with. What the scenario does not state stands at the value that changes nothing.
 */
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import { type RuleName, RULES, STANDARD } from '../mechanisms/rules.ts'
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import type { Space } from './space.ts'

type Input = number | Quantity

interface Context {
  readonly scenario: Scenario
  readonly space: Space
}

/** More than anybody has ever fired in a day. */
const NO_RATION = 1e6
/** What is borne by one of whom nothing is known is never looked at; what is divided by must not be 0. */
const UNREAD_THRESHOLD = 1

export const FORCE_SOURCES: Readonly<
  Record<string, (context: Context, field: string, name: string) => Input[]>
> = {
  form: ({ scenario }, field) => [formInForce(scenario, field as RuleName)],
  arsenal: (context, field, name) => {
    if (name === 'stops') return overWeapons(context, stops)
    if (field in WEAPON_FALLBACK || name === 'opening.stock' || name === 'opening.launchers')
      return overWeapons(context, (scenario, id, weapon) => weaponInput(scenario, { id, weapon, field }))
    return context.space.belligerents.map((id) => arsenalInput(context.scenario, id, field))
  },
}

export const FORCE_SITUATION: Readonly<Record<string, (context: Context) => Input[]>> = {
  ownedBy: ({ scenario, space }) =>
    space.items.flatMap((item) => space.belligerents.map((id) => Number(scenario.arms.get(item)?.to === id))),
}

/** The number of the form; the quantity that draws it, where several have credence. */
function formInForce(scenario: Scenario, rule: RuleName): Input {
  const stated = scenario.rules.get(rule)
  if (stated === undefined) return (RULES[rule] as readonly string[]).indexOf(STANDARD[rule])
  return stated.law.kind === 'fixed' ? stated.law.value : stated
}

const WEAPON_FALLBACK: Readonly<Record<string, number>> = {
  production: 0,
  cycles: 0,
  ration: NO_RATION,
  launcherLoss: 0,
  outside: 0,
}

type Weapon = (typeof WEAPON_LABELS)[number]

function overWeapons(
  { scenario, space }: Context,
  read: (scenario: Scenario, id: string, weapon: Weapon) => Input,
): Input[] {
  return space.belligerents.flatMap((id) => WEAPON_LABELS.map((weapon) => read(scenario, id, weapon)))
}

function weaponInput(
  { arsenals }: Scenario,
  { id, weapon, field }: { readonly id: string; readonly weapon: Weapon; readonly field: string },
): Input {
  return arsenals.get(id)?.weapons.get(weapon)?.[field] ?? WEAPON_FALLBACK[field] ?? 0
}

const STOPS: Readonly<Record<Weapon, string>> = {
  missile: 'stopsMissile',
  drone: 'stopsDrone',
  strike: 'stopsStrike',
}

function stops({ arsenals }: Scenario, id: string, weapon: Weapon): Input {
  return arsenals.get(id)?.quantities[STOPS[weapon]] ?? 0
}

function arsenalInput({ arsenals }: Scenario, id: string, field: string): Input {
  const arsenal = arsenals.get(id)
  if (field === 'armed') return Number(arsenal !== undefined)
  return arsenal?.quantities[field] ?? (field === 'threshold' ? UNREAD_THRESHOLD : 0)
}
