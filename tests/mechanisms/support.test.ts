/** Laws of the decision: the counted levels are the quantal response, and the inputs pull the way theory says. */
import { describe, expect, test } from 'vitest'
import { mechanism } from '../../src/mechanisms/axes.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { support } from '../../src/mechanisms/support.ts'
import { type ChannelId, CHANNELS, type Claim } from '../../src/scenario/scenario.ts'
import { canonical, choiceOf, played, playoutsIn, share } from '../engine/play.ts'
import { claim, range, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 8 }
const TINY = { batches: 1, draws: 4, playouts: 1 }
const N = playoutsIn(DESIGN)

/** `combat-2`: the decided level of combat reaches 2 at some time. */
function peaks(to = 30, of = 'ally'): Claim[] {
  return CHANNELS.flatMap((channel) =>
    [1, 2, 3].map((level) =>
      claim(`${channel}-${level}`, {
        metric: `support.${channel}`,
        of,
        take: 'decided',
        to,
        test: { op: '>=', value: level },
      }),
    ),
  )
}

/** Odds of reaching a level: level 1 or more, 2 or more, 3. */
function reaching(choice: readonly number[]): number[] {
  return [1, 2, 3].map((level) => choice.slice(level).reduce((sum, p) => sum + p, 0))
}

describe('with a frozen situation', () => {
  test('the peak that is decided has the closed-form odds, in all seven channels', () => {
    const values = {
      stake: range(0.1, 0.5, 0.9),
      alignment: range(0.2, 0.6, 1),
      domesticConstraint: range(0, 0.3, 0.9),
    }
    const summary = played(world({ supporters: [{ id: 'ally', friend: { values } }], claims: peaks() }), {
      design: DESIGN,
    })
    for (const channel of CHANNELS) {
      const odds = reaching(choiceOf(summary, `ally:good:${channel}`))
      odds.forEach((p, at) => {
        const error = Math.sqrt((p * (1 - p)) / N)
        expect(Math.abs(share(summary, `${channel}-${at + 1}`) - p), `${channel} ${at + 1}`).toBeLessThan(
          4 * error + 1e-12,
        )
      })
    }
  })

  test('an end of the fighting takes nothing from the peak: need only falls', () => {
    const usual = played(world({ claims: peaks() }), { design: DESIGN })
    const short = played(world({ claims: peaks(), ending: { duration: 3 } }), { design: DESIGN })
    expect(short.claims).toEqual(usual.claims)
  })

  test('a longer horizon does not decide more: nothing is drawn anew from day to day', () => {
    const of = (horizon: number): Map<string, unknown> =>
      new Map(played(world({ crisis: { horizon }, claims: peaks(horizon) }), { design: DESIGN }).claims)
    const month = of(30)
    expect(of(60)).toEqual(month)
    expect(of(1)).toEqual(month)
  })

  test('what is decided on the first day stands on the last', () => {
    const ends = CHANNELS.map((channel) =>
      claim(`${channel}-1`, { metric: `support.${channel}`, take: 'decided', over: 'last' }),
    )
    // A report of secret help would change the situation; here it costs nothing.
    const weights = { exposureCost: 0 }
    const last = played(world({ claims: ends, weights }), { design: DESIGN })
    const most = played(world({ claims: peaks(), weights }), { design: DESIGN })
    for (const { id } of ends) expect(last.claims.get(id)).toEqual(most.claims.get(id))
  })
})

describe('precision', () => {
  test.each([0, 1e-9])('of %f makes every level equally likely', (precision) => {
    const summary = played(world({ weights: { precision }, claims: peaks() }), { design: DESIGN })
    for (const channel of CHANNELS) {
      for (const p of choiceOf(summary, `ally:good:${channel}`)) expect(p).toBeCloseTo(0.25, 6)
      for (const level of [1, 2, 3]) {
        const p = (4 - level) / 4
        expect(Math.abs(share(summary, `${channel}-${level}`) - p)).toBeLessThan(
          4 * Math.sqrt((p * (1 - p)) / N),
        )
      }
    }
  })

  test('without limit gives the best level, every time', () => {
    const weights = { precision: 1e6, leaning: 0, salience: 0 }
    const summary = played(world({ weights, claims: peaks() }), { design: TINY })
    const usual = played(world({ weights: { leaning: 0, salience: 0 } }), { design: TINY })
    for (const channel of CHANNELS) {
      const choice = choiceOf(usual, `ally:good:${channel}`)
      const best = choice.indexOf(Math.max(...choice))
      expect(choiceOf(summary, `ally:good:${channel}`)[best]).toBeCloseTo(1, 9)
      for (const level of [1, 2, 3]) expect(share(summary, `${channel}-${level}`)).toBe(Number(best >= level))
    }
  })

  test('sharpens with leanings too: the counted levels are the closed form, playout by playout', () => {
    const summary = played(world({ weights: { precision: 1e6 }, claims: peaks() }), { design: DESIGN })
    for (const channel of CHANNELS) {
      reaching(choiceOf(summary, `ally:good:${channel}`)).forEach((p, at) =>
        expect(Math.abs(share(summary, `${channel}-${at + 1}`) - p)).toBeLessThan(1.5 / N),
      )
    }
  })
})

test('adding a constant to the utility of every level changes nothing', () => {
  const shifted = mechanism('support', {
    ...support,
    constants: { ...support.constants, shift: { value: 4, unit: 'log-odds', source: 'a test' } },
    equations: support.equations.map((part) => {
      const moved = (text: string): string => text.replace('worth[d, k, l] = ', 'worth[d, k, l] = shift + ')
      if (typeof part === 'string') return moved(part)
      return 'text' in part ? { ...part, text: moved(part.text) } : part
    }),
  })
  const mechanisms = MECHANISMS.map((one) => (one.name === 'support' ? shifted : one))
  const scenario = world({ claims: peaks(), supporters: [{ id: 'ally' }, { id: 'friend' }] })
  const usual = played(scenario, { design: DESIGN })
  const moved = played(scenario, { design: DESIGN, mechanisms })
  expect(moved.claims).toEqual(usual.claims)
  for (const [name, { sum }] of usual.means)
    expect(Number(moved.means.get(name)!.sum - sum) / 2 ** 40 / N).toBeCloseTo(0, 9)
})

/** Closed-form odds of one supporter, without chance in leanings: one number a channel and level. */
function oddsOf(options: WorldOptions): Record<ChannelId, number[]> {
  const summary = played(world({ ...options, weights: { leaning: 0, salience: 0, ...options.weights } }), {
    design: TINY,
  })
  return Object.fromEntries(
    CHANNELS.map((channel) => [channel, choiceOf(summary, `ally:good:${channel}`)]),
  ) as Record<ChannelId, number[]>
}

const FRIEND_INPUTS = [
  'stake',
  'alignment',
  'freeCapacity',
  'access',
  'precommitment',
  'thirdPartyCost',
  'domesticConstraint',
] as const
const FOE_INPUTS = ['nuclearRisk', 'opponentPower', 'rivalry'] as const

function withInput(field: string, value: number): Record<ChannelId, number[]> {
  const values = { [field]: value }
  const isFoe = (FOE_INPUTS as readonly string[]).includes(field)
  return oddsOf({ supporters: [{ id: 'ally', ...(isFoe ? { foe: { values } } : { friend: { values } }) }] })
}

const STEPS = [0, 0.3, 0.7, 1]

describe('the higher', () => {
  test.each(['stake', 'alignment', 'freeCapacity', 'access', 'precommitment', 'rivalry'])(
    'the %s, the more is given in no channel less',
    (field) => {
      const steps = STEPS.map((value) => withInput(field, value))
      for (const channel of CHANNELS) {
        for (const level of [0, 1, 2]) {
          const odds = steps.map((step) => reaching(step[channel])[level]!)
          odds
            .slice(1)
            .forEach((p, at) =>
              expect(p, `${channel} ${level + 1}`).toBeGreaterThanOrEqual(odds[at]! - 1e-11),
            )
        }
      }
      expect(reaching(steps.at(-1)!.combat)[0]).toBeGreaterThan(reaching(steps[0]!.combat)[0]!)
    },
  )

  test.each(['nuclearRisk', 'opponentPower', 'thirdPartyCost', 'domesticConstraint'])(
    'the %s, the less combat, and it weighs more on combat than on words',
    (field) => {
      const steps = STEPS.map((value) => withInput(field, value))
      for (const level of [0, 1, 2]) {
        const odds = steps.map((step) => reaching(step.combat)[level]!)
        odds.slice(1).forEach((p, at) => expect(p).toBeLessThan(odds[at]!))
      }
      const effect = (channel: ChannelId): number => {
        const logOdds = (step: Record<ChannelId, number[]>): number =>
          Math.log(step[channel][1]! / step[channel][0]!)
        return logOdds(steps[0]!) - logOdds(steps.at(-1)!)
      }
      expect(effect('combat')).toBeGreaterThan(effect('political') + 0.1)
      expect(effect('political')).toBeGreaterThan(-1e-9)
    },
  )

  test('the inputs, the more by exactly weight times loading in log-odds', () => {
    const logOdds = (step: Record<ChannelId, number[]>): number =>
      Math.log(step.display[1]! / step.display[0]!)
    // Weights and loadings of the test world: nuclear .63 × .6, third-party cost .74 × .5, access .83 × .5.
    expect(logOdds(withInput('nuclearRisk', 0)) - logOdds(withInput('nuclearRisk', 1))).toBeCloseTo(
      0.63 * 0.6,
      6,
    )
    expect(logOdds(withInput('thirdPartyCost', 0)) - logOdds(withInput('thirdPartyCost', 1))).toBeCloseTo(
      0.74 * 0.5,
      6,
    )
    expect(logOdds(withInput('access', 1)) - logOdds(withInput('access', 0))).toBeCloseTo(0.83 * 0.5, 6)
    expect(logOdds(withInput('stake', 1)) - logOdds(withInput('stake', 0))).toBeCloseTo(1.62, 6)
  })

  test('the worst of several opponents counts, not their sum', () => {
    const crisis = { attackers: ['bad', 'worse'], targets: ['good'] }
    const two = oddsOf({ crisis, supporters: [{ id: 'ally', foe: { values: { nuclearRisk: 0.9 } } }] })
    const one = oddsOf({ supporters: [{ id: 'ally', foe: { values: { nuclearRisk: 0.9 } } }] })
    expect(two).toEqual(one)
  })

  test.each([...FRIEND_INPUTS, ...FOE_INPUTS])('or lower, %s moves something', (field) => {
    expect(withInput(field, 0)).not.toEqual(withInput(field, 1))
  })
})

describe('free riding', () => {
  const ally = (size: number, freeRiding = 0.3): Record<ChannelId, number[]> =>
    oddsOf({ supporters: [{ id: 'ally' }, { id: 'rich', actor: { size } }], weights: { freeRiding } })

  test('the more others are expected to give, the less one gives, in every channel', () => {
    const alone = ally(0)
    const joined = ally(1)
    for (const channel of CHANNELS) {
      reaching(joined[channel]).forEach((p, at) => expect(p).toBeLessThan(reaching(alone[channel])[at]!))
    }
  })

  test('without it the size of others is nothing', () => {
    expect(ally(1, 0)).toEqual(ally(0, 0))
  })

  test('what the other side is given is nothing to this one', () => {
    const rival = oddsOf({
      supporters: [{ id: 'ally' }, { id: 'rich', recipient: 'bad', actor: { size: 1 } }],
    })
    expect(rival).toEqual(oddsOf({}))
  })
})

describe('the swap test', () => {
  test('exchanging attackers and targets, with offence for defence, is the same crisis seen from the other side', () => {
    const supporters = (flip: boolean): WorldOptions['supporters'] => [
      { id: 'ally', recipient: 'good', friend: { clauses: [flip ? 'offence' : 'defence', 'consultation'] } },
      {
        id: 'rogue',
        recipient: 'bad',
        friend: { clauses: [flip ? 'defence' : 'offence'] },
      },
    ]
    const claims = [
      ...peaks(),
      claim('rogue', { metric: 'support.combat', of: 'rogue', for: 'bad', take: 'decided' }),
    ]
    const one = played(world({ supporters: supporters(false)!, claims }), { design: TINY })
    const other = played(
      world({ supporters: supporters(true)!, claims, crisis: { attackers: ['good'], targets: ['bad'] } }),
      { design: TINY },
    )
    expect(canonical(other)).toBe(canonical(one))
  })
})
