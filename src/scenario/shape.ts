/**
 * The building blocks of the shapes: each carries the sentence that an editor
 * shows, and the code and expectation of the fault when a value does not fit.
 */
import * as z from 'zod'
import { parseDate } from '../base/date.ts'
import { PERCENT_FORM } from './amount.ts'

/** A sign that neither our words nor zod's contain. */
const SEPARATOR = '␟'

/** A fault's code, what was expected, and (for an unknown key) the known ones, packed in zod's one message. */
export function pack(code: string, expected: string, known = ''): string {
  return [code, expected, known].join(SEPARATOR)
}

export function unpack(
  message: string,
): { code: string; expected: string; known: readonly string[] } | undefined {
  const [code, expected, known] = message.split(SEPARATOR)
  if (known === undefined || code === undefined || expected === undefined) return undefined
  return { code, expected, known: known === '' ? [] : known.split(',') }
}

/** A map with these keys and no others. */
export function fields(shape: Record<string, z.ZodType>): z.ZodObject {
  const known = Object.keys(shape).join(',')
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? pack('unknown-key', '', known) : undefined),
  })
}

const ID_FORM = /^[a-z][a-z0-9-]*$/
const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/
const GRADE_FORM = /^[A-F][1-6]$/

export const ID_WORDS = 'an id: small letters, digits and hyphens, a letter first'

export function isId(text: string): boolean {
  return ID_FORM.test(text)
}

export function text(about: string): z.ZodType {
  return z.string().describe(about)
}

/** `7.3`: editors take it for a number, the check for the text it is. */
export function sentence(about: string): z.ZodType {
  return z.union([z.string(), z.number()]).describe(about)
}

export function texts(about: string): z.ZodType {
  return z.array(z.string()).describe(about)
}

/** The id that an entry gives itself. */
export function ownId(about: string): z.ZodType {
  return z.string().regex(ID_FORM, pack('bad-id', ID_WORDS)).describe(about)
}

/** The id of another entry: whether it exists is the second pass's question. */
export function reference(about: string): z.ZodType {
  return z.string().describe(about)
}

export const IDS_WORDS = 'a list of ids'

export function references(about: string): z.ZodType {
  return ids().describe(about)
}

/** At least one. */
export function someReferences(about: string): z.ZodType {
  return ids().min(1).describe(about)
}

function ids(): z.ZodArray<z.ZodString> {
  return z.array(z.string(), {
    error: (issue) => (issue.code === 'invalid_type' ? pack('wrong-type', IDS_WORDS) : undefined),
  })
}

export function idMap(value: z.ZodType, about: string): z.ZodType {
  return z.record(z.string().regex(ID_FORM, pack('bad-id', ID_WORDS)), value).describe(about)
}

export function flag(about: string): z.ZodType {
  return z.boolean().describe(about)
}

export function date(about: string): z.ZodType {
  const error = pack('bad-date', 'a date such as 2020-01-31')
  return z
    .string({ error })
    .regex(DATE_FORM, error)
    .refine((value) => parseDate(value) !== undefined, error)
    .describe(`${about} A date: 2020-01-31.`)
}

export function grade(about: string): z.ZodType {
  return z.string().regex(GRADE_FORM, pack('bad-grade', 'a grade from A1 to F6')).describe(about)
}

export function word(words: readonly string[], about: string): z.ZodType {
  return z.enum(words as [string, ...string[]]).describe(about)
}

/** A plain share, not a quantity: it is not uncertain. */
export function share(about: string): z.ZodType {
  const form = z.string().regex(PERCENT_FORM, pack('wrong-type', 'a share from 0 to 1, or a percentage'))
  return z.union([z.number().min(0).max(1), form]).describe(`${about} From 0 to 1, or a percentage.`)
}

export function whole(about: string, least: number, most: number): z.ZodType {
  return z.number().int().min(least).max(most).describe(about)
}

/** A text with a number and a unit; read in the second pass. A bare number passes here and then lacks its unit. */
export function amount(about: string): z.ZodType {
  return z
    .union([z.string(), z.number()], { error: pack('wrong-type', 'a number and its unit') })
    .describe(about)
}

/** For parts that are checked by the shape of their own. */
export function anything(): z.ZodType {
  return z.unknown()
}
