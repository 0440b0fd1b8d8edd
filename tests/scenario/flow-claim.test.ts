/** Claims on flows: of whom they are asked, how far their windows reach, and what can never be. */
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/scenario/scenario.ts'
import { type Edit, faultsOf, strait, straitOf } from './strait.ts'
import { checkText } from './bridge.ts'

const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'
const HORIZON = 90

function asking(look: string, test = '>= 1'): Edit {
  return [CONDITION, `that: { metric: ${look}, test: "${test}" }`]
}

function read(look: string, test?: string): Claim['that'] {
  return straitOf(asking(look, test)).claims[0]?.that
}

const ASKED = [
  'arms.delivered, of: gliders',
  'arms.released, of: talk',
  'routes.shipped, of: grain',
  'routes.blockading, of: borduria',
  'lifeline.cover, of: avalon',
  'lifeline.boughtShare, of: cascadia, for: avalon',
  'intelligence.gain, of: cascadia, for: avalon',
  'routes.stopped, of: cascadia, for: avalon',
]

test.each(ASKED)('%s can be asked, up to the horizon unless stated', (look) => {
  const [metric = '', of = '', seller] = look.split(', ').map((part) => part.split(': ').at(-1)!)
  expect(faultsOf(asking(look, '>= 0'))).toEqual([])
  expect(read(look, '>= 0')).toMatchObject({
    kind: 'metric',
    metric,
    of,
    ...(seller === undefined ? {} : { for: seller }),
    from: 0,
    to: HORIZON,
  })
})

/** code, covered text, the look. */
const STRANGERS: readonly (readonly [string, string, string])[] = [
  ['unknown-arms', 'glider', 'arms.delivered, of: glider'],
  ['unknown-shipment', 'gliders', 'routes.shipped, of: gliders'],
  ['unknown-market', 'borduria', 'lifeline.cover, of: borduria'],
  ['unknown-market', 'borduria', 'lifeline.share, of: cascadia, for: borduria'],
  ['unknown-buyer', 'borduria', 'lifeline.share, of: borduria, for: avalon'],
  ['not-a-belligerent', 'cascadia', 'routes.blockading, of: cascadia'],
  ['unknown-actor', 'bordura', 'routes.blockading, of: bordura'],
  ['missing-key', '{', 'arms.delivered'],
  ['missing-key', '{', 'lifeline.share, of: cascadia'],
  ['unknown-key', 'for', 'arms.delivered, of: gliders, for: avalon'],
]

test.each(STRANGERS)('%s: %s', (code, covered, look) => {
  expect(faultsOf(asking(look, '>= 0'))).toEqual([[code, covered]])
})

test('a market or kind of arms at fault makes no second fault in the claim that asks for it', () => {
  const broken: Edit = ['ordered: { range: [24 count, 48 count, 50 count] }', 'ordered: many']
  expect(faultsOf(broken, asking('arms.delivered, of: gliders'))).toEqual([['wrong-type', 'many']])
})

test('the nearest name is offered', () => {
  const { faults } = checkText(strait(asking('arms.delivered, of: glider')))
  expect(faults.map(({ suggestion }) => suggestion)).toEqual(['gliders'])
})

describe('a window beyond the horizon', () => {
  const late = ', window: { from: 30 days, to: 2 years }'

  test.each(['arms.delivered, of: gliders', 'routes.carried, of: grain', 'lifeline.collapsed, of: avalon'])(
    'is taken as it is for %s, which goes on',
    (look) => {
      expect(read(look + late)).toMatchObject({ from: 30, to: 731 })
    },
  )

  test.each([
    'support.combat, of: cascadia, for: avalon',
    'termination.ended',
    'intelligence.reported, of: cascadia, for: avalon',
  ])('is a fault that says why for %s, which stands still', (look) => {
    const { faults } = checkText(strait(asking(look + late)))
    expect(faults.map(({ code }) => code)).toEqual(['window-beyond-horizon'])
    expect(faults[0]?.says).toContain('only arms, routes and livelihoods go on')
    expect(faults[0]?.says).toContain(look.split(',')[0])
    expect(faults[0]?.suggestion).toBe('90 days')
  })

  test('is judged look by look in an order and in a share', () => {
    const order = (first: string, before: string): Edit => [
      CONDITION,
      `that: { first: { metric: ${first} }, before: { metric: ${before} } }`,
    ]
    const arms = `arms.delivered, of: gliders${late}`
    expect(faultsOf(order(arms, 'termination.ended'))).toEqual([])
    expect(faultsOf(order('termination.ended', `lifeline.short, of: avalon${late}`))).toEqual([])
    expect(faultsOf(order(arms, `termination.ended${late}`))).toEqual([['window-beyond-horizon', '2 years']])
    const share = (part: string): Edit => [
      CONDITION,
      `that: { share: { metric: ${part} }, in: { metric: routes.shipped, of: grain${late} }, test: "> 0.5" }`,
    ]
    expect(faultsOf(share(`routes.shipped, of: crude${late}`))).toEqual([])
    expect(faultsOf(share(`support.combat, of: cascadia, for: avalon${late}`))).toEqual([
      ['window-beyond-horizon', '2 years'],
    ])
  })

  test('ends after ten years, and after it begins', () => {
    const window = (text: string): Edit => asking(`arms.delivered, of: gliders, window: { ${text} }`)
    expect(faultsOf(window('to: 11 years'))).toEqual([['out-of-bounds', '11 years']])
    expect(faultsOf(window('from: 200 days'))).toEqual([['window-backwards', '200 days']])
  })
})

describe('a test that can never be so', () => {
  test.each([
    ['arms.deliveredShare, of: gliders', '> 30'],
    ['routes.covered, of: grain', '> 1.2'],
    ['lifeline.boughtShare, of: cascadia, for: avalon', '> 1.2'],
    ['arms.delivered, of: gliders', '< -1'],
    ['lifeline.reserves, of: avalon', '< -1'],
    ['lifeline.cover, of: avalon, over: sum', '<= -5'],
    ['routes.blockading, of: borduria', '>= 2'],
  ])('is told of %s %s', (look, bound) => {
    expect(faultsOf(asking(look, bound)).map(([code]) => code)).toEqual(['out-of-bounds'])
  })

  test.each([
    ['lifeline.boughtShare, of: cascadia, for: avalon', '> 1.05'],
    ['lifeline.income, of: avalon', '< -5e6'],
    ['lifeline.reserves, of: avalon', '< 5e9'],
    ['routes.shipped, of: grain', '>= 2500'],
    ['arms.delivered, of: gliders, over: firstDay, reaches: 12', '<= 60'],
  ])('and %s %s may be so', (look, bound) => {
    expect(faultsOf(asking(look, bound))).toEqual([])
  })

  test('a share of 30 was meant in percent', () => {
    const { faults } = checkText(strait(asking('routes.covered, of: grain', '> 30')))
    expect(faults[0]?.suggestion).toBe('30 %')
  })

  test.each([
    ['arms.delivered, of: gliders', '== true', 'a number count'],
    ['lifeline.reserves, of: avalon', '> 2026-01-01', 'a number USD'],
    ['arms.released, of: gliders', '> 2026-01-01', 'true or false'],
  ])('what cannot be compared is told with its unit: %s %s', (look, bound, expected) => {
    const { faults } = checkText(strait(asking(look, bound)))
    expect(faults.map(({ code, expected: said }) => [code, said])).toEqual([['bad-test', expected]])
  })
})
