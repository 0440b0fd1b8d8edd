/**
 * The axes that all mechanisms share. A dyad is a potential supporter together with
 * the belligerent that it might support; supporters of both sides stand on one axis.
 */
import type { Grammar } from '../formula/parse.ts'
import { type Mechanism, mechanismsOver, type MechanismText } from '../formula/mechanism.ts'

export const CHANNEL_LABELS = [
  'political',
  'intelligence',
  'economic',
  'materiel',
  'enablement',
  'display',
  'combat',
] as const
/** Levels of support: none, low, substantial, full (anchors in theory/channels.yaml). */
export const LEVELS = 4

/** Ways in which the fighting can end. */
export const ENDINGS = ['ceasefire', 'concession', 'withdrawal', 'regimeChange', 'frozen'] as const
/** Rungs of the ladder of escalation, 0 to 10; what each means stands in `rungs.ts`. */
export const RUNGS = [
  'normal',
  'protest',
  'sanctions',
  'alert',
  'covertHelp',
  'openArms',
  'incident',
  'limitedCombat',
  'war',
  'nuclearThreat',
  'nuclearUse',
] as const

/** What can hold a supporter back, each of which might be lifted alone (docs/theory.md 18). */
export const CONSTRAINTS = [
  'capacity',
  'access',
  'nuclearRisk',
  'opponentPower',
  'thirdPartyCost',
  'domesticConstraint',
  'othersSupply',
] as const
/** What is fired or dropped: guided missiles, one-way drones, strikes by aircraft and ships. */
export const WEAPON_LABELS = ['missile', 'drone', 'strike'] as const
/** What a member of a coalition does, from nothing to fighting; a role includes those before it. */
export const ROLE_LABELS = ['none', 'basing', 'defensive', 'logistics', 'combat'] as const

/** For equations that ask how far a member goes. */
export function roleCode(role: (typeof ROLE_LABELS)[number]): NonNullable<Mechanism['constants']>[string] {
  const source = 'its place among the roles of a coalition'
  return { value: ROLE_LABELS.indexOf(role), unit: 'number', source }
}

/** Hits on one place that are told apart in a playout; more are not counted (docs/theory.md 15). */
export const HITS = ['first', 'second', 'third', 'fourth'] as const

export const GRAMMAR: Grammar = {
  axes: [
    { name: 'dyad', letters: ['d', 'e'] },
    { name: 'belligerent', letters: ['b'] },
    { name: 'channel', letters: ['k'], labels: CHANNEL_LABELS },
    { name: 'level', letters: ['l', 'n'] },
    { name: 'draft', letters: ['q'] },
    { name: 'member', letters: ['v'] },
    { name: 'group', letters: ['g', 'h'] },
    { name: 'rung', letters: ['r'], labels: RUNGS },
    { name: 'ending', letters: ['x', 'y'], labels: ENDINGS },
    { name: 'place', letters: ['p'] },
    { name: 'route', letters: ['a'] },
    { name: 'shipment', letters: ['c'] },
    { name: 'hit', letters: ['s', 'z'], labels: HITS },
    { name: 'item', letters: ['i'] },
    { name: 'market', letters: ['m'] },
    { name: 'buyer', letters: ['u'] },
    { name: 'constraint', letters: ['j'], labels: CONSTRAINTS },
    { name: 'candidate', letters: ['f'] },
    { name: 'weapon', letters: ['o'], labels: WEAPON_LABELS },
    { name: 'day', letters: ['t'] },
  ],
  maps: {
    recipient: ['dyad', 'belligerent'],
    seat: ['dyad', 'member'],
    ally: ['group', 'belligerent'],
    tail: ['route', 'place'],
    head: ['route', 'place'],
    host: ['place', 'dyad'],
    haul: ['shipment', 'dyad'],
    deal: ['item', 'dyad'],
    seller: ['buyer', 'market'],
    outlet: ['buyer', 'shipment'],
    leader: ['candidate', 'belligerent'],
    lender: ['place', 'candidate'],
  },
}

export const mechanism: (name: string, text: MechanismText) => Mechanism = mechanismsOver(GRAMMAR)
