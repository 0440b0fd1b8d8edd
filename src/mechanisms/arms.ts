/**
 * From an order to effect: built, let go, delivered, integrated, and worn down by war. What is promised and not
 * integrated has no effect (docs/theory.md 14). Deliveries wait for no war; a war can hold them back. What has been built,
 * delivered and learnt stays so when an inject changes the order; the rest comes by the figures of the day.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'
import { RACE_CODES } from './race.ts'

const count: Read = { of: 'i', unit: 'count', from: 'arms' }
const fraction: Read = { of: 'i', unit: 'fraction', from: 'arms' }
const days: Read = { of: 'i', unit: 'day', from: 'arms' }
const flag: Read = { of: 'i', unit: 'flag', from: 'arms' }

export const arms: Mechanism = mechanism('arms', {
  about: 'Order, production, release gate, delivery, integration and loss of arms, one kind at a time.',
  limits:
    'One kind of arms at a time: crews, ammunition and spare parts are not told apart from the units. ' +
    'A supplier that holds back is a hazard of release, not a negotiation.',
  slow: true,
  reads: {
    inService: count,
    ordered: count,
    readiness: fraction,
    paid: fraction,
    underFire: fraction,
    contracted: flag,
    contract: days,
    lead: days,
    rate: { of: 'i', unit: 'number/day', from: 'arms' },
    gated: flag,
    release: fraction,
    releaseBy: days,
    'given.thirdPartyCost': fraction,
    'given.utilisation': fraction,
    'given.paid': fraction,
    transit: days,
    integration: days,
    loss: { of: 'i', unit: 'number/day', from: 'arms' },
    thirdPartyCost: { of: 'd', unit: 'fraction', from: 'tie' },
    utilisation: fraction,
    attack: { of: '', unit: 'flag', from: 'situation' },
    horizon: { of: '', unit: 'day', from: 'situation' },
    absent: { of: 'd', unit: 'flag', from: 'situation' },
    'w.gateThirdParty': { of: '', unit: 'log-odds', from: 'weight' },
    'w.gatePaid': { of: '', unit: 'log-odds', from: 'weight' },
    'w.gateOwnNeed': { of: '', unit: 'log-odds', from: 'weight' },
    'w.gateWar': { of: '', unit: 'log-odds', from: 'weight' },
    'intelligence.blame': { of: 'd', unit: 'fraction', from: 'mechanism', otherwise: 0 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    surest: { value: 0.999, unit: 'fraction', source: 'keeps a hazard finite where a share is 1' },
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    ...RACE_CODES,
  },
  draws: { patience: { of: 'i', law: 'exponential' } },
  units: {
    gateHazard: 'number/day',
    gateOn: 'day',
    promisedOn: 'day',
    readyOn: 'day',
    since: 'day',
    sentTo: 'day',
    learntTo: 'day',
    pace: 'number/day',
    fastest: 'number/day',
    firstOn: 'day',
    deliveredOn: 'day',
    effectOn: 'day',
  },
  before: {
    gateOn: Number.POSITIVE_INFINITY,
    deliveredOn: Number.POSITIVE_INFINITY,
    effectOn: Number.POSITIVE_INFINITY,
  },
  equations: [
    `
    total[i] = floor(ordered[i])
    gateHazard[i] = gated[i] ? (0 - log(1 - min(surest, release[i]))) / releaseBy[i]
      * exp(w.gatePaid * (paid[i] - given.paid[i])
        - w.gateThirdParty * (thirdPartyCost[deal[i]] - given.thirdPartyCost[i])
        - w.gateOwnNeed * (utilisation[i] - given.utilisation[i])) : 0
    `,
    `
    fighting = attack && !last(termination.ended)
    pressure[i] = last(pressure[i])
      + (t > 0 ? gateHazard[i] * exp(-w.gateThirdParty * intelligence.blame[deal[i]]
        - w.gateWar * (fighting ? underFire[i] : 0)) * oneDay : 0)
    released[i] = !absent[deal[i]] && (!gated[i] || pressure[i] >= patience[i])
    gateOn[i] = released[i] ? min(last(gateOn[i]), t) : last(gateOn[i])
    begun[i] = last(built[i]) > 0
    promisedOn[i] = !contracted[i] ? gateOn[i] + lead[i]
      : gated[i] ? contract[i] + lead[i] : max(0, contract[i] + lead[i])
    readyOn[i] = begun[i] ? last(readyOn[i])
      : t > 0 && ordered[i] > 0 ? max(promisedOn[i], t - oneDay) : promisedOn[i]
    sofar[i] = !begun[i] ? 0 : rate[i] == last(pace[i]) ? last(sofar[i])
      : last(sofar[i]) + (t - oneDay - last(since[i])) * last(pace[i])
    since[i] = !begun[i] ? readyOn[i] : rate[i] == last(pace[i]) ? last(since[i]) : t - oneDay
    pace[i] = t >= 0 ? rate[i] : 0
    fastest[i] = max(last(fastest[i]), pace[i])
    firstOn[i] = max(readyOn[i], gateOn[i]) + transit[i]
    built[i] = max(last(built[i]), !absent[deal[i]] && t >= readyOn[i]
      ? min(total[i], 1 + floor(sofar[i] + (t - since[i]) * rate[i])) : 0)
    sentTo[i] = t - transit[i] - since[i]
    delivered[i] = max(last(delivered[i]), t >= firstOn[i]
      ? min(built[i], 1 + floor(sofar[i] + sentTo[i] * (sentTo[i] < 0 ? fastest[i] : rate[i]))) : 0)
    usable[i] = last(integrated[i])
    learntTo[i] = t - integration[i] - transit[i] - since[i]
    integrated[i] = max(last(integrated[i]), t - integration[i] >= firstOn[i]
      ? min(delivered[i], 1 + floor(sofar[i] + learntTo[i] * (learntTo[i] < 0 ? fastest[i] : rate[i]))) : 0)
    withheld[i] = released[i] ? 0 : built[i]
    signed[i] = last(signed[i]) || !absent[deal[i]] && (contracted[i] ? t >= contract[i] : released[i])
    inProduction[i] = signed[i] ? max(0, total[i] - built[i]) : 0
    deliveredShare[i] = min(1, delivered[i] / max(1, total[i]))
    wear[i] = fighting ? max(0, 1 - loss[i] * oneDay) : 1
    fielded[i] = (t > 0 ? last(fielded[i]) * wear[i] : inService[i]) + integrated[i] - usable[i]
    effective[i] = fielded[i] * readiness[i]
    deliveredOn[i] = delivered[i] > 0 ? min(last(deliveredOn[i]), t) : last(deliveredOn[i])
    effectOn[i] = integrated[i] > 0 ? min(last(effectOn[i]), t) : last(effectOn[i])
    inTime[i] = last(inTime[i]) || attack && t <= horizon && integrated[i] > 0 && !last(termination.ended)
    race[i] = integrated[i] > 0 && last(termination.ended) ? inTime[i] ? helpFirst : endFirst : noRace
    `,
  ],
  decisions: {
    released: {
      kind: 'hazard',
      log: `logHazard[i] = (gated[i] ? log(0 - log(1 - min(surest, release[i]))) - log(releaseBy[i] / oneDay) : 0)
        + w.gatePaid * (paid[i] - given.paid[i])
        - w.gateThirdParty * (thirdPartyCost[deal[i]] + intelligence.blame[deal[i]] - given.thirdPartyCost[i])
        - w.gateOwnNeed * (utilisation[i] - given.utilisation[i])
        - w.gateWar * (fighting ? underFire[i] : 0)`,
      exposure: 'pressure',
      patience: 'patience',
    },
  },
})
