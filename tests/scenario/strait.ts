/** The quarrel over a bridge with all that flows: places, routes, shipments, interdiction, arms and a market. */
import type { Scenario } from '../../src/scenario/scenario.ts'
import { BRIDGE, checkText, told } from './bridge.ts'

const FLOWS = `places:
  north-port: { name: North Port, in: cascadia, source: desk }
  south-port: { in: avalon, reach: [cascadia, borduria], source: desk, struck: { range: [5 %, 25 %, 60 %], role: anchor }, repair: { lognormal: 3 to 40 days } }
  air-base: { in: cascadia, consent: { of: cascadia, for: avalon, level: 2 } }
  upland: {}
routes:
  strait: { from: north-port, to: south-port, mode: sea, carrier: cascadia, reach: { sea: [cascadia, borduria], legal: [borduria] }, source: desk, capacity: [3.6 kt/day, 7.2 kt/day, 15 kt/day] }
  pass: { from: south-port, to: upland, mode: road, capacity: { value: 2 kt/day, source: desk } }
  back: { from: south-port, to: north-port, mode: sea, source: desk, capacity: 200 kt/day }
  lift: { from: north-port, to: air-base, mode: air, source: desk, capacity: 1 kt/day }
shipments:
  grain: { name: Grain, cargo: food, from: [south-port, north-port], to: upland, source: desk, demand: 1 to 3 kt/day, by: cascadia, for: avalon }
  crude: { cargo: oil, from: [south-port], to: north-port, source: desk, demand: 150 kt/day }
interdiction:
  borduria: { source: desk, blockade: { range: [8 %, 25 %, 50 %], role: anchor }, strikes: 0.2 to 0.6, legal: 10 % }
arms:
  gliders:
    name: Gliders
    from: cascadia
    to: avalon
    contract: 2019-03-01
    source: desk
    inService: 4 count
    ordered: { range: [24 count, 48 count, 50 count] }
    lead: { lognormal: 200 to 500 days }
    rate: 1 to 4 count/month
    release: { range: [10 %, 30 %, 60 %], role: anchor }
    releaseBy: 2020-12-31
    releaseGiven: { thirdPartyCost: 0.3, utilisation: 70 %, paid: 0.5 }
    transit: 20 days
    integration: 60 to 200 days
    readiness: 70 %
    paid: 0.5
    underFire: 0.2
    loss: 0.002 number/day
  talk: { from: cascadia, to: avalon }
markets:
  avalon:
    goods: crude oil
    source: desk
    price: 60 to 90 USD/bbl
    friction: 5 %
    paymentLag: 30 to 60 days
    reserves: 10 to 30 USD bn
    otherIncome: 20 to 60 USD m/day
    essentialImports: 40 to 80 USD m/day
    warSpending: 10 USD m/day
    essentialStock: 60 to 120 days
    collapseCover: 20 to 40 days
    storage: 40 mbbl
    stored: 10 mbbl
    buyers:
      cascadia: { outlet: crude, contracted: 1 to 1.4 mbbl/day, discount: 2 to 8 USD/bbl, willing: 0.8, exposureRise: 0.1 }
      others: { contracted: 0.2 mbbl/day, discount: 200 USD/bbl }
`

/** A valid scenario with neither fault nor warning. */
export const STRAIT: string = BRIDGE.replace('claims:\n', () => `${FLOWS}claims:\n`)

export type Edit = readonly [string, string]

/** With the first of each text replaced; fails where there is nothing to replace. */
export function strait(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scenario does not contain ${from}`)
    return text.replace(from, () => to)
  }, STRAIT)
}

/** The scenario so edited; fails where it has a fault. */
export function straitOf(...edits: readonly Edit[]): Scenario {
  const { value, faults } = checkText(strait(...edits))
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'

/** The one claim asks for a fact. */
export function stating(path: string, test = '== true'): Edit {
  return [CONDITION, `that: { fact: ${path}, test: "${test}" }`]
}

export function faultsOf(...edits: readonly Edit[]): [string, string | undefined][] {
  return told(strait(...edits), 'fault')
}

export function warningsOf(...edits: readonly Edit[]): [string, string | undefined][] {
  return told(strait(...edits), 'warning')
}
