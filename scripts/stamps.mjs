/**
 * Whether work must be done again: a stamp is a hash of all that the work reads,
 * kept beside what it made. Content decides, never a file's date.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './steps.mjs'

/** The hash of files and folders, by path from the root; a path that is not there counts as empty. */
export function hashOf(paths, ...also) {
  const hash = createHash('sha256')
  for (const text of also) hash.update(`${text}\0`)
  for (const path of paths.flatMap(filesUnder).sort()) {
    hash.update(`${path}\0`)
    hash.update(readFileSync(join(ROOT, path)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

export function isFresh(stamp, hash) {
  try {
    return readFileSync(join(ROOT, stamp), 'utf8') === hash
  } catch {
    return false
  }
}

export function setStamp(stamp, hash) {
  mkdirSync(dirname(join(ROOT, stamp)), { recursive: true })
  writeFileSync(join(ROOT, stamp), hash)
}

/** Taken away before the work begins: work that was interrupted is work to do again. */
export function dropStamp(stamp) {
  rmSync(join(ROOT, stamp), { force: true })
}

function filesUnder(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`))
}
