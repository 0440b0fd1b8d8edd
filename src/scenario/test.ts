/** A test of a claim: `>= 2`, `== false`, `< 2026-01-01`. */
import * as z from 'zod'
import { parseDate } from '../base/date.ts'
import { toCanonical, unitOf } from '../base/unit.ts'
import { parseAmounts, parseNumber } from './amount.ts'
import type { Test } from './scenario.ts'
import * as shape from './shape.ts'

export type LiteralKind = 'number' | 'flag' | 'date'

export interface ReadTest extends Test {
  readonly literal: LiteralKind
}

const WORDS = 'a comparison and a value: ">= 2", "== false", "< 2026-01-01"'

export const testShape: z.ZodType = z
  .string({ error: shape.pack('bad-test', WORDS) })
  .refine((value) => parseTest(value) !== undefined, shape.pack('bad-test', WORDS))
  .describe('A comparison and a value: ">= 2", "== false", "< 2026-01-01".')

/** As above, and a value with a unit, which the second pass refuses with the unit that the plain number is in. */
export const measureTestShape: z.ZodType = z
  .string({ error: shape.pack('bad-test', WORDS) })
  .refine(
    (value) => parseTest(value) !== undefined || inUnit(value) !== undefined,
    shape.pack('bad-test', WORDS),
  )
  .describe('A comparison and a value: ">= 2", "== false", "< 2026-01-01".')

/** `>= 5 kt`: the comparison, and the number in the base unit of its own. */
export function inUnit(
  text: string,
): { readonly op: string; readonly value: number; readonly unit: string } | undefined {
  const found = FORM.exec(text.trim())
  const amounts = found?.[2] === undefined ? undefined : parseAmounts(found[2])
  if (!found?.[1] || amounts?.kind !== 'one') return undefined
  const unit = unitOf(amounts.at.unit ?? '')
  if (!unit) return undefined
  return { op: found[1], value: toCanonical(amounts.at.value, unit), unit: unit.canonical }
}

const FORM = /^(<=|>=|==|!=|<|>)\s*(\S.*)$/

export function parseTest(text: string): ReadTest | undefined {
  const found = FORM.exec(text.trim())
  const op = found?.[1] as Test['op'] | undefined
  const literal = found?.[2]?.trim()
  if (op === undefined || literal === undefined) return undefined
  if (literal === 'true' || literal === 'false')
    return { op, value: literal === 'true' ? 1 : 0, literal: 'flag' }
  const day = parseDate(literal)
  if (day !== undefined) return { op, value: day, literal: 'date' }
  const value = parseNumber(literal)
  return value === undefined ? undefined : { op, value, literal: 'number' }
}
