/**
 * How far a supporter and the other side come towards war with each other: rungs reached by
 * deeds, by a lethal incident among people in the theatre, and by climbing. The rung is the
 * highest that was reached; coming down is for later. That nuclear danger holds a supporter
 * back in the first place acts in `support`.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { type CHANNEL_LABELS, mechanism } from './axes.ts'

const share: Read = { of: '', unit: 'fraction', from: 'weight' }
const beyond = 'docs/theory.md: escalation; below the model’s resolution, judgement'

/** The rung of a lethal incident. */
export const CLASH = 6

/** `deeds` below as a table, for those who ask what reaches a rung: each rung, and the least level of a channel on it. */
export const DEEDS: readonly (readonly [
  rung: number,
  channel: (typeof CHANNEL_LABELS)[number],
  level: number,
])[] = [
  [8, 'combat', 3],
  [7, 'combat', 2],
  [5, 'materiel', 2],
  [5, 'enablement', 2],
  [4, 'combat', 1],
  [4, 'materiel', 1],
  [4, 'enablement', 1],
  [4, 'intelligence', 1],
  [3, 'display', 1],
  [2, 'economic', 1],
  [1, 'political', 1],
]

export const escalation: Mechanism = mechanism('escalation', {
  about:
    'Rungs between supporter and opponent: deeds, lethal incidents, and the climb after them (Schelling 1966).',
  reads: {
    'w.directContact': { of: '', unit: 'number/day', from: 'weight' },
    'w.nuclearRestraint': { of: '', unit: 'log-odds', from: 'weight' },
    'w.mutualForce': share,
    'w.dyadWar': share,
    'w.openDispute': { of: '', unit: 'day', from: 'weight' },
    presence: { of: 'kl', unit: 'number', from: 'channel' },
    nuclearRisk: { of: 'db', unit: 'fraction', from: 'opponent' },
    against: { of: 'db', unit: 'flag', from: 'situation' },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    oneRung: { value: 1, unit: 'number', source: 'one climbs rung by rung' },
    clash: {
      value: CLASH,
      unit: 'number',
      source: 'docs/theory.md: escalation; the rung of a lethal incident',
    },
    surest: { value: 0.999, unit: 'fraction', source: 'keeps a hazard finite where a share is 1' },
    threatRate: { value: 0.0001, unit: 'number/day', source: beyond },
    useRate: { value: 0.00001, unit: 'number/day', source: beyond },
  },
  draws: {
    contact: { of: 'd', law: 'exponential' },
    patience: { of: 'dr', law: 'exponential' },
  },
  units: { hazard: 'number/day', wait: 'day', reachedOn: 'day' },
  equations: [
    `
    nuclear[d] = largest(b, against[d, b] ? nuclearRisk[d, b] : 0)
    bolder[d] = exp(w.nuclearRestraint * (1 - nuclear[d]))
    toForce = min(surest, w.mutualForce)
    toWar = toForce > 0 ? min(surest, w.dyadWar / toForce) : 0
    hazard[d, r] = r == incident ? (0 - log(1 - toForce)) / w.openDispute * bolder[d]
      : r == limitedCombat ? (0 - log(1 - toWar)) / w.openDispute * bolder[d]
      : (r == war ? threatRate : useRate) * nuclear[d]
    wait[d, r] = patience[d, r] / hazard[d, r]
    `,
    `
    people[d] = sum(k, sum(l, l > 0 && delivery.delivered[d, k] == l ? presence[k, l] : 0))
    exposure[d] = last(exposure[d]) + (last(termination.ended) ? 0 : w.directContact * people[d] * oneDay)
    incident[d] = last(incident[d]) || exposure[d] >= contact[d]
    soft[d] = delivery.delivered[d, display] >= 1 ? 3
      : delivery.delivered[d, economic] >= 1 ? 2
      : delivery.delivered[d, political] >= 1 ? 1 : 0
    covert[d] = delivery.delivered[d, intelligence] >= 1 || delivery.delivered[d, materiel] >= 1
      || delivery.delivered[d, enablement] >= 1 || delivery.delivered[d, combat] >= 1
    deeds[d] = delivery.delivered[d, combat] >= 3 ? 8
      : delivery.delivered[d, combat] >= 2 ? 7
      : delivery.delivered[d, materiel] >= 2 || delivery.delivered[d, enablement] >= 2 ? 5
      : covert[d] ? 4 : soft[d]
    due[d] = any(r, last(rung[d]) == r + clash && t - last(reachedOn[d]) >= wait[d, r])
    climbed[d] = max(due[d] ? last(rung[d]) + oneRung : last(rung[d]), max(deeds[d], incident[d] ? clash : 0))
    reachedOn[d] = last(termination.ended) || climbed[d] == last(rung[d]) ? last(reachedOn[d]) : t
    rung[d] = last(termination.ended) ? last(rung[d]) : climbed[d]
    `,
  ],
  decisions: {
    incident: {
      kind: 'hazard',
      log: 'logHazard[d] = log(w.directContact * oneDay) + log(people[d])',
      exposure: 'exposure',
      patience: 'contact',
    },
  },
})
