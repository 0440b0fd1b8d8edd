/** Laws of drivers: chance alone seldom names one however many quantities are asked, and what moves the share is named. */
import { expect, test } from 'vitest'
import { strongest } from '../../src/judge/driver.ts'
import { normals } from './normals.ts'

const VARIANCE = 0.04
const CHANCE = Math.sqrt(VARIANCE / 256)

function idle(quantities: number, seed: number): number[] {
  return normals(quantities, seed).map((z) => z * CHANCE)
}

function named(covariances: readonly number[]): readonly string[] {
  const parameters = covariances.map((_, at) => `q${at}`)
  return strongest({ parameters, covariances, chance: CHANCE, variance: VARIANCE }).map(
    ({ quantity }) => quantity,
  )
}

test.each([3, 30, 300])(
  'of %i quantities that move nothing, one is named in about a twentieth of the claims',
  (quantities) => {
    const claims = 2_000
    const wrong = Array.from({ length: claims }, (_, seed) => named(idle(quantities, seed))).filter(
      (found) => found.length > 0,
    )
    expect(wrong.length / claims).toBeGreaterThan(0.03)
    expect(wrong.length / claims).toBeLessThan(0.07)
  },
)

test('a quantity that moves a good part of the share is named first, whatever stands beside it', () => {
  const moving = Math.sqrt(0.3 * VARIANCE)
  expect(named([...idle(300, 1), moving])[0]).toBe('q300')
  expect(named([...idle(300, 2), -moving])[0]).toBe('q300')
})
