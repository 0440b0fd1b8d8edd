/** Laws of the rival forms, one by one: what each does, and where it does nothing. */
import { describe, expect, test } from 'vitest'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import type { RuleOptions } from '../engine/force-world.ts'
import { choiceOf, only, played, watch } from '../engine/play.ts'
import { type Supporter, WEIGHTS, world, type WorldOptions } from '../engine/world.ts'

const SMALL = { batches: 1, draws: 16, playouts: 4 }
const MANY = { batches: 4, draws: 64, playouts: 16 }
const CALM = { leaning: 0, salience: 0 }

/** Closed-form odds of every channel, of the supporter for good. */
function odds(rules: RuleOptions, options: WorldOptions, design = SMALL): number[][] {
  const scenario = world({ ...options, rules, weights: { ...CALM, ...options.weights } })
  const summary = played(scenario, { design })
  return CHANNELS.map((channel) => choiceOf(summary, `ally:good:${channel}`))
}

const with_ = (supporter: Omit<Supporter, 'id'>): WorldOptions => ({
  supporters: [{ id: 'ally', ...supporter }],
})
const reaching = (choice: readonly number[], level: number): number =>
  choice.slice(level).reduce((sum, p) => sum + p, 0)
const COMBAT = CHANNELS.indexOf('combat')
const POLITICAL = CHANNELS.indexOf('political')
const risk = (nuclearRisk: number): WorldOptions => with_({ foe: { values: { nuclearRisk } } })

describe('deterrence', () => {
  test('of none is support without nuclear risk, to the bit', () => {
    for (const danger of [0.3, 1]) {
      const claims = played(world({ ...risk(danger), rules: { deterrence: 'none' } }), { design: SMALL })
      const without = played(world(risk(0)), { design: SMALL })
      const kept = [...without.histograms].filter(([name]) => !name.startsWith('rung'))
      expect(only(claims, { ...without, histograms: new Map(kept) }).histograms).toEqual(new Map(kept))
      expect(claims.means).toEqual(without.means)
    }
  })

  test('graded or strong holds back combat, the more the more danger there is; strong more than graded', () => {
    const combat = (form: string, danger: number): number =>
      reaching(odds({ deterrence: form }, risk(danger))[COMBAT]!, 1)
    for (const form of ['graded', 'strong']) {
      const falling = [0, 0.2, 0.5, 1].map((danger) => combat(form, danger))
      expect(falling).toEqual([...falling].sort((a, b) => b - a))
      expect(falling[3]).toBeLessThan(0.9 * falling[0]!)
      expect(combat(form, 0)).toBe(combat('none', 0))
    }
    for (const danger of [0.2, 0.5, 1])
      expect(combat('strong', danger)).toBeLessThan(combat('graded', danger))
  })

  test('acts on the climb too: none restrains nobody, strong by its weight', () => {
    const bolder = (form: string): number => {
      let found = 0
      watch(world({ ...risk(0), rules: { deterrence: form } }), { design: SMALL }, ({ of }) => {
        found = of('escalation.bolder')[0]!
      })
      return Math.log(found)
    }
    expect(bolder('none')).toBe(0)
    expect(bolder('graded')).toBeCloseTo(0.5, 12)
    expect(bolder('strong')).toBeCloseTo(0.5 * WEIGHTS['strongDeterrence']!, 12)
  })
})

describe('capacity by a shadow price', () => {
  const busy = (utilisation: number): WorldOptions => with_({ actor: { utilisation } })
  const price = { capacity: 'shadowPrice' }

  test('is the share form where nothing is committed, to the bit', () => {
    expect(odds(price, busy(0))).toEqual(odds({}, busy(0)))
    const stated = with_({ friend: { values: { freeCapacity: 1 } } })
    expect(odds(price, stated)).toEqual(odds({}, stated))
  })

  test('asks as much as the share form of who has committed seven eighths, less before and far more at the end', () => {
    const room = (rules: RuleOptions, utilisation: number): number => {
      let found = 0
      const options = with_({ actor: { utilisation }, friend: { contiguous: true } })
      watch(world({ ...options, rules }), { design: SMALL }, ({ of }) => {
        found = of('support.room', COMBAT)[0]!
      })
      return found
    }
    const ratio = (used: number): number =>
      (room(price, 0) - room(price, used)) / (room({}, 0) - room({}, used))
    expect(ratio(0.87)).toBeCloseTo(1, 1)
    expect(ratio(0.5)).toBeLessThan(0.2)
    expect(ratio(0.97)).toBeGreaterThan(3)
  })

  test('gives nobody more for having less, and stays finite where nothing is left', () => {
    const steps = [0, 0.4, 0.8, 0.95, 0.99, 1].map((utilisation) => odds(price, busy(utilisation)))
    steps.slice(1).forEach((more, at) => {
      more.forEach((choice, channel) => {
        for (const level of [1, 2, 3])
          expect(reaching(choice, level)).toBeLessThanOrEqual(reaching(steps[at]![channel]!, level) + 1e-12)
      })
    })
    expect(steps.at(-1)!.flat().every(Number.isFinite)).toBe(true)
  })
})

describe('obligation by reputation', () => {
  const bound = (clauses: NonNullable<Supporter['friend']>['clauses'], free = 1): WorldOptions =>
    with_({ friend: { clauses: clauses ?? [], values: { freeCapacity: free } } })
  const reputation = { obligation: 'reputation' }

  test('shifts the odds of each missing level by its price, as far as it shows', () => {
    const promised = odds(reputation, bound(['defence']))[COMBAT]!
    const free = odds(reputation, bound([]))[COMBAT]!
    // Visibility of combat is 1; level 2 is required, so 3 is as far from 2 as without a promise.
    const shift = (level: number): number =>
      Math.log(promised[level]! / promised[2]!) - Math.log(free[level]! / free[2]!)
    expect(shift(0)).toBeCloseTo(-2 * WEIGHTS['reputation']!, 9)
    expect(shift(1)).toBeCloseTo(-WEIGHTS['reputation']!, 9)
    expect(shift(3)).toBeCloseTo(0, 9)
  })

  test('excuses who has nothing to send', () => {
    expect(odds(reputation, bound(['defence'], 0))).toEqual(odds(reputation, bound([], 0)))
  })

  test('touches no channel that nothing is promised in', () => {
    const promised = odds(reputation, bound(['defence']))
    odds(reputation, bound([])).forEach((choice, channel) => {
      if (channel !== COMBAT) expect(promised[channel]).toEqual(choice)
    })
  })
})

describe('obligation by fulfilment', () => {
  const fulfilment = { obligation: 'fulfilment' }

  test('gives at least what was promised in the share that honours it, and else what was never promised', () => {
    const friend = { clauses: ['defence', 'consultation'] as const }
    const kept = odds(fulfilment, { ...with_({ friend }), weights: { honoured: 1 } })
    const broken = odds(fulfilment, { ...with_({ friend }), weights: { honoured: 0 } })
    expect(broken).toEqual(odds(fulfilment, with_({})))
    expect(kept[COMBAT]!.slice(0, 2)).toEqual([0, 0])
    expect(kept[POLITICAL]![0]).toBe(0)
    // Among the levels that keep the promise it chooses as it always does.
    expect(kept[COMBAT]![3]! / kept[COMBAT]![2]!).toBeCloseTo(broken[COMBAT]![3]! / broken[COMBAT]![2]!, 9)
    const honoured = 0.3
    const mixed = odds(fulfilment, { ...with_({ friend }), weights: { honoured } }, MANY)
    mixed[COMBAT]!.forEach((p, level) => {
      const wanted = honoured * kept[COMBAT]![level]! + (1 - honoured) * broken[COMBAT]![level]!
      expect(Math.abs(p - wanted)).toBeLessThan(4 * Math.sqrt(0.25 / 4096))
    })
  })

  test('is one draw a dyad: who keeps its word keeps all of it', () => {
    const friend = { clauses: ['defence', 'consultation'] as const }
    watch(world({ ...with_({ friend }), rules: fulfilment }), { design: SMALL }, ({ of }) => {
      const owed = [COMBAT, POLITICAL].map((channel) => [...of('obligation.owed', channel)])
      owed[0]!.forEach((level, lane) => expect([level, owed[1]![lane]]).toEqual(level > 0 ? [2, 1] : [0, 0]))
    })
  })

  test('keeps neutrality in its share and else bars nothing; nonaggression towards the attacked bars always', () => {
    const side = (clauses: readonly ('neutrality' | 'nonaggression')[], neutralityKept: number): number[] => {
      const scenario = world({
        supporters: [{ id: 'ally', recipient: 'bad', foe: { clauses } }],
        rules: fulfilment,
        weights: { neutralityKept },
      })
      const seen: number[] = []
      watch(scenario, { design: SMALL }, ({ day, of }) => {
        if (day === 0) for (const at of CHANNELS.keys()) seen.push(...of('support.closed', at))
      })
      return seen
    }
    const perChannel = 64
    expect(side(['neutrality'], 0).reduce((sum, one) => sum + one, 0)).toBe(0)
    expect(side(['neutrality'], 1).reduce((sum, one) => sum + one, 0)).toBe(6 * perChannel)
    expect(side(['nonaggression'], 0).reduce((sum, one) => sum + one, 0)).toBe(perChannel)
  })
})

describe('secrecy unseen', () => {
  const two = (secrecy: string): ReturnType<typeof world> =>
    world({
      supporters: [{ id: 'ally' }, { id: 'friend', actor: { size: 1 } }],
      weights: { ...CALM, freeRiding: 0.6, exposureCost: 0 },
      rules: { secrecy },
    })

  test('leaves what has not come to light at what was expected; what has come to light counts', () => {
    const at = CHANNELS.indexOf('intelligence')
    const friend = CHANNELS.length + at
    const before = new Map<string, number>()
    let [quiet, loud] = [0, 0]
    watch(two('unseen'), { design: MANY }, ({ batch, day, of, firstDraw, playout }) => {
      of('delivery.observed', friend).forEach((level, lane) => {
        const place = `${batch}/${firstDraw + lane}/${playout}`
        const seen = day > 0 && before.get(place)! > 0
        const news = of('support.news', at)[lane]!
        if (!seen) expect(news).toBe(0)
        else if (news !== 0) loud += 1
        if (!seen) quiet += 1
        before.set(place, level)
      })
    })
    expect(quiet).toBeGreaterThan(1000)
    expect(loud).toBeGreaterThan(1000)
  })

  test('is as seen in channels that hide nothing', () => {
    const news = (secrecy: string): number[][] => {
      const found: number[][] = []
      watch(two(secrecy), { design: SMALL }, ({ of }) => {
        for (const channel of ['economic', 'display'] as const)
          found.push([...of('support.news', CHANNELS.indexOf(channel))])
      })
      return found
    }
    const seen = news('seen')
    news('unseen').forEach((day, place) =>
      day.forEach((value, lane) => expect(value).toBeCloseTo(seen[place]![lane]!, 12)),
    )
  })
})
