/** Laws of the stages: decided before delivered before observed, each with its delay; and of beliefs about others. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf } from '../../src/engine/normal.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { played, playoutsIn, share, type View, watch } from '../engine/play.ts'
import { anyWorld } from '../engine/random-world.ts'
import { claim, councilOf, type Supporter, world } from '../engine/world.ts'

const POLITICAL = 0
const INTELLIGENCE = CHANNELS.indexOf('intelligence')
const DESIGN = { batches: 1, draws: 16, playouts: 2 }

/** Three friends who watch each other, and a mandate that comes in the middle: levels rise and fall. */
const LIVELY: Scenario = world({
  supporters: [
    { id: 'ally', actor: { size: 1 }, friend: { values: { stake: 0.9 } } },
    { id: 'friend', actor: { size: 1 }, friend: { values: { stake: 0.9 } } },
    { id: 'third', actor: { size: 1 }, friend: { values: { stake: 0.9 } } },
  ],
  weights: { freeRiding: 0.6, authorisation: 2 },
  crisis: { horizon: 60 },
  council: councilOf({
    threshold: 1,
    drafts: [{ id: 'd1', type: 'authorise', tabled: 0.8, votes: { friend: 'yes', other: 'abstain' } }],
  }),
})

/** One supporter's channel in one playout: each variable by day. */
interface Life {
  readonly name: string
  readonly channel: number
  readonly lag: number
  readonly decided: number[]
  readonly given: number[]
  readonly delivered: number[]
  readonly observed: number[]
  readonly backing: number[]
}

function lives(scenario: Scenario): Life[] {
  const found = new Map<string, Life>()
  watch(scenario, { design: DESIGN }, (view) => {
    for (let dyad = 0; dyad < scenario.dyads.length; dyad++) {
      for (let channel = 0; channel < CHANNELS.length; channel++) note(found, view, { dyad, channel })
    }
  })
  return [...found.values()]
}

function note(
  found: Map<string, Life>,
  view: View,
  { dyad, channel }: { readonly dyad: number; readonly channel: number },
): void {
  const row = dyad * CHANNELS.length + channel
  for (let lane = 0; lane < view.kernel.lanes; lane++) {
    const name = `${view.firstDraw + lane}/${view.playout}/${row}`
    const at = (variable: string, position = row): number => view.of(variable, position)[lane]!
    const life = found.get(name) ?? {
      name,
      channel,
      lag: at('delivery.lag'),
      decided: [],
      given: [],
      delivered: [],
      observed: [],
      backing: [],
    }
    found.set(name, life)
    for (const stage of ['decided', 'given', 'delivered', 'observed'] as const)
      life[stage].push(at(stage === 'decided' ? 'support.decided' : `delivery.${stage}`))
    life.backing.push(at('council.backing', dyad))
  }
}

describe('from decision to delivery', () => {
  const all = lives(LIVELY)

  test('the world of this test is lively: levels rise, fall, and rise again within a lag', () => {
    const changes = (life: Life, up: boolean): boolean =>
      life.decided.some(
        (level, day) => day > 0 && (up ? level > life.decided[day - 1]! : level < life.decided[day - 1]!),
      )
    expect(all.filter((life) => changes(life, true)).length).toBeGreaterThan(20)
    expect(all.filter((life) => changes(life, false)).length).toBeGreaterThan(20)
  })

  test('what is delivered never exceeds what is decided, save words by a vote', () => {
    for (const { name, channel, decided, delivered, backing } of all) {
      delivered.forEach((level, day) => {
        const vote = channel === POLITICAL ? backing[day]! : 0
        expect(level, name).toBeLessThanOrEqual(Math.max(decided[day]!, vote))
      })
    }
  })

  test('a rise waits for its lag, counted from the day on which that level was decided; a cut does not wait', () => {
    for (const { name, lag, decided, given } of all) {
      let since = 0
      decided.forEach((level, day) => {
        if (level !== (decided[day - 1] ?? 0)) since = day
        const before = given[day - 1] ?? 0
        const waited = level <= before || day - since >= lag
        expect(given[day], `${name} day ${day}`).toBe(waited ? level : before)
      })
    }
  })

  test('nothing is delivered on the day of the decision, and the median lag is the channel’s', () => {
    for (const channel of [POLITICAL, INTELLIGENCE, CHANNELS.indexOf('combat')]) {
      const lags = all
        .filter((life) => life.channel === channel)
        .map(({ lag }) => lag)
        .sort((a, b) => a - b)
      const { p05, p95 } = LIVELY.channels.get(CHANNELS[channel]!)!.latency
      expect(Math.abs(Math.log(lags[Math.floor(lags.length / 2)]! / Math.sqrt(p05 * p95)))).toBeLessThan(0.4)
    }
    for (const { given } of all) expect(given[0]).toBe(0)
  })

  test('what is observed was delivered on some day', () => {
    for (const { name, channel, delivered, observed } of all) {
      observed.forEach((level, day) => {
        expect(level, name).toBeLessThanOrEqual(Math.max(...delivered.slice(0, day + 1)))
        if (channel !== INTELLIGENCE) expect(level).toBe(delivered[day])
      })
    }
  })

  test('holds in any world', () => {
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        for (const { channel, decided, given, delivered, observed } of lives(scenario)) {
          decided.forEach((level, day) => {
            expect(given[day]!).toBeLessThanOrEqual(level)
            if (channel !== POLITICAL) expect(delivered[day]).toBe(given[day])
            expect(observed[day]!).toBeLessThanOrEqual(Math.max(...delivered.slice(0, day + 1)))
          })
        }
      }),
      { seed: 3, numRuns: 15 },
    )
  })
})

describe('a secret channel', () => {
  /** A world that gives exactly this level of intelligence from day 1 on. */
  const steady = (level: number, to: number): Scenario =>
    world({
      weights: {
        precision: 1e6,
        leaning: 0,
        salience: 0,
        stake: 0,
        alignment: 0,
        rivalry: 0,
        precommitment: 0,
      },
      channels: {
        intelligence: {
          values: {
            alpha: level,
            gamma: 1,
            kappa: 0,
            capacity: 0,
            access: 0,
            escalation: 0,
            visibility: 0,
            domestic: 0,
          },
          latency: { p05: 0.001, p95: 0.002 },
        },
      },
      crisis: { horizon: to },
      claims: [
        claim('given', {
          metric: 'support.intelligence',
          over: 'min',
          from: 1,
          to,
          test: { op: '==', value: level },
        }),
        claim('seen', { metric: 'support.intelligence', take: 'observed', to }),
        claim('seen-in-full', {
          metric: 'support.intelligence',
          take: 'observed',
          to,
          test: { op: '==', value: level },
        }),
      ],
    })

  test.each([
    [1, 30, 0.3],
    [2, 30, 0.5],
    [3, 30, 0.8],
    [2, 10, 1 - 0.5 ** (1 / 3)],
    [2, 15, 1 - 0.5 ** 0.5],
    [2, 60, 1 - 0.5 ** 2],
    [3, 1, 1 - 0.2 ** (1 / 30)],
  ])('at level %i for %i days is reported with the stated odds', (level, days, p) => {
    const design = { batches: 4, draws: 64, playouts: 16 }
    const summary = played(steady(level, days), { design })
    expect(share(summary, 'given')).toBe(1)
    expect(Math.abs(share(summary, 'seen') - p)).toBeLessThan(
      4 * Math.sqrt((p * (1 - p)) / playoutsIn(design)),
    )
    expect(summary.claims.get('seen-in-full')).toEqual(summary.claims.get('seen'))
  })
})

describe('beliefs', () => {
  /** The largest distance between a belief and what follows from all beliefs. */
  function residual(scenario: Scenario): number {
    let most = 0
    watch(scenario, { design: DESIGN }, ({ day, of, kernel }) => {
      if (day > 0) return
      const sides = [...scenario.crisis.attackers, ...scenario.crisis.targets].sort()
      scenario.dyads.forEach(({ recipient }, dyad) => {
        for (let channel = 0; channel < CHANNELS.length; channel++) {
          const row = dyad * CHANNELS.length + channel
          const all = of('support.expectedAll', sides.indexOf(recipient) * CHANNELS.length + channel)
          for (let lane = 0; lane < kernel.lanes; lane++) {
            const follows = all[lane]! - of('support.expectedShare', row)[lane]!
            most = Math.max(most, Math.abs(of('support.believed', row)[lane]! - follows))
          }
        }
      })
    })
    return most
  }

  test('have settled after their rounds', () => {
    const names = ['ally', 'brother', 'cousin', 'dove', 'eagle']
    const supporters = names.map(
      (id): Supporter => ({ id, actor: { size: 0.5 }, friend: { values: { stake: 0.8 } } }),
    )
    for (const freeRiding of [0, 0.3, 0.6]) {
      expect(residual(world({ supporters, weights: { freeRiding }, crisis: { horizon: 0 } }))).toBeLessThan(
        1e-6,
      )
    }
  })

  test('have settled in any world', () => {
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        expect(
          residual({ ...scenario, claims: [], crisis: { ...scenario.crisis, horizon: 0 } }),
        ).toBeLessThan(1e-6)
      }),
      { seed: 4, numRuns: 30 },
    )
  })

  test('are what others would give on average', () => {
    const scenario = world({
      supporters: [{ id: 'ally' }, { id: 'rich', actor: { size: 1 } }],
      weights: { leaning: 0, salience: 0, freeRiding: 0 },
      crisis: { horizon: 0 },
    })
    const summary = played(scenario, { design: DESIGN })
    watch(scenario, { design: DESIGN }, ({ of }) => {
      const mean = [1, 2, 3].reduce(
        (sum, level) =>
          sum +
          (level * Number(summary.means.get(`choice:rich:good:political:${level}`)!.sum)) /
            2 ** 40 /
            playoutsIn(DESIGN),
        0,
      )
      expect(of('support.believed', POLITICAL)[0]).toBeCloseTo(mean / 3, 9)
    })
  })

  test('move nothing on the eve: what is willed on day 0 is what the closed form says', () => {
    watch(LIVELY, { design: DESIGN }, ({ day, of }) => {
      if (day > 0) return
      for (let row = 0; row < 3 * CHANNELS.length; row++) {
        const eve = of('support.eve', row)
        of('support.willing', row).forEach((will, lane) => expect(will).toBeCloseTo(eve[lane]!, 12))
      }
    })
  })

  test('give way to news: what has been delivered against what was expected by now', () => {
    const { freeRiding, authorisation } = { freeRiding: 0.6, authorisation: 2 }
    const before = new Map<string, number>()
    watch(LIVELY, { design: DESIGN }, ({ day, of, firstDraw, playout, kernel }) => {
      for (let row = 0; row < 3 * CHANNELS.length; row++) {
        const channel = row % CHANNELS.length
        const { p05, p95 } = LIVELY.channels.get(CHANNELS[channel]!)!.latency
        const spread = Math.log(p95 / p05) / (2 * 1.6448536269514722)
        // Decisions of a day see what was delivered by the day before.
        const arrived = day < 2 ? 0 : normalCdf(Math.log((day - 1) / Math.sqrt(p05 * p95)) / spread)
        for (let lane = 0; lane < kernel.lanes; lane++) {
          const place = (at: number): string => `${firstDraw + lane}/${playout}/${at}`
          const others = [0, 1, 2].map((dyad) => dyad * CHANNELS.length + channel).filter((at) => at !== row)
          const given = others.reduce((sum, at) => sum + (before.get(place(at)) ?? 0) / 3, 0)
          const expected = others.reduce((sum, at) => sum + of('support.expectedShare', at)[lane]!, 0)
          const supplied = Math.max(0, of('support.believed', row)[lane]! + given - expected * arrived)
          const mandate =
            day - 1 >= of('council.votedOn')[lane]! && of('council.carried')[lane]! ? authorisation : 0
          const pull = of('support.pull', Math.floor(row / CHANNELS.length))[lane]!
          const will =
            of('support.base', row)[lane]! -
            of('support.blamed', row)[lane]! +
            pull * (1 - freeRiding * Math.min(1, supplied)) +
            mandate
          expect(of('support.willing', row)[lane]).toBeCloseTo(will, 10)
        }
      }
      for (let row = 0; row < 3 * CHANNELS.length; row++) {
        of('delivery.delivered', row).forEach((level, lane) =>
          before.set(`${firstDraw + lane}/${playout}/${row}`, day === LIVELY.crisis.horizon ? 0 : level),
        )
      }
    })
  })

  test('bring no news on average where everybody does as was expected: no false start, no drift', () => {
    // No common effects, so that deliveries have the mean that beliefs expect; nobody casts a vote.
    const many = world({
      supporters: Array.from({ length: 6 }, (_, at) => ({ id: `s${at}`, actor: { size: 0.8 } })),
      weights: { freeRiding: 0.1, leaning: 0, salience: 0 },
      crisis: { horizon: 40 },
    })
    const sums = new Map<string, { news: number; n: number }>()
    watch(many, { design: { batches: 1, draws: 64, playouts: 16 } }, ({ day, of }) => {
      if (![1, 2, 3, 10, 40].includes(day)) return
      CHANNELS.forEach((channel, row) => {
        const sum = sums.get(`${channel} on day ${day}`) ?? { news: 0, n: 0 }
        of('support.news', row).forEach((news) => {
          sum.news += news
          sum.n += 1
        })
        sums.set(`${channel} on day ${day}`, sum)
      })
    })
    for (const [when, { news, n }] of sums) expect(Math.abs(news / n), when).toBeLessThan(0.08)
  })

  test('are moved by nothing where there is nobody else', () => {
    // Reports of one's own secrets are news too; here they cost nothing.
    const scenario = world({ crisis: { horizon: 20 }, weights: { exposureCost: 0 } })
    watch(scenario, { design: DESIGN }, ({ of }) => {
      for (let channel = 0; channel < CHANNELS.length; channel++) {
        expect(of('support.willing', channel)).toEqual(of('support.eve', channel))
      }
    })
  })
})
