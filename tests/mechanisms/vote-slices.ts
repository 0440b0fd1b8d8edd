/** Where the votes of a small council begin and end on [0, 1], read off the engine. */
import { watch } from '../engine/play.ts'
import { councilOf, type CouncilOptions, quantity, type Vote, world } from '../engine/world.ts'

export type DraftOptions = Partial<CouncilOptions['drafts'][number]>
export const VOTED: Record<string, Vote> = {
  ally: [0.3, 0.4, 0.2, 0.1],
  other: [0, 0.5, 0.5, 0],
  sure: 'yes',
}
const SLICES = ['yesUpTo', 'abstainUpTo', 'noUpTo'] as const

/** Where the slices of a member end, on the first draft and in the first draw. */
export function slices(member: string, draft: DraftOptions = {}, alignment = 0.5): number[] {
  const council = councilOf({
    threshold: 1,
    unstated: { ally: 0.5, other: 0.5, sure: 0.5 },
    drafts: [{ id: 'd1', sponsor: 'ally', votes: {}, ...draft }],
  })
  const base = world({
    supporters: ['ally', 'other', 'sure'].map((id) => ({ id, foe: { values: { alignment: 0.6 } } })),
    council,
  })
  const tie = { ...base.ties.get('ally-good')!, id: `${member}-ally`, from: member, to: 'ally' }
  const quantities = { alignment: quantity(`ties.${member}-ally.alignment`, alignment) }
  const ties = new Map([...base.ties, [tie.id, { ...tie, quantities }]])
  const at = ['ally', 'other', 'sure'].indexOf(member)
  const found: number[] = []
  watch({ ...base, ties }, { design: { batches: 1, draws: 8, playouts: 1 } }, ({ day, of }) => {
    if (day === 0) for (const name of SLICES) found.push(of(`council.${name}`, at)[0]!)
  })
  return found
}
