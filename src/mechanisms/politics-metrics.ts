/** What can be asked of institutions and of those who join a side. */
import type { Metric } from './metric.ts'

const ofSide = { kind: 'state', of: 'belligerent', dyadic: false, staged: false } as const

export const POLITICS_METRICS: readonly Metric[] = [
  {
    name: 'council.assembly',
    kind: 'event',
    of: 'draft',
    dyadic: false,
    staged: false,
    unit: 'flag',
    about: 'the draft was blocked in the council and has been adopted by the General Assembly',
    variable: 'council.byAssembly',
  },
  {
    ...ofSide,
    name: 'legitimacy.level',
    unit: 'number',
    least: -1,
    most: 1,
    about: 'standing of the belligerent by what was voted on it, -1 condemned to 1 mandated',
    variable: 'legitimacy.level',
  },
  {
    name: 'coalition.role',
    kind: 'state',
    of: 'candidate',
    dyadic: true,
    staged: false,
    unit: 'role',
    about: 'what the candidate does for the leader, 0 nothing, 1 basing, 2 defensive, 3 logistics, 4 combat',
    variable: 'coalition.role',
  },
  {
    ...ofSide,
    name: 'coalition.joined',
    unit: 'count',
    about: "states on the belligerent's side, those that fight and those that lend at least a base",
    variable: 'coalition.joined',
  },
  {
    ...ofSide,
    name: 'coalition.combat',
    unit: 'count',
    about: "states that fight on the belligerent's side, the belligerents among them",
    variable: 'coalition.combat',
  },
  {
    ...ofSide,
    name: 'coalition.share',
    unit: 'fraction',
    about: "share of the belligerent's candidates, by size, that have joined it",
    variable: 'coalition.share',
  },
]
