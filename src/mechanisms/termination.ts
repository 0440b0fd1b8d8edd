/**
 * How the fighting ends: five endings compete, each with a hazard of its own, and the first
 * to come stands. What either side has borne and how empty its stores are raise the hazards from
 * day to day. Once it has ended the need of the belligerents falls, no group enters and
 * nobody climbs.
 */
import type { Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

const share: Read = { of: '', unit: 'fraction', from: 'weight' }
/** What the exchange of fire does to either side. */
const toll: Read = { of: 'b', unit: 'fraction', from: 'mechanism', otherwise: 0 }

export const termination: Mechanism = mechanism('termination', {
  about: 'Competing ways to end the intense phase (Bennett & Stam 1996; Weisiger 2013).',
  limits:
    'An end is drawn and not bargained for: no terms, no broken truce, no second round. The median duration is the ' +
    'analyst’s own, and all that hastens or delays works on it.',
  reads: {
    'w.mediatorEffect': { of: '', unit: 'number', from: 'weight' },
    'w.needAfter': share,
    'w.endCeasefire': share,
    'w.endConcession': share,
    'w.endWithdrawal': share,
    'w.endRegimeChange': share,
    'w.endFrozen': share,
    duration: { of: '', unit: 'day', from: 'crisis' },
    mediator: { of: '', unit: 'fraction', from: 'crisis' },
    regimeThreat: { of: '', unit: 'fraction', from: 'crisis' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    'arsenal.pain': toll,
    'arsenal.exhaustion': { of: '', unit: 'fraction', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    byPain: { value: 0.5, unit: 'log-odds', source: 'docs/theory.md 12: termination; judgement' },
    byExhaustion: { value: 0.7, unit: 'log-odds', source: 'docs/theory.md 12: termination; judgement' },
    byThreat: {
      value: 0.5,
      unit: 'log-odds',
      source: 'docs/theory.md 12: termination; a threatened regime cannot trust a promise; judgement',
    },
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
  },
  draws: {
    patience: { of: 'x', law: 'exponential' },
  },
  units: { hazard: 'number/day', rate: 'number/day', toCome: 'day', endedOn: 'day' },
  before: { need: 1, endedOn: Number.POSITIVE_INFINITY },
  equations: [
    `
    painTarget = largest(b, attacked[b] ? arsenal.pain[b] : 0)
    painAttacker = largest(b, attacked[b] ? 0 : arsenal.pain[b])
    worn = byExhaustion * arsenal.exhaustion
    mediated = log(w.mediatorEffect) * mediator
    hazard = log(2) / duration
      * exp(mediated + byPain * (painTarget + painAttacker) + worn - byThreat * regimeThreat)
    tilted[x] = x == ceasefire ? w.endCeasefire * exp(mediated)
      : x == concession ? w.endConcession * exp(byPain * painTarget)
      : x == withdrawal ? w.endWithdrawal * exp(byPain * painAttacker)
      : x == regimeChange ? w.endRegimeChange * exp(byThreat * regimeThreat)
      : w.endFrozen * exp(worn)
    rate[x] = hazard * tilted[x] / sum(y, tilted[y])
    `,
    `
    toCome[x] = (patience[x] - last(exposure[x])) / rate[x]
    exposure[x] = last(exposure[x]) + (t > 0 ? rate[x] * oneDay : 0)
    first = last(ended) ? last(first) : argmax(x, -toCome[x])
    ended = last(ended) || any(x, exposure[x] >= patience[x])
    by[x] = ended && first == x
    endedOn = ended && last(endedOn) > t ? t : last(endedOn)
    outcome = ended ? first + 1 : 0
    ceasefire = by[ceasefire]
    concession = by[concession]
    withdrawal = by[withdrawal]
    regimeChange = by[regimeChange]
    frozen = by[frozen]
    need[b] = ended ? w.needAfter : 1
    `,
  ],
  decisions: {
    by: {
      kind: 'hazard',
      log: `logHazard[x] = log(oneDay * log(2) / duration) + log(w.mediatorEffect) * mediator
        + byPain * (painTarget + painAttacker) + byExhaustion * arsenal.exhaustion - byThreat * regimeThreat
        + log(tilted[x] / sum(y, tilted[y]))`,
      exposure: 'exposure',
      patience: 'patience',
    },
  },
})
