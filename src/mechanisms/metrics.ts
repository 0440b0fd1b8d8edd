/** All metrics of all mechanisms, in one list. */
import { CHANNEL_LABELS, ENDINGS } from './axes.ts'
import { FLOW_METRICS } from './flow-metrics.ts'
import { FORCE_METRICS } from './force-metrics.ts'
import type { Metric } from './metric.ts'
import { POLITICS_METRICS } from './politics-metrics.ts'

export const ENDING_WORDS: Readonly<Record<(typeof ENDINGS)[number], string>> = {
  ceasefire: 'a ceasefire',
  concession: 'a concession of the attacked',
  withdrawal: 'withdrawal of the attackers',
  regimeChange: 'the fall of the government attacked',
  frozen: 'dying down without an agreement',
}

const SUPPORT: readonly Metric[] = CHANNEL_LABELS.map((label, channel) => ({
  name: `support.${label}`,
  unit: 'level',
  kind: 'state',
  of: 'supporter',
  dyadic: true,
  staged: true,
  about: `level of ${label} support, 0 none to 3 full`,
  variable: { decided: 'support.decided', delivered: 'delivery.delivered', observed: 'delivery.observed' },
  column: channel,
}))

const fact = { kind: 'fact', of: 'supporter', dyadic: true, staged: false } as const
const ofGroup = { of: 'group', dyadic: false, staged: false } as const
const ofPair = { of: 'supporter', dyadic: true, staged: false } as const
const ofCrisis = { kind: 'event', of: 'crisis', dyadic: false, staged: false, unit: 'flag' } as const
const event = { kind: 'event', of: 'draft', dyadic: false, staged: false } as const

export const METRICS: readonly Metric[] = [
  ...SUPPORT,
  {
    ...fact,
    name: 'obligation.combat',
    unit: 'level',
    about: 'level of combat that a clause in force requires of the supporter in this crisis',
    variable: 'obligation.required',
    column: CHANNEL_LABELS.indexOf('combat'),
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
  {
    ...ofGroup,
    name: 'proxies.entered',
    kind: 'event',
    unit: 'flag',
    about: 'the group has entered the fight',
    variable: 'proxies.entered',
  },
  {
    ...ofGroup,
    name: 'proxies.launches',
    kind: 'state',
    unit: 'count',
    about: 'missiles, rockets and drones that the group launches on the day',
    variable: 'proxies.launches',
  },
  {
    ...ofGroup,
    name: 'proxies.fear',
    kind: 'state',
    unit: 'fraction',
    about: 'how far the group fears what the other side would do to it',
    variable: 'proxies.fear',
  },
  {
    ...ofGroup,
    name: 'proxies.depletion',
    kind: 'state',
    unit: 'fraction',
    about: 'share of the group that is worn down',
    variable: 'proxies.depletion',
  },
  {
    ...ofPair,
    name: 'escalation.incident',
    kind: 'event',
    unit: 'flag',
    about: 'people of the supporter and of the other side have died in a clash between them',
    variable: 'escalation.incident',
  },
  {
    ...ofPair,
    name: 'escalation.rung',
    kind: 'state',
    unit: 'rung',
    about: 'rung between the supporter and the other side on the day, 0 normal to 10 nuclear use',
    variable: 'escalation.rung',
  },
  {
    ...ofCrisis,
    name: 'termination.ended',
    about: 'the fighting has ended, in whatever way',
    variable: 'termination.ended',
  },
  ...ENDINGS.map(
    (ending): Metric => ({
      ...ofCrisis,
      name: `termination.${ending}`,
      about: `the fighting has ended by ${ENDING_WORDS[ending]}`,
      variable: `termination.${ending}`,
    }),
  ),
  ...POLITICS_METRICS,
  ...FORCE_METRICS,
  {
    name: 'inject.happened',
    kind: 'state',
    of: 'inject',
    dyadic: false,
    staged: false,
    unit: 'flag',
    about: 'the inject has happened and is still in force',
    variable: 'inject.happened',
  },
  ...FLOW_METRICS,
]
