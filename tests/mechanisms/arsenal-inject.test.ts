/** What an inject adds to an arsenal counts from its day on and not before. */
import { expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { injected } from '../engine/injected.ts'
import { changed, courses, duel } from './exchange.ts'

/** On day 5 the world becomes the other one, to the end or for some days. */
function onDayFive(base: Scenario, other: Scenario, lasts?: number): Scenario {
  return injected(base, {
    late: { on: 5, also: () => other, ...(lasts === undefined ? {} : { lasts }) },
  })
}

test('munitions, launchers and interceptors that are put in come in on the day', () => {
  const more = duel({
    arsenals: {
      ...changed('good', 'missile', { stock: 1500, launchers: 150 }),
      bad: changed('bad', 'values', { interceptors: 1300 })['bad']!,
    },
  })
  const usual = courses(duel())
  const late = courses(onDayFive(duel(), more))
  for (const [name, side, weapon, added] of [
    ['stock', 'good', 'missile', 600],
    ['launchers', 'good', 'missile', 30],
    ['interceptors', 'bad', undefined, 1000],
  ] as const) {
    const [before, after] = [usual(name, side, weapon), late(name, side, weapon)]
    after.forEach((days, playout) => {
      expect(days.slice(0, 5)).toEqual(before[playout]!.slice(0, 5))
      expect(days[5]! - before[playout]![5]!).toBeCloseTo(added, 9)
    })
  }
})

/** Strikes by `bad`, from so large a store. */
const strikes = (stock: number, more: Readonly<Record<string, number>> = {}): Scenario =>
  duel({ arsenals: changed('bad', 'strike', { stock, production: 0, ...more }) })

test('what was brought stays when the inject is over, and what was taken does not come back', () => {
  const usual = courses(strikes(1000))('stock', 'bad', 'strike')
  for (const [stock, change] of [
    [1500, (left: number) => left + 500],
    [500, (left: number) => left / 2],
  ] as const) {
    const found = courses(onDayFive(strikes(1000), strikes(stock), 4))('stock', 'bad', 'strike')
    found.forEach((days, playout) => {
      expect(days[5]).toBeCloseTo(change(usual[playout]![5]!), 9)
      for (const [day, left] of days.entries())
        if (day > 5) expect(days[day - 1]! - left).toBeCloseTo(Math.min(120, days[day - 1]!), 9)
    })
  }
})

test('what was fired and what is left never come to more than the most that was stated', () => {
  for (const lasts of [1, 4, 11]) {
    const at = courses(
      injected(strikes(1000), {
        away: { on: 3, lasts: 6, also: () => strikes(0) },
        more: { on: 7, lasts, also: () => strikes(1300) },
      }),
    )
    const [stock, launched] = [at('stock', 'bad', 'strike'), at('launched', 'bad', 'strike')]
    stock.forEach((days, playout) => {
      let fired = 0
      days.forEach((left, day) => {
        fired += launched[playout]![day]!
        expect(left).toBeGreaterThanOrEqual(0)
        expect(fired + left).toBeLessThanOrEqual(1300 + 1e-9)
      })
    })
  }
})

test('exhaustion is measured by the opening day, whatever is put in later', () => {
  const at = courses(onDayFive(strikes(2000), strikes(9000, { launchers: 2000 }), 3))
  const [stock, spent] = [at('stock', 'bad', 'strike'), at('spent', 'bad')]
  const [could, exhausted] = [at('couldFire', 'bad', 'strike'), at('exhausted', 'bad')]
  stock.forEach((days, playout) =>
    days.forEach((left, day) => {
      expect(spent[playout]![day]).toBeCloseTo(Math.max(0, 1 - left / 2000), 9)
      const least = Math.min(...could[playout]!.slice(1, day + 1))
      expect(exhausted[playout]![day]).toBe(Number(least < 12))
    }),
  )
  const [struck, tempo] = [at('hits', 'good'), at('tempo', 'good')]
  struck.forEach((days, playout) =>
    days.forEach((hits, day) => expect(tempo[playout]![day]).toBeCloseTo(Math.min(1, hits / 60), 9)),
  )
})
