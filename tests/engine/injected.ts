/** Injects for the small worlds of the tests: what each sets, and when. */
import { parseEquations } from '../../src/formula/parse.ts'
import { GRAMMAR } from '../../src/mechanisms/axes.ts'
import type { Inject, Law, Look, Quantity, Scenario, When } from '../../src/scenario/scenario.ts'
import { quantity } from './quantity.ts'

export interface Injected {
  /** Day, or a condition over looks. */
  readonly on?: number
  readonly when?: { readonly text: string; readonly looks: readonly Look[] }
  readonly lasts?: number
  readonly chance?: number | Law
  /** By id of a quantity: what it is while the inject is in force. */
  readonly set?: Readonly<Record<string, number | Law>>
  /** What else is otherwise. */
  readonly also?: (world: Scenario) => Scenario
}

/** The same world, in which these things happen; ids in any order. */
export function injected(scenario: Scenario, injects: Readonly<Record<string, Injected>>): Scenario {
  const all = Object.entries(injects).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...scenario, injects: new Map(all.map(([id, one]) => [id, injectOf(scenario, id, one)])) }
}

function injectOf(
  scenario: Scenario,
  id: string,
  { on, when, lasts, chance = 1, set = {}, also }: Injected,
): Inject {
  const world = changedBy(scenario, set)
  return {
    id,
    title: id,
    ...(on === undefined ? {} : { day: on }),
    ...(when === undefined ? {} : { when: whenOf(when) }),
    ...(lasts === undefined ? {} : { lasts }),
    chance: quantity(`injects.${id}.chance`, chance),
    change: { text: `${id}: ${JSON.stringify(set)}`, world: also ? also(world) : world },
  }
}

function whenOf({ text, looks }: NonNullable<Injected['when']>): When {
  const [equation] = parseEquations(`holds = ${text}`, GRAMMAR)
  return { text, formula: equation!.value, looks }
}

/** A world with other laws in the place of some quantities, each of which it has. */
export function changedBy(scenario: Scenario, set: Readonly<Record<string, number | Law>>): Scenario {
  const left = new Set(Object.keys(set))
  const changed = (one: Quantity): Quantity => {
    const law = set[one.id]
    left.delete(one.id)
    return law === undefined ? one : quantity(one.id, law, one.bounds)
  }
  const { claims, injects, ...world } = scenario
  const found = { ...(mapped(world, changed) as Omit<Scenario, 'claims' | 'injects'>), claims, injects }
  if (left.size > 0) throw new Error(`no such quantity: ${[...left].join()}`)
  return found
}

/** Ids of all the quantities of a world. */
export function quantitiesOf(scenario: Scenario): Map<string, Quantity> {
  const found = new Map<string, Quantity>()
  const { claims: _claims, injects: _injects, ...world } = scenario
  mapped(world, (one) => {
    found.set(one.id, one)
    return one
  })
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function mapped(value: unknown, change: (one: Quantity) => Quantity): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, part]) => [key, mapped(part, change)]))
  if (Array.isArray(value)) return value.map((part) => mapped(part, change))
  if (typeof value !== 'object' || value === null) return value
  if ('law' in value && 'id' in value) return change(value as Quantity)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part, change)]))
}
