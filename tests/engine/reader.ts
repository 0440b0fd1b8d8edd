/** A reader of the days of a playout, who says of a claim what the engine's flags should say. */
import { makePlan } from '../../src/engine/plan.ts'
import type { Design } from '../../src/engine/summary.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import type { Claim, Condition, Look, Onset, Over, Scenario, Test } from '../../src/scenario/scenario.ts'
import { type View, watch } from './play.ts'

/** What a claim of these worlds is about. */
export function aboutOf({ that }: Claim): Condition {
  if (that === undefined) throw new Error('a claim about nothing')
  return that
}

const HOLDS: Readonly<Record<Test['op'], (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

export const OPS = Object.keys(HOLDS) as readonly Test['op'][]

/** The value of a look on the day in view, in every lane. */
function today(scenario: Scenario, look: Look, view: View): number[] {
  const metric = METRICS.find(({ name }) => name === look.metric)!
  const variable = typeof metric.variable === 'string' ? metric.variable : metric.variable[look.take]
  const drafts = scenario.council?.drafts.map(({ id }) => id).sort() ?? []
  const { attackers, targets } = scenario.crisis
  const sorted = (map: ReadonlyMap<string, unknown>): string[] => [...map.keys()].sort()
  const buyers = sorted(scenario.markets).flatMap((market) =>
    scenario.markets
      .get(market)!
      .buyers.map(({ id }) => `${market} ${id}`)
      .sort(),
  )
  const candidates = sorted(scenario.coalitions).flatMap((leader) =>
    sorted(scenario.coalitions.get(leader)!.candidates).map((actor) => `${leader} ${actor}`),
  )
  const row = {
    draft: drafts.indexOf(look.of),
    group: sorted(scenario.proxies).indexOf(look.of),
    arms: sorted(scenario.arms).indexOf(look.of),
    // Of one cargo: then the order of the ids is theirs.
    shipment: sorted(scenario.shipments).indexOf(look.of),
    market: sorted(scenario.markets).indexOf(look.of),
    buyer: buyers.indexOf(`${look.for ?? ''} ${look.of}`),
    belligerent: [...attackers, ...targets].sort().indexOf(look.of),
    candidate: candidates.indexOf(`${look.for ?? ''} ${look.of}`),
    inject: sorted(scenario.injects).indexOf(look.of),
    crisis: 0,
    supporter: scenario.dyads.findIndex((dyad) => dyad.supporter === look.of && dyad.recipient === look.for),
  }[metric.of]
  // Channels of support, weapons of a belligerent.
  const columns = metric.of === 'belligerent' ? 3 : 7
  return [...view.of(variable, metric.column === undefined ? row : row * columns + metric.column)]
}

/** By look, its value on every day. */
type Days = ReadonlyMap<Look, readonly number[]>

function over(
  leaf: Look & { readonly over: Over; readonly reaches: number },
  days: readonly number[],
): number {
  const seen = days.slice(leaf.from, leaf.to + 1)
  switch (leaf.over) {
    case 'max':
      return Math.max(...seen)
    case 'min':
      return Math.min(...seen)
    case 'last':
      return seen.at(-1)!
    case 'sum':
      return seen.reduce((sum, value) => sum + value, 0)
    case 'firstDay': {
      const first = seen.findIndex((value) => value >= leaf.reaches)
      return first < 0 ? Number.POSITIVE_INFINITY : leaf.from + first
    }
  }
}

export function looks(node: Condition): readonly Look[] {
  switch (node.kind) {
    case 'metric':
      return [node]
    case 'not':
      return looks(node.of)
    case 'order':
      return [...node.first, ...node.before]
    case 'share':
      return [...node.part, ...node.whole]
    case 'fact':
      return []
    case 'all':
    case 'any':
      return node.of.flatMap(looks)
  }
}

function holds(node: Condition, days: Days): boolean {
  const first = (onsets: readonly Onset[]): number =>
    Math.min(...onsets.map((onset) => over({ ...onset, over: 'firstDay' }, days.get(onset)!)))
  const sum = (parts: readonly Look[]): number =>
    parts.map((look) => over({ ...look, over: 'sum', reaches: 1 }, days.get(look)!)).reduce((a, b) => a + b)
  switch (node.kind) {
    case 'metric':
      return HOLDS[node.test.op](over(node, days.get(node)!), node.test.value)
    case 'not':
      return !holds(node.of, days)
    case 'all':
      return node.of.every((part) => holds(part, days))
    case 'any':
      return node.of.some((part) => holds(part, days))
    case 'order':
      return node.before.every((one) => first(node.first) < first([one]))
    case 'share':
      return sum(node.whole) > 0 && HOLDS[node.test.op](sum(node.part) / sum(node.whole), node.test.value)
    case 'fact':
      throw new Error('no facts here')
  }
}

export const DESIGN: Design = { batches: 1, draws: 8, playouts: 1 }
export const LANES: number = 8

/** Plays a world once, and gives for each lane which claims held and what a reader of its days would say. */
export function compared(
  scenario: Scenario,
): readonly { readonly claim: Claim; readonly got: boolean; readonly wanted: boolean }[] {
  const all = [...new Set(scenario.claims.flatMap((one) => looks(aboutOf(one))))]
  const days = Array.from({ length: LANES }, () => new Map(all.map((look): [Look, number[]] => [look, []])))
  let last: View | undefined
  watch(scenario, { design: DESIGN, lanes: LANES }, (view) => {
    for (const look of all)
      today(scenario, look, view).forEach((value, lane) => days[lane]!.get(look)!.push(value))
    last = view
  })
  const { claims } = makePlan(scenario, { design: DESIGN })
  return scenario.claims.flatMap((one, at) =>
    days.map((seen, lane) => ({
      claim: one,
      got: last!.kernel.memory[claims[at]!.element * LANES + lane] === 1,
      wanted: holds(aboutOf(one), seen),
    })),
  )
}
