/**
 * Whether the lock would install the same tree on any machine. Three ways it has
 * failed elsewhere: npm leaves out a native package of another platform that was
 * not published yet; the address of one machine's registry gets in; the manifest
 * moves on and the lock does not. `node scripts/check-lock.mjs [package.json package-lock.json]`
 */
import { readFileSync } from 'node:fs'

const [manifestPath = 'package.json', lockPath = 'package-lock.json'] = process.argv.slice(2)
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
const faults = lockFaults(read(manifestPath), read(lockPath))
for (const fault of faults) process.stdout.write(`${lockPath}: ${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1

function lockFaults(manifest, lock) {
  const root = lock.packages[''] ?? {}
  return [
    ...['dependencies', 'devDependencies'].flatMap((kind) => driftFaults(kind, manifest, root)),
    ...Object.entries(lock.packages).flatMap(([place, entry]) => entryFaults(place, entry, lock)),
  ]
}

function driftFaults(kind, manifest, root) {
  const [wanted, locked] = [manifest[kind] ?? {}, root[kind] ?? {}]
  const names = new Set([...Object.keys(wanted), ...Object.keys(locked)])
  return [...names]
    .filter((name) => wanted[name] !== locked[name])
    .map(
      (name) =>
        `${kind}.${name} is ${locked[name] ?? 'missing'}, package.json says ${wanted[name] ?? 'nothing'}; run npm install`,
    )
}

function entryFaults(place, entry, lock) {
  if (place === '') return []
  const faults = []
  if (entry.resolved !== undefined)
    faults.push(`${place} names where it came from; install with omit-lockfile-registry-resolved=true`)
  if (entry.integrity === undefined) faults.push(`${place} has no integrity hash`)
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isLocked(name, place, lock))
      faults.push(
        `${place}@${entry.version} wants ${name}, which is left out; pin a version with a complete set`,
      )
  }
  return faults
}

/** As Node looks a package up: in its own node_modules, then in those above. */
function isLocked(name, place, lock) {
  const above = place.lastIndexOf('/node_modules/')
  if (lock.packages[`${place}/node_modules/${name}`] !== undefined) return true
  if (above >= 0) return isLocked(name, place.slice(0, above), lock)
  return lock.packages[`node_modules/${name}`] !== undefined
}
