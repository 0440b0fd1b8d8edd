/** Comparisons in a condition that say nothing: of what is true or false by itself, or with a value never reached. */
import type { Fault } from '../base/fault.ts'
import type { Formula } from '../formula/formula.ts'
import { nodesIn } from '../formula/walk.ts'
import { fault } from './fault-list.ts'
import { checkReach } from './reach.ts'
import type { Test } from './scenario.ts'
import type { Found, Reading } from './when-look.ts'

interface Comparison {
  readonly found: Found
  /** The name as it is written. */
  readonly name: string
  readonly op: Test['op']
  /** The plain number that it is compared with; anything else is undefined. */
  readonly value: number | undefined
  readonly node: Formula
}

/** A comparison is told as if the metric stood on its left. */
const MIRRORED: Readonly<Record<Test['op'], Test['op']>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
}

export function checkComparisons(
  reading: Reading,
  { text, formula, found }: { text: string; formula: Formula; found: ReadonlyMap<string, Found> },
): void {
  for (const node of nodesIn(formula)) {
    if (node.kind !== 'binary' || !Object.hasOwn(MIRRORED, node.op)) continue
    const op = node.op as Test['op']
    for (const [side, other, as] of [
      [node.left, node.right, op],
      [node.right, node.left, MIRRORED[op]],
    ] as const) {
      const known = side.kind === 'name' ? found.get(side.name) : undefined
      if (!known) continue
      const name = text.slice(side.start, side.end)
      const told = faultsIn(reading, { found: known, name, op: as, value: numberOf(other), node })
      for (const one of told) reading.asked.context.faults.push(one)
      if (told.length > 0) break
    }
  }
}

function numberOf(node: Formula): number | undefined {
  if (node.kind === 'number') return node.value
  return node.kind === 'negate' && node.of.kind === 'number' ? -node.of.value : undefined
}

function faultsIn(reading: Reading, { found, name, op, value, node }: Comparison): readonly Fault[] {
  const { metric } = found
  const span = reading.placeOf(node)
  if (metric.unit === 'flag') {
    const says = `${metric.name} is true or false by itself and is not compared`
    const holds = (bit: number): boolean => value !== undefined && compare(bit, op, value)
    const suggestion = holds(1) === holds(0) ? undefined : holds(1) ? name : `!${name}`
    return [fault('flag-compared', span, { says, suggestion })]
  }
  if (value === undefined) return []
  const told: Fault[] = []
  const context = { ...reading.asked.context, faults: told }
  checkReach(context, metric, { literal: { op, value, literal: 'number' }, over: 'max', span })
  // A percentage is no number of this grammar.
  return told.map(({ suggestion, ...rest }) =>
    suggestion === undefined ? rest : { ...rest, suggestion: String(value / 100) },
  )
}

function compare(left: number, op: Test['op'], right: number): boolean {
  switch (op) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '==':
      return left === right
    case '!=':
      return left !== right
  }
}
