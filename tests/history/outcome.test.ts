/** What happened is held against the eve: nothing is missing, nothing is invented, and every slip is told in its place. */
import { expect, test } from 'vitest'
import { readOutcome } from '../../src/history/outcome.ts'
import { checkedEve, eveText, told } from './made-cases.ts'

const GROUPS = `proxies:
  militia: { for: avalon, source: desk, autonomy: 0.5, request: 0.5, depletion: 0.2, fear: 0.3, hostConstraint: 0.2, strength: 0.3, opposition: 0.3, rate: 5 count/day }
`
const EVE = checkedEve(
  eveText([{ id: 'cascadia' }, { id: 'drachenau', for: 'borduria' }], GROUPS).replace(
    'ties:\n',
    '  militia: { kind: nonstate, patron: avalon }\nties:\n',
  ),
)
const GOOD = `foedusOutcome: 1
case: bridge
sources:
  archive: { kind: unverified, title: The archive, date: 2021-05-01 }
deeds:
  - { of: cascadia, for: avalon, levels: { political: 2, combat: 0 }, unsure: [combat], confidence: high, source: archive, note: gave words }
  - { of: drachenau, for: borduria, levels: { materiel: 3 }, confidence: low, source: archive }
groups:
  - { of: militia, entered: 12, inSample: true, source: archive }
left:
  - { of: freelances, because: nobody asked them }
facts: { council: silent, coalition: 1 }
`

function read(text: string, eve: typeof EVE | undefined = EVE): ReturnType<typeof readOutcome> {
  return readOutcome({ path: 'outcome.yaml', bytes: text }, { id: 'bridge', eve })
}

function slips(...changes: readonly (readonly [string, string])[]): [string, string][] {
  let text = GOOD
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`nothing to change: ${from}`)
    text = text.replace(from, () => to)
  }
  return told(read(text).faults, new Map([['outcome.yaml', text]]))
}

test('what is coded is read, and what is not stated is void', () => {
  const { value, faults } = read(GOOD)
  expect(faults).toEqual([])
  expect(value?.deeds.map(({ supporter, recipient }) => [supporter, recipient])).toEqual([
    ['cascadia', 'avalon'],
    ['drachenau', 'borduria'],
  ])
  const [first, second] = value!.deeds
  expect([...first!.levels]).toEqual([
    ['political', 2],
    ['combat', 0],
  ])
  expect([...first!.unsure]).toEqual(['combat'])
  expect(second!.levels.get('political')).toBeUndefined()
  expect(value?.groups).toEqual([{ group: 'militia', day: 12, inSample: true }])
  expect(value?.left).toEqual([{ supporter: 'freelances', because: 'nobody asked them' }])
})

test('a group that never entered has no day', () => {
  expect(read(GOOD.replace('entered: 12', 'entered: never')).value?.groups[0]).not.toHaveProperty('day')
})

test('the days that the fighting lasted are read, up to the horizon of the eve', () => {
  const within = (days: number): string => GOOD.replace('entered: 12', `entered: 12, within: ${days}`)
  expect(read(within(60)).value?.groups[0]).toMatchObject({ day: 12, within: 60 })
  expect(told(read(within(61)).faults, new Map([['outcome.yaml', within(61)]]))).toEqual([
    ['within-beyond-horizon', '61'],
  ])
})

test.each([
  ['an actor that the eve does not know', ['of: cascadia', 'of: cascadai'], ['unknown-actor', 'cascadai']],
  ['a recipient that it does not know', ['for: avalon', 'for: avallon'], ['unknown-actor', 'avallon']],
  ['a pair of which nothing is asked', ['for: borduria', 'for: avalon'], ['no-dyad', 'avalon']],
  ['a level beyond 3', ['materiel: 3', 'materiel: 4'], ['out-of-bounds', '4']],
  ['half a level', ['materiel: 3', 'materiel: 1.5'], ['wrong-type', '1.5']],
  ['a channel that does not exist', ['materiel: 3', 'material: 3'], ['unknown-key', 'material']],
  ['doubt about a channel that does not exist', ['[combat]', '[combta]'], ['unknown-word', 'combta']],
  ['a group that the eve does not have', ['of: militia', 'of: milita'], ['unknown-group', 'milita']],
  [
    'a source that is nowhere',
    ['source: archive, note', 'source: archives, note'],
    ['unknown-source', 'archives'],
  ],
  ['the file of another case', ['case: bridge', 'case: brigde'], ['wrong-case', 'brigde']],
  ['a version to come', ['foedusOutcome: 1', 'foedusOutcome: 2'], ['wrong-version', '2']],
  ['a word for a day', ['entered: 12', 'entered: late'], ['wrong-type', 'late']],
  ['no day at all', ['entered: 12', 'entered: never, within: 0'], ['out-of-bounds', '0']],
  ['half a day', ['entered: 12', 'entered: never, within: 2.5'], ['wrong-type', '2.5']],
  ['somebody left out who is asked', ['of: freelances', 'of: cascadia'], ['left-but-asked', 'cascadia']],
] as const)('%s is told where it stands', (_, change, wanted) => {
  expect(slips(change)).toContainEqual(wanted)
})

test('who might have helped and has no deed is named', () => {
  const text = GOOD.replace(/ {2}- \{ of: drachenau.*\n/, '')
  const [found] = read(text).faults
  expect(found?.code).toBe('missing-deed')
  expect(found?.says).toContain('drachenau')
})

test('a group of which nothing is told is named', () => {
  const { faults } = read(GOOD.replace(/groups:\n.*\n/, ''))
  expect(faults.map(({ code, says }) => [code, says.includes('militia')])).toEqual([['missing-group', true]])
})

test('a pair that is told twice is told of twice', () => {
  const line = '  - { of: drachenau, for: borduria, levels: {}, confidence: low, source: archive }\n'
  expect(slips(['groups:\n', `${line}groups:\n`])).toEqual([['duplicate-id', 'drachenau']])
})

test('the way out of a slip is the name that was meant', () => {
  const hint = (from: string, to: string): string | undefined =>
    read(GOOD.replace(from, to)).faults[0]?.suggestion
  expect(hint('of: cascadia', 'of: cascadai')).toBe('cascadia')
  expect(hint('materiel: 3', 'material: 3')).toBe('materiel')
  expect(hint('for: borduria', 'for: avalon')).toBe('drachenau for borduria')
})

test('all slips are told at once', () => {
  const codes = slips(
    ['case: bridge', 'case: brigde'],
    ['political: 2', 'political: 7'],
    ['confidence: low', 'confidence: lowish'],
    ['of: militia', 'of: milita'],
  ).map(([code]) => code)
  expect(codes).toEqual(['wrong-case', 'out-of-bounds', 'unknown-word', 'unknown-group'])
})

test('without an eve the file is still held against its shape', () => {
  const { value, faults } = readOutcome(
    { path: 'outcome.yaml', bytes: GOOD.replace('political: 2', 'political: 9') },
    { id: 'bridge', eve: undefined },
  )
  expect(value).toBeUndefined()
  expect(faults.map(({ code }) => code)).toEqual(['out-of-bounds'])
})

test('a file that breaks off is no reason to miss what stands after the break', () => {
  const codes = slips(['deeds:\n', 'deeds: [\n']).map(([code]) => code)
  expect(codes).toContain('yaml-syntax')
  expect(codes).not.toContain('missing-deed')
})
