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
