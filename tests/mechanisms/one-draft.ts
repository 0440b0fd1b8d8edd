/** A council with one draft, which is blocked unless stated otherwise, for the laws of what comes of a draft. */
import { played, share } from '../engine/play.ts'
import { claim, councilOf, type CouncilOptions, type Vote, world } from '../engine/world.ts'

export const DESIGN = { batches: 4, draws: 64, playouts: 8 }
const BLOCKED: Record<string, Vote> = { ally: 'no', other: 'yes', third: 'yes' }
const SURE = { assembly: 1, assemblyAdopts: 1 }

export type One = Partial<CouncilOptions['drafts'][number]>

export function oneDraft(draft: One, rule: Partial<CouncilOptions> = {}): ReturnType<typeof world> {
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

export function shareOf(scenario: ReturnType<typeof world>, id = 'assembly'): number {
  return share(played(scenario, { design: DESIGN }), id)
}
