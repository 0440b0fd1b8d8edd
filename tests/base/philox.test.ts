/** The published known answers of Philox4x32-10, and what a bijection must do. */
import { expect, test } from 'vitest'
import { philox } from '../../src/base/philox.ts'

function turned(counter: readonly number[], key: readonly [number, number]): string[] {
  const words = Uint32Array.from(counter)
  philox(words, ...key)
  return [...words].map((word) => word.toString(16).padStart(8, '0'))
}

const ALL = 0xffffffff

/** Random123, tests/kat_vectors: philox4x32 with 10 rounds. */
test.each([
  ['zeros', [0, 0, 0, 0], [0, 0], ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']],
  ['ones', [ALL, ALL, ALL, ALL], [ALL, ALL], ['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd']],
  [
    'the digits of pi',
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    ['d16cfe09', '94fdcceb', '5001e420', '24126ea1'],
  ],
] as const)('the known answer of %s is given', (_, counter, key, answer) => {
  expect(turned(counter, key)).toEqual(answer)
})

test('one bit of counter or key moves about half of the bits', () => {
  const base = turned([1, 2, 3, 4], [5, 6])
  const flipped = (other: string[]): number =>
    other.reduce((sum, word, at) => {
      const bits = (Number.parseInt(word, 16) ^ Number.parseInt(base[at]!, 16)) >>> 0
      return sum + bits.toString(2).replaceAll('0', '').length
    }, 0)
  for (let word = 0; word < 4; word++) {
    const counter = [1, 2, 3, 4]
    counter[word]! ^= 0x80000000
    const count = flipped(turned(counter, [5, 6]))
    expect(count).toBeGreaterThan(32)
    expect(count).toBeLessThan(96)
  }
  expect(flipped(turned([1, 2, 3, 4], [5, 7]))).toBeGreaterThan(32)
  expect(flipped(turned([1, 2, 3, 4], [4, 6]))).toBeGreaterThan(32)
})

test('words written as signed numbers are the same words', () => {
  expect(turned([1, 2, 3, 4], [-1, -2])).toEqual(turned([1, 2, 3, 4], [ALL, ALL - 1]))
})
