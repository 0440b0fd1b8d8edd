/** Random injects for random worlds: on days or on conditions, with luck, for a time, each setting some quantities. */
import fc from 'fast-check'
import type { Law, Look, Quantity, Scenario } from '../../src/scenario/scenario.ts'
import { injected, type Injected, quantitiesOf } from './injected.ts'
import { range } from './world.ts'

/** Where an inject may move a quantity that could be anything. */
const WIDE = [0, 100] as const

function lawOf({ bounds }: Quantity): fc.Arbitrary<number | Law> {
  const low = Number.isFinite(bounds[0]) ? Math.max(0, bounds[0]) : WIDE[0]
  const high = Number.isFinite(bounds[1]) ? Math.min(WIDE[1], bounds[1]) : WIDE[1]
  const one = fc.integer({ min: 0, max: 16 }).map((part) => low + (part * (high - low)) / 16)
  return fc.oneof(
    one,
    fc.tuple(one, one, one).map((three) => {
      const [least, middle, most] = three.sort((a, b) => a - b)
      return range(least!, middle!, most!)
    }),
  )
}

function whenOf({ dyads }: Scenario): fc.Arbitrary<NonNullable<Injected['when']>> {
  const common = { take: 'delivered', from: 0, to: 0 } as const
  const ended: Look = { ...common, metric: 'termination.ended', of: '' }
  const other: Look = { ...common, metric: 'inject.happened', of: 'first' }
  const rungs = dyads.map(
    ({ supporter, recipient }): Look => ({
      ...common,
      metric: 'escalation.rung',
      of: supporter,
      for: recipient,
    }),
  )
  return fc.oneof(
    fc.constant({ text: 'look0', looks: [ended] }),
    fc.constant({ text: 'look0 && t > 2', looks: [other] }),
    fc
      .tuple(fc.constantFrom(...rungs), fc.integer({ min: 1, max: 6 }))
      .map(([rung, least]) => ({ text: `look0 >= ${least} || !look1 && t == 5`, looks: [rung, ended] })),
  )
}

function one(scenario: Scenario): fc.Arbitrary<Injected> {
  // The world's own weights move whoever decides; the rest is spread too thin to matter on its own.
  const all = [...quantitiesOf(scenario).values()].filter(
    ({ id }) => id !== 'crisis.duration' && !id.startsWith('rules.'),
  )
  const set = fc
    .uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 8, selector: ({ id }) => id })
    .chain((chosen) => fc.tuple(...chosen.map((each) => lawOf(each).map((law) => [each.id, law] as const))))
    .map((pairs) => Object.fromEntries(pairs))
  const start = fc.oneof(
    fc.integer({ min: 0, max: 8 }).map((on) => ({ on })),
    whenOf(scenario).map((when) => ({ when })),
  )
  const more = fc.record(
    {
      set,
      lasts: fc.integer({ min: 1, max: 6 }),
      chance: fc.constantFrom<number | Law>(0.5, 0.9, range(0.2, 0.5, 0.9)),
    },
    { requiredKeys: ['set'] },
  )
  return fc.tuple(start, more).map(([when, rest]) => ({ ...when, ...rest }))
}

/** Worlds like these, in which one thing or two happen. */
export function withInjects(worlds: fc.Arbitrary<Scenario>): fc.Arbitrary<Scenario> {
  return worlds.chain((scenario) =>
    fc
      .record({ first: one(scenario), second: one(scenario) }, { requiredKeys: ['first'] })
      .map((injects) => injected(scenario, injects as Record<string, Injected>)),
  )
}
