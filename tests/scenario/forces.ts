/** The quarrel over a bridge with arsenals on both sides, a coalition and a view on two rules of the theory. */
import type { Scenario } from '../../src/scenario/scenario.ts'
import { checkText, told } from './bridge.ts'
import type { Edit } from './strait.ts'
import { STRAIT } from './strait.ts'

const ACTORS = `  dalmatia: { kind: state, size: { range: [0.1, 0.2, 0.4], source: desk } }
  league: { kind: bloc, size: { value: 0.3, source: desk } }
  raiders: { kind: nonstate }
  court: { kind: institution }
`
const NOUNS = `arsenals:
  avalon:
    source: desk
    threshold: 300 to 900
    drone: { stock: 400, launchers: 20 count, cycles: 0.5 number/day }
  borduria:
    source: desk
    interceptors: 200 count
    interceptorProduction: 1 to 3 count/day
    stopsMissile: [40 %, 60 %, 80 %]
    stopsDrone: 0.5 to 0.9
    stopsStrike: 10 %
    threshold: { range: [500, 2_000, 8_000], why: it has borne as much before }
    missile: { stock: [900, 1_200, 2_000], launchers: 60 to 120, production: 2.6 count/day, cycles: 0.3 to 0.9 number/day, ration: 100 count/day, launcherLoss: [1 %/day, 3 %/day, 8 %/day], outside: 40 % }
    strike: { stock: 4_000, launchers: 80, cycles: 1 number/day }
coalitions:
  borduria:
    source: desk
    regionalMandate: 0 to 0.3
    candidates:
      dalmatia: { alignment: 0.2 to 0.8, dependence: 0.5, harm: 0.3, cost: [0.1, 0.2, 0.3], domesticConstraint: 0.4, pressure: 0.6 }
      league: { source: desk, alignment: 0.7, dependence: 0.5, harm: 0.3, cost: 0.2, domesticConstraint: 0.4, pressure: 0.6 }
rules:
  deterrence: { none: 30 %, graded: 50 %, strong: 20 %, source: desk, why: the literature disagrees }
  obligation: { reputation: 1, source: desk }
`

/** A valid scenario with neither fault nor warning. */
export const FORCES: string = STRAIT.replace('ties:\n', () => `${ACTORS}ties:\n`).replace(
  'claims:\n',
  () => `${NOUNS}claims:\n`,
)

/** All candidates of borduria. */
export const CANDIDATES: string = FORCES.slice(
  FORCES.indexOf('    candidates:\n'),
  FORCES.indexOf('rules:\n'),
)

/** With the first of each text replaced; fails where there is nothing to replace. */
export function forces(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scenario does not contain ${from}`)
    return text.replace(from, () => to)
  }, FORCES)
}

/** The scenario so edited; fails where it has a fault. */
export function forcesOf(...edits: readonly Edit[]): Scenario {
  const { value, faults } = checkText(forces(...edits))
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

export function faultsOf(...edits: readonly Edit[]): [string, string | undefined][] {
  return told(forces(...edits), 'fault')
}

export function warningsOf(...edits: readonly Edit[]): [string, string | undefined][] {
  return told(forces(...edits), 'warning')
}
