/** Laws of arsenals: nothing is fired that is not there, nothing is stopped for nothing, and losses tell. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WEAPON_LABELS } from '../../src/mechanisms/axes.ts'
import { arsenal } from '../../src/mechanisms/arsenal.ts'
import { canonical, played, watch } from '../engine/play.ts'
import { claim, world } from '../engine/world.ts'
import { ARSENALS, changed, courses, duel, SIDES, SMALL } from './exchange.ts'

describe('what is fired', () => {
  const at = courses(duel({ ending: { duration: 20 } }))

  test('was in stock: what is left is what there was, less what was fired, plus what was built', () => {
    for (const side of SIDES) {
      for (const weapon of WEAPON_LABELS) {
        const [stock, launched, made] = ['stock', 'launched', 'made'].map((name) => at(name, side, weapon))
        stock!.forEach((days, playout) =>
          days.slice(1).forEach((left, before) => {
            const [out, in_] = [launched![playout]![before + 1]!, made![playout]![before + 1]!]
            expect(out).toBeLessThanOrEqual(days[before]!)
            expect(left).toBeCloseTo(days[before]! - out + in_, 9)
            expect(left).toBeGreaterThanOrEqual(0)
          }),
        )
      }
    }
  })

  test('was fired by launchers that are left, within the ration, and by nobody before day 1 or after the end', () => {
    const ended = at('ended', 'bad')
    for (const [side, weapon, cycles, ration] of [
      ['good', 'missile', 0.5, 1e6],
      ['good', 'drone', 1, 90],
      ['bad', 'strike', 1, 120],
    ] as const) {
      const launchers = at('launchers', side, weapon)
      at('launched', side, weapon).forEach((days, playout) => {
        expect(days[0]).toBe(0)
        days.slice(1).forEach((count, before) => {
          if (ended[playout]![before] === 1) expect(count).toBe(0)
          else expect(count).toBeGreaterThan(0)
          expect(count).toBeLessThanOrEqual(launchers[playout]![before]! * 0.7 * cycles + 1e-9)
          expect(count).toBeLessThanOrEqual(ration)
        })
      })
    }
    expect(
      at('launched', 'bad', 'missile')
        .flat()
        .every((count) => count === 0),
    ).toBe(true)
  })

  test('of drones alone uses up no interceptors, and the share of drones stopped never falls', () => {
    const missiles = { stock: 0, launchers: 0, production: 0 }
    const dull = courses(duel({ arsenals: changed('good', 'missile', missiles) }))
    expect(new Set(dull('interceptors', 'bad').flat())).toEqual(new Set([300]))
    expect(new Set(dull('stopped', 'bad', 'drone').flat())).toEqual(new Set([0.8]))
    const both = courses(duel())
    expect(Math.min(...both('interceptors', 'bad').flat())).toBeLessThan(300)
    expect(new Set(both('stopped', 'bad', 'drone').flat())).toEqual(new Set([0.8]))
  })

  test('wears down as launchers are lost, and not where they are not', () => {
    const [hunted, spared] = [
      courses(duel()),
      courses(duel({ arsenals: changed('good', 'missile', { launcherLoss: 0 }) })),
    ]
    const lost = hunted('launchers', 'good', 'missile')
    lost.forEach((days) =>
      days.slice(2).forEach((left, before) => expect(left).toBeLessThan(days[before + 1]!)),
    )
    expect(new Set(spared('launchers', 'good', 'missile').flat())).toEqual(new Set([120]))
    const sum = (course: readonly (readonly number[])[]): number =>
      course.flat().reduce((all, one) => all + one, 0)
    expect(sum(hunted('launched', 'good', 'missile'))).toBeLessThan(
      sum(spared('launched', 'good', 'missile')),
    )
  })

  test('is built from abroad as far as materiel comes', () => {
    const nothing = { materiel: { values: { alpha: -100 } } }
    const made = courses(duel({ channels: nothing }))('made', 'good', 'missile')
    for (const days of made) expect(days[5]).toBeCloseTo(3 * (1 - 0.4), 12)
    const plenty = { materiel: { values: { alpha: 100 }, latency: { p05: 0.001, p95: 0.002 } } }
    for (const days of courses(duel({ channels: plenty }))('made', 'good', 'missile'))
      expect(days[5]).toBeCloseTo(3, 12)
  })
})

describe('interceptors', () => {
  test('are used two a target and never more than there are', () => {
    const at = courses(duel())
    const [left, engaged] = [at('interceptors', 'bad'), at('engaged', 'bad')]
    left.forEach((days, playout) =>
      days.slice(1).forEach((after, before) => {
        const used = Math.min(days[before]!, 2 * engaged[playout]![before + 1]!)
        expect(after).toBeCloseTo(days[before]! - used, 9)
        expect(after).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(Math.min(...left.flat())).toBe(0)
  })

  test('more of them never let more through, on any day of the same fight', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), (some, more) => {
        const hits = (interceptors: number): readonly (readonly number[])[] =>
          courses(duel({ arsenals: changed('bad', 'values', { interceptors }) }))('hits', 'bad')
        const fewer = hits(some + more)
        hits(some).forEach((days, playout) =>
          days.forEach((count, day) => expect(fewer[playout]![day]).toBeLessThanOrEqual(count + 1e-9)),
        )
      }),
      { seed: 1, numRuns: 12 },
    )
  })

  test('are not spent on what they cannot stop', () => {
    const blind = courses(duel({ arsenals: changed('bad', 'values', { stopsMissile: 0, stopsDrone: 0 }) }))
    expect(new Set(blind('interceptors', 'bad').flat())).toEqual(new Set([300]))
  })
})

describe('what gets through', () => {
  test('is what comes in, less what is stopped, by its weight', () => {
    const at = courses(duel())
    const [strikes, hits] = [at('incoming', 'good', 'strike'), at('hits', 'good')]
    hits.forEach((days, playout) =>
      days.forEach((count, day) => expect(count).toBeCloseTo(0.5 * 0.8 * strikes[playout]![day]!, 9)),
    )
  })

  test('of strikes is less by the arms that cover, unit by unit', () => {
    const arms = { sams: { from: 'ally', to: 'good', values: { ordered: 0, inService: 10, cover: 0.05 } } }
    const stopped = courses(duel({ flows: { arms } }))('stopped', 'good', 'strike')
    for (const days of stopped) expect(days[3]).toBeCloseTo(1 - 0.8 * Math.exp(-0.5), 12)
  })

  test('is more by the sight that supporters lend', () => {
    const weights = { intelligenceGain: 0.8 }
    const channels = { intelligence: { values: { alpha: 100 }, latency: { p05: 0.001, p95: 0.002 } } }
    const hits = (trust: number): number =>
      courses(duel({ weights, channels, supporters: [{ id: 'ally', friend: { values: { trust } } }] }))(
        'hits',
        'bad',
      )[0]![3]!
    expect(hits(1)).toBeGreaterThan(1.3 * hits(0))
  })

  test('adds up to pain, which is 1 at the threshold, and to no pain of who has no arsenal', () => {
    const at = courses(duel())
    const [hits, pain] = [at('hits', 'good'), at('pain', 'good')]
    hits.forEach((days, playout) => {
      let borne = 0
      days.forEach((count, day) => {
        borne += count
        expect(pain[playout]![day]).toBeCloseTo(Math.min(1, borne / 800), 9)
      })
      expect(pain[playout]!.at(-1)).toBe(1)
    })
    const lone = courses(duel({ arsenals: { bad: ARSENALS['bad']! } }))
    expect(lone('hits', 'good')[0]![1]).toBeGreaterThan(0)
    expect(new Set(lone('pain', 'good').flat())).toEqual(new Set([0]))
  })
})

describe('exhaustion', () => {
  test('is the share of the store that is gone, and marked where less than a tenth of the opening fire is left', () => {
    const arsenals = changed('bad', 'strike', { stock: 2000, production: 2 })
    const at = courses(duel({ arsenals }))
    const [stock, spent] = [at('stock', 'bad', 'strike'), at('spent', 'bad')]
    stock.forEach((days, playout) =>
      days.forEach((left, day) => expect(spent[playout]![day]).toBeCloseTo(1 - left / 2000, 9)),
    )
    const [could, exhausted] = [at('couldFire', 'bad', 'strike'), at('exhausted', 'bad')]
    could.forEach((days, playout) =>
      days.forEach((_, day) => {
        const least = Math.min(...days.slice(1, day + 1))
        expect(exhausted[playout]![day]).toBe(Number(least < 12))
      }),
    )
    expect(exhausted.flat()).toContain(1)
  })
})

describe('the two sides', () => {
  test('exchanged with all they have, the result is mirrored', () => {
    const one = courses(duel({ supporters: [] }))
    const other = courses(
      duel({
        supporters: [],
        crisis: { attackers: ['good'], targets: ['bad'] },
      }),
    )
    for (const side of SIDES) {
      for (const name of ['hits', 'pain', 'interceptors', 'spent'])
        expect(other(name, side)).toEqual(one(name, side))
      for (const weapon of WEAPON_LABELS)
        expect(other('launched', side, weapon)).toEqual(one('launched', side, weapon))
    }
  })

  test('that are several on a side share the fire that comes in', () => {
    const crisis = { attackers: ['bad', 'worse'], targets: ['good'] }
    watch(duel({ crisis }), { design: SMALL }, ({ day, of }) => {
      if (day !== 2) return
      const incoming = [0, 2].map((side) => of('arsenal.incoming', side * WEAPON_LABELS.length + 1)[0]!)
      expect(incoming[0]).toBe(incoming[1])
      expect(incoming[0]! * 2).toBeCloseTo(of('arsenal.launched', WEAPON_LABELS.length + 1)[0]!, 9)
    })
  })
})

test('without arsenals nothing of them runs', () => {
  const claims = [claim('c')]
  const none = world({ claims })
  const mechanisms = (variable: string): boolean =>
    variable.startsWith('arsenal') || variable.startsWith('effort')
  expect([...played(none, { design: SMALL }).means.keys()].filter(mechanisms)).toEqual([])
  const taken = duel({ claims, without: { mechanisms: ['arsenal', 'effort'] } })
  expect(played(taken, { design: SMALL }).claims).toEqual(played(none, { design: SMALL }).claims)
  expect(arsenal.draws).toBeUndefined()
})

test('both engines give the same bits', () => {
  const scenario = duel({ groups: [{ id: 'band', values: { trigger: 1 } }], ending: { duration: 15 } })
  expect(canonical(played(scenario, { design: SMALL, engine: 'interpreter' }))).toBe(
    canonical(played(scenario, { design: SMALL })),
  )
})
