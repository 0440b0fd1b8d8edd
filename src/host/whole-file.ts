/** Reading and writing one file whole: what is written is there complete or not at all. */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Larger texts than any receipt are not read. */
const LARGEST = 256 * 1024 * 1024

export type ReadFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** `says`: `is a folder`. */
  | { readonly kind: 'unread'; readonly says: string }

export function readWhole(path: string): ReadFile {
  try {
    const there = statSync(path, { throwIfNoEntry: false })
    if (!there) return { kind: 'absent' }
    if (there.isDirectory()) return { kind: 'unread', says: 'is a folder' }
    if (!there.isFile()) return { kind: 'unread', says: 'is no plain file' }
    if (there.size > LARGEST) return { kind: 'unread', says: 'is too large' }
    return { kind: 'text', text: readFileSync(path, 'utf8') }
  } catch (error) {
    return { kind: 'unread', says: `could not be read (${codeOf(error)})` }
  }
}

/** Whether the folder in which a file would be written is there. */
export function hasFolder(path: string): boolean {
  return sameKey(dirname(path)) !== undefined && statSync(dirname(path)).isDirectory()
}

/** Whether two paths lead to one file or folder, whatever their links and spelling; false where one is not there. */
export function isSame(one: string, other: string): boolean {
  const key = sameKey(one)
  return key !== undefined && key === sameKey(other)
}

function sameKey(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}

/** Beside its place first, then in its place in one step. Throws an error that bears only the machine's code. */
export function writeWhole(path: string, text: string): void {
  let beside: string | undefined
  try {
    const place = realPlace(path)
    const draft = join(dirname(place), `.${basename(place)}.${randomUUID()}.tmp`)
    const file = openSync(draft, 'wx')
    beside = draft
    try {
      writeAll(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, place)
    beside = undefined
  } catch (error) {
    throw new Error(codeOf(error), { cause: error })
  } finally {
    if (beside !== undefined) rmSync(beside, { force: true })
  }
}

/** A link is followed, so that the file it names is replaced and not the link. */
export function realPlace(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : String(error)
}
