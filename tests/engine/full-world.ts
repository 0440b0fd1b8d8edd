/** A world with every noun, in which every mechanism has something to do. */
import type { Claim, Scenario } from '../../src/scenario/scenario.ts'
import { FULL_COUNCIL, FULL_FORCE } from './full-force.ts'
import { injected } from './injected.ts'
import { range, type Supporter, world, type WorldOptions } from './world.ts'

const SUPPORTERS: readonly Supporter[] = [
  {
    id: 'ally',
    actor: { size: 0.9 },
    friend: { clauses: ['defence'], values: { stake: range(0.5, 0.8, 1), trust: 0.7 } },
  },
  { id: 'brother', friend: { values: { stake: range(0.2, 0.5, 0.8), trust: 0.4 } } },
  { id: 'rogue', recipient: 'bad', friend: { values: { trust: 0.5 } } },
]

const FLOWS: NonNullable<WorldOptions['flows']> = {
  places: {
    near: { in: 'good', reach: ['bad'], values: { struck: 0.5, repair: 5 } },
    far: {},
    field: { consent: { of: 'ally', for: 'good', level: 1 } },
  },
  routes: {
    crossing: { from: 'far', to: 'near', reach: { sea: ['bad'] }, capacity: 80 },
    flight: { from: 'far', to: 'field', mode: 'air', capacity: 30 },
    road: { from: 'field', to: 'near', mode: 'road', reach: { land: ['bad'] }, capacity: 50 },
    outward: { from: 'near', to: 'far', reach: { sea: ['bad'] }, capacity: 90 },
  },
  shipments: {
    crude: { cargo: 'oil', from: ['near'], to: 'far' },
    guns: { cargo: 'oil', from: ['far'], to: 'near', by: 'ally', for: 'good', demand: 70 },
  },
  interdiction: { bad: { blockade: 0.6, strikes: 0.5, land: 0.3 } },
  arms: {
    gliders: {
      from: 'ally',
      to: 'good',
      contract: -20,
      releaseBy: 90,
      releaseGiven: { thirdPartyCost: 0.5, utilisation: 0.5, paid: 0.5 },
      values: {
        ordered: range(6, 12, 20),
        lead: 10,
        rate: 0.2,
        transit: 3,
        integration: 5,
        release: range(0.3, 0.6, 0.9),
        underFire: 0.6,
        inService: 8,
        loss: 0.05,
      },
    },
  },
  markets: {
    good: {
      values: { paymentLag: 4, reserves: 4e8, storage: 1e6, warSpending: 2e7 },
      buyers: { far: { outlet: 'crude', values: { exposureRise: 0.5 } }, others: {} },
    },
  },
}

/** Thirty days, with claims as given; on the twelfth a flood may hold up what is shipped for a week. */
export function fullWorld(claims: readonly Claim[] = [], options: WorldOptions = {}): Scenario {
  const flood = { on: 12, lasts: 7, chance: 0.5, set: { 'routes.road.capacity': 5 } }
  return injected(calmWorld(claims, options), { flood })
}

/** The same, in which nothing is put in. */
export function calmWorld(claims: readonly Claim[] = [], options: WorldOptions = {}): Scenario {
  return world({
    supporters: SUPPORTERS,
    council: FULL_COUNCIL,
    ...FULL_FORCE,
    groups: [
      { id: 'band', values: { trigger: 0.6, opposition: 0.5 } },
      { id: 'clan', ally: 'bad' },
    ],
    ending: { duration: range(8, 25, 60) },
    weights: { freeRiding: 0.6, directContact: 0.01, dyadWar: 0.05 },
    belligerents: {
      good: { ownIntelligence: 0.2, commercialIntelligence: 0.1 },
      bad: { ownIntelligence: 0.3 },
    },
    flows: FLOWS,
    ...options,
    claims,
  })
}
