/** One played scenario with arsenals, a coalition, injects, rival rules and an Assembly, by hand. */
import type { Summary } from '../../src/engine/summary.ts'
import type { Quantity, Scenario } from '../../src/scenario/scenario.ts'
import { quantityOf, scenarioOf } from '../judge/make.ts'
import { scenarioShown } from './make-assessed.ts'
import { days, flowsSummary, PLAYOUTS } from './make-flows.ts'

const NAMES: Readonly<Record<string, string>> = {
  dunmark: 'Dunmark',
  estmere: 'Estmere',
  farland: 'the Federation of the Far Isles',
}

function quantities(prefix: string, fields: readonly string[], unit = 'fraction'): Record<string, Quantity> {
  return Object.fromEntries(fields.map((field) => [field, quantityOf(`${prefix}.${field}`, { unit })]))
}

/** Borduria looks for friends against Avalon, which shoots back; one rule of the theory is in dispute. */
export function scenarioOfForces(): Scenario {
  const base = scenarioOf()
  const state = { kind: 'state' as const, nuclear: false, quantities: {} }
  const council = scenarioShown().council!
  const drafts = council.drafts.map((draft) => ({
    ...draft,
    quantities: {
      ...draft.quantities,
      ...quantities(`council.drafts.${draft.id}`, ['assembly', 'assemblyAdopts']),
    },
  }))
  const inject = {
    id: 'truce',
    title: 'A truce in the north',
    day: 20,
    lasts: 30,
    chance: quantityOf('injects.truce.chance'),
    change: { text: 'actors.cascadia.utilisation = 20 %', world: base },
  }
  return {
    ...base,
    actors: new Map([
      ...base.actors,
      ...Object.entries(NAMES).map(([id, name]) => [id, { ...state, id, name }] as const),
    ]),
    council: { ...council, drafts },
    arsenals: new Map([
      [
        'avalon',
        {
          belligerent: 'avalon',
          weapons: new Map([
            ['missile', quantities('arsenals.avalon.missile', ['stock', 'launchers'], 'count')],
            ['drone', quantities('arsenals.avalon.drone', ['stock', 'launchers'], 'count')],
          ] as const),
          quantities: quantities('arsenals.avalon', ['interceptors', 'threshold'], 'count'),
        },
      ],
    ]),
    coalitions: new Map([
      [
        'borduria',
        {
          leader: 'borduria',
          quantities: quantities('coalitions.borduria', ['regionalMandate']),
          candidates: new Map(
            Object.keys(NAMES).map((actor) => [
              actor,
              { actor, quantities: quantities(`coalitions.borduria.candidates.${actor}`, ['harm', 'cost']) },
            ]),
          ),
        },
      ],
    ]),
    injects: new Map([['truce', inject]]),
    rules: new Map([
      [
        'deterrence',
        quantityOf('rules.deterrence', { unit: 'number', law: { kind: 'choice', shares: [0.3, 0.5, 0.2] } }),
      ],
    ]),
    weights: new Map(
      Object.entries({ effortMissile: 1, effortDrone: 0.1, effortStrike: 0.5 }).map(([id, value]) => [
        id,
        quantityOf(`weights.${id}`, { law: { kind: 'fixed', value } }),
      ]),
    ),
  }
}

/** States on a side, by number. */
function states(given: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 6 }, (_, count) => given[count] ?? 0)
}

export function summaryOfForces(): Summary {
  const half = PLAYOUTS / 2
  return flowsSummary(
    {
      'role:borduria:dunmark': [half, 300, 300, 200, 224],
      'role:borduria:estmere': [PLAYOUTS, 0, 0, 0, 0],
      'role:borduria:farland': [200, 400, 400, 400, 648],
      'joined:borduria': states({ 1: 200, 2: 848, 3: 1000 }),
      'fighting:borduria': states({ 1: 1300, 2: 600, 3: 148 }),
      'council:authorise-force': [half, 100, 100, 700, 100, 24],
      'assembly:authorise-force': [PLAYOUTS - 140, 140],
      'happened:truce': days({ 20: 164 }),
    },
    {
      'legitimacy:borduria': -0.24,
      'legitimacy:avalon': 0.11,
      'share-joined:borduria': 0.43,
      'stock-missile:avalon': 310.4,
      'stock-drone:avalon': 2411,
      'pain:avalon': 0.61,
      'effort-own:avalon': 0.81,
      'effort-groups:avalon': 0.12,
      'effort-helpers:avalon': 0.07,
      'fired-missile:avalon': 1600,
      'fired-drone:avalon': 4000,
      'fired-strike:avalon': 0,
      'fired-groups:avalon': 3000,
      'helped-missile:avalon': 0,
      'helped-drone:avalon': 0,
      'helped-strike:avalon': 240,
    },
  )
}
