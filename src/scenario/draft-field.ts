/** What is said of one draft in numbers, and what stands in where it is not said. */
import type { Field } from './quantity.ts'
import { share, VAGUE } from './quantity.ts'
import type { Draft } from './scenario.ts'

export const TABLED: Field = share(
  'tabled',
  'Probability that it is tabled within the horizon, or within "within".',
)

/** Nothing stands in for the first two but what is usual for its type. */
const STRENGTH = share('strength', 'How strong a measure it asks for; by type unless stated.')
const BLAME = share(
  'blame',
  'How much blame it lays on the side that it does not favour; by type unless stated.',
)
export const CONDUCT: Field = share(
  'conduct',
  'How far the world holds the conduct of the other side against it: moves those who vote by the logit.',
  VAGUE,
)
const COSPONSORS: Field = {
  name: 'cosponsors',
  unit: 'count',
  bounds: [0, Number.POSITIVE_INFINITY],
  absent: 0,
  about: 'States that table it together with the sponsor.',
}
const SHOWDOWN = share('showdown', 'Probability that it is put to the vote although it would lose.', 0)
const ASSEMBLY = share(
  'assembly',
  'Probability that it is taken to the General Assembly once a veto blocks it, where the rule opens that way.',
  0,
)
const ASSEMBLY_ADOPTS = share('assemblyAdopts', 'Probability that the General Assembly adopts it there.', 0)

/** On what votes are judged: a change of these moves a stated vote too. */
export const JUDGED: readonly Field[] = [STRENGTH, BLAME, CONDUCT, COSPONSORS]
export const OPTIONAL: readonly Field[] = [SHOWDOWN, ...JUDGED, ASSEMBLY, ASSEMBLY_ADOPTS]

/**
 * Judgement: leave to use force is the strongest measure and blames in passing; a condemnation is all blame and half
 * a measure; a call for a ceasefire asks for little and a vote on procedure for next to nothing, and blame nobody.
 */
const USUAL: Readonly<Record<Draft['type'], Readonly<Record<string, number>>>> = {
  authorise: { strength: 1, blame: 0.5 },
  condemn: { strength: 0.5, blame: 1 },
  ceasefire: { strength: 0.3, blame: 0 },
  procedural: { strength: 0.1, blame: 0 },
}

/** What stands in for a field that a draft of this type does not state. */
export function usualOf(type: Draft['type'], field: Field): NonNullable<Field['absent']> {
  return USUAL[type][field.name] ?? field.absent ?? 0
}
