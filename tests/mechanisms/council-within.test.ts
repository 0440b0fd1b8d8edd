/** Laws of a draft's time: tabled within so many days or never, and one of six ends in every playout. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { played, playoutsIn, share, shares } from '../engine/play.ts'
import { claim, councilOf, type CouncilOptions, type Vote, world } from '../engine/world.ts'

const DESIGN = { batches: 4, draws: 64, playouts: 8 }
const BLOCKED: Record<string, Vote> = { ally: 'no', other: 'yes', third: 'yes' }
const SURE = { assembly: 1, assemblyAdopts: 1 }

type One = Partial<CouncilOptions['drafts'][number]>
function with_(draft: One, rule: Partial<CouncilOptions> = {}): ReturnType<typeof world> {
  return world({
    crisis: { horizon: 40 },
    council: councilOf({
      permanent: ['ally'],
      threshold: 2,
      bypass: true,
      ...rule,
      drafts: [{ id: 'd1', votes: BLOCKED, values: SURE, ...draft }],
    }),
    claims: ['assembly', 'vetoed', 'tabled'].map((of) =>
      claim(of, { metric: `council.${of}`, of: 'd1', to: 40 }),
    ),
  })
}
const shareOf = (scenario: ReturnType<typeof world>, id = 'assembly'): number =>
  share(played(scenario, { design: DESIGN }), id)

describe('a draft that is tabled within so many days', () => {
  const late = (within?: number): ReturnType<typeof world> =>
    with_({ tabled: 0.5, ...(within === undefined ? {} : { within }) })

  test('is tabled in them with the odds stated, and never after', () => {
    for (const { tabledOn, tabled } of lives(late(6), {
      tabledOn: 'council.tabledOn',
      tabled: 'council.isTabled',
    }))
      expect(tabled.at(-1)).toBe(tabledOn[0]! <= 6 ? 1 : 0)
    const noise = 4 * Math.sqrt(0.25 / playoutsIn(DESIGN))
    expect(Math.abs(shareOf(late(6), 'tabled') - 0.5)).toBeLessThan(noise)
    expect(Math.abs(shareOf(late(), 'tabled') - 0.5)).toBeLessThan(noise)
  })

  test('is, where the days are those of the crisis, the draft that states none, to the bit', () => {
    expect(shares(played(late(40), { design: DESIGN }), 'council:d1')).toEqual(
      shares(played(late(), { design: DESIGN }), 'council:d1'),
    )
  })

  test('ends in one way in every playout: untabled, withdrawn, short, vetoed, adopted or pending', () => {
    const mixed: Record<string, Vote> = {
      ally: [0.4, 0.2, 0.4, 0],
      other: [0.6, 0, 0.4, 0],
      third: [0.5, 0.2, 0.3, 0],
    }
    const all = shares(
      played(with_({ tabled: 0.7, showdown: 0.3, within: 20, votes: mixed }), { design: DESIGN }),
      'council:d1',
    )
    expect(all.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(all.slice(0, 5).every((one) => one > 0)).toBe(true)
  })
})
