/** A change as it stands on a command line: files that are read, values that are split, and faults with the words themselves. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChangeWords, loadScenario } from '../../src/host/load.ts'
import { faultText } from '../../src/report/fault-text.ts'
import { SMALL } from '../scenario/small.ts'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-change-'))
  writeFileSync(at('small.yaml'), SMALL)
  writeFileSync(at('patch.yaml'), 'ties: [{ from: cascadia, to: avalon, stake: 0.25 }]\n')
  writeFileSync(at('wrong.yaml'), 'ties: [{ from: cascadia, to: avalon, stake: 25 }]\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

function load(words: Partial<ChangeWords>) {
  return loadScenario(at('small.yaml'), { patchFiles: [], set: [], without: [], ...words })
}

test('files, values and absences are laid over the scenario, in that order', () => {
  const { value, faults } = load({
    patchFiles: [at('patch.yaml')],
    set: ['ties.cascadia-avalon.access = 0.1', 'crisis.form=a = b'],
    without: ['militia'],
  })
  expect(faults).toEqual([])
  const quantities = value?.ties.get('cascadia-avalon')?.quantities
  expect(quantities?.['stake']?.law).toEqual({ kind: 'fixed', value: 0.25 })
  expect(quantities?.['access']?.law).toEqual({ kind: 'fixed', value: 0.1 })
  expect(value?.crisis.form).toBe('a = b')
  expect(value?.without).toEqual({ actors: ['militia'], mechanisms: [] })
})

test('a value without the sign = is refused with an example', () => {
  for (const set of ['ties.cascadia-avalon.stake', '=0.5', '']) {
    const { value, faults } = load({ set: [set] })
    expect(value).toBeUndefined()
    expect(faults.map(({ code }) => code)).toEqual(['bad-set'])
    expect(faults[0]?.says).toContain(`"${set}"`)
  }
})

test('a patch that is not there is a fault by its own name', () => {
  const { value, faults } = load({ patchFiles: [at('nowhere.yaml')] })
  expect(value).toBeUndefined()
  expect(faults.map(({ code }) => code)).toEqual(['file-missing'])
  expect(faults[0]?.says).toContain('nowhere.yaml')
  expect(faults[0]?.suggestion).toBeUndefined()
  expect(loadScenario(at('nowhere')).faults[0]?.suggestion).toBe('foedus init my-scenario')
})

test('a fault in a change shows the words of the command, with a caret', () => {
  const { faults, texts } = load({
    patchFiles: [at('wrong.yaml')],
    set: ['ties.cascadia-avalon.access=1.4'],
    without: ['militai'],
  })
  const shown = faults.map((fault) => faultText(fault, texts).replaceAll(folder, '').split('\n').slice(0, 3))
  expect(shown).toContainEqual([
    'out-of-bounds  --set ties.cascadia-avalon.access=1.4:1:29',
    '  1 | ties.cascadia-avalon.access=1.4',
    `    | ${' '.repeat(28)}^^^`,
  ])
  expect(shown).toContainEqual(['unknown-without  --without militai:1:1', '  1 | militai', '    | ^^^^^^^'])
  expect(shown.map(([first]) => first)).toContain('out-of-bounds  /wrong.yaml:1:45')
})
