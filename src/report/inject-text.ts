/** What an inject sets, as it happens: what comes into force, and from what to what a number goes. */
import type { Drawn } from '../engine/drawn.ts'
import type { Inject } from '../scenario/force.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { changeText } from './change-text.ts'
import { quantitiesById } from './inputs.ts'
import { actorName } from './names.ts'
import { type Otherwise, otherwise } from './world-difference.ts'

/** `a defence clause Russia → Iran comes into force; how strong the mediator is: 0.1 → 0.74`, as it was drawn. */
export function injectText({ change }: Inject, scenario: Scenario, drawn: Drawn = {}): string {
  const { text, world } = change
  // The scenario may itself be a changed one: what the inject sets stands in its own line.
  const set = otherwise(scenario, world).filter(({ path }) => text.includes(path))
  if (set.length === 0) return changeText(text, scenario, world)
  const quantities = quantitiesById(world)
  return set
    .map((one) => {
      const value = drawn[one.path]
      const unit = quantities.get(one.path)?.unit
      return value === undefined || unit === undefined
        ? becomes(one, scenario)
        : becomes({ ...one, is: `${amountText(value, unit)} in this playout` }, scenario)
    })
    .join('; ')
}

function becomes({ path, name, was, is }: Otherwise, scenario: Scenario): string {
  const [noun, id = '', field] = path.split('.')
  const isOn = is === 'yes'
  if (noun === 'ties' && field === 'clauses')
    return `${name} ${isOn ? 'comes into force' : 'is no longer in force'}`
  if (noun === 'actors' && field === 'nuclear')
    return `${actorName(id, scenario)} ${isOn ? 'becomes nuclear-armed' : 'is no longer nuclear-armed'}`
  return `${name}: ${was} → ${is}`
}
