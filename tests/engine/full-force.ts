/** What the full world has of force and politics: arsenals, candidates on both sides, a bloc, rival rules, a bypass. */
import type { WorldOptions } from './world.ts'
import { councilOf, range } from './world.ts'

export const FULL_COUNCIL: NonNullable<WorldOptions['council']> = councilOf({
  permanent: ['ally'],
  threshold: 2,
  bypass: true,
  blocs: [{ members: ['outsider', 'rogue'], rho: 0.6 }],
  unstated: { stranger: range(0.2, 0.5, 0.8) },
  drafts: [
    {
      id: 'd1',
      type: 'authorise',
      tabled: 0.7,
      sponsor: 'ally',
      values: {
        strength: 0.4,
        blame: 0.3,
        conduct: range(0.3, 0.6, 0.9),
        cosponsors: 10,
        assembly: 0.8,
        assemblyAdopts: 0.7,
      },
      votes: { ally: [0.6, 0.2, 0.2, 0], rogue: [0.3, 0.2, 0.5, 0], outsider: 'yes' },
    },
  ],
})

export const FULL_FORCE: Pick<WorldOptions, 'arsenals' | 'coalitions' | 'rules'> = {
  arsenals: {
    bad: {
      missile: {
        stock: range(800, 1200, 1600),
        launchers: 150,
        production: 5,
        outside: 0.5,
        launcherLoss: 0.1,
      },
      drone: { stock: 3000, launchers: 400, cycles: 0.5 },
      values: { interceptors: 200, stopsStrike: 0.2, stopsMissile: 0.3, threshold: range(500, 1500, 5000) },
    },
    good: {
      strike: { stock: 4000, launchers: 100, cycles: 2, ration: 80, launcherLoss: 0.02 },
      values: {
        interceptors: 900,
        interceptorProduction: 4,
        stopsMissile: 0.8,
        stopsDrone: 0.7,
        threshold: 900,
      },
    },
  },
  coalitions: {
    bad: { candidates: { crony: { alignment: 0.7, dependence: 0.6, cost: 0.3 } } },
    good: {
      mandate: 0.5,
      candidates: {
        neighbour: { alignment: range(0.4, 0.7, 1), harm: 0.9, pressure: 0.5, size: 0.6 },
        partner: { alignment: 0.9, harm: 0.6, pressure: 0.9, cost: 0.1, size: 0.4 },
      },
    },
  },
  rules: {
    capacity: 'share',
    deterrence: [0.3, 0.5, 0.2],
    obligation: 'weight',
    secrecy: [0.6, 0.4],
  },
}
