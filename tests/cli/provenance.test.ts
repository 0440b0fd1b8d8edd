/** The path that a receipt holds: short where it can be, never absolute, and never out of the working directory by accident. */
import { dirname, isAbsolute, join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathFrom, placesOf } from '../../src/cli/provenance.ts'

const at = (typed: string, receipt: string): string =>
  pathFrom(receipt, { typed, path: resolve('/land/me', typed) })

test.each([
  ['strait', '/land/me/receipt.json', 'strait'],
  ['scenarios/strait', '/land/you/receipt.json', 'scenarios/strait'],
  ['strait', '/land/me/kept/receipt.json', 'strait'],
  ['..', '/land/me/receipt.json', 'land'],
  ['scenarios/strait', '/apart/receipt.json', 'scenarios/strait'],
  ['./scenarios//strait/', '/apart/receipt.json', 'scenarios/strait'],
  ['/land/me/scenarios/strait', '/apart/receipt.json', 'strait'],
  ['../me/scenarios/strait', '/apart/receipt.json', 'strait'],
  ['.', '/apart/receipt.json', 'me'],
  ['..strait', '/apart/receipt.json', '..strait'],
  ['.', '/land/me/receipt.json', '.'],
])('%s, kept in %s, is %s', (typed, receipt, path) => {
  expect(at(typed, receipt)).toBe(path)
})

test('it is never absolute, never climbs, and one of the places that are tried is the scenario unless its own name alone is left', () => {
  const folder = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((parts) => parts.join('/'))
  const typed = fc
    .tuple(fc.constantFrom('', './', '../', '/land/me/'), folder)
    .map(([way, parts]) => `${way}${parts}x`)
  fc.assert(
    fc.property(typed, folder, (scenario, kept) => {
      const receipt = join('/', kept, 'receipt.json')
      const path = at(scenario, receipt)
      const lies = resolve('/land/me', scenario)
      expect(isAbsolute(path)).toBe(false)
      expect(path.split('/')).not.toContain('..')
      const places = placesOf(receipt, path).map((place) => resolve('/land/me', place))
      expect(places.includes(lies) || path === lies.slice(dirname(lies).length).replace('/', '')).toBe(true)
    }),
  )
})

test.each(['..', '../a', 'a/../../b', 'a/..', '/etc/passwd', 'C:/a', 'a\\..\\..\\b'])(
  '%s is tried nowhere: it may lead out of the folder',
  (path) => {
    expect(placesOf('/land/receipt.json', path)).toEqual([])
  },
)

test('..a leads nowhere out', () => {
  expect(placesOf('/land/receipt.json', '..a')).toEqual(['/land/..a', '..a'])
})
