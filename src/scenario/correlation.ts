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
  const read: Correlation[] = []
  for (const entry of entries) {
    if (isSaidAbove(entry, entries)) continue
    const { rho } = entry.value
    const source = resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at))
    const between = readBetween(context, entry, { ...beside, drawn })
    if (rho === undefined || between === undefined) continue
    if (addPairs(context, entry, { between, rho, taken })) {
      read.push({ between: between.sort(byText), rho, ...(source === undefined ? {} : { source }) })
    }
  }
  return read.sort((a, b) => byText(a.between.join(' '), b.between.join(' ')))
}

function isDrawn(quantity: Quantity): boolean {
  return quantity.law.kind !== 'fixed' && quantity.role !== 'expectation'
}

/**
 * A layer that says how a quantity moves with others says all of it: what a layer beneath says about that quantity falls
 * away, as any value does over which another is laid.
 */
function isSaidAbove(
  { layer, value }: Entry<CorrelationText>,
  entries: readonly Entry<CorrelationText>[],
): boolean {
  const above = entries.filter((other) => LAYERS.indexOf(other.layer) > LAYERS.indexOf(layer))
  const named = new Set(above.flatMap((other) => other.value.between ?? []))
  return (value.between ?? []).some((id) => id !== undefined && named.has(id))
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

/** Adds the pairs of one entry, unless they contradict those before it. */
function addPairs(
  context: Context,
  entry: Entry<CorrelationText>,
  { between, rho, taken }: { between: readonly string[]; rho: number; taken: Map<string, number> },
): boolean {
  const next = new Map(taken)
  for (const [index, a] of between.entries()) {
    for (const b of between.slice(index + 1)) {
      const pair = JSON.stringify([a, b].sort(byText))
      if (taken.has(pair)) {
        context.faults.push(
          fault('duplicate-id', entry.at, `the correlation between ${a} and ${b} stands twice`),
        )
        return false
      }
      next.set(pair, rho)
    }
  }
  if (!isPositiveDefinite(next)) {
    const says = 'these correlations cannot all hold at once'
    const span = spanAt(entry.node, ['rho'], entry.at)
    context.faults.push(
      fault('correlation-not-positive-definite', span, {
        says,
        suggestion: 'bring the coefficient nearer to 0',
      }),
    )
    return false
  }
  for (const [pair, value] of next) taken.set(pair, value)
  return true
}

function isPositiveDefinite(pairs: ReadonlyMap<string, number>): boolean {
  const keys = [...pairs].map(([pair, value]) => ({ ends: JSON.parse(pair) as [string, string], value }))
  const ids = [...new Set(keys.flatMap(({ ends }) => ends))].sort(byText)
  const matrix = Matrix.eye(ids.length, ids.length)
  for (const { ends, value } of keys) {
    const [row, column] = [ids.indexOf(ends[0]), ids.indexOf(ends[1])]
    matrix.set(row, column, value)
    matrix.set(column, row, value)
  }
  return new CholeskyDecomposition(matrix).isPositiveDefinite()
}
