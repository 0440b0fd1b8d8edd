/** The way out that a fault about flows offers: the unit of a test, the days of a date, the brackets of a list. */
import { describe, expect, test } from 'vitest'
import { checkText } from './bridge.ts'
import { changed } from './small.ts'
import type { Edit } from './strait.ts'
import { STRAIT, strait, stating } from './strait.ts'

const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'

function told(...edits: Edit[]): [string, string | undefined, string | undefined][] {
  return checkText(strait(...edits)).faults.map(({ code, expected, suggestion }) => [
    code,
    expected,
    suggestion,
  ])
}

function asking(look: string, bound: string): Edit {
  return [CONDITION, `that: { metric: ${look}, test: "${bound}" }`]
}

test('a test with a unit is told the plain number in the unit of the metric', () => {
  expect(told(asking('routes.carried, of: grain', '>= 5 kt'))).toEqual([
    ['bad-test', 'a plain number t', '">= 5000"'],
  ])
  expect(told(asking('lifeline.reserves, of: avalon', '< 2 USD bn'))).toEqual([
    ['bad-test', 'a plain number USD', '"< 2000000000"'],
  ])
  // Another dimension has no number here.
  expect(told(asking('routes.carried, of: grain', '>= 5 kt/day'))).toEqual([
    ['bad-test', 'a plain number t', undefined],
  ])
  expect(told(stating('shipment.crude.demand', '>= 100 kt/day'))).toEqual([
    ['bad-test', 'a plain number t/day', '">= 100000"'],
  ])
})

test('a test that is none at all stays so', () => {
  expect(told(asking('routes.carried, of: grain', '5 kt')).map(([code]) => code)).toEqual(['bad-test'])
  expect(told(asking('routes.carried, of: grain', '>= 5 parsecs')).map(([code]) => code)).toEqual([
    'bad-test',
  ])
  expect(told(stating('crisis.start', '>= 5 kt')).map(([code]) => code)).toEqual(['bad-test'])
})

test('a window given as a date is told the days from the start', () => {
  const late = (day: string): Edit => asking(`arms.delivered, of: gliders, window: { to: ${day} }`, '>= 1')
  expect(told(late('2020-09-01'))).toEqual([['wrong-type', 'a number of days', '244 days']])
  expect(told(late('2019-09-01'))).toEqual([['wrong-type', 'a number of days', undefined]])
})

test('a fact about a contract is told by its name', () => {
  expect(told(stating('arms.gliders.contracts')).map(([, , way]) => way)).toEqual(['arms.gliders.contracted'])
  expect(told(stating('arms.talk.contracts')).map(([, , way]) => way)).toEqual(['arms.talk.contracted'])
  expect(told(stating('arms.gliders.reday', '> 0.5')).map(([code]) => code)).toEqual(['bad-fact-path'])
})

describe('one name where a list stands only lacks its brackets', () => {
  test.each<readonly [Edit, string]>([
    [['sea: [cascadia, borduria]', 'sea: borduria'], '[borduria]'],
    [['from: [south-port], to: north-port', 'from: south-port, to: north-port'], '[south-port]'],
    [['reach: [cascadia, borduria], source', 'reach: borduria, source'], '[borduria]'],
  ])('%s', (edit, way) => {
    expect(told(edit)).toEqual([['wrong-type', 'a list of ids', way]])
  })

  test('and so on the command line', () => {
    const { faults } = changed({ base: STRAIT, set: { 'routes.strait.reach.sea': 'borduria' } })
    expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([['wrong-type', '[borduria]']])
  })
})

test('a word that begins with a known one is told that', () => {
  expect(told(['mode: road', 'mode: railway']).map(([, , way]) => way)).toEqual(['rail'])
  expect(told(['mode: road', 'mode: airlift']).map(([, , way]) => way)).toEqual(['air'])
  expect(told(['mode: road', 'mode: teleport']).map(([, , way]) => way)).toEqual([undefined])
})

describe('a metric that is none', () => {
  test.each([
    ['routes.up', 'routes.uptime'],
    ['lifeline.uptime', 'routes.uptime'],
    ['route.uptime', 'routes.uptime'],
    ['arms.deliverd', 'arms.delivered'],
    ['support.weapons', undefined],
  ])('%s: %s', (name, way) => {
    const [found] = told(asking(`${name}, of: grain`, '>= 1'))
    expect([found?.[0], found?.[2]]).toEqual(['unknown-metric', way])
  })

  test('is told the others of its family first', () => {
    const [found] = told(asking('support.weapons, of: cascadia, for: avalon', '>= 1'))
    expect(found?.[1]).toMatch(/^one of support\./)
    expect(found?.[1]).toContain('support.materiel')
  })
})
