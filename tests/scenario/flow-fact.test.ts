/** Facts about what flows: who can reach what, what is signed, what is bought. */
import { describe, expect, test } from 'vitest'
import { checkText } from './bridge.ts'
import type { Edit } from './strait.ts'
import { faultsOf, stating, strait, straitOf } from './strait.ts'

/** What the fact comes to: a number, or the id of the quantity. */
function valueOf(path: string, literal: string, ...edits: Edit[]): number | string | undefined {
  const that = straitOf(stating(path, literal), ...edits).claims[0]?.that
  if (that?.kind !== 'fact') return undefined
  return typeof that.value === 'number' ? that.value : that.value.id
}

test.each([
  ['place.south-port.reach.borduria', '== true', 1],
  ['place.north-port.reach.borduria', '== true', 0],
  ['route.strait.reach.sea.borduria', '== true', 1],
  ['route.strait.reach.air.borduria', '== true', 0],
  ['route.strait.reach.sea.avalon', '== false', 0],
  ['arms.gliders.contracted', '== true', 1],
  ['arms.talk.contracted', '== false', 0],
  ['arms.gliders.contract', '>= 2019-01-01', 17_956],
  ['arms.gliders.releaseBy', '<= 2021-01-01', 18_627],
  ['arms.gliders.ordered', '>= 24', 'arms.gliders.ordered'],
  ['place.south-port.struck', '< 50 %', 'places.south-port.struck'],
  ['route.strait.capacity', '> 3600', 'routes.strait.capacity'],
  ['shipment.grain.demand', '> 900', 'shipments.grain.demand'],
  ['interdiction.borduria.blockade', '> 5 %', 'interdiction.borduria.blockade'],
  ['market.avalon.price', '> 50', 'markets.avalon.price'],
  ['market.avalon.buyers.cascadia.contracted', '> 900000', 'markets.avalon.buyers.cascadia.contracted'],
  ['actor.avalon.ownIntelligence', '> 0.1', 'actors.avalon.ownIntelligence'],
])('%s %s is found', (path, literal, value) => {
  expect(valueOf(path, literal)).toBe(value)
})

test.each([
  ['place.south-prt.struck', 'place.south-port.struck'],
  ['place.south-port.strck', 'place.south-port.struck'],
  ['place.south-port.reach.bordura', 'place.south-port.reach.borduria'],
  ['route.strait.reach.see.borduria', 'route.strait.reach.sea'],
  ['route.strait.reach.sea.bordura', 'route.strait.reach.sea.borduria'],
  ['route.strat.capacity', 'route.strait.capacity'],
  ['shipment.grainn.demand', 'shipment.grain.demand'],
  ['interdiction.bordura.blockade', 'interdiction.borduria.blockade'],
  ['arms.glider.ordered', 'arms.gliders.ordered'],
  ['arms.talk.contract', 'arms.talk.contracted'],
  ['arms.gliders.orderd', 'arms.gliders.ordered'],
  ['market.avalom.price', 'market.avalon.price'],
  ['market.avalon.pryce', 'market.avalon.price'],
  ['market.avalon.buyers.cascada.contracted', 'market.avalon.buyers.cascadia.contracted'],
  ['market.avalon.buyers.cascadia.contract', 'market.avalon.buyers.cascadia.contracted'],
  ['rout.strait.capacity', 'route.strait.capacity'],
])('%s is no fact, and the nearest is told', (path, suggestion) => {
  const { faults } = checkText(strait(stating(path)))
  expect(faults.map((fault) => [fault.code, fault.suggestion])).toEqual([['bad-fact-path', suggestion]])
})

describe('what is at fault makes no second fault where it is asked for', () => {
  test.each<readonly [string, Edit, readonly [string, string]]>([
    ['place.upland.struck', ['upland: {}', 'upland: { struck: 7 }'], ['out-of-bounds', '7']],
    ['place.upland.reach.avalon', ['upland: {}', 'upland: { reach: 7 }'], ['wrong-type', '7']],
    ['route.back.capacity', ['back: { from: south-port', 'back: { from: south'], ['unknown-place', 'south']],
    ['route.back.capacity', [', capacity: 200 kt/day', ''], ['missing-key', 'back']],
    ['shipment.crude.demand', ['cargo: oil', 'cargo: oyl'], ['unknown-word', 'oyl']],
    [
      'interdiction.borduria.blockade',
      ['  borduria: { source: desk, blockade', '  borduria: { source: desk, blockad'],
      ['unknown-key', 'blockad'],
    ],
    ['arms.talk.contract', ['talk: { ', 'talk: { contract: soon, '], ['bad-date', 'soon']],
    ['arms.talk.contracted', ['talk: { ', 'talk: { contract: soon, '], ['bad-date', 'soon']],
    ['market.avalon.price', ['price: 60', 'price: -60'], ['out-of-bounds', '-60 to 90 USD/bbl']],
    [
      'market.avalon.buyers.others.discount',
      ['discount: 200 USD/bbl', 'discount: 200'],
      ['missing-unit', '200'],
    ],
  ])('%s', (path, edit, told) => {
    expect(faultsOf(stating(path), edit)).toEqual([told])
  })
})

test('a flag is compared with yes or no, a date with a date, a share with a share', () => {
  expect(faultsOf(stating('route.strait.reach.sea.borduria', '> 3'))).toEqual([['bad-test', '"> 3"']])
  expect(faultsOf(stating('arms.gliders.contract', '== true'))).toEqual([['bad-test', '"== true"']])
  expect(faultsOf(stating('interdiction.borduria.blockade', '> 30'))).toEqual([['out-of-bounds', '"> 30"']])
})
