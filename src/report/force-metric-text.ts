/** Arsenals, coalitions, legitimacy and injects in plain words: what is measured, and of what. */
import type { Look, Scenario } from '../scenario/scenario.ts'
import type { FlagWords } from './flow-metric-text.ts'
import { actorName } from './names.ts'
import type { Phrase } from './phrase.ts'

export const FORCE_FLAGS: Readonly<Record<string, FlagWords>> = {
  'arsenal.exhausted': {
    yes: 'an arsenal that can fire less than a tenth of what it could at the opening',
    no: 'an arsenal that can always fire a tenth or more of what it could at the opening',
    name: 'an arsenal all but exhausted',
  },
  'inject.happened': { yes: 'in force', no: 'never in force', name: 'in force', days: 'days in force' },
}

/** What is measured, without its subject. */
export const FORCE_MEASURES: Readonly<Record<string, string>> = {
  'arsenal.stock.missile': 'missiles left',
  'arsenal.stock.drone': 'drones left',
  'arsenal.stock.strike': 'munitions for strikes left',
  'arsenal.launchers.missile': 'launchers of missiles',
  'arsenal.launchers.drone': 'launchers of drones',
  'arsenal.launchers.strike': 'aircraft and tubes for strikes',
  'arsenal.capacity.missile': 'missiles that it could fire on the day',
  'arsenal.capacity.drone': 'drones that it could fire on the day',
  'arsenal.capacity.strike': 'strikes that it could fly on the day',
  'arsenal.launched.missile': 'missiles launched a day',
  'arsenal.launched.drone': 'drones launched a day',
  'arsenal.launched.strike': 'strikes a day',
  'arsenal.interceptors': 'interceptors left',
  'arsenal.hits': 'hits on it a day, each by its weight',
  'arsenal.pain': 'what it has borne, as a share of what it can bear',
  'arsenal.ownShare': 'its own share of the effort on its side',
  'arsenal.groupShare': "the groups' share of the effort on its side",
  'arsenal.helperShare': "the helpers' share of the effort on its side",
  'coalition.role': 'role',
  'coalition.joined': 'states on its side, lending bases or more',
  'coalition.combat': 'states that fight on its side',
  'coalition.share': 'share of its candidates that have joined, by size',
  'legitimacy.level': 'standing of its cause, from −1 to 1',
}

/** What counts the states of a side is told with its side. */
const STATES: Readonly<Record<string, (side: string) => string>> = {
  'coalition.joined': (side) => `number of states on the side of ${side}, lending bases or more`,
  'coalition.combat': (side) => `number of states that fight on the side of ${side}`,
}

/** `number of states that fight on the side of the USA`; undefined for what counts no states. */
export function statesText(
  { metric, of }: Pick<Look, 'metric' | 'of'>,
  scenario: Scenario,
): string | undefined {
  return STATES[metric]?.(actorName(of, scenario))
}

/** Arsenals by weapon, in the words of a person who counts them. */
export const WEAPON_WORDS = { missile: 'missiles', drone: 'drones', strike: 'strikes' } as const

/** `the United Kingdom, beside the USA` */
export function candidateName(id: string, leader: string, scenario: Scenario): string {
  return `${actorName(id, scenario)}, beside ${actorName(leader, scenario)}`
}

/** `“Peace in the north”` */
export function injectName(id: string, scenario: Scenario): string {
  return `“${scenario.injects.get(id)?.title ?? id}”`
}

/** Whose metric it is, by what `of:` names. */
export function forceSubject(
  kind: 'candidate' | 'inject',
  { of, for: leader = '' }: Pick<Look, 'of' | 'for'>,
  scenario: Scenario,
): Pick<Phrase, 'subject' | 'ends'> {
  if (kind === 'inject') return { subject: injectName(of, scenario) }
  return { subject: candidateName(of, leader, scenario) }
}
