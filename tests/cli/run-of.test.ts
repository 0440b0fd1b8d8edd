/** `foedus run --of`: one supporter in full, and a word for one that is not there. */
import { expect, test } from 'vitest'
import { runCli as cli } from './run-cli.ts'

test('one supporter is shown in full, and a name that is nobody is refused before anything is played', () => {
  const { out, code } = cli(['run', 'scenarios/strait', '--quick', '--of', 'cascadia'])
  expect(code).toBe(0)
  expect(out).toMatch(/materiel\n {4}resolved 0\.\d+, day/u)
  expect(out).not.toContain('How the fighting ends')
  const wrong = cli(['run', 'scenarios/strait', '--quick', '--of', 'cascada'])
  expect([wrong.code, wrong.out]).toEqual([2, ''])
  expect(wrong.err).toContain('there is no supporter cascada; did you mean cascadia?')
})

test('a side that supports nobody is named as such, and --of is not ignored beside --json', () => {
  const side = cli(['run', 'scenarios/iran-2026', '--quick', '--of', 'usa'])
  expect(side.code).toBe(2)
  expect(side.err).toContain('United States is no supporter, but one of those who attack')
  const both = cli(['run', 'scenarios/strait', '--quick', '--of', 'cascadia', '--json'])
  expect([both.code, both.out]).toEqual([2, ''])
})

test('of a seller the screen shows what it lives on, and nothing of supporters', () => {
  const { out, code } = cli(['run', 'scenarios/iran-2026', '--quick', '--of', 'iran'])
  expect(code).toBe(0)
  expect(out).toContain('What a state lives on, by day 180')
  expect(out).toContain('oil to China')
  expect(out).not.toMatch(/resolved|→ Iran|Levels:|dose:|\n\n\n/u)
})
