/**
 * Groups that are no states: whether they enter the fight, and what they launch then. States never enter here.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

const weight: Read = { of: '', unit: 'log-odds', from: 'weight' }
const daily: Read = { of: '', unit: 'number/day', from: 'weight' }
const ofGroup: Read = { of: 'g', unit: 'fraction', from: 'proxy' }

export const proxies: Mechanism = mechanism('proxies', {
  about: 'Entry of armed groups by a daily hazard, and their launches (Salehyan 2010; Byman & Kreps 2010).',
  limits:
    'Groups know only what is stated of them on the eve and the retaliation since: none learns, ' +
    'bargains or is rearmed. Eight coefficients rest on two episodes, so the days of entry are hardly ' +
    'a forecast.',
  reads: {
    'w.entryBase': weight,
    'w.entryThreat': weight,
    'w.entryRequest': weight,
    'w.entryTrigger': weight,
    'w.entryTerritory': weight,
    'w.entryDepletion': weight,
    'w.entryFear': weight,
    'w.entryHost': weight,
    'w.depletionRate': daily,
    'w.fearRate': daily,
    'w.fearLife': { of: '', unit: 'day', from: 'weight' },
    autonomy: ofGroup,
    request: ofGroup,
    trigger: ofGroup,
    ownTerritory: ofGroup,
    'eve.depletion': ofGroup,
    'eve.fear': ofGroup,
    hostConstraint: ofGroup,
    strength: ofGroup,
    opposition: ofGroup,
    rate: { of: 'g', unit: 'count/day', from: 'proxy' },
    regimeThreat: { of: '', unit: 'fraction', from: 'crisis' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    absentGroup: { of: 'g', unit: 'flag', from: 'situation' },
    'termination.ended': { of: '', unit: 'flag', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
  },
  draws: {
    patience: { of: 'g', law: 'exponential' },
  },
  units: { hazard: 'number/day', volley: 'count/day', retaliation: 'fraction', enteredOn: 'day' },
  before: { enteredOn: Number.POSITIVE_INFINITY },
  equations: [
    `
    threat[g] = attacked[ally[g]] ? regimeThreat : 0
    standing[g] = w.entryBase + w.entryThreat * threat[g] + w.entryRequest * request[g] * (1 - autonomy[g])
      + w.entryTrigger * trigger[g] + w.entryTerritory * ownTerritory[g] - w.entryHost * hostConstraint[g]
    suppression[g] = opposition[g] > 0 ? opposition[g] / (opposition[g] + strength[g]) : 0
    volley[g] = strength[g] * rate[g] * (1 - suppression[g])
    fading = min(1, oneDay / w.fearLife)
    `,
    `
    open[g] = t > 0 && !last(termination.ended) && !absentGroup[g]
    retaliation[g] = open[g] ? opposition[g] * (last(entered[g]) ? 1 : ownTerritory[g]) : 0
    hazard[g] = open[g]
      ? exp(standing[g] - w.entryDepletion * last(depletion[g]) - w.entryFear * last(fear[g])) / oneDay : 0
    depletion[g] = t > 0 ? min(1, last(depletion[g]) + w.depletionRate * retaliation[g] * oneDay) : eve.depletion[g]
    fear[g] = t > 0
      ? min(1, last(fear[g]) + w.fearRate * retaliation[g] * oneDay - (last(fear[g]) - eve.fear[g]) * fading)
      : eve.fear[g]
    exposure[g] = last(exposure[g]) + hazard[g] * oneDay
    entered[g] = last(entered[g]) || exposure[g] >= patience[g]
    enteredOn[g] = entered[g] && last(enteredOn[g]) > t ? t : last(enteredOn[g])
    launches[g] = entered[g] && open[g] ? volley[g] * (1 - depletion[g]) * oneDay : 0
    `,
  ],
  decisions: {
    entered: {
      kind: 'hazard',
      log: 'logHazard[g] = standing[g] - w.entryDepletion * last(depletion[g]) - w.entryFear * last(fear[g])',
      exposure: 'exposure',
      patience: 'patience',
    },
  },
})
