/** The distribution that a quantity states, in the base unit of its field, within its bounds. */
import type { Fault, Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Unit } from '../base/unit.ts'
import { needsUnit, toCanonical, UNIT_NAMES, unitOf, unitText } from '../base/unit.ts'
import type { Amount } from './amount.ts'
import { parseAmounts } from './amount.ts'
import { fault, oneOf } from './fault-list.ts'
import type { ListNode, MapNode, Node, ScalarNode } from './node.ts'
import { child, firstToken } from './node.ts'
import type { Law } from './scenario.ts'

/** The measure of a field, without what else the field says. */
export interface Measure {
  readonly name: string
  readonly unit: string
  readonly bounds: readonly [number, number]
}

interface Reader {
  readonly faults: Fault[]
  readonly field: Measure
  /** The unit that the quantity states apart from its numbers. */
  readonly unit?: ScalarNode
}

/** A number in the base unit and the place it came from. */
interface Point {
  readonly value: number
  readonly span: Span
}

const LAW_KEYS = ['value', 'range', 'lognormal', 'uniform', 'beta'] as const

export function readLaw(faults: Fault[], node: Node, field: Measure): Law | undefined {
  const reader: Reader = { faults, field }
  if (node.kind === 'scalar') return scalarLaw(reader, node)
  if (node.kind === 'list') return listLaw(reader, node)
  return node.kind === 'map' ? mapLaw(reader, node) : undefined
}

function mapLaw(reader: Reader, node: MapNode): Law | undefined {
  const stated = LAW_KEYS.filter((key) => node.entries.has(key))
  const key = stated[0]
  if (key === undefined) {
    if (!node.partial) {
      reader.faults.push(
        fault('missing-key', firstToken(node), {
          says: 'a quantity states a value or a range; here is neither',
          expected: oneOf(LAW_KEYS),
        }),
      )
    }
    return undefined
  }
  if (stated.length > 1) {
    const second = node.entries.get(stated[1] ?? '')
    reader.faults.push(
      fault('two-laws', second?.keySpan ?? node.span, {
        says: `a quantity states one distribution; here stand ${stated.join(' and ')}`,
        expected: oneOf(LAW_KEYS),
      }),
    )
    return undefined
  }
  const unit = child(node, 'unit')
  const inner: Reader = unit?.kind === 'scalar' ? { ...reader, unit } : reader
  const value = child(node, key)
  if (!value || value.kind === 'broken' || value.kind === 'map') return undefined
  if (key === 'beta') return betaLaw(inner, value)
  if (value.kind === 'list') return key === 'range' ? listLaw(inner, value) : undefined
  return key === 'value' || key === 'range' ? scalarLaw(inner, value, key) : betweenLaw(inner, value, key)
}

/** `0.7`, or `0.3 to 0.7` with the median in the middle. */
function scalarLaw(reader: Reader, node: ScalarNode, key?: 'value' | 'range'): Law | undefined {
  const amounts = parseAmounts(node.text)
  const fits = amounts && (key === undefined || (key === 'value') === (amounts.kind === 'one'))
  if (!fits)
    return noAmount(
      reader,
      node,
      key === 'value' ? 'one number' : key === 'range' ? 'low to high' : 'a number, or low to high',
    )
  if (amounts.kind === 'one') {
    const point = toPoint(reader, amounts.at, node.span)
    return point && within(reader, [point]) ? { kind: 'fixed', value: point.value } : undefined
  }
  const ends = readBetween(reader, node)
  return ends && quantiles(ends[0].value, (ends[0].value + ends[1].value) / 2, ends[1].value)
}

function listLaw(reader: Reader, node: ListNode): Law | undefined {
  const points: Point[] = []
  for (const item of node.items) {
    if (item.kind !== 'scalar') return undefined
    const amounts = parseAmounts(item.text)
    if (amounts?.kind !== 'one') return noAmount(reader, item, 'a number')
    const point = toPoint(reader, amounts.at, item.span)
    if (!point) return undefined
    points.push(point)
  }
  const [p05, p50, p95] = points
  if (!p05 || !p50 || !p95 || !ascending(reader, points, node.span) || !within(reader, points))
    return undefined
  return quantiles(p05.value, p50.value, p95.value)
}

function quantiles(p05: number, p50: number, p95: number): Law {
  return p05 === p95 ? { kind: 'fixed', value: p05 } : { kind: 'quantiles', p05, p50, p95 }
}

function betweenLaw(reader: Reader, node: ScalarNode, key: 'lognormal' | 'uniform'): Law | undefined {
  const ends = readBetween(reader, node)
  if (!ends) return undefined
  const [low, high] = [ends[0].value, ends[1].value]
  if (key === 'lognormal' && low <= 0) {
    reader.faults.push(
      fault('out-of-bounds', node.span, `both ends of a lognormal lie above 0; this begins at ${low}`),
    )
    return undefined
  }
  if (low === high) return { kind: 'fixed', value: low }
  return key === 'lognormal' ? { kind: 'lognormal', p05: low, p95: high } : { kind: 'uniform', low, high }
}

function betaLaw(reader: Reader, node: Node): Law | undefined {
  const [alpha, beta] =
    node.kind === 'list'
      ? node.items.map((item) => (item.kind === 'scalar' ? parseAmounts(item.text) : undefined))
      : []
  if (alpha?.kind !== 'one' || beta?.kind !== 'one') return undefined
  if (reader.field.unit !== 'fraction') {
    reader.faults.push(
      fault(
        'unit-mismatch',
        node.span,
        `a beta distribution runs from 0 to 1, and ${reader.field.name} is in ${reader.field.unit}`,
      ),
    )
    return undefined
  }
  if (alpha.at.value <= 0 || beta.at.value <= 0) {
    reader.faults.push(
      fault('out-of-bounds', node.span, 'both parameters of a beta distribution lie above 0'),
    )
    return undefined
  }
  return { kind: 'beta', alpha: alpha.at.value, beta: beta.at.value }
}

/** The two ends of `a to b`, ascending and within the bounds. */
function readBetween(reader: Reader, node: ScalarNode): readonly [Point, Point] | undefined {
  const amounts = parseAmounts(node.text)
  if (amounts?.kind !== 'between') return noAmount(reader, node, 'low to high')
  const low = toPoint(reader, amounts.low, node.span)
  const high = low && toPoint(reader, amounts.high, node.span)
  if (!high || !ascending(reader, [low, high], node.span) || !within(reader, [low, high])) return undefined
  return [low, high]
}

function noAmount(reader: Reader, node: ScalarNode, expected: string): undefined {
  const says = node.text === '' ? `${reader.field.name} says nothing` : `"${node.text}" is no quantity`
  reader.faults.push(
    fault('wrong-type', node.span, { says, expected: `${expected}, in ${reader.field.unit}` }),
  )
  return undefined
}

function toPoint(reader: Reader, amount: Amount, span: Span): Point | undefined {
  const { field, faults } = reader
  const own = unitOf(field.unit)
  if (!own) throw new Error(`the field ${field.name} has the unknown unit ${field.unit}`)
  const name = amount.unit ?? reader.unit?.text
  const place = amount.unit === undefined && reader.unit ? reader.unit.span : span
  if (name === undefined) {
    if (!needsUnit(own)) return { value: amount.value, span }
    faults.push(
      fault('missing-unit', span, {
        says: `${field.name} is given without a unit`,
        expected: unitWords(own),
        suggestion: `${amount.value} ${field.unit === 'day' ? 'days' : field.unit}`,
      }),
    )
    return undefined
  }
  const unit = unitOf(name)
  if (!unit) {
    faults.push(
      fault('unknown-unit', place, {
        says: `no unit is called "${name}"`,
        expected: unitWords(own),
        suggestion: nearest(name, UNIT_NAMES),
      }),
    )
    return undefined
  }
  if (unit.dimension !== own.dimension) {
    faults.push(
      fault('unit-mismatch', place, {
        says: `${field.name} is measured in ${field.unit}, and "${name}" is a unit of ${unit.dimension}`,
        expected: unitWords(own),
      }),
    )
    return undefined
  }
  return { value: toCanonical(amount.value, unit), span }
}

function unitWords(unit: Unit): string {
  const names = UNIT_NAMES.filter((name) => unitOf(name)?.dimension === unit.dimension)
  return names.length > 1 ? oneOf(names) : `a number in ${unit.name}`
}

function ascending(reader: Reader, points: readonly Point[], span: Span): boolean {
  const wrong = points.some(
    (point, index) => point.value < (points[index - 1]?.value ?? Number.NEGATIVE_INFINITY),
  )
  if (!wrong) return true
  const shown = points.map((point) => String(point.value)).join(', ')
  reader.faults.push(
    fault('quantiles-not-ascending', span, {
      says: `the numbers of a range ascend; these are ${shown}${unitText(reader.field.unit)}`,
      expected: 'low first',
    }),
  )
  return false
}

function within(reader: Reader, points: readonly Point[]): boolean {
  const [low, high] = reader.field.bounds
  const outside = points.filter((point) => point.value < low || point.value > high)
  const first = outside[0]
  if (!first) return true
  const limits = Number.isFinite(high) ? `from ${low} to ${high}` : `at least ${low}`
  reader.faults.push(
    fault(
      'out-of-bounds',
      first.span,
      `${reader.field.name} lies ${limits}${unitText(reader.field.unit)}; here stands ${first.value}`,
    ),
  )
  return false
}
