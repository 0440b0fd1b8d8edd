/** Coded crises in one file: what a label does not promise is not read out of it, and each slip is told in its place. */
import { describe, expect, test } from 'vitest'
import { slugOf } from '../../src/history/benchmark-eve.ts'
import { type Benchmark, readBenchmark } from '../../src/history/benchmark.ts'
import type { CodedCase } from '../../src/history/coded.ts'
import { rowsOf } from '../../src/history/rows.ts'
import { CHANNELS, CLAUSES } from '../../src/scenario/scenario.ts'
import { shippedTheory } from '../scenario/theory.ts'
import { kernelOf, told } from './made-cases.ts'

const THEORY = shippedTheory()

const INPUTS = {
  obligation: 0.6,
  alignment: 0.1,
  stake: 0.2,
  rivalry: 0.3,
  freeCapacity: 0.4,
  access: 0.5,
  nuclear: 0.6,
  attackerPower: 0.7,
  thirdPartyCost: 0.8,
  domesticConstraint: 0.9,
  precommitment: 1,
}
const SUPPORT = { political: 3, economic: 1, intelligence: null, materiel: 0, enablement: 0, combat: 2 }

function supporter(actor: string, more: object = {}): Record<string, unknown> {
  return {
    actor,
    kind: 'state',
    recipient: 'target',
    obligationType: 'none',
    inputs: INPUTS,
    support: SUPPORT,
    confidence: 'medium',
    ...more,
  }
}

function file(...supporters: readonly object[]): string {
  const one = {
    id: 'bridge',
    name: 'The bridge',
    set: 'benchmark',
    start: '2020-01-01',
    attackers: ['Borduria', 'Syldavia'],
    targets: ['Avalon'],
    supporters,
  }
  return `${JSON.stringify({ schema: { version: '1.0' }, cases: [one] }, null, 2)}\n`
}

function read(text: string, shipped: readonly string[] = []): Benchmark {
  return readBenchmark({ path: 'cases.json', bytes: text }, { theory: THEORY, shipped: new Set(shipped) })
}

function caseOf(text: string): CodedCase {
  const { value, faults } = read(text)
  if (!value?.[0]) throw new Error(JSON.stringify(faults))
  return value[0]
}

test('a case becomes an eve with one actor for each side, and deeds beside it', () => {
  const { eve, deeds, left } = caseOf(
    file(
      supporter('Cascadia', { lowConfidenceChannels: ['combat'] }),
      supporter('Drachenau', { recipient: 'attacker' }),
      supporter('Free Lances', { kind: 'nonstate' }),
    ),
  )
  expect([eve.crisis.attackers, eve.crisis.targets]).toEqual([['borduria'], ['avalon']])
  expect(eve.actors.get('borduria')?.name).toBe('Borduria, Syldavia')
  expect(eve.dyads).toEqual([
    { supporter: 'cascadia', recipient: 'avalon' },
    { supporter: 'drachenau', recipient: 'borduria' },
  ])
  expect(deeds.map(({ supporter: who, recipient }) => [who, recipient])).toEqual([
    ['cascadia', 'avalon'],
    ['drachenau', 'borduria'],
  ])
  expect(deeds[0]!.levels.get('political')).toBe(3)
  // Null, and not stated.
  expect([deeds[0]!.levels.has('intelligence'), deeds[0]!.levels.has('display')]).toEqual([false, false])
  expect([...deeds[0]!.unsure]).toEqual(['combat'])
  expect(left.map((one) => one.supporter)).toEqual(['free-lances'])
})

test('every input goes where the engine reads it', () => {
  const [row] = rowsOf(caseOf(file(supporter('Cascadia'))), kernelOf)
  // Political: no capacity, no access; escalation .05, visibility .4, domestic .1.
  const political = row!.pull[CHANNELS.indexOf('political')]!
  const wanted = [0.1, 0.2, 0.3, 1, 0, 0, -0.6 * 0.05, -0.7 * 0.05, -0.8 * 0.4, -0.9 * 0.1]
  political.forEach((x, at) => expect(x).toBeCloseTo(wanted[at]!, 12))
  expect(row!.pull[CHANNELS.indexOf('combat')]![4]).toBe(0.4)
})

describe('labels promise nothing', () => {
  const promised = (more: object): string[] => {
    const { clauses } = caseOf(file(supporter('Cascadia', more))).eve.ties.get('cascadia-avalon')!
    return CLAUSES.filter((clause) => clauses[clause])
  }

  test.each(['none', 'friendship', 'partnership', 'patron'])('%s', (obligationType) => {
    expect(promised({ obligationType })).toEqual([])
  })

  test.each([
    ['defence', ['defence']],
    ['consultation', ['consultation']],
    ['defence_disputed', ['defence']],
  ])('save that %s names a clause', (obligationType, wanted) => {
    expect(promised({ obligationType })).toEqual(wanted)
  })

  test('where a defence is disputed the giver chooses the means', () => {
    const discretion = (obligationType: string): boolean | undefined =>
      caseOf(file(supporter('Cascadia', { obligationType }))).eve.ties.get('cascadia-avalon')?.casusFoederis
        .discretion
    expect([discretion('defence'), discretion('defence_disputed')]).toEqual([false, true])
  })

  test('stated clauses win over the word', () => {
    expect(promised({ obligationType: 'defence', clauses: { neutrality: true } })).toEqual(['neutrality'])
  })

  test('and the word is kept', () => {
    const { eve } = caseOf(file(supporter('Cascadia', { obligationType: 'patron' })))
    expect(eve.ties.get('cascadia-avalon')?.label).toBe('patron')
  })
})

describe('a promise', () => {
  const owed = (more: object): number => {
    const asked = caseOf(file(supporter('Cascadia', { obligationType: 'defence', ...more })))
    return rowsOf(asked, kernelOf)[0]!.owed[CHANNELS.indexOf('combat')]!
  }
  const casus = (more: object) =>
    caseOf(file(supporter('Cascadia', more))).eve.ties.get('cascadia-avalon')!.casusFoederis

  test('asks for nothing where its casus foederis is not met', () => {
    expect([owed({}), owed({ binds: true }), owed({ binds: false })]).toEqual([1, 1, 0])
  })

  test('has the discretion and the level that are stated, over those of the word', () => {
    expect(casus({ clauses: { defence: true }, discretion: true, requiredLevel: 3 })).toMatchObject({
      discretion: true,
      requiredLevel: 3,
    })
    expect(casus({ obligationType: 'defence_disputed', discretion: false }).discretion).toBe(false)
  })
})

test.each(['{"cases": []}', '{"cases": {}}', '{"cases": null}', '{}'])(
  '%s is a fault of the file',
  (text) => {
    const { value, faults } = read(text)
    expect(value).toBeUndefined()
    expect(faults.filter(({ severity }) => severity === 'fault')).toHaveLength(1)
  },
)

test('an institution stays one, and sends no troops', () => {
  const [row] = rowsOf(caseOf(file(supporter('The League', { kind: 'institution' }))), kernelOf)
  expect(CHANNELS.filter((_, at) => row!.closed[at])).toEqual(['combat'])
})

test('who is tied to both sides decides on each apart', () => {
  const { eve } = caseOf(file(supporter('Cascadia'), supporter('Cascadia', { recipient: 'attacker' })))
  expect(eve.dyads).toHaveLength(2)
  expect(eve.ties.get('cascadia-borduria')?.quantities['stake']).toBeDefined()
})

describe('a slip is told where it stands', () => {
  const GOOD = file(supporter('Cascadia'), supporter('Drachenau', { recipient: 'attacker' }))
  const slips = (from: string, to: string): [string, string][] => {
    if (!GOOD.includes(from)) throw new Error(`nothing to change: ${from}`)
    const { faults, texts } = read(GOOD.replace(from, () => to))
    return told(faults, texts)
  }

  test('in a sound file there is none', () => {
    expect(read(GOOD).faults).toEqual([])
  })

  test.each([
    ['an input out of range', '"stake": 0.2', '"stake": 2', ['out-of-bounds', '2']],
    ['an input that is missing', '"stake": 0.2,', '', ['missing-key', '"inputs"']],
    ['an input by another name', '"alignment"', '"alignmant"', ['unknown-key', '"alignmant"']],
    ['a channel that does not exist', '"materiel"', '"material"', ['unknown-key', '"material"']],
    ['a level beyond 3', '"combat": 2', '"combat": 4', ['out-of-bounds', '4']],
    ['a label that nobody knows', '"none"', '"brotherhood"', ['unknown-word', '"brotherhood"']],
    ['a date that is none', '2020-01-01', '2020-02-31', ['bad-date', '"2020-02-31"']],
    ['a name that is no name', '"Drachenau"', '"…"', ['bad-id', '"…"']],
    ['a supporter that fights', '"Drachenau"', '"Syldavia"', ['supporter-fights', '"Syldavia"']],
    ['a belligerent of both sides', '"Avalon"', '"Syldavia"', ['belligerent-both-sides', '"Syldavia"']],
    ['a comma that is missing', '"The bridge",', '"The bridge"', ['yaml-syntax', '"set"']],
  ] as const)('%s', (_, from, to, wanted) => {
    const found = slips(from, to)
    expect(found.map(([code]) => code)).toContain(wanted[0])
    if (wanted[0] !== 'yaml-syntax') expect(found).toContainEqual(wanted)
  })

  test('a supporter that stands twice for one side', () => {
    const { faults } = read(file(supporter('Cascadia'), supporter('Cascadia')))
    expect(faults.map(({ code }) => code)).toEqual(['duplicate-id'])
  })

  test('two cases of one id', () => {
    const { cases } = JSON.parse(GOOD) as { cases: object[] }
    const { faults } = read(JSON.stringify({ cases: [...cases, ...cases] }))
    expect(faults.map(({ code }) => code)).toEqual(['duplicate-id'])
  })

  test('all at once', () => {
    const text = GOOD.replace('"stake": 0.2', '"stake": 2').replace('"medium"', '"middling"')
    expect(read(text).faults.map(({ code }) => code)).toEqual(['out-of-bounds', 'unknown-word'])
  })
})

test('a case that the shipped weights were fitted on is no test of them, and says so', () => {
  const { value, faults } = read(file(supporter('Cascadia')), ['bridge'])
  expect(value).toHaveLength(1)
  expect(faults.map(({ code, severity }) => [code, severity])).toEqual([['in-sample', 'warning']])
})

test('a name becomes an id', () => {
  expect(['Poldavia/Ruritania', 'São Rafael', '2nd League', ' The Isles ', '…'].map(slugOf)).toEqual([
    'poldavia-ruritania',
    'sao-rafael',
    'nd-league',
    'the-isles',
    '',
  ])
})
