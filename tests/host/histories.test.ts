/** Coded crises from the disk: the cases that ship are sound, and a folder of one's own is read by the same rules. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadBenchmark, loadCases, loadHistories } from '../../src/host/histories.ts'
import { loadScenario, scenarioPaths } from '../../src/host/load.ts'
import { eveText, told } from '../history/made-cases.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'foedus-histories-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

const EVE = eveText([{ id: 'cascadia' }])
const OUTCOME = `foedusOutcome: 1
case: bridge
sources: { archive: { kind: unverified, title: The archive } }
deeds:
  - { of: cascadia, for: avalon, levels: { political: 1 }, confidence: high, source: archive }
`

let made = 0
function folder(files: Readonly<Record<string, string>>): string {
  made += 1
  const root = join(FOLDER, String(made))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

describe('the cases that ship', () => {
  const { value, faults } = loadHistories()

  test('have no fault', () => {
    expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([])
  })

  test('are sorted by id, and each has a deed for everybody who is asked about', () => {
    const ids = value!.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    for (const { eve, deeds } of value!) expect(deeds).toHaveLength(eve.dyads.length)
  })
})

test('a folder of cases is read, and what is no case is passed over', () => {
  const root = folder({
    'bridge/eve.yaml': EVE,
    'bridge/outcome.yaml': OUTCOME,
    'bridge/README.md': 'read me',
    'notes/plan.txt': 'nothing',
  })
  const { value, faults } = loadHistories(root)
  expect(faults).toEqual([])
  expect(value?.map(({ id }) => id)).toEqual(['bridge'])
})

test('the folder of one case is that case, however its path is written', () => {
  const root = folder({ 'bridge/eve.yaml': EVE, 'bridge/outcome.yaml': OUTCOME })
  for (const path of [join(root, 'bridge'), `${root}/bridge/`])
    expect(loadCases(path).value?.map(({ id }) => id)).toEqual(['bridge'])
})

test('a supporter without a tie to the other side is a fault above the ties', () => {
  const eve = EVE.replace(/ {2}- \{ from: cascadia, to: borduria.*\n/, '')
  const { value, faults, texts } = loadHistories(
    folder({ 'bridge/eve.yaml': eve, 'bridge/outcome.yaml': OUTCOME }),
  )
  expect(value).toBeUndefined()
  expect(
    told(
      faults.filter(({ severity }) => severity === 'fault'),
      texts,
    ),
  ).toEqual([['missing-tie', 'ties']])
})

test('a folder by the id of a crisis that ships is warned of', () => {
  const text = OUTCOME.replace('case: bridge', 'case: suez-1956')
  const { value, faults } = loadCases(folder({ 'suez-1956/eve.yaml': EVE, 'suez-1956/outcome.yaml': text }))
  expect(value).toHaveLength(1)
  expect(faults.map(({ code, severity }) => [code, severity])).toEqual([['in-sample', 'warning']])
})

describe('a coded crisis as a scenario', () => {
  const root = folder({ 'bridge/eve.yaml': EVE, 'bridge/outcome.yaml': OUTCOME })

  test('is its eve: what happened is no part of it, nor of what a receipt names', () => {
    const { value, faults, files } = loadScenario(join(root, 'bridge'))
    expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([])
    expect(value?.dyads).toHaveLength(1)
    expect(files.map(({ path }) => path)).toEqual([join(root, 'bridge/eve.yaml')])
    expect(scenarioPaths(join(root, 'bridge'))).toEqual([join(root, 'bridge/eve.yaml')])
  })

  test.each(['foedusOutcome: 1\n', '# so it was\n"foedusOutcome": 1\n', '{ foedusOutcome: 1 }\n'])(
    'what happened alone is told for what it is: %j',
    (text) => {
      const alone = folder({ 'outcome.yaml': text, 'eve.yaml': EVE })
      expect(loadScenario(join(alone, 'outcome.yaml')).faults.map(({ code }) => code)).toEqual([
        'outcome-file',
      ])
      expect(loadScenario(alone).value).toBeDefined()
    },
  )
})

test('half a case is told of by the name of the half that lacks', () => {
  const { value, faults } = loadHistories(folder({ 'bridge/eve.yaml': EVE }))
  expect(value).toBeUndefined()
  expect(faults.map(({ code, says }) => [code, says.includes('bridge/outcome.yaml')])).toEqual([
    ['file-missing', true],
  ])
})

test('slips in eve and outcome are told together, each in its own file', () => {
  const root = folder({
    'bridge/eve.yaml': EVE.replace('stake: 0.5', 'stake: 5'),
    'bridge/outcome.yaml': OUTCOME.replace('political: 1', 'political: 9'),
  })
  const { faults, texts } = loadHistories(root)
  const found = faults.map(({ code, span }) => [code, texts.get(span!.file)!.slice(span!.start, span!.end)])
  expect(found).toEqual([
    ['out-of-bounds', '5'],
    ['out-of-bounds', '9'],
  ])
})

test.each([
  ['a folder that is not there', () => loadHistories(join(FOLDER, 'nowhere'))],
  ['a folder without cases', () => loadHistories(folder({ 'notes/plan.txt': 'nothing' }))],
  ['a file that is not there', () => loadBenchmark(join(FOLDER, 'nowhere.json'))],
  ['a folder where a file should be', () => loadBenchmark(FOLDER)],
])('%s is a fault, and no crash', (_, load) => {
  const { value, faults } = load()
  expect(value).toBeUndefined()
  expect(faults.map(({ code }) => code)).toEqual(['file-missing'])
})

test('a case by the id of one that ships is warned of', () => {
  const input = { alignment: 0, stake: 0, rivalry: 0, freeCapacity: 0, access: 0, nuclear: 0 }
  const rest = { attackerPower: 0, thirdPartyCost: 0, domesticConstraint: 0, precommitment: 0 }
  const one = {
    id: 'suez-1956',
    name: 'The canal',
    start: '1956-10-29',
    attackers: ['Borduria'],
    targets: ['Avalon'],
    supporters: [
      {
        actor: 'Cascadia',
        recipient: 'target',
        inputs: { ...input, ...rest },
        support: {},
        confidence: 'low',
      },
    ],
  }
  const path = join(folder({ 'cases.json': JSON.stringify({ cases: [one] }) }), 'cases.json')
  expect(loadBenchmark(path).faults.map(({ code, severity }) => [code, severity])).toEqual([
    ['in-sample', 'warning'],
  ])
})
