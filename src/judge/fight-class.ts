/**
 * Classes of states that may fight for a side, as wars and disputes have been counted: by pact, by rank, by time. A
 * state belongs to the first that fits it; of many that could still join history says something, of others nothing.
 * Where a scenario has no council nobody's rank is known, and no class that goes by rank is anybody's.
 */
import { parseDate } from '../base/date.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Instance, fights, parties, type Party, powersIn } from './reference.ts'

/** Ids of the counted rates: of fighting at combat 2 or more, and of staying out. */
export interface FightClass {
  readonly baseRate: string
  readonly otherwise: string
}

/** What the counts tell states apart by. */
interface Look {
  readonly forTarget: boolean
  readonly pact: boolean
  /** Unknown where the scenario has no council, whose seats tell it. */
  readonly power: boolean | undefined
  readonly early: boolean
  readonly nuclearAttacker: boolean
}

/** The counts after the Second World War begin here. */
const SINCE_1946 = parseDate('1946-01-01')!

/** From the narrowest on. */
const FIGHT_CLASSES: readonly (FightClass & { readonly fits: (look: Look) => boolean })[] = [
  {
    baseRate: 'pact-fights-before-1946',
    otherwise: 'pact-stays-out-before-1946',
    fits: ({ early, forTarget, pact }) => early && forTarget && pact,
  },
  {
    baseRate: 'no-pact-fights-before-1946',
    otherwise: 'no-pact-stays-out-before-1946',
    fits: ({ early, forTarget, pact }) => early && forTarget && !pact,
  },
  {
    baseRate: 'pact-fights-nuclear-attacker',
    otherwise: 'pact-stays-out-nuclear-attacker',
    fits: ({ early, forTarget, pact, nuclearAttacker }) => !early && forTarget && pact && nuclearAttacker,
  },
  {
    baseRate: 'major-power-with-pact-joins',
    otherwise: 'major-power-with-pact-stays-out',
    fits: ({ early, pact, power }) => !early && power === true && pact,
  },
  {
    baseRate: 'major-power-without-pact-joins',
    otherwise: 'major-power-without-pact-stays-out',
    fits: ({ early, pact, power }) => !early && power === true && !pact,
  },
  {
    baseRate: 'pact-fights',
    otherwise: 'pact-stays-out',
    fits: ({ early, forTarget, pact, power }) => !early && power === false && forTarget && pact,
  },
  {
    baseRate: 'no-pact-fights',
    otherwise: 'no-pact-stays-out',
    fits: ({ early, forTarget, pact, power }) => !early && power === false && forTarget && !pact,
  },
  {
    baseRate: 'attacker-pact-fights',
    otherwise: 'attacker-pact-stays-out',
    fits: ({ early, forTarget, pact, power }) => !early && power === false && !forTarget && pact,
  },
]

export interface Fighting extends FightClass {
  readonly party: Party
  readonly instance: Instance
}

/** Every state that may fight for a side and has been counted, in the order of the classes. */
export function fightingIn(scenario: Scenario): readonly Fighting[] {
  const { actors, attack } = scenario
  if (!attack) return []
  const states = parties(scenario).filter(({ supporter }) => actors.get(supporter)?.kind === 'state')
  const looks = states.map((party) => ({ party, look: lookOf(party, scenario) }))
  return FIGHT_CLASSES.flatMap((one, at) =>
    looks
      .filter(({ look }) => FIGHT_CLASSES.findIndex(({ fits }) => fits(look)) === at)
      .map(({ party }) => ({
        baseRate: one.baseRate,
        otherwise: one.otherwise,
        party,
        instance: fights(scenario, party),
      })),
  )
}

function lookOf({ supporter, dyads }: Party, scenario: Scenario): Look {
  const { actors, crisis, ties } = scenario
  return {
    forTarget: dyads.some(({ recipient }) => crisis.targets.includes(recipient)),
    pact: dyads.some(({ recipient }) => ties.get(`${supporter}-${recipient}`)?.clauses.defence === true),
    power: scenario.council && powersIn([scenario]).has(supporter),
    early: crisis.start < SINCE_1946,
    nuclearAttacker: crisis.attackers.some((id) => actors.get(id)?.nuclear === true),
  }
}
