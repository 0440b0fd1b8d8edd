/**
 * Chance of every playout: for each position of each draw a stream named by mechanism,
 * actor and purpose, read at (parameter draw, playout within it).
 */
import { betaTwoThree } from '../base/beta.ts'
import { exponential, gumbel, type Key, keyOf, uniformAt } from '../base/stream.ts'
import { CHANNEL_LABELS, CONSTRAINTS, ENDINGS } from '../mechanisms/axes.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { ChanceSlot } from './lower.ts'
import { probit } from './normal.ts'
import type { Space } from './space.ts'

/** One element of memory that is drawn anew for every playout. */
export interface ChanceElement {
  readonly element: number
  readonly key: Key
  /** The level, the rung or the hit, where a draw has one; else 0. */
  readonly index: number
  readonly law: ChanceSlot['law']
}

/** The streams of a draw slot, element by element. */
export function chanceElements(
  slots: readonly ChanceSlot[],
  context: { readonly scenario: Scenario; readonly space: Space; readonly seed: number },
): ChanceElement[] {
  return slots.flatMap((chance) =>
    Array.from({ length: chance.slot.size }, (_, at) => {
      const name = nameOf(chance, positions(chance.slot.shape, at), context)
      return {
        element: chance.slot.offset + at,
        key: keyOf({ seed: context.seed, owner: chance.mechanism, actor: name.actor, purpose: name.purpose }),
        index: name.index,
        law: chance.law,
      }
    }),
  )
}

function positions(shape: readonly number[], element: number): number[] {
  let rest = element
  return [...shape]
    .reverse()
    .map((size) => {
      const position = rest % size
      rest = (rest - position) / size
      return position
    })
    .reverse()
}

/** `decision:<recipient>:<channel>` of the supporter, with the level as index; an index is a place that no scenario can move. */
function nameOf(
  chance: ChanceSlot,
  at: readonly number[],
  { scenario, space }: { readonly scenario: Scenario; readonly space: Space },
): { readonly actor: string; readonly purpose: string; readonly index: number } {
  let actor = ''
  let index = 0
  const purpose = [chance.draw]
  chance.axes.forEach((axis, place) => {
    const position = at[place]!
    if (axis === 'dyad') {
      const dyad = scenario.dyads[position]!
      actor = dyad.supporter
      if (!chance.ofSupporter) purpose.push(dyad.recipient)
    } else if (axis === 'member') actor = space.members[position]!
    else if (axis === 'channel') purpose.push(CHANNEL_LABELS[position]!)
    else if (axis === 'draft') purpose.push(space.drafts[position]!)
    else if (axis === 'belligerent') purpose.push(space.belligerents[position]!)
    else if (axis === 'group') actor = space.groups[position]!
    else if (axis === 'ending') purpose.push(ENDINGS[position]!)
    else if (axis === 'place') actor = space.places[position]!
    else if (axis === 'item') actor = space.items[position]!
    else if (axis === 'market') actor = space.markets[position]!
    else if (axis === 'route') purpose.push(space.routes[position]!)
    else if (axis === 'shipment') purpose.push(space.shipments[position]!)
    else if (axis === 'buyer') {
      const { market, buyer } = space.buyers[position]!
      actor = market
      purpose.push(buyer)
    } else if (axis === 'constraint') purpose.push(CONSTRAINTS[position]!)
    else index = position
  })
  return { actor, purpose: purpose.join(':'), index }
}

/** Which playouts a block of lanes holds: one playout of each of so many parameter draws in a row. */
export interface Block {
  readonly firstDraw: number
  readonly playout: number
}

const QUANTILES: Readonly<Record<ChanceSlot['law'], (u: number) => number>> = {
  uniform: (u) => u,
  normal: probit,
  gumbel,
  exponential,
  'beta-2-3': betaTwoThree,
}

/** Fills every chance element of the block. */
export function fillChance(
  memory: Float64Array,
  lanes: number,
  { elements, block }: { readonly elements: readonly ChanceElement[]; readonly block: Block },
): void {
  for (const { element, key, index, law } of elements) {
    const row = element * lanes
    const quantile = QUANTILES[law]
    for (let lane = 0; lane < lanes; lane++) {
      const u = uniformAt(key, block.firstDraw + lane, block.playout, 0, index)
      memory[row + lane] = quantile(u)
    }
  }
}
