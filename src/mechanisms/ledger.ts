/**
 * The ledger of binding constraints: why a supporter gave nothing in a channel. A constraint binds when lifting it
 * alone would have brought support; where several would, the one that weighs most is entered (docs/theory.md 18).
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { CONSTRAINTS, mechanism } from './axes.ts'
import { RACE_CODES } from './race.ts'
import { formCodes } from './rules.ts'

const weight: Read = { of: '', unit: 'log-odds', from: 'weight' }
const loading: Read = { of: 'k', unit: 'fraction', from: 'channel' }
const ofTie: Read = { of: 'd', unit: 'fraction', from: 'tie' }
const known = (of: string, unit: string): Read => ({ of, unit, from: 'mechanism', otherwise: 0 })

const BEFORE = ['given', 'barred'] as const
const AFTER = ['unwilling', 'onItsWay', 'routeClosed', 'overBefore', 'takenOut'] as const

export type Entry = (typeof BEFORE | typeof CONSTRAINTS | typeof AFTER)[number]
/** Entries of the ledger, in the order of their numbers; the constraints stand in their midst. */
export const ENTRIES: readonly Entry[] = [...BEFORE, ...CONSTRAINTS, ...AFTER]

const code = (entry: Entry) => ({
  value: ENTRIES.indexOf(entry),
  unit: 'number',
  source: 'its place among the entries',
})

export const ledger: Mechanism = mechanism('ledger', {
  about: 'Which constraint bound where no help came, and whether help came in time.',
  limits:
    'It lifts one constraint at a time, by the taste that was drawn on the eve; two constraints that ' +
    'bind only together appear as none. It tells what held help back in this model, not in the minds ' +
    'of those who decided.',
  reads: {
    'w.precision': { of: '', unit: 'number', from: 'weight' },
    'w.freeCapacity': weight,
    'w.access': weight,
    'w.nuclear': weight,
    'w.opponentPower': weight,
    'w.thirdPartyCost': weight,
    'w.domesticConstraint': weight,
    'w.freeRiding': { of: '', unit: 'fraction', from: 'weight' },
    'loading.capacity': loading,
    'loading.access': loading,
    'loading.escalation': loading,
    'loading.visibility': loading,
    'loading.domestic': loading,
    absent: { of: 'd', unit: 'flag', from: 'situation' },
    access: ofTie,
    thirdPartyCost: ofTie,
    domesticConstraint: ofTie,
    'capacity.free': { ...known('d', 'fraction'), otherwise: 1 },
    'capacity.reach': { ...known('d', 'fraction'), otherwise: 1 },
    'capacity.scarce': known('d', 'number'),
    'form.capacity': { of: '', unit: 'number', from: 'form' },
    'w.shadowPrice': weight,
    'support.nuclear': known('d', 'fraction'),
    'support.power': known('d', 'fraction'),
    'support.pull': known('d', 'log-odds'),
    'support.believed': known('dk', 'fraction'),
    'support.closed': known('dk', 'flag'),
    'support.eve': known('dk', 'log-odds'),
    'support.taste': known('dkl', 'log-odds'),
    'support.decided': known('dk', 'level'),
    'delivery.delivered': known('dk', 'level'),
    'delivery.given': known('dk', 'level'),
    'delivery.observed': known('dk', 'level'),
    'routes.stopped': known('d', 'flag'),
    'termination.ended': known('', 'flag'),
  },
  constants: {
    entryGiven: code('given'),
    entryBarred: code('barred'),
    entryFirst: code('capacity'),
    entryUnwilling: code('unwilling'),
    entryOnItsWay: code('onItsWay'),
    entryRouteClosed: code('routeClosed'),
    entryOverBefore: code('overBefore'),
    entryTakenOut: code('takenOut'),
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    ...RACE_CODES,
    ...formCodes('capacity'),
  },
  units: { resolvedOn: 'day', seenOn: 'day', dose: 'day' },
  before: { resolvedOn: Number.POSITIVE_INFINITY, seenOn: Number.POSITIVE_INFINITY },
  equations: [
    `
    relief[d, k, j] = w.precision * (
      j == capacity ? (form.capacity == capacityShadowPrice
        ? (w.freeCapacity * (1 - capacity.reach[d]) + w.shadowPrice * capacity.scarce[d]) * loading.capacity[k]
        : w.freeCapacity * (1 - capacity.free[d]) * loading.capacity[k])
      : j == access ? w.access * (1 - access[d]) * loading.access[k]
      : j == nuclearRisk ? w.nuclear * support.nuclear[d] * loading.escalation[k]
      : j == opponentPower ? w.opponentPower * support.power[d] * loading.escalation[k]
      : j == thirdPartyCost ? w.thirdPartyCost * thirdPartyCost[d] * loading.visibility[k]
      : j == domesticConstraint ? w.domesticConstraint * domesticConstraint[d] * loading.domestic[k]
      : support.pull[d] * w.freeRiding * min(1, support.believed[d, k]))
    wouldGive[d, k, j] = relief[d, k, j] > 0
      && argmax(l, l * (w.precision * support.eve[d, k] + relief[d, k, j]) + support.taste[d, k, l]) > 0
    heaviest[d, k] = argmax(j, wouldGive[d, k, j] ? relief[d, k, j] : 0)
    onEve[d, k] = absent[d] ? entryTakenOut
      : support.closed[d, k] ? entryBarred
      : any(j, wouldGive[d, k, j]) ? entryFirst + heaviest[d, k] : entryUnwilling
    `,
    `
    resolvedOn[d, k] = support.decided[d, k] > 0 ? min(last(resolvedOn[d, k]), t) : last(resolvedOn[d, k])
    seenOn[d, k] = delivery.observed[d, k] > 0 ? min(last(seenOn[d, k]), t) : last(seenOn[d, k])
    came[d, k] = last(came[d, k]) || delivery.delivered[d, k] > 0
    inTime[d, k] = last(inTime[d, k]) || delivery.delivered[d, k] > 0 && !termination.ended
    race[d, k] = came[d, k] && termination.ended ? inTime[d, k] ? helpFirst : endFirst : noRace
    dose[d, k] = last(dose[d, k]) + delivery.delivered[d, k] * oneDay
    bound[d, k] = came[d, k] ? entryGiven
      : resolvedOn[d, k] > t ? onEve[d, k]
      : k == materiel && routes.stopped[d] && delivery.given[d, k] > 0 ? entryRouteClosed
      : termination.ended ? entryOverBefore : entryOnItsWay
    `,
  ],
})
