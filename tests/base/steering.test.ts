/** Which characters have no place in a text that is shown. */
import { expect, test } from 'vitest'
import { firstSteering } from '../../src/base/steering.ts'

test('controls and direction marks are found where they stand; tabs and line ends are none', () => {
  expect(firstSteering('plain\ttext\nand\r\nmore\u{FEFF}')).toBe(-1)
  expect(firstSteering('a\u001b[2J')).toBe(1)
  expect(firstSteering('ab\u202e')).toBe(2)
  expect(firstSteering('abc\rd')).toBe(3)
  expect(firstSteering('abcd\r')).toBe(4)
})
