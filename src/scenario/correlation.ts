/** Quantities that move together: rank correlations, which must fit together. */
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import * as z from 'zod'
import type { Context } from './context.ts'
import { resolve, resolveSource } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { byText, fault } from './fault-list.ts'
import { spanAt } from './node.ts'
import type { Correlation, Quantity } from './scenario.ts'
import * as shape from './shape.ts'

export interface CorrelationText {
  readonly between: readonly string[]
  readonly rho: number
  readonly source: string
}

export const correlationShape: z.ZodObject = shape.fields({
  between: z
    .array(z.string())
    .min(2)
    .describe('Ids of two quantities that are drawn, or more: every pair gets the coefficient.'),
  rho: z.number().min(-1).max(1).describe('Correlation of the normal scores, -1 to 1.'),
  source: shape.reference('Where the coefficient comes from.').optional(),
})

export const CORRELATIONS: Noun<CorrelationText> = {
  key: 'correlations',
  container: 'list',
  called: 'correlation',
  shape: correlationShape,
}

/** Lowest first. */
const LAYERS: readonly string[] = ['theory', 'scenario', 'patch']

export interface Beside {
  readonly quantities: ReadonlyMap<string, Quantity>
  /** True of a quantity whose own entry is at fault. */
  readonly excused: (id: string) => boolean
}

export function readCorrelations(
  context: Context,
  entries: readonly Entry<CorrelationText>[],
  beside: Beside,
): Correlation[] {
  const { quantities } = beside
  const drawn = new Set([...quantities.values()].filter(isDrawn).map((quantity) => quantity.id))
  const taken = new Map<string, number>()
  const read: Stated[] = []
  for (const entry of entries.filter(unlessSaidAbove(context, entries))) {
    const { rho } = entry.value
    const source = resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at))
    const between = readBetween(context, entry, { ...beside, drawn })
    if (rho === undefined || between === undefined) continue
    if (addPairs(context, entry, { between, rho, taken }))
      read.push({
        entry,
        is: { between: between.sort(byText), rho, ...(source === undefined ? {} : { source }) },
      })
  }
  const held = isPositiveDefinite(taken) ? read : holding(context, read)
  return held.map(({ is }) => is).sort((a, b) => byText(a.between.join(' '), b.between.join(' ')))
}

interface Stated {
  readonly entry: Entry<CorrelationText>
  readonly is: Correlation
}

/**
 * Those that can all hold; each one that contradicts those before it is a fault. Quantities that hang together in no
 * way cannot contradict each other.
 */
function holding(context: Context, read: readonly Stated[]): Stated[] {
  return together(read).flatMap((group) => {
    if (isPositiveDefinite(pairsIn(group))) return group
    const kept: Stated[] = []
    for (const one of group) {
      if (isPositiveDefinite(pairsIn([...kept, one]))) kept.push(one)
      else
        context.faults.push(
          fault('correlation-not-positive-definite', spanAt(one.entry.node, ['rho'], one.entry.at), {
            says: 'these correlations cannot all hold at once',
            suggestion: 'bring the coefficient nearer to 0',
          }),
        )
    }
    return kept
  })
}

/** Correlations by the quantities that they tie together, directly or through others. */
function together(read: readonly Stated[]): Stated[][] {
  const groups: { readonly names: Set<string>; readonly of: Stated[] }[] = []
  for (const one of read) {
    const touched = groups.filter(({ names }) => one.is.between.some((id) => names.has(id)))
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push({
      names: new Set([...touched.flatMap(({ names }) => [...names]), ...one.is.between]),
      of: [...touched.flatMap(({ of }) => of), one],
    })
  }
  return groups.map(({ of }) => of)
}

function pairsIn(stated: readonly Stated[]): Map<string, number> {
  return new Map(
    stated.flatMap(({ is: { between, rho } }) =>
      pairsOf(between).map((pair): [string, number] => [pair, rho]),
    ),
  )
}

function pairsOf(between: readonly string[]): string[] {
  return between.flatMap((a, index) =>
    between.slice(index + 1).map((b) => JSON.stringify([a, b].sort(byText))),
  )
}

function isDrawn(quantity: Quantity): boolean {
  return quantity.law.kind !== 'fixed' && quantity.role !== 'expectation'
}

/**
 * A layer that says how a quantity moves with others says all of it: what a layer beneath says about that quantity falls
 * away, as any value does over which another is laid.
 */
function unlessSaidAbove(
  context: Context,
  entries: readonly Entry<CorrelationText>[],
): (entry: Entry<CorrelationText>) => boolean {
  // One that a change has replaced in its place counts where it was written.
  const layerOf = ({ node, at }: Entry<CorrelationText>): number =>
    LAYERS.indexOf(context.layerOf(spanAt(node, ['rho'], at).file))
  const named = LAYERS.map(
    (_, layer) =>
      new Set(
        entries.filter((other) => layerOf(other) > layer).flatMap((other) => other.value.between ?? []),
      ),
  )
  return (entry) =>
    !(entry.value.between ?? []).some((id) => id !== undefined && named[layerOf(entry)]?.has(id))
}

function readBetween(
  context: Context,
  entry: Entry<CorrelationText>,
  names: Beside & { drawn: ReadonlySet<string> },
): string[] | undefined {
  const between: string[] = []
  let settled = 0
  for (const [index, id] of (entry.value.between ?? []).entries()) {
    if (id === undefined || names.excused(id)) continue
    const span = spanAt(entry.node, ['between', index], entry.at)
    if (isSettledAbove(context, entry, names.quantities.get(id))) settled += 1
    else if (names.quantities.has(id) && !names.drawn.has(id)) {
      context.faults.push(
        fault('correlation-not-drawn', span, `${id} is not drawn: it is certain, or only expected`),
      )
    } else if (between.includes(id)) {
      context.faults.push(fault('duplicate-id', span, `${id} stands twice in one correlation`))
    } else if (
      resolve(context, id, {
        span,
        name: { code: 'correlation-not-drawn', called: 'quantity that is drawn', known: names.drawn },
      })
    ) {
      between.push(id)
    }
  }
  const all = between.length + settled === entry.value.between?.length
  return between.length >= 2 && all ? between : undefined
}

/** What a change, or a layer above the correlation's own, has made certain moves with nothing: that is no slip. */
function isSettledAbove(
  context: Context,
  entry: Entry<CorrelationText>,
  quantity: Quantity | undefined,
): boolean {
  if (quantity && context.changed.has(quantity.id)) return !isDrawn(quantity)
  if (!quantity?.span || quantity.law.kind !== 'fixed') return false
  return LAYERS.indexOf(context.layerOf(quantity.span.file)) > LAYERS.indexOf(entry.layer)
}

/** Adds the pairs of one entry, unless one of them stands already. */
function addPairs(
  context: Context,
  entry: Entry<CorrelationText>,
  { between, rho, taken }: { between: readonly string[]; rho: number; taken: Map<string, number> },
): boolean {
  const pairs = pairsOf(between)
  const twice = pairs.find((pair) => taken.has(pair))
  if (twice !== undefined) {
    const [a, b] = JSON.parse(twice) as [string, string]
    context.faults.push(fault('duplicate-id', entry.at, `the correlation between ${a} and ${b} stands twice`))
    return false
  }
  for (const pair of pairs) taken.set(pair, rho)
  return true
}

function isPositiveDefinite(pairs: ReadonlyMap<string, number>): boolean {
  const keys = [...pairs].map(([pair, value]) => ({ ends: JSON.parse(pair) as [string, string], value }))
  const ids = [...new Set(keys.flatMap(({ ends }) => ends))].sort(byText)
  const places = new Map(ids.map((id, place) => [id, place]))
  const matrix = Matrix.eye(ids.length, ids.length)
  for (const { ends, value } of keys) {
    const [row, column] = [places.get(ends[0])!, places.get(ends[1])!]
    matrix.set(row, column, value)
    matrix.set(column, row, value)
  }
  return new CholeskyDecomposition(matrix).isPositiveDefinite()
}
