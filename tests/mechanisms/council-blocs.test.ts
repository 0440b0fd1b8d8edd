/** Laws of members who vote alike: each keeps its own odds, and they go together. */
import { expect, test } from 'vitest'
import { probit } from '../../src/engine/normal.ts'
import { canonical, played, playoutsIn, share, watch } from '../engine/play.ts'
import { claim, councilOf, type Vote, world } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 8 }
const COUNT = playoutsIn(DESIGN)
const VOTES: Record<string, Vote> = {
  ally: [0.3, 0.3, 0.4, 0],
  brother: [0.5, 0.2, 0.3, 0],
  cousin: [0.2, 0.4, 0.4, 0],
}

function tied(rho: number, members: readonly string[] = ['ally', 'brother']): ReturnType<typeof world> {
  return world({
    crisis: { horizon: 0 },
    council: councilOf({
      threshold: 1,
      permanent: members,
      blocs: [{ members, rho }],
      drafts: [
        { id: 'd1', votes: VOTES },
        { id: 'd2', votes: VOTES },
      ],
    }),
  })
}

/** Ballots of every member on d1, then on d2, by playout. */
function ballots(scenario: ReturnType<typeof world>): number[][] {
  const found: number[][] = Array.from({ length: 6 }, () => [])
  watch(scenario, { design: DESIGN, lanes: 64 }, ({ of }) => {
    found.forEach((all, at) => all.push(...of('council:ballot', at)))
  })
  return found
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, at) => sum + probit(value) * probit(y[at]!), 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

test('each member of a bloc votes with its own odds', () => {
  const all = ballots(tied(0.7))
  for (const [at, member] of ['ally', 'brother'].entries()) {
    const [yes, abstain] = VOTES[member] as readonly [number, number, number, number]
    for (const edge of [yes, yes + abstain, 0.9]) {
      const below = all[at]!.filter((u) => u < edge).length / COUNT
      expect(Math.abs(below - edge)).toBeLessThan(4 * Math.sqrt((edge * (1 - edge)) / COUNT))
    }
  }
})

test('their normal scores correlate as stated, on one draft and not across drafts, and nobody else’s do', () => {
  const [ally, brother, cousin, allyOnOther] = ballots(tied(0.7))
  const noise = 4 / Math.sqrt(COUNT)
  expect(Math.abs(correlation(ally!, brother!) - 0.7)).toBeLessThan(noise)
  expect(Math.abs(correlation(ally!, cousin!))).toBeLessThan(noise)
  expect(Math.abs(correlation(ally!, allyOnOther!))).toBeLessThan(noise)
})

test('three of a bloc correlate two by two', () => {
  const [ally, brother, cousin] = ballots(tied(0.5, ['ally', 'brother', 'cousin']))
  for (const [a, b] of [
    [ally, brother],
    [ally, cousin],
    [brother, cousin],
  ])
    expect(Math.abs(correlation(a!, b!) - 0.5)).toBeLessThan(5 / Math.sqrt(COUNT))
})

test('a full correlation is one and the same ballot, and none is no bloc at all, to the bit', () => {
  const [ally, brother] = ballots(tied(1))
  expect(brother).toEqual(ally)
  expect(new Set(ally).size).toBeGreaterThan(COUNT / 2)
  const loose = { ...tied(0), council: { ...tied(0).council!, blocs: [] } }
  expect(canonical(played(tied(0), { design: DESIGN }))).toBe(canonical(played(loose, { design: DESIGN })))
  expect(ballots(tied(0.7))[2]).toEqual(ballots(loose)[2])
})

test('two who block together block less often than two who do not', () => {
  const blocked = (rho: number): number => {
    const council = councilOf({
      threshold: 1,
      permanent: ['ally', 'brother'],
      blocs: [{ members: ['ally', 'brother'], rho }],
      drafts: [{ id: 'd1', votes: { ally: VOTES['ally']!, brother: VOTES['brother']!, sure: 'yes' } }],
    })
    const claims = [claim('veto', { metric: 'council.vetoed', of: 'd1' })]
    return share(played(world({ council, claims }), { design: DESIGN }), 'veto')
  }
  expect(blocked(0)).toBeCloseTo(1 - 0.6 * 0.7, 1)
  expect(blocked(0.9)).toBeLessThan(blocked(0) - 0.1)
  expect(blocked(0.9)).toBeGreaterThan(0.39)
})
