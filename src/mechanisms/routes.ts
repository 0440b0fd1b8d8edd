/**
 * What gets through: a network of places and routes with limited room, which an enemy blockades at sea, strikes
 * from the air, or presses on land and by law. "No navy can come there" is one of four ways to be safe, and
 * safe is how often the goods arrive (docs/theory.md 15).
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism, roleCode } from './axes.ts'

const reach: Read = { of: 'ab', unit: 'flag', from: 'route' }
const press: Read = { of: 'b', unit: 'fraction', from: 'interdiction' }

export const routes: Mechanism = mechanism('routes', {
  about:
    'Greatest flow through what is open (Ford & Fulkerson 1956), under interdiction by domain (Wood 1993).',
  limits:
    'Goods are whole tonnes of one kind, and a day’s flow is set anew each day: no ships in transit, ' +
    'no queues, no prices that call forth another way. Interdiction is stated by the analyst and does ' +
    'not answer to success or loss.',
  slow: true,
  reads: {
    capacity: { of: 'a', unit: 't/day', from: 'route' },
    demand: { of: 'c', unit: 't/day', from: 'shipment' },
    seaReach: reach,
    airReach: reach,
    landReach: reach,
    legalReach: reach,
    sheltered: { of: 'a', unit: 'flag', from: 'route' },
    strikeReach: { of: 'pb', unit: 'flag', from: 'place' },
    spared: { of: 'p', unit: 'flag', from: 'place' },
    struck: { of: 'p', unit: 'fraction', from: 'place' },
    repair: { of: 'p', unit: 'day', from: 'place' },
    needsConsent: { of: 'p', unit: 'flag', from: 'place' },
    consentLevel: { of: 'p', unit: 'level', from: 'place' },
    own: { of: 'c', unit: 'flag', from: 'shipment' },
    blockade: press,
    strikes: press,
    air: press,
    land: press,
    legal: press,
    attack: { of: '', unit: 'flag', from: 'situation' },
    absent: { of: 'd', unit: 'flag', from: 'situation' },
    lent: { of: 'p', unit: 'flag', from: 'situation' },
    'w.restraint': { of: '', unit: 'log-odds', from: 'weight' },
    'delivery.given': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'coalition.role': { of: 'f', unit: 'number', from: 'mechanism', otherwise: 0 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    judgedOver: {
      value: 30,
      unit: 'day',
      source: 'docs/theory.md 15; P(struck), P(blockade) are stated per 30 days',
    },
    surest: { value: 0.999, unit: 'fraction', source: 'keeps a hazard finite where a share is 1' },
    working: {
      value: 0.7,
      unit: 'fraction',
      source: 'docs/theory.md 15; the share of the usual flow from which a way counts as up',
    },
    unnoticed: {
      value: 0.01,
      unit: 'fraction',
      source: 'docs/theory.md 15; damage below a hundredth of a place is none',
    },
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    basing: roleCode('basing'),
    oneTonne: { value: 1, unit: 't/day', source: 'flow is counted in whole tonnes a day' },
  },
  draws: {
    resolve: { of: 'b', law: 'exponential' },
    wait: { of: 'ps', law: 'exponential' },
    fall: { of: 'ps', law: 'beta-2-3' },
  },
  units: {
    usualRoom: 't/day',
    wanted: 't/day',
    wants: 't/day',
    room: 't/day',
    usual: 't/day',
    usualUse: 't/day',
    shipped: 't/day',
    used: 't/day',
    passed: 't',
    average: 't/day',
    carried: 't',
    daysUp: 'day',
    daysTight: 'day',
    daysShut: 'day',
    daysUnconsented: 'day',
    sealing: 'number/day',
    striking: 'number/day',
  },
  equations: [
    `
    usualRoom[a] = oneTonne * floor(capacity[a] / oneTonne)
    wanted[c] = oneTonne * floor(demand[c] / oneTonne)
    wants[c] = own[c] && absent[haul[c]] ? 0 : wanted[c]
    `,
    {
      solve: 'maxflow',
      room: 'usualRoom',
      demand: 'wanted',
      gives: { shipped: 'usual', used: 'usualUse', tight: 'usuallyTight', open: 'usuallyPassable' },
    },
    `
    sparing[a] = sheltered[a] ? exp(-w.restraint) : 1
    sealing[b] = (0 - log(1 - min(surest, blockade[b]))) / judgedOver
    striking[p] = (0 - log(1 - min(surest, struck[p]))) / judgedOver
      * largest(b, strikeReach[p, b] ? strikes[b] : 0) * (spared[p] ? exp(-w.restraint) : 1)
    mending[p] = exp(-log(2) * oneDay / repair[p])
    arrival[p, s] = sum(z, z <= s ? wait[p, z] : 0)
    legalStop[a] = attack ? largest(b, legalReach[a, b] ? legal[b] : 0) * sparing[a] : 0
    airStop[a] = largest(b, airReach[a, b] ? air[b] : 0) * sparing[a]
    landStop[a] = largest(b, landReach[a, b] ? land[b] : 0) * sparing[a]
    `,
    `
    fighting = attack && !last(termination.ended)
    resolved[b] = last(resolved[b]) + (fighting && t > 0 ? sealing[b] * oneDay : 0)
    blockading[b] = fighting && resolved[b] >= resolve[b]
    seaStop[a] = largest(b, seaReach[a, b] && blockading[b] ? sparing[a] : 0)
    open[a] = (1 - seaStop[a]) * (1 - (fighting ? airStop[a] : 0)) * (1 - (fighting ? landStop[a] : 0)) * (1 - legalStop[a])
    endured[p] = last(exposure[p])
    exposure[p] = endured[p] + (fighting && t > 0 ? striking[p] * oneDay : 0)
    blow[p, s] = exposure[p] >= arrival[p, s] && endured[p] < arrival[p, s] ? fall[p, s] : 0
    unhurt[p] = (1 - blow[p, first]) * (1 - blow[p, second]) * (1 - blow[p, third]) * (1 - blow[p, fourth])
    damage[p] = 1 - (1 - last(hole[p]) * mending[p]) * unhurt[p]
    hole[p] = damage[p] < unnoticed ? 0 : damage[p]
    consents[p] = !attack || !needsConsent[p]
      || (lent[p] ? coalition.role[lender[p]] >= basing
        : delivery.delivered[host[p], enablement] >= consentLevel[p])
    fit[p] = consents[p] ? 1 - hole[p] : 0
    room[a] = oneTonne * floor(capacity[a] * open[a] * fit[tail[a]] * fit[head[a]] / oneTonne)
    closed[a] = usualRoom[a] >= oneTonne && room[a] < oneTonne
    `,
    {
      solve: 'maxflow',
      room: 'room',
      demand: 'wants',
      gives: { shipped: 'shipped', used: 'used', tight: 'tight', open: 'passable' },
    },
    `
    days = t + oneDay
    cut[c] = wanted[c] >= oneTonne && (shipped[c] < working * usual[c] || usual[c] < oneTonne)
    daysUp[c] = last(daysUp[c]) + (cut[c] ? 0 : oneDay)
    uptime[c] = daysUp[c] / days
    covered[c] = wanted[c] < oneTonne ? 1 : shipped[c] / wanted[c]
    passed[c] = last(passed[c]) + shipped[c] * oneDay
    average[c] = passed[c] / days
    daysTight[c, a] = last(daysTight[c, a]) + (tight[c, a] && !closed[a] ? oneDay : 0)
    tightness[c, a] = daysTight[c, a] / days
    daysShut[c, a] = last(daysShut[c, a]) + (tight[c, a] && closed[a] ? oneDay : 0)
    shutness[c, a] = daysShut[c, a] / days
    daysUnconsented[p] = last(daysUnconsented[p]) + (consents[p] ? 0 : oneDay)
    unconsented[p] = daysUnconsented[p] / days
    moves[c] = !own[c] || delivery.given[haul[c], materiel] > 0
    carried[c] = last(carried[c]) + (moves[c] ? shipped[c] * oneDay : 0)
    sends[c] = own[c] && wants[c] >= oneTonne
    hasOwn[d] = any(c, sends[c] && haul[c] == d)
    stopped[d] = hasOwn[d] && !any(c, sends[c] && haul[c] == d && passable[c])
    `,
  ],
})
