/** Laws of a council under injects: what has happened stands, and a change counts from its day on. */
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { injected, type Injected } from '../engine/injected.ts'
import { lives } from '../engine/lives.ts'
import { councilOf, type CouncilOptions, type Vote, world } from '../engine/world.ts'

const LOOKED = {
  outcome: 'council.outcome',
  tabled: 'council.isTabled',
  tabledOn: 'council.tabledOn',
  votedOn: 'council.votedOn',
  adopted: 'council.isAdopted',
  yes: 'council.yesCast',
  there: 'council.byAssembly',
  standing: ['legitimacy.level', 1],
  words: ['delivery.delivered', 0],
} as const
const SPLIT: Record<string, Vote> = { ally: [0.6, 0.1, 0.3, 0], other: [0.5, 0, 0.5, 0], third: 'yes' }
const ODDS = 0.6

type One = Partial<CouncilOptions['drafts'][number]>
function draftOf(draft: One = {}): Scenario {
  return world({
    crisis: { horizon: 40 },
    weights: { precision: 1e6, leaning: 0, salience: 0 },
    channels: { political: { values: { alpha: -50 } } },
    council: councilOf({
      permanent: ['ally'],
      threshold: 2,
      bypass: true,
      drafts: [
        {
          id: 'd1',
          type: 'authorise',
          tabled: ODDS,
          votes: SPLIT,
          values: { assembly: 0.8, assemblyAdopts: 0.8 },
          ...draft,
        },
      ],
    }),
  })
}
/** The same world with the draft as it is there, for some days. */
function turned(base: Scenario, draft: One, when: Pick<Injected, 'on' | 'lasts'>): Scenario {
  return injected(base, { one: { ...when, also: (one) => ({ ...one, council: draftOf(draft).council! }) } })
}

describe('what has happened stands', () => {
  const all: One = {
    votes: { ally: 'no', other: 'no', third: 'no' },
    values: { assembly: 0, assemblyAdopts: 0 },
  }
  test.each<[string, One]>([
    ['it is no longer likely to be tabled', { tabled: 0.01 }],
    ['it is likelier to be tabled', { tabled: 0.99 }],
    ['the time for tabling it is up', { within: 1 }],
    ['all of them turn against it', all],
    ['all of them turn to it', { votes: { ally: 'yes', other: 'yes', third: 'yes' } }],
    ['the sponsor would rather withdraw', { ...all, showdown: 0 }],
    ['the draft is another one', { type: 'condemn', favours: 'bad' }],
    ['the Assembly would turn it down', { values: { assembly: 1, assemblyAdopts: 0 } }],
  ])('when for a while %s', (_, draft) => {
    const day = 20
    const plain = lives(draftOf(), LOOKED)
    const moved = lives(turned(draftOf(), draft, { on: day, lasts: 6 }), LOOKED)
    let over = 0
    moved.forEach((life, playout) => {
      const was = plain[playout]!
      for (const name of Object.keys(LOOKED) as (keyof typeof LOOKED)[])
        expect(life[name].slice(0, day)).toEqual(was[name].slice(0, day))
      if (was.tabled[day - 1] === 1) {
        expect(life.tabledOn).toEqual(was.tabledOn)
        expect(life.votedOn).toEqual(was.votedOn)
      } else expect(life.tabled[day - 1]).toBe(0)
      life.tabled.forEach((is, at) => {
        if (at > 0) expect(is).toBeGreaterThanOrEqual(life.tabled[at - 1]!)
        if (is === 1) expect(at).toBeGreaterThanOrEqual(life.tabledOn[at]!)
      })
      if ([1, 2, 4].includes(was.outcome[day - 1]!)) {
        over += 1
        for (const name of ['outcome', 'adopted', 'yes', 'there', 'standing', 'words'] as const)
          expect(life[name]).toEqual(was[name])
      }
      if (was.outcome[day - 1] === 3) expect(life.outcome).toEqual(was.outcome)
      if (was.there[day - 1] === 1) expect(life.there).toEqual(was.there)
    })
    expect(over).toBeGreaterThan(3)
  })
})

describe('what is still to come', () => {
  const DESIGN = { design: { batches: 4, draws: 64, playouts: 4 } }
  const by = (all: readonly { readonly tabled: readonly number[] }[], day: number): number =>
    all.filter(({ tabled }) => tabled[day] === 1).length / all.length

  test('follows the odds of the day: nobody is tabled at once, and the hazard is that of the day', () => {
    const all = lives(turned(draftOf(), { tabled: 0.99 }, { on: 20 }), { tabled: LOOKED.tabled }, DESIGN)
    const [before, after] = [ODDS, 0.99].map((odds) => -Math.log(1 - odds) / 40)
    for (const day of [19, 20, 25, 30, 40]) {
      const p = 1 - Math.exp(-before! * Math.min(day, 19) - after! * Math.max(0, day - 19))
      expect(Math.abs(by(all, day) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / all.length))
    }
  })

  test('comes anew at the old odds once the change is over', () => {
    const all = lives(
      turned(draftOf(), { tabled: 0 }, { on: 10, lasts: 10 }),
      { tabled: LOOKED.tabled },
      DESIGN,
    )
    expect(by(all, 19)).toBe(by(all, 9))
    const p = 1 - Math.exp((Math.log(1 - ODDS) / 40) * 30)
    expect(Math.abs(by(all, 40) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / all.length))
  })

  test('is voted by the odds of the day of the vote', () => {
    const votes: Record<string, Vote> = { ally: 'yes', other: 'yes', third: 'yes' }
    for (const { outcome, votedOn } of lives(
      turned(draftOf({ tabled: 0.9 }), { tabled: 0.9, votes }, { on: 10 }),
      LOOKED,
    ))
      if (votedOn.at(-1)! > 9 && votedOn.at(-1)! <= 40 && outcome.at(-1) !== 0) expect(outcome.at(-1)).toBe(4)
  })
})
