/** All metrics of all mechanisms, in one list. */
import { CHANNEL_LABELS } from './axes.ts'
import type { Metric } from './metric.ts'

const SUPPORT: readonly Metric[] = CHANNEL_LABELS.map((label, channel) => ({
  name: `support.${label}`,
  unit: 'level',
  kind: 'state',
  of: 'supporter',
  dyadic: true,
  staged: true,
  about: `level of ${label} support, 0 none to 3 full`,
  variable: { decided: 'support.decided', delivered: 'delivery.delivered', observed: 'delivery.observed' },
  channel,
}))

const fact = { kind: 'fact', of: 'supporter', dyadic: true, staged: false } as const
const event = { kind: 'event', of: 'draft', dyadic: false, staged: false } as const

export const METRICS: readonly Metric[] = [
  ...SUPPORT,
  {
    ...fact,
    name: 'obligation.combat',
    unit: 'level',
    about: 'level of combat that a clause in force requires of the supporter in this crisis',
    variable: 'obligation.required',
    channel: CHANNEL_LABELS.indexOf('combat'),
  },
  {
    ...fact,
    name: 'capacity.free',
    unit: 'fraction',
    about: 'share of its force that the supporter can spare at the distance of the fight',
    variable: 'capacity.free',
  },
  {
    ...event,
    name: 'council.tabled',
    unit: 'flag',
    about: 'the draft has been tabled',
    variable: 'council.isTabled',
  },
  {
    ...event,
    name: 'council.voted',
    unit: 'flag',
    about: 'the draft has been put to the vote',
    variable: 'council.isVoted',
  },
  {
    ...event,
    name: 'council.adopted',
    unit: 'flag',
    about: 'the draft has been adopted',
    variable: 'council.isAdopted',
  },
  {
    ...event,
    name: 'council.vetoed',
    unit: 'flag',
    about: 'the draft had the votes and a permanent member blocked it',
    variable: 'council.isVetoed',
  },
  {
    ...event,
    name: 'council.short',
    unit: 'flag',
    about: 'the draft was put to the vote and fell short of the votes it needed',
    variable: 'council.isShort',
  },
  {
    ...event,
    name: 'council.yes',
    unit: 'count',
    about: 'yes votes, once the draft has been put to the vote',
    variable: 'council.yesCast',
  },
]
