/**
 * Who gives what: a level from 0 to 3 in each of seven channels, chosen by random
 * utility (docs/theory.md 4). Shocks are drawn once a playout and kept, so a decision
 * changes only when the situation does, and its odds are the quantal response.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { rounds } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'
import { formCodes } from './rules.ts'

const weight: Read = { of: '', unit: 'log-odds', from: 'weight' }
const ofTie: Read = { of: 'd', unit: 'fraction', from: 'tie' }
const ofOpponent: Read = { of: 'db', unit: 'fraction', from: 'opponent' }
const ofChannel: Read = { of: 'k', unit: 'log-odds', from: 'channel' }
const loading: Read = { of: 'k', unit: 'fraction', from: 'channel' }
const form: Read = { of: '', unit: 'number', from: 'form' }

/** Rounds of the belief fixpoint (docs/theory.md 4); with damping ½ the residual is below 1e-6. */
const BELIEF_ROUNDS = 64

export const support: Mechanism = mechanism('support', {
  about: 'Level of support in each channel by quantal response (McKelvey & Palfrey 1995; Signorino 1999).',
  limits:
    'It weighs states as if each were one mind that decides channel by channel, and knows no bargain between supporters. ' +
    'Its weights rest on fourteen crises that were picked for being salient.',
  reads: {
    'w.alignment': weight,
    'w.stake': weight,
    'w.rivalry': weight,
    'w.precommitment': weight,
    'w.freeCapacity': weight,
    'w.access': weight,
    'w.nuclear': weight,
    'w.opponentPower': weight,
    'w.thirdPartyCost': weight,
    'w.domesticConstraint': weight,
    'w.obligation': weight,
    'w.authorisation': weight,
    'w.selection': weight,
    'w.leaning': weight,
    'w.salience': weight,
    'w.strongDeterrence': { of: '', unit: 'number', from: 'weight' },
    'w.reputation': weight,
    'w.honoured': { of: '', unit: 'fraction', from: 'weight' },
    'w.neutralityKept': { of: '', unit: 'fraction', from: 'weight' },
    'w.shadowPrice': weight,
    'form.deterrence': form,
    'form.obligation': form,
    'form.capacity': form,
    'form.secrecy': form,
    'w.precision': { of: '', unit: 'number', from: 'weight' },
    'w.freeRiding': { of: '', unit: 'fraction', from: 'weight' },
    alpha: ofChannel,
    gamma: ofChannel,
    kappa: ofChannel,
    'loading.capacity': loading,
    'loading.access': loading,
    'loading.escalation': loading,
    'loading.visibility': loading,
    'loading.domestic': loading,
    arrived: { of: 'kt', unit: 'fraction', from: 'channel' },
    alignment: ofTie,
    stake: ofTie,
    access: ofTie,
    precommitment: ofTie,
    thirdPartyCost: ofTie,
    domesticConstraint: ofTie,
    size: { of: 'd', unit: 'fraction', from: 'supporter' },
    rivalry: ofOpponent,
    nuclearRisk: ofOpponent,
    opponentPower: ofOpponent,
    against: { of: 'db', unit: 'flag', from: 'situation' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    'obligation.required': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'obligation.barred': { of: 'dk', unit: 'flag', from: 'mechanism', otherwise: 0 },
    'obligation.forbidden': { of: 'dk', unit: 'flag', from: 'mechanism', otherwise: 0 },
    'obligation.peaceful': { of: 'dk', unit: 'flag', from: 'mechanism', otherwise: 0 },
    'obligation.owed': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'capacity.free': { of: 'd', unit: 'fraction', from: 'mechanism', otherwise: 1 },
    'capacity.reach': { of: 'd', unit: 'fraction', from: 'mechanism', otherwise: 1 },
    'capacity.scarce': { of: 'd', unit: 'number', from: 'mechanism', otherwise: 0 },
    secret: { of: 'k', unit: 'flag', from: 'channel' },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'delivery.observed': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    institution: { of: 'd', unit: 'flag', from: 'situation' },
    absent: { of: 'd', unit: 'flag', from: 'situation' },
    'council.authorised': { of: 'b', unit: 'flag', from: 'mechanism', otherwise: 0 },
    'intelligence.blame': { of: 'd', unit: 'fraction', from: 'mechanism', otherwise: 0 },
    'termination.need': { of: 'b', unit: 'fraction', from: 'mechanism', otherwise: 1 },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    needFloor: { value: 0.05, unit: 'fraction', source: 'docs/theory.md 4: keeps supply per need finite' },
    damping: { value: 0.5, unit: 'fraction', source: 'docs/theory.md 4: belief fixpoint' },
    fullLevel: { value: 3, unit: 'level', source: 'docs/theory.md 1: the highest level of support' },
    unthinkable: {
      value: 1e4,
      unit: 'log-odds',
      source: 'docs/theory.md 23: more than any utility; a promise that is honoured admits no lower level',
    },
    ...formCodes('deterrence'),
    ...formCodes('obligation'),
    ...formCodes('capacity'),
    ...formCodes('secrecy'),
  },
  draws: {
    leaning: { of: 'd', law: 'normal', whose: 'supporter' },
    salience: { of: '', law: 'normal' },
    decision: { of: 'dkl', law: 'gumbel' },
  },
  units: { since: 'day' },
  equations: [
    `
    rival[d] = largest(b, against[d, b] ? rivalry[d, b] : 0)
    nuclear[d] = largest(b, against[d, b] ? (form.deterrence == deterrenceNone ? 0
      : form.deterrence == deterrenceStrong ? w.strongDeterrence * nuclearRisk[d, b] : nuclearRisk[d, b]) : 0)
    power[d] = largest(b, against[d, b] ? opponentPower[d, b] : 0)
    room[d, k] = form.capacity == capacityShadowPrice
      ? w.freeCapacity * capacity.reach[d] * loading.capacity[k]
        - w.shadowPrice * capacity.scarce[d] * loading.capacity[k]
      : w.freeCapacity * capacity.free[d] * loading.capacity[k]
    core[d, k] = alpha[k] + w.alignment * alignment[d] + w.rivalry * rival[d] + w.precommitment * precommitment[d]
      + room[d, k] + w.access * access[d] * loading.access[k]
      - (w.nuclear * nuclear[d] + w.opponentPower * power[d]) * loading.escalation[k]
      - w.thirdPartyCost * thirdPartyCost[d] * loading.visibility[k]
      - w.domesticConstraint * domesticConstraint[d] * loading.domestic[k]
    pull[d] = w.stake * stake[d]
    unable[d, k] = absent[d] || k == combat && institution[d]
    closed[d, k] = unable[d, k] || obligation.barred[d, k]
    step[d, k] = (form.obligation == obligationWeight && obligation.required[d, k] > 0 ? w.obligation : 0)
      - kappa[k] - (k == combat ? w.selection : 0)
    worth[d, k, l] = (l > 0 ? step[d, k] : 0) - gamma[k] * l * l / 2
      - (form.obligation == obligationReputation ? w.reputation * max(0, obligation.required[d, k] - l)
        * loading.visibility[k] * capacity.free[d] : 0)
    `,
    rounds(
      BELIEF_ROUNDS,
      `
    appeal[d, k] = core[d, k] + pull[d] * (1 - w.freeRiding * min(1, last(believed[d, k])))
    ceiling[d, k] = largest(l, l * appeal[d, k] + worth[d, k, l])
    odds[d, k, l] = exp(w.precision * (l * appeal[d, k] + worth[d, k, l] - ceiling[d, k]))
    willingly[d, k] = sum(l, l * odds[d, k, l]) / sum(l, odds[d, k, l])
    least[d, k] = form.obligation == obligationFulfilment
      ? largest(l, obligation.required[d, k] > l ? -unthinkable : l * appeal[d, k] + worth[d, k, l]) : 0
    duly[d, k, l] = form.obligation != obligationFulfilment || obligation.required[d, k] > l ? 0
      : exp(w.precision * (l * appeal[d, k] + worth[d, k, l] - least[d, k]))
    dutifully[d, k] = form.obligation == obligationFulfilment
      ? sum(l, l * duly[d, k, l]) / sum(l, duly[d, k, l]) : 0
    expects[d, k] = form.obligation == obligationFulfilment
      ? (unable[d, k] || obligation.peaceful[d, k] ? 0
        : (obligation.forbidden[d, k] ? 1 - w.neutralityKept : 1)
          * (w.honoured * dutifully[d, k] + (1 - w.honoured) * willingly[d, k]))
      : unable[d, k] || obligation.forbidden[d, k] ? 0 : willingly[d, k]
    expectedShare[d, k] = size[d] * expects[d, k] / fullLevel
    expectedAll[b, k] = sum(d, recipient[d] == b ? expectedShare[d, k] : 0)
    believed[d, k] = damping * last(believed[d, k])
      + (1 - damping) * (expectedAll[recipient[d], k] - expectedShare[d, k])
    `,
    ),
    `
    unsettled[d, k] = believed[d, k] - (expectedAll[recipient[d], k] - expectedShare[d, k])
    residual = largest(d, largest(k, max(unsettled[d, k], -unsettled[d, k])))
    base[d, k] = core[d, k] + w.leaning * leaning[d] + w.salience * salience
    eve[d, k] = base[d, k] + pull[d] * (1 - w.freeRiding * min(1, believed[d, k]))
    summit[d, k] = largest(l, form.obligation == obligationFulfilment && obligation.owed[d, k] > l
      ? -unthinkable : l * eve[d, k] + worth[d, k, l])
    chance[d, k, l] = form.obligation == obligationFulfilment && obligation.owed[d, k] > l ? 0
      : exp(w.precision * (l * eve[d, k] + worth[d, k, l] - summit[d, k]))
    choice[d, k, l] = closed[d, k] ? (l > 0 ? 0 : 1) : chance[d, k, l] / sum(n, chance[d, k, n])
    taste[d, k, l] = w.precision * worth[d, k, l] + decision[d, k, l]
      - (form.obligation == obligationFulfilment ? (1 + w.precision) * unthinkable * max(0, obligation.owed[d, k] - l) : 0)
    `,
    `
    told[d, k] = form.secrecy != secrecyUnseen || secret[k] && last(delivery.observed[d, k]) <= 0 ? 0
      : size[d] * last(delivery.observed[d, k]) / fullLevel - expectedShare[d, k] * arrived[k, t]
    suppliedAll[b, k] = sum(d, recipient[d] == b ? (form.secrecy == secrecyUnseen
      ? told[d, k] : size[d] * last(delivery.delivered[d, k]) / fullLevel) : 0)
    news[d, k] = form.secrecy == secrecyUnseen ? suppliedAll[recipient[d], k] - told[d, k]
      : suppliedAll[recipient[d], k] - size[d] * last(delivery.delivered[d, k]) / fullLevel
        - (expectedAll[recipient[d], k] - expectedShare[d, k]) * arrived[k, t]
    supplied[d, k] = max(0, believed[d, k] + news[d, k])
    need[b] = last(termination.need[b])
    blamed[d, k] = w.thirdPartyCost * last(intelligence.blame[d]) * loading.visibility[k]
    willing[d, k] = base[d, k] - blamed[d, k]
      + pull[d] * need[recipient[d]]
        * (1 - w.freeRiding * min(1, supplied[d, k] / max(need[recipient[d]], needFloor)))
      + (attacked[recipient[d]] && last(council.authorised[recipient[d]]) ? w.authorisation : 0)
    urge[d, k] = w.precision * willing[d, k]
    shut[d, k] = closed[d, k] || k == combat && last(termination.ended)
    best[d, k] = shut[d, k] ? 0 : argmax(l, l * urge[d, k] + taste[d, k, l])
    since[d, k] = best[d, k] == last(decided[d, k]) ? last(since[d, k]) : t
    decided[d, k] = best[d, k]
    `,
  ],
  decisions: {
    decided: {
      kind: 'choice',
      utility: 'utility[d, k, l] = l * urge[d, k] + taste[d, k, l]',
      closed: 'shut',
      scale: ['w.precision'],
    },
  },
})
