/** Standard normal numbers for tests, the same for the same seed. */
import { keyOf, uniformAt } from '../../src/base/stream.ts'
import { probit } from '../../src/engine/normal.ts'

export function normals(count: number, seed: number): number[] {
  const key = keyOf({ seed, owner: 'test', actor: '', purpose: 'normals' })
  return Array.from({ length: count }, (_, at) => probit(uniformAt(key, at, 0, 0, 0)))
}
