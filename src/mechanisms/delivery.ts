/**
 * From a decision to what takes effect and what is seen: three things that an analyst
 * must not mix up. A rise waits for its lag, a cut does not; votes count at once; materiel that
 * has no open route does not come; secret support comes to light with a hazard (docs/theory.md 4).
 */
import type { Mechanism } from '../formula/mechanism.ts'
import { mechanism } from './axes.ts'

export const delivery: Mechanism = mechanism('delivery', {
  about: 'Lag from decision to effect, votes as political support, and what is credibly reported.',
  limits:
    'A lag is drawn once for a supporter and a channel and does not shorten with haste; amounts are ' +
    'levels, not tonnes. What is only rumoured and never credibly reported does not exist here.',
  reads: {
    latencyMedian: { of: 'k', unit: 'day', from: 'channel' },
    latencySpread: { of: 'k', unit: 'log-odds', from: 'channel' },
    secret: { of: 'k', unit: 'flag', from: 'channel' },
    reported: { of: 'kl', unit: 'fraction', from: 'channel' },
    'support.decided': { of: 'dk', unit: 'level', from: 'mechanism', otherwise: 0 },
    'support.since': { of: 'dk', unit: 'day', from: 'mechanism', otherwise: 0 },
    'routes.stopped': { of: 'd', unit: 'flag', from: 'mechanism', otherwise: 0 },
    'council.backing': { of: 'd', unit: 'level', from: 'mechanism', otherwise: 0 },
  },
  constants: {
    reportingTime: { value: 30, unit: 'day', source: 'docs/theory.md 4: P(reported) is stated per 30 days' },
    oneDay: { value: 1, unit: 'day', source: 'the step of the day loop' },
  },
  draws: {
    latency: { of: 'dk', law: 'normal', whose: 'supporter' },
    secrecy: { of: 'dk', law: 'exponential' },
  },
  units: { lag: 'day', start: 'day' },
  before: { start: Number.POSITIVE_INFINITY },
  equations: [
    `
    lag[d, k] = latencyMedian[k] * exp(latencySpread[k] * latency[d, k])
    hazard[k, l] = secret[k] && l > 0 ? -log(1 - reported[k, l]) / reportingTime * oneDay : 0
    `,
    `
    given[d, k] = support.decided[d, k] <= last(given[d, k]) || t - support.since[d, k] >= lag[d, k]
      ? support.decided[d, k] : last(given[d, k])
    delivered[d, k] = k == political ? max(given[d, k], council.backing[d])
      : k == materiel && last(routes.stopped[d]) ? 0 : given[d, k]
    exposure[d, k] = last(exposure[d, k]) + sum(l, delivered[d, k] == l ? hazard[k, l] : 0)
    observed[d, k] = secret[k] && exposure[d, k] < secrecy[d, k] ? last(observed[d, k]) : delivered[d, k]
    start[d, k] = last(peak[d, k]) > 0 || !(delivered[d, k] > 0) ? last(start[d, k]) : t
    peak[d, k] = max(last(peak[d, k]), delivered[d, k])
    `,
  ],
})
