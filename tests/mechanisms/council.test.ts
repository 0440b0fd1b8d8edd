/** Laws of the council: its votes by the rule of their date, its timing, and what a vote tells of a friend. */
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/scenario/scenario.ts'
import { played, playoutsIn, share, shares, watch } from '../engine/play.ts'
import { claim, councilOf, type CouncilOptions, quantity, type Vote, world } from '../engine/world.ts'

const TINY = { batches: 1, draws: 8, playouts: 2 }
const WIDE = { batches: 8, draws: 64, playouts: 8 }
const P5 = ['China', 'France', 'Russia', 'UK', 'USA']
/** Bins of the outcome. */
const OUTCOME = { untabled: 0, withdrawn: 1, short: 2, vetoed: 3, adopted: 4, pending: 5 } as const

function draftWorld(
  options: CouncilOptions,
  rest: Parameters<typeof world>[0] = {},
): ReturnType<typeof world> {
  return world({ council: councilOf(options), ...rest })
}

/** Shares of the six outcomes of draft d1. */
function outcomes(options: CouncilOptions, design = TINY): number[] {
  return shares(played(draftWorld(options), { design }), 'council:d1')
}

/** So many certain votes: those that are named, and unnamed members for the rest. */
function ballots(
  named: Readonly<Record<string, Vote>>,
  others: Partial<Record<'yes' | 'no' | 'abstain' | 'absent', number>>,
): Record<string, Vote> {
  const rest = Object.entries(others).flatMap(([vote, count]) =>
    Array.from({ length: count }, (_, at): [string, Vote] => [`${vote} ${at}`, vote as Vote]),
  )
  return { ...named, ...Object.fromEntries(rest) }
}

describe('the roll call of', () => {
  const today = { permanent: P5, threshold: 9 }
  const early = { permanent: P5, threshold: 7 }

  test.each<[string, Omit<CouncilOptions, 'drafts'>, Record<string, Vote>, number, keyof typeof OUTCOME]>([
    [
      'S/RES/678, 1990: 12 to 2, China abstains',
      today,
      ballots({ USA: 'yes', UK: 'yes', France: 'yes', Russia: 'yes', China: 'abstain' }, { yes: 8, no: 2 }),
      15,
      'adopted',
    ],
    [
      'S/RES/502, 1982: 10 to 1, and the one is no permanent member',
      today,
      ballots(
        { USA: 'yes', UK: 'yes', France: 'yes', Russia: 'abstain', China: 'abstain' },
        { yes: 7, no: 1, abstain: 2 },
      ),
      15,
      'adopted',
    ],
    [
      'S/2022/155: 11 to 1, and the one is Russia',
      today,
      ballots(
        { USA: 'yes', UK: 'yes', France: 'yes', Russia: 'no', China: 'abstain' },
        { yes: 8, abstain: 2 },
      ),
      15,
      'vetoed',
    ],
    [
      'S/3710, 1956: 7 to 2 of 11, two of them permanent',
      early,
      ballots({ USA: 'yes', UK: 'no', France: 'no', Russia: 'yes', China: 'yes' }, { yes: 4, abstain: 2 }),
      11,
      'vetoed',
    ],
    [
      '26 March 1999: 3 to 12',
      today,
      ballots({ USA: 'no', UK: 'no', France: 'no', Russia: 'yes', China: 'yes' }, { yes: 1, no: 9 }),
      15,
      'short',
    ],
    [
      '4 December 1971: 11 to 2, USSR and Poland',
      today,
      ballots(
        { USA: 'yes', UK: 'abstain', France: 'abstain', Russia: 'no', China: 'yes' },
        { yes: 9, no: 1 },
      ),
      15,
      'vetoed',
    ],
    [
      'S/RES/338, 1973: 14 to 0, China takes no part',
      today,
      ballots({ USA: 'yes', UK: 'yes', France: 'yes', Russia: 'yes', China: 'absent' }, { yes: 10 }),
      15,
      'adopted',
    ],
    [
      'S/RES/83, 1950: 7 to 1 of 11, the USSR away',
      early,
      ballots(
        { USA: 'yes', UK: 'yes', France: 'yes', Russia: 'absent', China: 'yes' },
        { yes: 3, no: 1, absent: 2 },
      ),
      11,
      'adopted',
    ],
    [
      'S/RES/83 under the rule of today, which needs nine',
      today,
      ballots(
        { USA: 'yes', UK: 'yes', France: 'yes', Russia: 'absent', China: 'yes' },
        { yes: 3, no: 1, absent: 2 },
      ),
      11,
      'short',
    ],
    [
      'S/2022/155 in a body without a veto',
      { ...today, veto: false },
      ballots(
        { USA: 'yes', UK: 'yes', France: 'yes', Russia: 'no', China: 'abstain' },
        { yes: 8, abstain: 2 },
      ),
      15,
      'adopted',
    ],
  ])('%s', (_, rule, votes, seats, outcome) => {
    expect(Object.keys(votes)).toHaveLength(seats)
    expect(outcomes({ ...rule, drafts: [{ id: 'd1', votes }] })[OUTCOME[outcome]]).toBe(1)
  })

  test('a matter of procedure is not stopped by a veto', () => {
    const votes = ballots({ Russia: 'no' }, { yes: 14 })
    const of = (type: Draft['type']): number[] => outcomes({ ...today, drafts: [{ id: 'd1', type, votes }] })
    expect(of('procedural')[OUTCOME.adopted]).toBe(1)
    expect(of('condemn')[OUTCOME.vetoed]).toBe(1)
  })

  test('a certain vote is never another, in any playout', () => {
    const votes = ballots({ USA: 'no' }, { yes: 9, abstain: 3, absent: 2 })
    const scenario = draftWorld(
      { ...today, drafts: [{ id: 'd1', votes }] },
      { claims: [claim('nine', { metric: 'council.yes', of: 'd1', test: { op: '==', value: 9 } })] },
    )
    expect(share(played(scenario, { design: WIDE }), 'nine')).toBe(1)
  })
})

describe('the day of the vote', () => {
  const votes: Record<string, Vote> = { ally: 'yes', other: 'yes' }

  test('follows tabling by two to seven days, and a certain draft is tabled at once', () => {
    const delays: number[] = []
    watch(
      draftWorld({ threshold: 1, drafts: [{ id: 'd1', votes }] }),
      { design: { batches: 2, draws: 64, playouts: 4 } },
      ({ day, of }) => {
        if (day > 0) return
        of('council.tabledOn').forEach((tabled, lane) => {
          expect(tabled).toBeGreaterThan(0)
          expect(tabled).toBeLessThan(1)
          delays.push(of('council.votedOn')[lane]! - tabled)
        })
      },
    )
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...delays)).toBeLessThanOrEqual(7)
    expect(delays.reduce((sum, delay) => sum + delay, 0) / delays.length).toBeCloseTo(4.5, 0)
  })

  test('shows in the metrics in order: tabled, voted, adopted for good', () => {
    const metric = (
      name: string,
      over: 'firstDay' | 'last',
      op: '<=' | '>=',
      value: number,
    ): ReturnType<typeof claim> =>
      claim(`${name} ${op} ${value}`, { metric: `council.${name}`, of: 'd1', over, test: { op, value } })
    const claims = [
      metric('tabled', 'firstDay', '<=', 1),
      metric('voted', 'firstDay', '>=', 3),
      metric('voted', 'firstDay', '<=', 8),
      metric('adopted', 'last', '>=', 1),
      metric('adopted', 'firstDay', '>=', 3),
    ]
    const summary = played(draftWorld({ threshold: 1, drafts: [{ id: 'd1', votes }] }, { claims }), {
      design: WIDE,
    })
    for (const { id } of claims) expect(share(summary, id), id).toBe(1)
  })
})

describe('tabling', () => {
  const votes: Record<string, Vote> = { ally: 'yes', other: 'yes' }

  test('never happens at odds of 0', () => {
    expect(outcomes({ threshold: 1, drafts: [{ id: 'd1', tabled: 0, votes }] }, WIDE)[OUTCOME.untabled]).toBe(
      1,
    )
  })

  test.each([0.1, 0.5, 0.9])('happens within the horizon with the odds stated: %f', (tabled) => {
    const claims = [claim('tabled', { metric: 'council.tabled', of: 'd1' })]
    const summary = played(draftWorld({ threshold: 1, drafts: [{ id: 'd1', tabled, votes }] }, { claims }), {
      design: WIDE,
    })
    expect(Math.abs(share(summary, 'tabled') - tabled)).toBeLessThan(
      4 * Math.sqrt((tabled * (1 - tabled)) / playoutsIn(WIDE)),
    )
    expect(1 - shares(summary, 'council:d1')[OUTCOME.untabled]!).toBe(share(summary, 'tabled'))
  })
})

describe('a sponsor', () => {
  const votes = ballots({}, { no: 15 })

  test('withdraws what is hopeless, unless a showdown is wanted', () => {
    expect(outcomes({ drafts: [{ id: 'd1', showdown: 0, votes }] }, WIDE)[OUTCOME.withdrawn]).toBe(1)
    expect(outcomes({ drafts: [{ id: 'd1', showdown: 1, votes }] }, WIDE)[OUTCOME.short]).toBe(1)
    const half = outcomes({ drafts: [{ id: 'd1', showdown: 0.5, votes }] }, WIDE)[OUTCOME.withdrawn]!
    expect(Math.abs(half - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / playoutsIn(WIDE)))
  })

  test('who expects just what is needed withdraws half of the time, and never what is safe', () => {
    const nine = outcomes(
      { drafts: [{ id: 'd1', showdown: 0, votes: ballots({}, { yes: 9, no: 6 }) }] },
      WIDE,
    )[OUTCOME.withdrawn]!
    expect(Math.abs(nine - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / playoutsIn(WIDE)))
    expect(
      outcomes({ drafts: [{ id: 'd1', showdown: 0, votes: ballots({}, { yes: 15 }) }] }, WIDE)[
        OUTCOME.adopted
      ],
    ).toBe(1)
  })

  test('who tabled late has a draft that is pending at the end', () => {
    const all = outcomes(
      { threshold: 1, drafts: [{ id: 'd1', tabled: 0.5, votes: ballots({}, { yes: 2 }) }] },
      WIDE,
    )
    expect(all[OUTCOME.pending]).toBeGreaterThan(0)
    expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
  })
})

describe('a vote tells of a friend', () => {
  /** Words delivered by `ally`, who decides on none, by day; with the day of the vote. */
  function words(
    vote: Vote,
    draft: { readonly favours: string; readonly others: number; readonly permanent?: boolean },
  ): number[][] {
    const scenario = world({
      weights: { precision: 1e6, leaning: 0, salience: 0 },
      channels: { political: { values: { alpha: -50 } } },
      crisis: { horizon: 12 },
      council: councilOf({
        threshold: 3,
        permanent: draft.permanent === false ? [] : ['ally'],
        drafts: [
          {
            id: 'd1',
            favours: draft.favours,
            votes: ballots({ ally: vote }, { yes: draft.others, no: 4 - draft.others }),
          },
        ],
      }),
    })
    const days: number[][] = Array.from({ length: TINY.draws }, () => [])
    watch(scenario, { design: { ...TINY, playouts: 1 }, lanes: TINY.draws }, ({ of, day }) => {
      of('delivery.delivered').forEach((level, lane) => {
        const voted = day >= of('council.votedOn')[lane]!
        if (!voted) expect(level).toBe(0)
        else days[lane]!.push(level)
      })
    })
    return days
  }

  test.each<[string, Vote, Parameters<typeof words>[1], number]>([
    ['yes to a draft for the friend is level 2', 'yes', { favours: 'good', others: 4 }, 2],
    ['yes is level 2 even if the draft falls', 'yes', { favours: 'good', others: 1 }, 2],
    ['abstaining is nothing', 'abstain', { favours: 'good', others: 4 }, 0],
    ['no to a draft for the friend is nothing', 'no', { favours: 'good', others: 4 }, 0],
    ['a veto against a draft for the enemy is level 3', 'no', { favours: 'bad', others: 4 }, 3],
    ['no to a draft that falls anyway is level 2', 'no', { favours: 'bad', others: 1 }, 2],
    ['no without a veto is level 2', 'no', { favours: 'bad', others: 4, permanent: false }, 2],
    ['yes to a draft for the enemy is nothing', 'yes', { favours: 'bad', others: 4 }, 0],
  ])('from the day of the vote: %s', (_, vote, draft, level) => {
    for (const days of words(vote, draft)) {
      expect(days.length).toBeGreaterThan(3)
      expect(new Set(days)).toEqual(new Set([level]))
    }
  })

  test('a mandate for the attacked raises what is willed for them from the day after, and for nobody else', () => {
    const council = councilOf({
      threshold: 1,
      drafts: [{ id: 'd1', type: 'authorise', votes: ballots({}, { yes: 2 }) }],
    })
    const scenario = world({
      supporters: [{ id: 'ally' }, { id: 'rogue', recipient: 'bad' }],
      council,
      crisis: { horizon: 12 },
      weights: { exposureCost: 0 },
    })
    watch(scenario, { design: TINY }, ({ day, of }) => {
      of('council.votedOn').forEach((voted, lane) => {
        const mandate = day - 1 >= voted ? 1 : 0
        const combat = 6
        expect(of('support.willing', combat)[lane]! - of('support.eve', combat)[lane]!).toBeCloseTo(
          mandate,
          12,
        )
        expect(of('support.willing', 7 + combat)[lane]).toBe(of('support.eve', 7 + combat)[lane])
      })
    })
  })
})

describe('a table of judged votes', () => {
  /** Yes, abstain, no of fifteen members on a draft that would authorise force, as judged on 2026-01-11. */
  const TABLE: Readonly<Record<string, readonly [number, number, number]>> = {
    USA: [0.96, 0.03, 0.01],
    UK: [0.55, 0.4, 0.05],
    France: [0.3, 0.5, 0.2],
    Russia: [0, 0.02, 0.98],
    China: [0, 0.08, 0.92],
    Bahrain: [0.35, 0.5, 0.15],
    Colombia: [0.1, 0.4, 0.5],
    'DR Congo': [0.35, 0.55, 0.1],
    Latvia: [0.6, 0.35, 0.05],
    Liberia: [0.45, 0.5, 0.05],
    Denmark: [0.4, 0.5, 0.1],
    Greece: [0.35, 0.55, 0.1],
    Pakistan: [0.01, 0.15, 0.84],
    Panama: [0.5, 0.45, 0.05],
    Somalia: [0.1, 0.5, 0.4],
  }
  const votes = Object.fromEntries(
    Object.entries(TABLE).map(([name, three]): [string, Vote] => [name, [...three, 0]]),
  )
  const atLeast = Array.from({ length: 15 }, (_, at) =>
    claim(`yes-${at + 1}`, { metric: 'council.yes', of: 'd1', test: { op: '>=', value: at + 1 } }),
  )
  const claims = [
    ...atLeast,
    claim('vetoed', { metric: 'council.vetoed', of: 'd1' }),
    claim('adopted', { metric: 'council.adopted', of: 'd1' }),
  ]
  const design = { batches: 16, draws: 64, playouts: 16 }
  const summary = played(
    draftWorld({ permanent: P5, drafts: [{ id: 'd1', type: 'authorise', votes }] }, { claims }),
    { design },
  )

  test('gives about five yes on average', () => {
    const mean = atLeast.reduce((sum, { id }) => sum + share(summary, id), 0)
    const exact = Object.values(TABLE).reduce((sum, [yes]) => sum + yes, 0)
    expect(exact).toBeCloseTo(5.02, 9)
    expect(Math.abs(mean - exact)).toBeLessThan(4 * Math.sqrt(2.6 / playoutsIn(design)))
  })

  test('reaches nine one time in eighty, and then meets a veto', () => {
    // Exact odds of each number of yes votes, member by member.
    const exact = Object.values(TABLE).reduce(
      (odds, [yes]) => odds.map((p, count) => p * (1 - yes) + (odds[count - 1] ?? 0) * yes),
      [1, ...Array.from({ length: 15 }, () => 0)],
    )
    const nine = exact.slice(9).reduce((sum, p) => sum + p, 0)
    expect(nine).toBeCloseTo(0.012, 3)
    expect(Math.abs(share(summary, 'yes-9') - nine)).toBeLessThan(4 * Math.sqrt(nine / playoutsIn(design)))
    expect(share(summary, 'adopted')).toBeLessThan(0.001)
    expect(share(summary, 'vetoed') + share(summary, 'adopted')).toBe(share(summary, 'yes-9'))
  })
})

test('a draft’s odds may be uncertain like any other number', () => {
  const council = councilOf({ threshold: 1, drafts: [{ id: 'd1', votes: ballots({}, { yes: 2 }) }] })
  const tabled = { ...quantity('council.d1.tabled', 0), law: { kind: 'uniform' as const, low: 0, high: 1 } }
  const drafts = council.drafts.map((draft) => ({ ...draft, quantities: { ...draft.quantities, tabled } }))
  const summary = played(
    world({
      council: { ...council, drafts },
      claims: [claim('tabled', { metric: 'council.tabled', of: 'd1' })],
    }),
    { design: WIDE },
  )
  expect(summary.parameters).toEqual(['council.d1.tabled'])
  expect(Math.abs(share(summary, 'tabled') - 0.5)).toBeLessThan(0.03)
  expect(summary.claims.get('tabled')!.slopes[0]! > 0n).toBe(true)
})
