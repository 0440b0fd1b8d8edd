/** Laws of a run: what may be added, reordered or renamed without moving a bit, and what must move. */
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { prepare, run, runBatch } from '../../src/engine/run.ts'
import { merge } from '../../src/engine/merge.ts'
import { emptySummary } from '../../src/engine/tally.ts'
import type { Design, Summary } from '../../src/engine/summary.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { canonical, kernelOf, only, played, playoutsIn, share, watch } from './play.ts'
import {
  actor,
  claim,
  councilOf,
  type Group,
  range,
  type Supporter,
  world,
  type WorldOptions,
} from './world.ts'

const DESIGN: Design = { batches: 4, draws: 16, playouts: 4 }

const SUPPORTERS: readonly Supporter[] = [
  { id: 'ally', friend: { values: { stake: range(0.2, 0.5, 0.8), alignment: range(0.1, 0.6, 0.9) } } },
  { id: 'friend', actor: { size: 0.8 }, friend: { values: { domesticConstraint: range(0.1, 0.4, 0.9) } } },
  { id: 'rogue', recipient: 'bad' },
]
const COUNCIL = councilOf({
  permanent: ['ally'],
  threshold: 2,
  drafts: [
    {
      id: 'd1',
      type: 'authorise',
      tabled: 0.7,
      votes: { ally: [0.5, 0.2, 0.3, 0], friend: [0.6, 0.2, 0.1, 0.1], rogue: [0.3, 0.2, 0.5, 0] },
    },
  ],
})
const CLAIMS = [
  claim('voice', { test: { op: '>=', value: 2 } }),
  claim('help', { metric: 'support.economic', take: 'decided', test: { op: '>=', value: 2 } }),
  claim('rogue', { metric: 'support.display', of: 'rogue', for: 'bad', take: 'decided' }),
  claim('band', { metric: 'proxies.entered', of: 'band', to: 14 }),
  claim('over', { metric: 'termination.ceasefire', of: '' }),
  claim('clash', { metric: 'escalation.rung', test: { op: '>=', value: 5 } }),
]
const GROUPS: readonly Group[] = [
  { id: 'band', values: { request: range(0.1, 0.5, 0.9), opposition: 0.6 } },
  { id: 'clan', ally: 'bad', values: { opposition: range(0.2, 0.4, 0.8) } },
]
const OPTIONS: WorldOptions = {
  supporters: SUPPORTERS,
  council: COUNCIL,
  groups: GROUPS,
  ending: { duration: range(5, 25, 120) },
  claims: CLAIMS,
}
const BASE: Scenario = world(OPTIONS)

function play(scenario: Scenario, seed = 1): Summary {
  return played(scenario, { design: DESIGN, seed })
}

/** By batch, draw and playout: which claims held, as a text of 0 and 1. */
function outcomes(scenario: Scenario, design: Design, seed = 1): Map<string, string> {
  const found = new Map<string, string>()
  const { claims } = makePlan(scenario, { design, seed })
  watch(scenario, { design, seed }, ({ batch, firstDraw, playout, day, kernel }) => {
    if (day < scenario.crisis.horizon) return
    for (let lane = 0; lane < kernel.lanes; lane++) {
      const held = claims.map(({ element }) => kernel.memory[element * kernel.lanes + lane]!)
      found.set(`${batch}/${firstDraw + lane}/${playout}`, held.join(''))
    }
  })
  return found
}

describe('batches', () => {
  const plan = makePlan(BASE, { design: { ...DESIGN, batches: 8 } })
  const kernel = kernelOf(plan)
  prepare(plan, kernel)
  const parts = Array.from({ length: 8 }, (_, batch) => runBatch(plan, kernel, batch))

  test('in any order and any grouping merge to the same summary', () => {
    const inOrder = canonical(run(plan, kernelOf(plan)))
    for (const order of [
      [7, 6, 5, 4, 3, 2, 1, 0],
      [3, 0, 7, 1, 6, 2, 5, 4],
    ]) {
      const fresh = kernelOf(plan)
      prepare(plan, fresh)
      const run_ = order.map((batch) => runBatch(plan, fresh, batch))
      expect(canonical(run_.reduce(merge, emptySummary(plan)))).toBe(inOrder)
    }
    const left = parts.slice(0, 3).reduce(merge, emptySummary(plan))
    const right = parts.slice(3).reduce(merge, emptySummary(plan))
    expect(canonical(merge(right, left))).toBe(inOrder)
  })

  test('a run of eight begins with the run of four', () => {
    const four = parts.slice(0, 4).reduce(merge, emptySummary(plan))
    expect(canonical(play(BASE))).toBe(canonical(four))
  })

  test('a run that is stopped holds the batches done', () => {
    const stopped = run(plan, kernelOf(plan), { onBatch: (done) => done < 3 })
    expect(canonical(stopped)).toBe(canonical(parts.slice(0, 3).reduce(merge, emptySummary(plan))))
  })

  test('are no replicates of each other', () => {
    expect(new Set(parts.map((part) => canonical(part))).size).toBe(8)
  })

  test('of different plans do not merge', () => {
    const other = emptySummary(makePlan(BASE, { design: { ...DESIGN, draws: 32 } }))
    expect(() => merge(emptySummary(plan), other)).toThrow(/do not merge/)
  })

  test('lanes that do not divide the draws are refused', () => {
    expect(() => prepare(plan, kernelOf(plan, { lanes: 32 }))).toThrow(/do not divide/)
    expect(() => kernelOf(plan, { lanes: 3 })).toThrow(/pairs/)
  })
})

describe('playouts', () => {
  const few = outcomes(BASE, { batches: 2, draws: 16, playouts: 8 })
  const many = outcomes(BASE, { batches: 2, draws: 16, playouts: 16 })

  test('more of them per draw move no earlier one', () => {
    expect(few.size).toBe(256)
    for (const [place, held] of few) expect(many.get(place)).toBe(held)
  })

  test('seen one by one add up to the summary', () => {
    const summary = played(BASE, { design: { batches: 2, draws: 16, playouts: 8 } })
    const all = [...few.values()]
    CLAIMS.forEach(({ id }, at) => {
      expect(summary.claims.get(id)!.count).toBe(all.filter((held) => held[at] === '1').length)
    })
  })

  test('of one draw are no replicates, nor are draws, nor seeds', () => {
    const column = (key: (place: string) => boolean): string =>
      [...few]
        .filter(([place]) => key(place))
        .map(([, held]) => held)
        .join()
    const byPlayout = Array.from({ length: 8 }, (_, at) => column((place) => place.endsWith(`/${at}`)))
    const byDraw = Array.from({ length: 16 }, (_, at) => column((place) => place.startsWith(`0/${at}/`)))
    expect(new Set(byPlayout).size).toBe(8)
    expect(new Set(byDraw).size).toBe(16)
    expect([...outcomes(BASE, { batches: 2, draws: 16, playouts: 8 }, 2).values()]).not.toEqual([
      ...few.values(),
    ])
    expect(canonical(play(BASE, 2))).not.toBe(canonical(play(BASE, 1)))
  })
})

describe('what moves no bit', () => {
  const base = canonical(play(BASE))

  test('another name of an actor', () => {
    const actors = new Map(
      [...BASE.actors].map(([id, one]) => [id, { ...one, name: `The ${id} of the north` }]),
    )
    expect(canonical(play({ ...BASE, title: 'renamed', actors }))).toBe(base)
  })

  test('another order of what the scenario holds', () => {
    const turned = <T>(map: ReadonlyMap<string, T>): Map<string, T> => new Map([...map].reverse())
    const members = [...BASE.council!.members].reverse()
    const drafts = BASE.council!.drafts.map((draft) => ({ ...draft, votes: turned(draft.votes) }))
    const scenario: Scenario = {
      ...BASE,
      actors: turned(BASE.actors),
      ties: turned(BASE.ties),
      channels: new Map([...BASE.channels].reverse()),
      weights: turned(BASE.weights),
      proxies: turned(BASE.proxies),
      council: { ...BASE.council!, members, drafts },
    }
    expect(canonical(play(scenario))).toBe(base)
  })

  test('another order of several attackers', () => {
    const of = (attackers: string[]): string =>
      canonical(play(world({ ...OPTIONS, crisis: { attackers, targets: ['good'] } })))
    expect(of(['worse', 'bad'])).toBe(of(['bad', 'worse']))
  })

  test('an actor without ties', () => {
    const actors = new Map([...BASE.actors, ['aaa', actor('aaa', { size: range(0.1, 0.5, 0.9) })]])
    expect(canonical(play({ ...BASE, actors }))).toBe(base)
  })

  test.each(['aaa', 'friend-2', 'zzz'])('a further supporter, %s, who gives nothing', (id) => {
    const nobody = { id, actor: { size: 0 }, friend: { values: { trust: 0 } } }
    const wider = world({ ...OPTIONS, supporters: [...SUPPORTERS, nobody] })
    const summary = play(wider)
    expect(summary.means.size).toBeGreaterThan(play(BASE).means.size)
    expect(canonical(only(summary, play(BASE)))).toBe(base)
  })

  test.each(['aaa', 'band-2', 'zzz'])('a further group, %s', (id) => {
    const groups = [...GROUPS, { id, values: { trigger: 1, opposition: 1 } }]
    expect(canonical(only(play(world({ ...OPTIONS, groups })), play(BASE)))).toBe(base)
  })

  test('a further claim, before or after the others', () => {
    const more = claim('more', { metric: 'support.materiel', over: 'sum', test: { op: '>', value: 3 } })
    for (const claims of [
      [more, ...CLAIMS],
      [...CLAIMS, more],
    ]) {
      const summary = play(world({ ...OPTIONS, claims }))
      expect(summary.claims.size).toBe(CLAIMS.length + 1)
      expect(canonical(only(summary, play(BASE)))).toBe(base)
    }
  })

  test('a further supporter who gives something does move the others', () => {
    const wider = world({ ...OPTIONS, supporters: [...SUPPORTERS, { id: 'aaa', actor: { size: 1 } }] })
    expect(canonical(only(play(wider), play(BASE)))).not.toBe(base)
  })
})

test('another id of an actor holds in distribution, not in bits', () => {
  const design: Design = { batches: 8, draws: 64, playouts: 8 }
  const lone = (id: string): Scenario =>
    world({
      supporters: [{ ...SUPPORTERS[0]!, id }],
      claims: [
        claim('voice', { of: id, test: { op: '>=', value: 2 } }),
        claim('help', { of: id, metric: 'support.economic', take: 'decided' }),
      ],
    })
  const one = played(lone('ally'), { design })
  const other = played(lone('brother'), { design })
  for (const id of ['voice', 'help']) {
    const p = share(one, id)
    const error = Math.sqrt((2 * p * (1 - p)) / playoutsIn(design))
    expect(Math.abs(share(other, id) - p)).toBeLessThan(4 * error)
    expect(other.claims.get(id)!.histogram).not.toEqual(one.claims.get(id)!.histogram)
  }
})

test('a sentence holds in the playouts in which all its claims that assert a likelihood hold together', () => {
  const claims = [
    ...CLAIMS.slice(0, 3).map((one, at) => ({ ...one, sentence: at < 2 ? '1.1' : '1.2', says: 'likely' })),
    { ...claim('aside', { metric: 'support.combat', test: { op: '>', value: 9 } }), sentence: '1.2' },
  ]
  const scenario = world({ ...OPTIONS, claims })
  const summary = play(scenario)
  const held = [...outcomes(scenario, DESIGN).values()]
  expect(summary.sentences.get('1.1')!.count).toBe(held.filter((bits) => bits.startsWith('11')).length)
  expect(summary.sentences.get('1.1')!.count).toBeGreaterThan(0)
  expect(summary.sentences.get('1.2')!.histogram).toEqual(summary.claims.get('rogue')!.histogram)
})

describe('what belongs to a supporter', () => {
  const twice = world({
    supporters: [{ id: 'ally', recipient: 'good' }],
    crisis: { targets: ['good', 'kind'] },
  })
  const second = world({
    supporters: [{ id: 'ally', recipient: 'kind' }],
    crisis: { targets: ['good', 'kind'] },
  })
  const both: Scenario = {
    ...twice,
    ties: new Map([...twice.ties, ...second.ties].sort(([a], [b]) => (a < b ? -1 : 1))),
    dyads: [...twice.dyads, ...second.dyads],
  }

  test('is drawn once for all whom it might support, and each decision has its own shocks', () => {
    watch(both, { design: DESIGN }, ({ day, of }) => {
      if (day > 0) return
      expect(of('support:leaning', 0)).toEqual(of('support:leaning', 1))
      expect(of('delivery:latency', 0)).toEqual(of('delivery:latency', 7))
      expect(of('support:decision', 0)).not.toEqual(of('support:decision', 28))
    })
  })

  test('an institution never fights, and is otherwise as willing as a state', () => {
    const institution = {
      ...BASE,
      actors: new Map(BASE.actors).set('ally', {
        ...actor('ally', { size: 0.5, utilisation: 0.4 }),
        kind: 'institution' as const,
      }),
    }
    const summary = play(institution)
    expect(summary.histograms.get('peak:ally:good:combat')!.bins.slice(1)).toEqual([0, 0, 0])
    expect(summary.histograms.get('peak:ally:good:economic')).toEqual(
      play(BASE).histograms.get('peak:ally:good:economic'),
    )
  })
})
