/** What comes out of the check: units, ids, what stands in, and what changes nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { parseDate } from '../../src/base/date.ts'
import type { Quantity, Scenario } from '../../src/scenario/scenario.ts'
import { BRIDGE, checkFiles, checkText, edited } from './bridge.ts'

function valid(text: string): Scenario {
  const { value, faults } = checkText(text)
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

function tieQuantity(scenario: Scenario, tie: string, name: string): Quantity | undefined {
  return scenario.ties.get(tie)?.quantities[name]
}

/** Without places, which name the line a thing stood on. */
function placeless(scenario: Scenario): unknown {
  return JSON.parse(
    JSON.stringify(scenario, (key, value: unknown) =>
      key === 'span' ? undefined : value instanceof Map ? [...(value as Map<string, unknown>)] : value,
    ),
  )
}

test('a number keeps its meaning whatever it is written like', () => {
  const forms: readonly (readonly [string, Quantity['law']])[] = [
    ['0.7', { kind: 'fixed', value: 0.7 }],
    ['70 %', { kind: 'fixed', value: 0.7 }],
    ['"70%"', { kind: 'fixed', value: 0.7 }],
    ['30 to 70 %', { kind: 'quantiles', p05: 0.3, p50: 0.5, p95: 0.7 }],
    ['[30 %, 0.4, 70 %]', { kind: 'quantiles', p05: 0.3, p50: 0.4, p95: 0.7 }],
    ['{ value: 70, unit: "%" }', { kind: 'fixed', value: 0.7 }],
    ['{ uniform: 0.2 to 0.4 }', { kind: 'uniform', low: 0.2, high: 0.4 }],
    ['{ lognormal: 0.2 to 0.4 }', { kind: 'lognormal', p05: 0.2, p95: 0.4 }],
    ['{ beta: [2, 5] }', { kind: 'beta', alpha: 2, beta: 5 }],
    ['[0.4, 0.4, 0.4]', { kind: 'fixed', value: 0.4 }],
  ]
  for (const [text, law] of forms) {
    expect(
      tieQuantity(valid(edited(['stake: 0.3 to 0.7', `stake: ${text}`])), 'cascadia-avalon', 'stake')?.law,
      text,
    ).toEqual(law)
  }
  expect(tieQuantity(valid(BRIDGE), 'cascadia-avalon', 'distance')?.law).toEqual({
    kind: 'fixed',
    value: 1200,
  })
  expect(tieQuantity(valid(edited(['1_200 km', '1000 nmi'])), 'cascadia-avalon', 'distance')?.law).toEqual({
    kind: 'fixed',
    value: 1852,
  })
  expect(valid(edited(['90 days', '3 months'])).crisis.horizon).toBe(91)
})

test('a quantity inherits the source of its tie unless it names its own, and its id is its path', () => {
  const stake = tieQuantity(valid(BRIDGE), 'cascadia-avalon', 'stake')
  expect(stake).toMatchObject({
    id: 'ties.cascadia-avalon.stake',
    source: 'desk',
    unit: 'fraction',
    role: 'input',
    assumed: false,
  })
})

test('every dyad has all that its decision reads, assumed where nothing was said', () => {
  const scenario = valid(
    edited(['  - { from: cascadia, to: borduria, source: desk, opponentPower: 0.4 to 0.8 }\n', '']),
  )
  expect(scenario.dyads).toEqual([{ supporter: 'cascadia', recipient: 'avalon' }])
  const against = scenario.ties.get('cascadia-borduria')
  expect(Object.keys(against?.quantities ?? {}).sort()).toEqual(['nuclearRisk', 'opponentPower', 'rivalry'])
  expect(against?.quantities['nuclearRisk']).toMatchObject({
    law: { kind: 'fixed', value: 1 },
    assumed: true,
  })
  expect(against?.quantities['opponentPower']).toMatchObject({
    law: { kind: 'quantiles', p05: 0.05, p50: 0.5, p95: 0.95 },
    assumed: true,
  })
  expect(against?.clauses.defence).toBe(false)
  expect(tieQuantity(scenario, 'cascadia-avalon', 'precommitment')).toMatchObject({
    law: { kind: 'fixed', value: 0 },
    assumed: true,
  })
  expect([...scenario.channels.keys()]).toEqual([
    'combat',
    'display',
    'economic',
    'enablement',
    'intelligence',
    'materiel',
    'political',
  ])
})

test('what is free may be expected beside the utilisation that is read', () => {
  const scenario = valid(
    edited([
      'distance: 1_200 km',
      'distance: 1_200 km\n    freeCapacity: { range: 0.1 to 0.2, role: expectation }',
    ]),
  )
  expect(tieQuantity(scenario, 'cascadia-avalon', 'freeCapacity')?.role).toBe('expectation')
})

test('clauses out of force read as false', () => {
  const tie = (line: string) =>
    valid(edited(['    to: avalon\n', `    to: avalon\n    ${line}\n`])).ties.get('cascadia-avalon')
  expect(tie('since: 2020-01-01')?.clauses.consultation).toBe(true)
  expect(tie('until: 2020-01-01')?.clauses.consultation).toBe(true)
  expect(tie('since: 2020-01-02')?.clauses.consultation).toBe(false)
  expect(tie('until: 2019-12-31')?.clauses.consultation).toBe(false)
})

test('a scenario overrides the theory: a channel field by field, a weight whole', () => {
  const scenario = valid(
    edited([
      'claims:\n',
      'channels: { combat: { source: desk, alpha: -9 } }\nweights: { stake: { value: 2, source: desk } }\nclaims:\n',
    ]),
  )
  const combat = scenario.channels.get('combat')
  expect(combat?.quantities['alpha']).toMatchObject({
    id: 'channels.combat.alpha',
    law: { kind: 'fixed', value: -9 },
  })
  expect(combat?.quantities['escalation']?.id).toBe('channels.combat.loadings.escalation')
  expect(combat?.anchors).toHaveLength(4)
  expect(scenario.weights.get('stake')?.law).toEqual({ kind: 'fixed', value: 2 })
})

test('sentences are numbered below their statement, and 1.10 is not 1.1', () => {
  const lines = Array.from({ length: 10 }, (_, index) => `Sentence number ${index + 1}.`).join('\n\n')
  const bytes = `# Ignored\nIgnored too.\n\n## 1. First\n> quoted\n- listed\n<!-- said\nonly to us -->\n${lines}\n\n## Notes\nNobody's.\n`
  const text = edited(
    ['asOf: 2020-01-01\n', 'asOf: 2020-01-01\nassessment: prose.md\n'],
    ['id: no-troops', 'id: no-troops\n    sentence: 1.10'],
  )
  const { value, faults } = checkText(text, [{ path: 'prose.md', bytes }])
  expect(faults.filter((fault) => fault.severity === 'fault')).toEqual([])
  expect(value?.assessment?.statements).toEqual([{ id: 1, title: 'First' }])
  expect(value?.assessment?.sentences.map((sentence) => sentence.id)).toEqual(
    Array.from({ length: 10 }, (_, index) => `1.${index + 1}`),
  )
  expect(value?.claims[0]?.sentence).toBe('1.10')
  expect(faults.filter((fault) => fault.code === 'sentence-without-claim')).toHaveLength(9)
})

test('facts are read from the inputs: flags as 0 and 1, dates as days, figures as quantities', () => {
  const read = (path: string, test: string) => {
    const text = edited(
      ['    to: avalon\n', '    to: avalon\n    since: 1999-05-04\n'],
      [
        'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }',
        `that: { fact: ${path}, test: "${test}" }`,
      ],
    )
    return valid(text).claims[0]?.that
  }
  expect(read('tie.cascadia-avalon.clauses.consultation', '== true')).toMatchObject({
    value: 1,
    test: { op: '==', value: 1 },
  })
  expect(read('tie.cascadia-avalon.since', '< 2000-01-01')).toMatchObject({
    value: parseDate('1999-05-04'),
    test: { value: parseDate('2000-01-01') },
  })
  expect(read('actor.cascadia.utilisation', '>= 50 %')).toMatchObject({
    value: { id: 'actors.cascadia.utilisation' },
    test: { value: 0.5 },
  })
})

/** The same document with the order of every map, and of every list of entries, shuffled. */
function shuffled(value: unknown, order: (length: number) => number[], key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, order))
    return ['ties', 'claims', 'all', 'attackers'].includes(key) && key !== 'all'
      ? order(items.length).map((index) => items[index])
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, shuffled(inner, order, name)] as const)
  return Object.fromEntries(order(entries.length).map((index) => entries[index] ?? ['', undefined]))
}

test('the order of entries in a file changes nothing', () => {
  const plain = placeless(valid(BRIDGE))
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
      const order = (length: number): number[] =>
        Array.from({ length }, (_, index) => ({ index, at: chances.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ index }) => index)
      const text = stringify(shuffled(parse(BRIDGE), order))
      expect(placeless(valid(text))).toEqual(plain)
    }),
    { numRuns: 25 },
  )
})

test('the order of files changes nothing', () => {
  const [head, tail] = [
    BRIDGE.slice(0, BRIDGE.indexOf('crisis:')),
    `foedus: 1\n${BRIDGE.slice(BRIDGE.indexOf('crisis:'))}`,
  ]
  const files = [
    { path: 'a.yaml', bytes: head },
    { path: 'b.yaml', bytes: tail },
  ]
  const one = checkFiles(files)
  expect(one.faults).toEqual([])
  expect(checkFiles([...files].reverse())).toEqual(one)
})

test('a new name changes names only', () => {
  const plain = JSON.stringify(placeless(valid(BRIDGE)))
  const named = JSON.stringify(
    placeless(valid(edited(['avalon: { kind', 'avalon: { name: Somewhere else, kind']))),
  )
  expect(named.replace('"name":"Somewhere else"', '"name":"avalon"')).toBe(plain)
})
