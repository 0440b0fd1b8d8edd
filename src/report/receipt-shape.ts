/**
 * Text → receipt, or what is wrong with it and at which key. A receipt may come from
 * anywhere, so nothing in it is trusted: not its size, its depth, its numbers or its names.
 */
import * as z from 'zod'
import { firstSteering } from '../base/steering.ts'
import { ENGINES } from '../engine/kernel.ts'
import { depthOf, steeringIn } from './json-guard.ts'
import { KIND, LANGUAGE, type Receipt } from './receipt.ts'
import { hashOf } from './tallies.ts'

export type Parsed =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  /** `at`: `run.seed`; absent when the text as a whole is at fault. */
  | { readonly kind: 'none'; readonly at?: string; readonly says: string }

/** A receipt is four deep; a text far beyond that is something else, or meant to exhaust the reader. */
const DEEPEST = 32
/** As many batches, draws and playouts as a run can be asked for, and no more. */
const MOST = { batches: 1_000_000, draws: 1024, playouts: 1024 } as const

const sha = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 hash: 64 digits from 0 to f')
const version = z.string().regex(/^[0-9A-Za-z.+-]{1,64}$/, 'expected a version such as 0.1.0')
/** Each with the hash of its code; several where several copies are installed. */
const library = z.string().regex(/^[0-9A-Za-z.+,-]{1,1024}$/, 'expected a version and a hash')
const hashes = z.record(z.string(), sha)

function whole(least: number, most: number): z.ZodType<number> {
  const words = `expected a whole number from ${least} to ${most}`
  return z.number(words).int(words).min(least, words).max(most, words)
}

/** As a run writes it: no part is empty or `.`, and `..` stands only in front. */
function isDirect(path: string): boolean {
  const parts = path.split('/')
  const down = parts.slice(
    Math.max(
      0,
      parts.findIndex((part) => part !== '..'),
    ),
  )
  return path === '.' || parts.every((part) => part === '..') || !down.some((part) => /^\.{0,2}$/.test(part))
}

/** A path that leads from a folder to a file of the same disk: never absolute. */
const relative = z
  .string()
  .min(1, 'expected a path')
  .refine((path) => !/^([/\\]|[A-Za-z]:)/.test(path), 'expected a relative path')
  .refine(isDirect, 'expected a path without idle parts such as ./')

const receiptShape = z.strictObject({
  foedus: z.literal(LANGUAGE, `expected ${LANGUAGE}, the version of the language`),
  kind: z.literal(KIND, `expected "${KIND}"`),
  version,
  engine: z.strictObject({
    name: z.enum(ENGINES, `expected one of ${ENGINES.join(', ')}`),
    files: hashes,
    libraries: z.record(z.string(), library),
  }),
  theory: z.strictObject({ fingerprint: sha, files: hashes }),
  scenario: z.strictObject({ fingerprint: sha, files: hashes }),
  plan: sha,
  path: relative,
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  summaryHash: sha,
  summary: z
    .object({
      design: z.strictObject({
        batches: whole(1, MOST.batches),
        draws: whole(2, MOST.draws).refine((draws) => draws % 2 === 0, 'expected an even number'),
        playouts: whole(2, MOST.playouts),
      }),
    })
    .catchall(z.json()),
})

/** Never throws, whatever the text. */
export function parseReceipt(text: string): Parsed {
  if (depthOf(text) > DEEPEST) return { kind: 'none', says: `it is nested more than ${DEEPEST} deep` }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { kind: 'none', says: `it is no JSON: ${oneLine((error as Error).message)}` }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { kind: 'none', says: 'it holds no map of keys' }
  const steering = steeringIn(json, '')
  if (steering !== undefined)
    return { kind: 'none', at: steering, says: 'a character that steers the screen' }
  const checked = receiptShape.safeParse(json)
  if (!checked.success) return issueOf(checked.error, json)
  const receipt = checked.data as unknown as Receipt
  if (hashOf(receipt.summary) === receipt.summaryHash) return { kind: 'receipt', receipt }
  return {
    kind: 'none',
    at: 'summaryHash',
    says: 'it is not the hash of the summary: one of them was changed',
  }
}

/** Whether a text says that it is a receipt, be it damaged or of another version. */
export function isReceipt(text: string): boolean {
  if (depthOf(text) > DEEPEST) return false
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && 'kind' in json && json.kind === KIND
  } catch {
    return false
  }
}

function issueOf(error: z.ZodError, json: object): Parsed {
  const [issue] = error.issues
  const path = issue?.path.map(String) ?? []
  if (issue?.code === 'unrecognized_keys') {
    return { kind: 'none', at: [...path, issue.keys[0] ?? ''].join('.'), says: 'a key that no receipt has' }
  }
  const at = path.join('.')
  const missing = issue?.code === 'invalid_type' && !has(json, path)
  return { kind: 'none', at, says: missing ? 'it is missing' : oneLine(issue?.message ?? '') }
}

function has(json: unknown, path: readonly string[]): boolean {
  let part = json
  for (const key of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return false
    part = (part as Record<string, unknown>)[key]
  }
  return true
}

/** A parser's sentence quotes what it read: without what would steer or break the line. */
function oneLine(text: string): string {
  return [...text]
    .map((sign) => (firstSteering(sign) >= 0 || /\s/u.test(sign) ? ' ' : sign))
    .join('')
    .slice(0, 200)
}
