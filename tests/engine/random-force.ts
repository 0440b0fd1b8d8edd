/** Random arsenals, coalitions and rival rules for random worlds; mostly there are none. */
import fc from 'fast-check'
import { values as valuesIn } from './random-values.ts'
import type { WorldOptions } from './world.ts'

/** All in eighths of the way between their bounds. */
const values = (bounds: Parameters<typeof valuesIn>[0]): ReturnType<typeof valuesIn> => valuesIn(bounds, 8)

const weapon = values({
  stock: [0, 2000],
  launchers: [0, 300],
  production: [0, 10],
  cycles: [0.2, 2],
  ration: [5, 200],
  launcherLoss: [0, 0.2],
  outside: [0, 1],
})
const arsenal = fc.record(
  {
    missile: weapon,
    drone: weapon,
    strike: weapon,
    values: values({
      interceptors: [0, 800],
      interceptorProduction: [0, 10],
      stopsMissile: [0, 0.9],
      stopsDrone: [0, 0.9],
      stopsStrike: [0, 0.5],
      threshold: [100, 4000],
    }),
  },
  { requiredKeys: ['values'] },
)

const candidate = values({
  alignment: [0, 1],
  dependence: [0, 1],
  harm: [0, 1],
  cost: [0, 1],
  domesticConstraint: [0, 1],
  pressure: [0, 1],
  size: [0, 1],
})
const side = (ids: readonly string[]) =>
  fc.record(
    {
      mandate: fc.constantFrom(0, 0.5, 1),
      candidates: fc.record(Object.fromEntries(ids.map((id) => [id, candidate])), { requiredKeys: [] }),
    },
    { requiredKeys: ['candidates'] },
  )

type Force = Pick<WorldOptions, 'arsenals' | 'coalitions' | 'rules'>

export const force: fc.Arbitrary<Force> = fc.record(
  {
    arsenals: fc.record({ bad: arsenal, good: arsenal }, { requiredKeys: [] }),
    coalitions: fc.record({ bad: side(['xenia']), good: side(['yonder', 'zephyr']) }, { requiredKeys: [] }),
    rules: fc.record(
      {
        deterrence: fc.constantFrom('none', 'graded', 'strong', [0.2, 0.5, 0.3]),
        obligation: fc.constantFrom('weight', 'reputation', 'fulfilment', [0.4, 0.3, 0.3]),
        capacity: fc.constantFrom('share', 'shadowPrice', [0.5, 0.5]),
        secrecy: fc.constantFrom('seen', 'unseen', [0.5, 0.5]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Force>
