/** Beneath support in `foedus run`: how often states of the same class have fought, or the rate that a claim names. */
import { fightingIn } from '../judge/fight-class.ts'
import { namedRate } from '../judge/fitting-rate.ts'
import { countedText } from './base-rate-text.ts'
import { binsOf, isTold, type Played, titled } from './blocks.ts'
import { actorName } from './names.ts'
import { wrap } from './wrap.ts'

export function fightRateBlock({ summary, scenario, options }: Played): readonly string[] {
  // History counts a state once a side: where it could help several there, no row of the table is what was counted.
  const told = fightingIn(scenario).flatMap(({ baseRate, instance, party: { supporter, dyads } }) =>
    dyads.length === 1 && isTold(supporter, options)
      ? dyads
          .filter(({ recipient }) => binsOf(summary, `peak:${supporter}:${recipient}:combat`) !== undefined)
          .map(({ recipient }) => {
            const named = namedRate(instance, scenario) ?? baseRate
            const name = `${actorName(supporter, scenario)} → ${actorName(recipient, scenario)}`
            return { baseRate: named, name: named === baseRate ? name : `${name} (named by a claim)` }
          })
      : [],
  )
  const rows = [...new Set(told.map(({ baseRate }) => baseRate))].flatMap((id) => {
    const rate = scenario.baseRates.get(id)
    const names = told.filter(({ baseRate }) => baseRate === id).map(({ name }) => name)
    return rate === undefined
      ? []
      : wrap(`${names.join(', ')}: ${countedText(rate)}`, { width: options.width, indent: 1, hang: 3 })
  })
  return titled('How often the like has fought: combat at ≥2, base rates', rows, options)
}
