/** Laws of the end: when it comes, in which way, what hastens it, and what changes once it has come. */
import { describe, expect, test } from 'vitest'
import { ENDINGS } from '../../src/mechanisms/axes.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { played, playoutsIn, share, watch } from '../engine/play.ts'
import { claim, range, WEIGHTS, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 16 }
const SMALL = { batches: 1, draws: 32, playouts: 4 }
const N = playoutsIn(DESIGN)
const STATED = [0.45, 0.15, 0.2, 0.05, 0.15]

const ended = (day: number): ReturnType<typeof claim> =>
  claim(`by-${day}`, { metric: 'termination.ended', of: '', to: day })
const ways = ENDINGS.map((ending) => claim(ending, { metric: `termination.${ending}`, of: '', to: 400 }))

/** Nothing tilts and nothing hastens, unless stated. */
function ending(values: WorldOptions['ending'], options: WorldOptions = {}): Scenario {
  return world({ crisis: { horizon: 60 }, ending: { mediator: 0, regimeThreat: 0, ...values }, ...options })
}

function near(scenario: Scenario, odds: Readonly<Record<string, number>>): void {
  const summary = played(scenario, { design: DESIGN })
  for (const [id, p] of Object.entries(odds)) {
    expect(Math.abs(share(summary, id) - p), id).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / N))
  }
}

describe('the stated duration', () => {
  test('is the median: half of the fights have ended by then, and by day T all but 2^(−T / duration)', () => {
    near(ending({ duration: 20 }, { claims: [5, 20, 40, 60].map(ended) }), {
      'by-5': 1 - 2 ** -0.25,
      'by-20': 1 / 2,
      'by-40': 3 / 4,
      'by-60': 7 / 8,
    })
  })

  test('is an uncertain one, then the mean over it', () => {
    let odds = 0
    const scenario = ending({ duration: range(5, 20, 60) }, { claims: [ended(20)] })
    watch(scenario, { design: { ...DESIGN, playouts: 1 } }, ({ day, of }) => {
      if (day === 0) for (const hazard of of('termination.hazard')) odds += (1 - Math.exp(-20 * hazard)) / 512
    })
    near(scenario, { 'by-20': odds })
  })

  test('nothing ends on the day on which it begins', () => {
    expect(share(played(ending({ duration: 0.1 }, { claims: [ended(0)] }), { design: SMALL }), 'by-0')).toBe(
      0,
    )
  })
})

describe('what hastens and delays', () => {
  test('a mediator shortens by its effect to the power of its standing', () => {
    const claims = [ended(20)]
    near(ending({ duration: 20, mediator: 1 }, { claims }), { 'by-20': 1 - 2 ** -2 })
    near(ending({ duration: 20, mediator: 0.5 }, { claims }), { 'by-20': 1 - 2 ** -Math.SQRT2 })
  })

  test('a threat to the government attacked lengthens', () => {
    const claims = [ended(20)]
    near(ending({ duration: 20, regimeThreat: 1 }, { claims }), { 'by-20': 1 - 2 ** -Math.exp(-0.5) })
  })
})

describe('the way in which it ends', () => {
  test('has the stated shares where nothing tilts them, even where all could come on one day', () => {
    for (const duration of [0.5, 10]) {
      const odds = Object.fromEntries(ENDINGS.map((way, at) => [way, STATED[at]!]))
      near(ending({ duration }, { claims: ways, crisis: { horizon: 400 } }), odds)
    }
  })

  test('leans to a ceasefire with a mediator and to the fall of a government that is threatened', () => {
    const weights = STATED.map((one, at) => one * [2, 1, 1, Math.exp(0.4), 1][at]!)
    const sum = weights.reduce((all, one) => all + one, 0)
    const odds = Object.fromEntries(ENDINGS.map((way, at) => [way, weights[at]! / sum]))
    const values = { duration: 10, mediator: 1, regimeThreat: 0.8 }
    near(ending(values, { claims: ways, crisis: { horizon: 400 } }), odds)
  })

  test('is scaled where the shares do not add up to one', () => {
    const weights = {
      endCeasefire: 0.9,
      endConcession: 0.3,
      endWithdrawal: 0,
      endRegimeChange: 0,
      endFrozen: 0,
    }
    const odds = { ceasefire: 0.75, concession: 0.25, withdrawal: 0, regimeChange: 0, frozen: 0 }
    const summary = played(ending({ duration: 5 }, { weights, claims: ways, crisis: { horizon: 400 } }), {
      design: DESIGN,
    })
    for (const way of ENDINGS) {
      const error = Math.sqrt((odds[way] * (1 - odds[way])) / N)
      expect(Math.abs(share(summary, way) - odds[way]), way).toBeLessThan(4 * error + 1e-12)
    }
  })

  test('is one, and stays', () => {
    const before = new Map<string, string>()
    watch(ending({ duration: 3 }), { design: SMALL }, ({ day, of, firstDraw, playout, kernel }) => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const place = `${firstDraw + lane}/${playout}`
        const now = ENDINGS.map((way) => of(`termination.${way}`)[lane]!)
        const sum = now.reduce((all, one) => all + one, 0)
        expect(sum).toBe(of('termination.ended')[lane])
        if (day > 0 && before.get(place)!.includes('1')) expect(now.join('')).toBe(before.get(place))
        before.set(place, now.join(''))
      }
    })
    expect(new Set(before.values()).size).toBeGreaterThan(3)
  })
})

describe('after the end', () => {
  const scenario = ending({ duration: 5 }, { crisis: { horizon: 30 }, weights: { exposureCost: 0 } })

  test('need falls to what is left of it, for both sides, and supporters know on the next day', () => {
    const since = new Map<string, number>()
    watch(scenario, { design: SMALL }, ({ day, of, firstDraw, playout, kernel }) => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const place = `${firstDraw + lane}/${playout}`
        const over = of('termination.ended')[lane] === 1
        const known = since.has(place)
        for (const side of [0, 1]) {
          expect(of('termination.need', side)[lane]).toBe(over ? WEIGHTS['needAfter'] : 1)
          expect(of('support.need', side)[lane]).toBe(known ? WEIGHTS['needAfter'] : 1)
        }
        for (let row = 0; row < CHANNELS.length; row++) {
          const lost = known ? of('support.pull')[lane]! * (1 - WEIGHTS['needAfter']!) : 0
          expect(of('support.willing', row)[lane]!).toBeCloseTo(of('support.eve', row)[lane]! - lost, 10)
        }
        if (over && day < 30) since.set(place, day)
        else if (day === 30) since.delete(place)
      }
    })
  })

  test('nobody decides to give more than before', () => {
    const before = new Map<string, number>()
    watch(scenario, { design: SMALL }, ({ day, of, firstDraw, playout, kernel }) => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        for (let row = 0; row < CHANNELS.length; row++) {
          const place = `${firstDraw + lane}/${playout}/${row}`
          const level = of('support.decided', row)[lane]!
          if (day > 0) expect(level).toBeLessThanOrEqual(before.get(place)!)
          before.set(place, level)
        }
      }
    })
  })

  test('nobody fights: combat is called off at once and what was on its way never comes', () => {
    const combat = CHANNELS.indexOf('combat')
    const eager = ending({ duration: 5 }, { crisis: { horizon: 30 } })
    const over = new Set<string>()
    let fought = 0
    watch(eager, { design: SMALL }, ({ day, of, firstDraw, playout, kernel }) => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const place = `${firstDraw + lane}/${playout}`
        if (day === 0) over.delete(place)
        const levels = ['support.decided', 'delivery.delivered'].map((name) => of(name, combat)[lane]!)
        if (over.has(place)) expect(levels).toEqual([0, 0])
        else fought += levels[0]!
        if (of('termination.ended')[lane] === 1) over.add(place)
      }
    })
    expect(fought).toBeGreaterThan(0)
  })
})
