/** A path as the user typed it: kept relative where it is, so that messages show what was typed. */
import { isAbsolute, join } from 'node:path'
import type { Io } from './io.ts'

export function resolve(io: Io, path: string): string {
  return io.cwd === '.' || isAbsolute(path) ? path : join(io.cwd, path)
}
