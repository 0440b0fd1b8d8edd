/**
 * How far a supporter and the other side come towards war with each other: rungs reached by
 * deeds, by a lethal incident among people in the theatre, and by climbing; and how it calms
 * down again. That nuclear danger holds a supporter back in the first place acts in `support`.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { rounds } from '../formula/mechanism.ts'
import { type CHANNEL_LABELS, HITS, mechanism, RUNGS } from './axes.ts'
import { formCodes } from './rules.ts'

const share: Read = { of: '', unit: 'fraction', from: 'weight' }
const ofCrisis: Read = { of: '', unit: 'fraction', from: 'crisis' }
const told = 'docs/theory.md 11: escalation; judgement'
const beyond = 'docs/theory.md 11: escalation; below the model’s resolution, judgement'

/** The rung of a lethal incident. */
export const CLASH: number = RUNGS.indexOf('incident')

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

/** Rounds of Newton's method for the two anchors; from below it closes in on the root and never passes it. */
const ANCHOR_ROUNDS = 12

export const escalation: Mechanism = mechanism('escalation', {
  about:
    'Rungs between supporter and opponent: deeds, lethal incidents, the climb after them and the way down (Schelling 1966; Kahn 1965).',
  limits:
    'It looks at each pair alone: a war with one neighbour draws in no other. Rungs 9 and 10 lie below its resolution, ' +
    'and nobody in it chooses to climb.',
  reads: {
    'w.directContact': { of: '', unit: 'number/day', from: 'weight' },
    'w.nuclearRestraint': { of: '', unit: 'log-odds', from: 'weight' },
    'w.strongDeterrence': { of: '', unit: 'number', from: 'weight' },
    'w.mutualForce': share,
    'w.dyadWar': share,
    'w.openDispute': { of: '', unit: 'day', from: 'weight' },
    'form.deterrence': { of: '', unit: 'number', from: 'form' },
    presence: { of: 'kl', unit: 'number', from: 'channel' },
    nuclearRisk: { of: 'db', unit: 'fraction', from: 'opponent' },
    stake: { of: 'd', unit: 'fraction', from: 'tie' },
    channelsOpen: ofCrisis,
    mediator: ofCrisis,
    against: { of: 'db', unit: 'flag', from: 'situation' },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'arsenal.pain': { of: 'b', unit: 'fraction', from: 'mechanism', otherwise: 0 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
    oneRung: { value: 1, unit: 'number', source: 'one climbs and comes down rung by rung' },
    clash: { value: CLASH, unit: 'number', source: 'docs/theory.md 11: the rung of a lethal incident' },
    atWar: { value: RUNGS.indexOf('war'), unit: 'number', source: 'docs/theory.md 11: the rung of war' },
    lastTurn: { value: HITS.length - 1, unit: 'number', source: told },
    surest: { value: 0.999, unit: 'fraction', source: 'keeps a hazard finite where a share is 1' },
    byLosses: { value: 0.7, unit: 'log-odds', source: told },
    byStake: { value: 0.7, unit: 'log-odds', source: told },
    evenStake: { value: 0.5, unit: 'fraction', source: told },
    calmRate: { value: 0.05, unit: 'number/day', source: told },
    byChannels: { value: 0.5, unit: 'log-odds', source: told },
    byMediator: { value: 0.5, unit: 'log-odds', source: told },
    usualChannels: { value: 0.5, unit: 'fraction', source: told },
    threatRate: { value: 0.0001, unit: 'number/day', source: beyond },
    useRate: { value: 0.00001, unit: 'number/day', source: beyond },
    ...formCodes('deterrence'),
  },
  draws: {
    contact: { of: 'd', law: 'exponential' },
    patience: { of: 'dr', law: 'exponential' },
    temper: { of: 'dr', law: 'exponential' },
    patienceAgain: { of: 'ds', law: 'exponential' },
    temperAgain: { of: 'ds', law: 'exponential' },
  },
  units: {
    calming: 'number/day',
    anchored: 'number/day',
    unrelieved: 'number/day',
    up: 'number/day',
    down: 'number/day',
    goesBack: 'flag',
  },
  equations: [
    `
    nuclear[d] = largest(b, against[d, b] ? nuclearRisk[d, b] : 0)
    restraint = form.deterrence == deterrenceNone ? 0
      : form.deterrence == deterrenceStrong ? w.strongDeterrence * w.nuclearRestraint : w.nuclearRestraint
    toForce = min(surest, w.mutualForce)
    toWar = toForce > 0 ? min(surest, w.dyadWar / max(toForce, w.dyadWar)) : 0
    climbs[r] = r == incident ? toForce : r == limitedCombat ? toWar : 0
    cools = calmRate * exp(byChannels * usualChannels) * w.openDispute
    `,
    rounds(
      ANCHOR_ROUNDS,
      `
    guess[r] = max(last(leaves[r]), cools + climbs[r])
    gone[r] = 1 - exp(-guess[r])
    leaves[r] = guess[r] - (guess[r] - cools - climbs[r] * guess[r] / gone[r])
      / (1 - climbs[r] * (gone[r] - guess[r] * (1 - gone[r])) / (gone[r] * gone[r]))
    `,
    ),
    `
    anchored[r] = max(0, leaves[r] - cools) / w.openDispute
    unrelieved[r] = (0 - log(1 - climbs[r])) / w.openDispute
    bolder[d] = exp(restraint * (1 - nuclear[d]) + byStake * (stake[d] - evenStake))
    hazard[d, r] = r == incident || r == limitedCombat ? anchored[r] * bolder[d]
      : r == war ? threatRate * nuclear[d]
      : r == nuclearThreat ? useRate * nuclear[d] : 0
    heldHazard[d, r] = r == incident || r == limitedCombat ? unrelieved[r] * bolder[d] : hazard[d, r]
    calming = calmRate * exp(byChannels * channelsOpen + byMediator * mediator)
    `,
    `
    people[d] = sum(k, sum(l, l > 0 && delivery.delivered[d, k] == l ? presence[k, l] : 0))
    exposure[d] = last(exposure[d]) + (last(termination.ended) ? 0 : w.directContact * people[d] * oneDay)
    clashes[d] = !last(incident[d]) && exposure[d] >= contact[d]
    incident[d] = last(incident[d]) || clashes[d]
    soft[d] = delivery.delivered[d, display] >= 1 ? 3
      : delivery.delivered[d, economic] >= 1 ? 2
      : delivery.delivered[d, political] >= 1 ? 1 : 0
    covert[d] = delivery.delivered[d, intelligence] >= 1 || delivery.delivered[d, materiel] >= 1
      || delivery.delivered[d, enablement] >= 1 || delivery.delivered[d, combat] >= 1
    deeds[d] = delivery.delivered[d, combat] >= 3 ? 8
      : delivery.delivered[d, combat] >= 2 ? 7
      : delivery.delivered[d, materiel] >= 2 || delivery.delivered[d, enablement] >= 2 ? 5
      : covert[d] ? 4 : soft[d]
    least[d] = last(rung[d]) >= atWar && !last(termination.ended) ? max(atWar, deeds[d]) : deeds[d]
    heat[d] = last(rung[d]) < atWar ? exp(byLosses * arsenal.pain[recipient[d]]) : 1
    up[d] = last(termination.ended) ? 0
      : heat[d] * sum(r, last(rung[d]) == r ? (deeds[d] >= r ? heldHazard[d, r] : hazard[d, r]) : 0)
    down[d] = last(rung[d]) > least[d] ? calming : 0
    toClimb[d] = (last(goesBack[d]) ? sum(s, last(turn[d]) == s ? patienceAgain[d, s] : 0)
      : sum(r, last(rung[d]) == r ? patience[d, r] : 0)) - last(tension[d])
    toCalm[d] = (last(goesBack[d]) ? sum(s, last(turn[d]) == s ? temperAgain[d, s] : 0)
      : sum(r, last(rung[d]) == r ? temper[d, r] : 0)) - last(ease[d])
    climbsNow[d] = up[d] > 0 && up[d] * oneDay >= toClimb[d]
    calmsNow[d] = down[d] > 0 && down[d] * oneDay >= toCalm[d]
    step[d] = climbsNow[d] && (!calmsNow[d] || toClimb[d] * down[d] <= toCalm[d] * up[d]) ? oneRung
      : calmsNow[d] ? -oneRung : 0
    raised[d] = last(termination.ended) ? 0 : max(deeds[d], clashes[d] ? clash : 0)
    next[d] = max(last(rung[d]) + step[d], raised[d])
    stays[d] = next[d] == last(rung[d])
    tension[d] = stays[d] ? last(tension[d]) + up[d] * oneDay : 0
    ease[d] = stays[d] ? last(ease[d]) + down[d] * oneDay : 0
    goesBack[d] = stays[d] ? last(goesBack[d]) : any(r, next[d] == r && last(known[d, r]))
    turn[d] = stays[d] || !goesBack[d] ? last(turn[d]) : last(turn[d]) == lastTurn ? 0 : last(turn[d]) + 1
    known[d, r] = last(known[d, r]) || next[d] == r
    rung[d] = next[d]
    peak[d] = max(last(peak[d]), rung[d])
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
