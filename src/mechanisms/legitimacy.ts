/**
 * Whose cause the world's bodies have blessed: votes of the council and of the Assembly and the leave of a regional
 * body move each side's standing, and what votes did fades (docs/theory.md 20).
 */
import type { Constant, Mechanism, Read } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

const ended: Read = { of: 'q', unit: 'flag', from: 'mechanism', otherwise: 0 }
const endedOn: Read = { of: 'q', unit: 'day', from: 'mechanism', otherwise: 0 }

function worth(value: number): Constant {
  return { value, unit: 'number', source: 'docs/theory.md 20: what a vote is worth; judgement' }
}

export const legitimacy: Mechanism = mechanism('legitimacy', {
  about: 'Standing of each side by what was voted on it (Voeten 2005; Thompson 2009; Chapman 2011).',
  limits:
    'One figure stands for all audiences: it does not tell whose opinion a vote changes. Lawyers, press and conduct move it ' +
    'only as far as they move votes.',
  reads: {
    'w.assemblyWorth': { of: '', unit: 'fraction', from: 'weight' },
    regionalMandate: { of: 'b', unit: 'fraction', from: 'coalition' },
    attacked: { of: 'b', unit: 'flag', from: 'situation' },
    'council.mandates': ended,
    'council.blames': ended,
    'council.forAttacked': ended,
    'council.isAdopted': ended,
    'council.isVetoed': ended,
    'council.byAssembly': ended,
    'council.votedOn': endedOn,
    'council.assemblyOn': endedOn,
  },
  constants: {
    mandated: worth(0.6),
    backed: worth(0.25),
    refused: worth(0.1),
    blamed: worth(0.5),
    byRegion: worth(0.25),
    halfLife: {
      value: 90,
      unit: 'day',
      source: 'docs/theory.md 20: half of what a vote did is forgotten in 90 days',
    },
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
  },
  units: { sinceVote: 'day', sinceAssembly: 'day' },
  equations: [
    `
    gain[q] = council.mandates[q] ? mandated : council.blames[q] ? backed : 0
    loss[q] = council.mandates[q] || council.blames[q] ? blamed : 0
    helps[q, b] = attacked[b] ? council.forAttacked[q] : !council.forAttacked[q]
    sinceVote[q] = oneDay * floor(max(0, t - council.votedOn[q]) / oneDay)
    sinceAssembly[q] = oneDay * floor(max(0, t - council.assemblyOn[q]) / oneDay)
    fresh[q] = exp(-log(2) * sinceVote[q] / halfLife)
    said[q] = (council.isAdopted[q] ? fresh[q] : 0)
      + (council.byAssembly[q] ? w.assemblyWorth * exp(-log(2) * sinceAssembly[q] / halfLife) : 0)
    unsaid[q] = council.isVetoed[q] && council.mandates[q] ? refused * fresh[q] : 0
    votes[b] = sum(q, helps[q, b] ? gain[q] * said[q] - unsaid[q] : -loss[q] * said[q])
    level[b] = max(-1, min(1, byRegion * regionalMandate[b] + votes[b]))
    `,
  ],
})
