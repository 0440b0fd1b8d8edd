/**
 * What a state lives on: what it sells abroad and how the money comes in weeks later, what it must buy, and for how
 * long its reserves and stocks cover that (docs/theory.md 16). A blockade binds through what can be shipped,
 * not through what buyers are willing to take.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

const money: Read = { of: 'm', unit: 'USD/day', from: 'market' }
const days: Read = { of: 'm', unit: 'day', from: 'market' }
const ofBuyer: Read = { of: 'u', unit: 'fraction', from: 'buyer' }

export const lifeline: Mechanism = mechanism('lifeline', {
  about:
    'Exports, payment lag, reserves and import cover of a state under pressure (Early 2015; Farrell & Newman 2019).',
  limits:
    'The price, the buyers and what each would take are given: no market clears, and no ally lends ' +
    'when reserves run out. A collapse is a count of days below a threshold, not a revolution.',
  slow: true,
  reads: {
    price: { of: 'm', unit: 'USD/bbl', from: 'market' },
    friction: { of: 'm', unit: 'fraction', from: 'market' },
    paymentLag: days,
    startReserves: { of: 'm', unit: 'USD', from: 'market' },
    otherIncome: money,
    essentialImports: money,
    warSpending: money,
    essentialStock: days,
    collapseCover: days,
    storage: { of: 'm', unit: 'bbl', from: 'market' },
    startStored: { of: 'm', unit: 'bbl', from: 'market' },
    contracted: { of: 'u', unit: 'bbl/day', from: 'buyer' },
    discount: { of: 'u', unit: 'USD/bbl', from: 'buyer' },
    willing: ofBuyer,
    exposureRise: ofBuyer,
    shippedOut: { of: 'u', unit: 'flag', from: 'buyer' },
    absentBuyer: { of: 'u', unit: 'flag', from: 'situation' },
    attack: { of: '', unit: 'flag', from: 'situation' },
    'routes.shipped': { of: 'c', unit: 't/day', from: 'mechanism', otherwise: 1 },
    'routes.usual': { of: 'c', unit: 't/day', from: 'mechanism', otherwise: 1 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    byExposure: {
      value: 0.5,
      unit: 'log-odds',
      source: 'docs/theory.md 16; what a rise in exposure to sanctions takes off a buyer’s will; judgement',
    },
    keenest: {
      value: 1.1,
      unit: 'fraction',
      source: 'docs/theory.md 16; a buyer takes at most a tenth more than before',
    },
    thriftCover: {
      value: 60,
      unit: 'day',
      source: 'docs/theory.md 16; below two months of essential imports the rest is cut first; judgement',
    },
    scoredAfter: {
      value: 30,
      unit: 'day',
      source: 'docs/theory.md 16; days below the threshold until a collapse is scored',
    },
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    oneTonne: {
      value: 1,
      unit: 't/day',
      source: 'flow is counted in whole tonnes a day; below one, no way was used',
    },
    oneBarrel: { value: 1, unit: 'bbl/day', source: 'keeps a share of exports finite' },
    oneDollar: { value: 1, unit: 'USD/day', source: 'keeps a share of imports finite' },
  },
  units: {
    production: 'bbl/day',
    margin: 'USD/bbl',
    depot: 'bbl',
    usualIncome: 'USD/day',
    otherSpending: 'USD/day',
    taken: 'bbl/day',
    asked: 'bbl/day',
    bought: 'bbl/day',
    exports: 'bbl/day',
    supply: 'bbl/day',
    stored: 'bbl',
    worth: 'USD/day',
    income: 'USD/day',
    purse: 'USD/day',
    spentElse: 'USD/day',
    spentWar: 'USD/day',
    spentEssential: 'USD/day',
    reserves: 'USD',
    goods: 'day',
    cover: 'day',
    thin: 'day',
    held: 'USD',
    idle: 'bbl/day',
    collapsedOn: 'day',
  },
  before: { collapsedOn: Number.POSITIVE_INFINITY },
  equations: [
    `
    production[m] = sum(u, seller[u] == m ? contracted[u] : 0)
    margin[u] = max(0, price[seller[u]] - discount[u])
    usualIncome[m] = sum(u, seller[u] == m ? contracted[u] * margin[u] : 0) * (1 - friction[m])
    depot[m] = max(storage[m], startStored[m])
    otherSpending[m] = max(0, usualIncome[m] + otherIncome[m] - essentialImports[m])
    eager[u] = absentBuyer[u] ? 0 : attack ? min(keenest, willing[u] * exp(-byExposure * exposureRise[u])) : 1
    share[u] = contracted[u] / max(oneBarrel, production[seller[u]])
    `,
    `
    passage[u] = !shippedOut[u] ? keenest : routes.usual[outlet[u]] < oneTonne ? 1
      : min(1, routes.shipped[outlet[u]] / max(oneTonne, routes.usual[outlet[u]]))
    taken[u] = contracted[u] * min(eager[u], passage[u])
    asked[m] = sum(u, seller[u] == m ? taken[u] : 0)
    supply[m] = production[m] + (t > 0 ? last(stored[m]) : startStored[m]) / oneDay
    exports[m] = min(asked[m], supply[m])
    bought[u] = taken[u] * exports[seller[u]] / max(oneBarrel, asked[seller[u]])
    boughtShare[u] = bought[u] / max(oneBarrel, contracted[u])
    stored[m] = min(depot[m], (supply[m] - exports[m]) * oneDay)
    idle[m] = supply[m] - exports[m] - stored[m] / oneDay
    worth[m] = sum(u, seller[u] == m ? bought[u] * margin[u] : 0) * (1 - friction[m])
    `,
    `
    income[m] = ago(worth[m], paymentLag[m], usualIncome[m])
    held[m] = t > 0 ? last(reserves[m]) : startReserves[m]
    purse[m] = held[m] / oneDay + income[m] + otherIncome[m]
    thrifty[m] = held[m] < thriftCover * essentialImports[m]
    spentEssential[m] = min(purse[m], essentialImports[m])
    spentWar[m] = min(purse[m] - spentEssential[m], attack && !last(termination.ended) ? warSpending[m] : 0)
    spentElse[m] = min(purse[m] - spentEssential[m] - spentWar[m], thrifty[m]
      ? min(otherSpending[m], max(0, income[m] + otherIncome[m] - spentEssential[m] - spentWar[m]))
      : otherSpending[m])
    reserves[m] = (purse[m] - spentEssential[m] - spentWar[m] - spentElse[m]) * oneDay
    unpaid[m] = (essentialImports[m] - spentEssential[m]) / max(oneDollar, essentialImports[m])
    short[m] = unpaid[m] > 0
    goods[m] = max(0, (t > 0 ? last(goods[m]) : essentialStock[m]) - unpaid[m] * oneDay)
    cover[m] = reserves[m] / max(oneDollar, essentialImports[m]) + goods[m]
    thin[m] = cover[m] < collapseCover[m] ? last(thin[m]) + oneDay : 0
    collapsed[m] = last(collapsed[m]) || thin[m] >= scoredAfter
    collapsedOn[m] = collapsed[m] ? min(last(collapsedOn[m]), t) : last(collapsedOn[m])
    `,
  ],
})
