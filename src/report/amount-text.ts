/**
 * Amounts at the size in which people say them: 1.6 mbbl/day and not 1,600,000 bbl/day. The units are those of the
 * registry, so that what is read on the screen can be written into a scenario.
 */
import { UNIT_NAMES, type Unit, unitOf, unitText } from '../base/unit.ts'
import type { Law, Quantity } from '../scenario/scenario.ts'
import { plain } from './number-text.ts'
import { roleText } from './role-text.ts'
import { credenceText, formText, isRule } from './rule-text.ts'
import { rungText } from './rung-text.ts'

/** What is told in thousands and millions; days, kilometres and shares stand as they are. */
const SCALED: readonly string[] = ['mass', 'money', 'volume']
const PER_DAY = '/day'
/** Less than one of these a day is told by the month. */
const COUNTED = 'count'
const SLOWER = '/month'

const LADDERS: ReadonlyMap<string, readonly Unit[]> = new Map(
  SCALED.map((dimension) => [
    dimension,
    UNIT_NAMES.flatMap((name) => unitOf(name) ?? [])
      .filter((unit) => unit.dimension === dimension)
      .sort((a, b) => b.times - a.times),
  ]),
)

/** A unit, and how many of the base unit one of it is. */
export interface Scale {
  readonly unit: string
  readonly size: number
}

/** The largest unit of which there is at least one. */
function scaleFor(value: number, canonical: string): Scale {
  const [above = '', ...below] = canonical.split('/')
  const size = Math.abs(value)
  if (above === COUNTED && canonical.endsWith(PER_DAY) && size > 0 && size < 1) {
    const slower = unitOf(`${COUNTED}${SLOWER}`)
    if (slower) return { unit: slower.name, size: slower.times / slower.per }
  }
  const ladder = LADDERS.get(unitOf(above)?.dimension ?? '') ?? []
  const found = ladder.find(({ times }) => size >= times) ?? ladder.at(-1)
  return found === undefined
    ? { unit: canonical, size: 1 }
    : { unit: [found.name, ...below].join('/'), size: found.times / found.per }
}

/** `7.2 kt/day`, `21 USD bn`, `60 days`, `24`: what is counted needs no unit, and what has words is told in words. */
export function amountText(value: number, canonical: string): string {
  if (canonical === 'role') return roleText(value)
  if (canonical === 'rung' && rungText(value) !== '') return `${value} (${rungText(value)})`
  const { unit, size } = scaleFor(value, canonical)
  return plain(value / size) + nameOf(unit, value / size)
}

function nameOf(unit: string, value: number): string {
  if (['count', 'rung', 'flag'].includes(unit)) return ''
  return unit === 'day' && value === 1 ? ' day' : unitText(unit)
}

/** A quantity's value or its 5-50-95 % points. */
export function lawText({
  law,
  unit: canonical,
  id = '',
}: Pick<Quantity, 'law' | 'unit'> & Partial<Pick<Quantity, 'id'>>): string {
  const { unit, size } = scaleFor(middleOf(law), canonical)
  const shown = (value: number): string => plain(value / size)
  const named = law.kind === 'fixed' && law.value === 1 && unit === 'day' ? ' day' : unitText(unit)
  switch (law.kind) {
    case 'fixed':
      return isRule(id) ? formText(id, law.value) : shown(law.value) + named
    case 'quantiles':
      return `${shown(law.p50)} (${shown(law.p05)} to ${shown(law.p95)})${named}`
    case 'lognormal':
      return `${shown(law.p05)} to ${shown(law.p95)}${named}`
    case 'uniform':
      return `anywhere from ${shown(law.low)} to ${shown(law.high)}${named}`
    case 'beta':
      return `beta of ${plain(law.alpha)} and ${plain(law.beta)}${unitText(canonical)}`
    case 'choice':
      return credenceText(id, law.shares)
  }
}

/** What decides in which unit a law is told. */
function middleOf(law: Law): number {
  switch (law.kind) {
    case 'fixed':
      return law.value
    case 'quantiles':
      return law.p50
    case 'lognormal':
      return law.p95
    case 'uniform':
      return law.high
    case 'beta':
    case 'choice':
      return 0
  }
}
