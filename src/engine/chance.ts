/**
 * Chance of every playout: for each position of each draw a stream named by mechanism,
 * actor and purpose, read at (parameter draw, playout within it).
 */
import { betaTwoThree } from '../base/beta.ts'
import { exponential, gumbel, type Key, keyOf, uniformAt } from '../base/stream.ts'
import { CHANNEL_LABELS, CONSTRAINTS, ENDINGS, WEAPON_LABELS } from '../mechanisms/axes.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { ChanceSlot } from './builder.ts'
import { type Common, knownAs } from './common.ts'
import { normalCdf, probit } from './normal.ts'
import type { Space } from './space.ts'
import type { Design } from './summary.ts'

/** One element of memory that is drawn anew for every playout. */
export interface ChanceElement {
  readonly element: number
  readonly key: Key
  /** The level, the rung or the hit, where a draw has one; else 0. */
  readonly index: number
  readonly law: ChanceSlot['law']
  readonly bloc?: BlocShare
}

/** What the votes of a bloc have in common: normal score = shared · that of the bloc + own · one's own. */
interface BlocShare {
  /** The stream of the bloc, one for each draft. */
  readonly key: Key
  readonly shared: number
  readonly own: number
}

/** The streams of a draw slot, element by element. */
export function chanceElements(
  slots: readonly ChanceSlot[],
  context: { readonly scenario: Scenario; readonly space: Space; readonly seed: number },
): ChanceElement[] {
  return slots.flatMap((chance) =>
    Array.from({ length: chance.slot.size }, (_, at) => {
      const name = nameOf(chance, positions(chance.slot.shape, at), context)
      const key = (actor: string, purpose: string): Key =>
        keyOf({ seed: context.seed, owner: chance.mechanism, actor, purpose })
      // Only ballots are drawn member by member.
      const bloc = chance.axes.includes('member')
        ? blocShare(context.scenario, name.actor, (first) => key(first, `bloc:${name.purpose}`))
        : undefined
      return {
        element: chance.slot.offset + at,
        key: key(name.actor, name.purpose),
        index: name.index,
        law: chance.law,
        ...(bloc ? { bloc } : {}),
      }
    }),
  )
}

/**
 * A Gaussian copula with one factor: any two members correlate as stated, and each keeps its own odds. The factor is
 * named by the bloc's first member, who sits in no other.
 */
function blocShare(
  { council }: Scenario,
  member: string,
  keyOfBloc: (first: string) => Key,
): BlocShare | undefined {
  const bloc = council?.blocs.find(({ members }) => members.includes(member))
  const [first] = [...(bloc?.members ?? [])].sort()
  if (bloc === undefined || first === undefined || bloc.rho === 0) return undefined
  return { key: keyOfBloc(first), shared: Math.sqrt(bloc.rho), own: Math.sqrt(1 - bloc.rho) }
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
    else if (axis === 'candidate') {
      const { actor: candidate, leader } = space.candidates[position]!
      actor = candidate
      purpose.push(leader)
    } else if (axis === 'weapon') purpose.push(WEAPON_LABELS[position]!)
    else if (axis === 'item') actor = space.items[position]!
    else if (axis === 'market') actor = space.markets[position]!
    else if (axis === 'route') purpose.push(space.routes[position]!)
    else if (axis === 'shipment') purpose.push(space.shipments[position]!)
    else if (axis === 'buyer') {
      const { market, buyer } = space.buyers[position]!
      actor = market
      purpose.push(buyer)
    } else if (axis === 'inject') actor = space.injects[position]!
    else if (axis === 'constraint') purpose.push(CONSTRAINTS[position]!)
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
  for (const one of elements)
    fillRow(one, block, memory.subarray(one.element * lanes, (one.element + 1) * lanes))
}

/** One playout of each of so many draws in a row. */
function fillRow(
  { key, index, law, bloc }: ChanceElement,
  { firstDraw, playout }: Block,
  row: Float64Array,
): void {
  const quantile = QUANTILES[law]
  for (let at = 0; at < row.length; at++) {
    const u = uniformAt(key, firstDraw + at, playout, 0, index)
    const common = bloc && uniformAt(bloc.key, firstDraw + at, playout, 0, index)
    row[at] = quantile(common === undefined ? u : together(u, common, bloc!))
  }
}

/** Of each element its chance in every playout of a batch: playout by playout, and in each draw by draw. */
export function batchChance(
  elements: readonly ChanceElement[],
  { draws, playouts }: Design,
  { batch, common }: { readonly batch: number; readonly common: Common },
): Float64Array[] {
  return elements.map((one) =>
    knownAs(common.chance, nameOfChance(one), () => {
      const all = new Float64Array(draws * playouts)
      for (let playout = 0; playout < playouts; playout++) {
        const row = all.subarray(playout * draws, (playout + 1) * draws)
        fillRow(one, { firstDraw: batch * draws, playout }, row)
      }
      return all
    }),
  )
}

/** All that decides it but the playout. */
function nameOfChance({ key, index, law, bloc }: ChanceElement): string {
  return [key.low, key.high, index, law, bloc?.key.low, bloc?.key.high, bloc?.shared].join('/')
}

/** The largest double below 1: far out the normal distribution rounds up to 1, which is no place to draw from. */
const BELOW_ONE = 1 - 1.1102230246251565e-16

/** Still uniform, and correlated with whoever shares the common number. */
function together(own: number, common: number, bloc: BlocShare): number {
  return Math.min(normalCdf(bloc.shared * probit(common) + bloc.own * probit(own)), BELOW_ONE)
}
