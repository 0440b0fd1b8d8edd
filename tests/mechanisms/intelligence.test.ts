/** Laws of shared intelligence: what it adds, how that wears off, and what a report of it costs. */
import { describe, expect, test } from 'vitest'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { type Life, lives } from '../engine/lives.ts'
import { canonical, only, played } from '../engine/play.ts'
import { channels, range, type Supporter, WEIGHTS, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 2, draws: 32, playouts: 4 }
const INTELLIGENCE = CHANNELS.indexOf('intelligence')
const ALIGNMENT = 0.9
const UNTOLD = { stake: 1, alignment: ALIGNMENT, thirdPartyCost: 0 }
const GENEROUS: Supporter = {
  id: 'ally',
  actor: { utilisation: 0 },
  friend: { values: { ...UNTOLD, trust: 0.6 } },
}
const LOOKED = {
  gain: 'intelligence.gain',
  reported: 'intelligence.reported',
  level: ['delivery.delivered', INTELLIGENCE],
  observed: ['delivery.observed', INTELLIGENCE],
} as const

function spies(options: WorldOptions = {}): Scenario {
  return world({
    supporters: [GENEROUS],
    belligerents: { good: { ownIntelligence: 0.4, commercialIntelligence: 0.25 } },
    ...options,
  })
}

function trusting(trust: number): Scenario {
  return spies({ supporters: [{ ...GENEROUS, friend: { values: { ...GENEROUS.friend!.values, trust } } }] })
}

/** The formula of the theory, written anew. */
function gainOf(share: number, { unaided, age }: { readonly unaided: number; readonly age: number }): number {
  const beta = WEIGHTS['intelligenceGain']! * 0.5 ** (age / WEIGHTS['adaptation']!)
  return (1 + beta * (1 - (1 - unaided) * (1 - share))) / (1 + beta * unaided)
}

describe('the gain', () => {
  test('is exactly 1 where nothing is shared, and above 1 where something is', () => {
    const all = lives(spies(), LOOKED)
    const days = all.flatMap(({ gain, level }) => gain.map((value, day) => [value, level[day]!] as const))
    for (const [gain, level] of days) {
      if (level > 0) expect(gain).toBeGreaterThan(1)
      else expect(gain).toBe(1)
    }
    expect(new Set(days.map(([, level]) => level)).size).toBe(4)
  })

  test('follows from level, trust and substitutes, and its worth halves with the adaptation from the first day on', () => {
    for (const { gain, level } of lives(spies(), LOOKED)) {
      const since = level.findIndex((one) => one > 0)
      gain.forEach((value, day) => {
        const expected = gainOf((level[day]! / 3) * 0.6, {
          unaided: 1 - 0.6 * 0.75,
          age: Math.max(0, day - since),
        })
        expect(value).toBeCloseTo(since < 0 ? 1 : expected, 12)
      })
    }
  })

  test.each([{ ownIntelligence: 1 }, { commercialIntelligence: 1 }])(
    'is 1 where the recipient knows all: %o',
    (good) => {
      for (const { gain, level } of lives(spies({ belligerents: { good } }), LOOKED)) {
        expect(level.length).toBeGreaterThan(0)
        expect(gain.every((value) => value === 1)).toBe(true)
      }
    },
  )

  test('grows with trust, and is nothing without any', () => {
    const worlds = [0, 0.3, 0.7, 1].map((trust) => lives(trusting(trust), LOOKED))
    worlds[0]!.forEach(({ gain, level }, at) => {
      gain.forEach((value, day) => {
        expect(value).toBe(1)
        for (const step of [1, 2, 3]) {
          const more = worlds[step]![at]!.gain[day]!
          const less = worlds[step - 1]![at]!.gain[day]!
          if (level[day]! > 0) expect(more).toBeGreaterThan(less)
          else expect(more).toBe(less)
        }
      })
    })
  })

  test('takes the alignment of the tie for trust where no trust is stated', () => {
    const untold = spies({ supporters: [{ ...GENEROUS, friend: { values: UNTOLD } }] })
    expect(lives(untold, LOOKED)).toEqual(lives(trusting(ALIGNMENT), LOOKED))
  })

  test('of one supporter is less where another knows the same', () => {
    const two = spies({ supporters: [GENEROUS, { ...GENEROUS, id: 'friend' }], weights: { freeRiding: 0 } })
    const alone = lives(spies({ weights: { freeRiding: 0 } }), LOOKED)
    const beside = lives(two, { ...LOOKED, other: ['delivery.delivered', CHANNELS.length + INTELLIGENCE] })
    const overlaps = beside.flatMap(({ gain, level, other }, at) =>
      gain.flatMap((value, day) => {
        expect(level[day]).toBe(alone[at]!.level[day])
        if (level[day] === 0) expect(value).toBe(1)
        return level[day]! > 0 && other[day]! > 0 ? [value < alone[at]!.gain[day]!] : []
      }),
    )
    expect(overlaps.length).toBeGreaterThan(100)
    expect(overlaps.every(Boolean)).toBe(true)
  })
})

describe('a report', () => {
  const open = { intelligence: { values: { alpha: 2 } }, materiel: { values: { visibility: 0 } } }
  const decided = (exposureCost: number): Life<string>[] =>
    lives<string>(
      spies({
        channels: open,
        supporters: [{ ...GENEROUS, friend: { values: { stake: range(0.2, 0.5, 0.8) } } }],
        weights: { exposureCost, thirdPartyCost: 3 },
      }),
      {
        ...Object.fromEntries(CHANNELS.map((id, place) => [id, ['support.decided', place] as const])),
        reported: 'intelligence.reported',
      },
    )

  test('comes when what is shared is credibly observed, and stays', () => {
    for (const { reported, observed } of lives(spies(), LOOKED)) {
      let known = false
      reported.forEach((flag, day) => {
        known ||= observed[day]! > 0
        expect(flag).toBe(Number(known))
      })
    }
  })

  test('lowers what is given in visible channels from the next day on, and never raises it', () => {
    const free = decided(0)
    const dear = decided(1)
    let lowered = 0
    dear.forEach((life, playout) => {
      for (const channel of CHANNELS) {
        life[channel]!.forEach((level, day) => {
          const without = free[playout]![channel]![day]!
          expect(level).toBeLessThanOrEqual(without)
          const known = day > 0 && life['reported']![day - 1] === 1
          if (!known || channel === 'materiel') expect(level, `${channel} day ${day}`).toBe(without)
          lowered += Number(level < without)
        })
      }
    })
    expect(channels(open).get('materiel')!.quantities['visibility']!.law).toEqual({ kind: 'fixed', value: 0 })
    expect(lowered).toBeGreaterThan(200)
  })
})

test('without a cost of reports and without shipments, nothing else of the world is moved, to the last bit', () => {
  const scenario = spies({
    supporters: [GENEROUS, { id: 'friend' }, { id: 'rogue', recipient: 'bad' }],
    ending: { duration: 30 },
    weights: { exposureCost: 0, freeRiding: 0.6 },
  })
  const without = ['intelligence', 'routes', 'arms', 'lifeline', 'ledger']
  const bare: Scenario = { ...scenario, without: { actors: [], mechanisms: without } }
  const small = played(bare, { design: DESIGN })
  const whole = played(scenario, { design: DESIGN })
  expect(small.histograms.size).toBeGreaterThan(20)
  expect(canonical(only(whole, small))).toBe(canonical(small))
  const costly: Scenario = {
    ...scenario,
    weights: world({ weights: { exposureCost: 0.3, freeRiding: 0.6 } }).weights,
  }
  expect(canonical(only(played(costly, { design: DESIGN }), small))).not.toBe(canonical(small))
})
