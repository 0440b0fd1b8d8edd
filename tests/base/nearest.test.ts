/** The name that was probably meant. */
import { expect, test } from 'vitest'
import { nearest } from '../../src/base/nearest.ts'

test('a slip of the pen finds its word, and a stranger none', () => {
  expect(nearest('cascadai', ['avalon', 'borduria', 'cascadia'])).toBe('cascadia')
  expect(nearest('Avalon', ['avalon'])).toBe('avalon')
  expect(nearest('uk', ['us', 'ru'])).toBe('us')
  expect(nearest('xy', ['ab'])).toBeUndefined()
  expect(nearest('atlantis', ['avalon', 'borduria'])).toBeUndefined()
  expect(nearest('ussr', ['usa', 'uk'])).toBeUndefined()
  expect(nearest('tset', ['test'])).toBe('test')
  expect(nearest('4.1', ['1.1'])).toBeUndefined()
  expect(nearest('anything', [])).toBeUndefined()
})
