/**
 * What shared intelligence is worth: how much it adds to what the recipient sees by itself or can buy, how soon the
 * other side adapts, and what it costs the supporter once it is known (docs/theory.md 17).
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

export const intelligence: Mechanism = mechanism('intelligence', {
  about:
    'Quality of information with and without a supporter’s share, its wear, and the price of being found out.',
  limits:
    'One number stands for all that can be seen: no sensors, no targets, no deception by the other ' +
    'side. Its gain changes what strikes do, not who chooses to strike.',
  reads: {
    ownIntelligence: { of: 'b', unit: 'fraction', from: 'belligerent' },
    commercialIntelligence: { of: 'b', unit: 'fraction', from: 'belligerent' },
    trust: { of: 'd', unit: 'fraction', from: 'tie' },
    'w.intelligenceGain': { of: '', unit: 'number', from: 'weight' },
    'w.adaptation': { of: '', unit: 'day', from: 'weight' },
    'w.exposureCost': { of: '', unit: 'fraction', from: 'weight' },
    'delivery.delivered': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'delivery.observed': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    fullLevel: { value: 3, unit: 'level', source: 'docs/theory.md 1: the highest level of support' },
    surest: { value: 0.999, unit: 'fraction', source: 'nobody knows all: keeps a logarithm finite' },
  },
  units: { since: 'day' },
  before: { since: Number.POSITIVE_INFINITY },
  equations: [
    `
    unaided[b] = 1 - (1 - ownIntelligence[b]) * (1 - commercialIntelligence[b])
    `,
    `
    share[d] = delivery.delivered[d, intelligence] / fullLevel * trust[d]
    since[d] = share[d] > 0 ? min(last(since[d]), t) : last(since[d])
    fresh[d] = t >= since[d] ? exp(-log(2) * (t - since[d]) / w.adaptation) : 1
    veil[d] = log(1 - min(surest, share[d]))
    dark[d] = (1 - unaided[recipient[d]])
      * exp(sum(e, recipient[e] == recipient[d] && e != d ? veil[e] : 0))
    unsighted[d] = 1 - dark[d]
    sighted[d] = 1 - dark[d] * (1 - share[d])
    gain[d] = (1 + w.intelligenceGain * sighted[d] * fresh[d]) / (1 + w.intelligenceGain * unsighted[d] * fresh[d])
    topGain[d] = max(last(topGain[d]), gain[d])
    reported[d] = last(reported[d]) || delivery.observed[d, intelligence] > 0
    blame[d] = reported[d] ? w.exposureCost : 0
    `,
  ],
})
