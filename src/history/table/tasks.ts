/**
 * The questions that can be put to a table: which rows, which outcome, through which channels, and which few
 * variables the outside view looks at.
 */
import type { ChannelId } from '../../scenario/scenario.ts'
import { betweenStates, forGovernment, forRebels, jointDemocracy, type Mapping } from './map.ts'
import type { Measure, Variable } from './measure.ts'

export interface Task {
  readonly id: string
  readonly asks: string
  /** Rows of this value only. */
  readonly only?: { readonly column: string; readonly is?: string; readonly isNot?: string }
  readonly outcome: string
  /** Names the conflict; what is held out, and what is drawn anew, is a whole conflict. */
  readonly conflict: string
  /** Conflicts held out together; one at a time unless stated. */
  readonly folds?: number
  /** A row counts as support when any of them reaches the level. */
  readonly channels: readonly ChannelId[]
  readonly level: 1 | 2
  readonly mapping: Mapping
  readonly outside: readonly Variable[]
}

const yes = (column: string): Variable => ({ column, scale: 'plain' })
const is = (column: string, value: number): Variable => ({ column, scale: { is: value } })
const border = (column: string): Variable => ({ column, scale: 'border' })
/** Kilometres; nobody is nearer than one. */
const distance = (column: string): Variable => ({ column, scale: { log: 1 } })
/** A share of the world's capabilities; the smallest states have some hundred-thousandths. */
const capability: Variable = { column: 'k_cinc', scale: { log: 1e-5 } }
const arms = (column: string): Variable => ({ column, scale: { log: 1 } })

/** COW codes of two states. */
const USA = 2
const RUSSIA = 365

const CAPABILITIES = ['k_cinc', 'A_cinc', 'T_cinc']
const TARGET = { to: 'kT_', against: 'kA_', opponentCapability: 'A_cinc', capabilities: CAPABILITIES }
const ATTACKER = { to: 'kA_', against: 'kT_', opponentCapability: 'T_cinc', capabilities: CAPABILITIES }
const flag = (column: string): Measure => ({ kind: 'flag', column })

const WARS: readonly Task[] = [
  {
    id: 'wars-target',
    asks: 'fights for the target of a war between states',
    outcome: 'joinT',
    conflict: 'warnum',
    channels: ['combat'],
    level: 2,
    mapping: betweenStates(TARGET, {
      democracies: flag('kT_jdem'),
      consultation: true,
      nuclear: flag('A_nuke'),
      recipientAttacked: true,
      opponentAttacked: false,
    }),
    outside: [yes('kT_defense'), distance('kT_dist'), capability, yes('kA_riv')],
  },
  {
    id: 'wars-attacker',
    asks: 'fights for the attacker in a war between states',
    outcome: 'joinA',
    conflict: 'warnum',
    channels: ['combat'],
    level: 2,
    mapping: betweenStates(ATTACKER, {
      democracies: flag('kA_jdem'),
      consultation: true,
      nuclear: flag('T_nuke'),
      recipientAttacked: false,
      opponentAttacked: true,
    }),
    outside: [yes('kA_defense'), distance('kA_dist'), capability, yes('kT_riv')],
  },
]

const DISPUTES: readonly Task[] = [
  {
    id: 'disputes-target',
    asks: 'joins the target of a militarised dispute',
    outcome: 'joinT',
    conflict: 'dispnum',
    folds: 20,
    channels: ['display', 'combat'],
    level: 1,
    mapping: betweenStates(TARGET, {
      democracies: jointDemocracy('k_polity2', 'T_polity2'),
      consultation: false,
      recipientAttacked: true,
      opponentAttacked: false,
    }),
    outside: [yes('kT_defense'), distance('kA_dist'), capability, yes('kA_riv')],
  },
  {
    id: 'disputes-attacker',
    asks: 'joins the attacker in a militarised dispute',
    outcome: 'joinA',
    conflict: 'dispnum',
    folds: 20,
    channels: ['display', 'combat'],
    level: 1,
    mapping: betweenStates(ATTACKER, {
      democracies: jointDemocracy('k_polity2', 'A_polity2'),
      consultation: false,
      recipientAttacked: false,
      opponentAttacked: true,
    }),
    outside: [yes('kA_defense'), distance('kT_dist'), capability, yes('kT_riv')],
  },
]

/** What the help of outsiders in these tables went through; statements and displays are not recorded there. */
const MATERIAL: readonly ChannelId[] = ['intelligence', 'economic', 'materiel', 'enablement', 'combat']

const GOVERNMENT: Task = {
  id: 'esd-government',
  asks: 'supports the government in a civil war within 3 years',
  only: { column: 'recipient', is: 'gov' },
  outcome: 'sup_3y',
  conflict: 'conflict_id',
  channels: MATERIAL,
  level: 1,
  mapping: forGovernment(),
  outside: [
    distance('kG_dist'),
    capability,
    arms('kG_tiv5'),
    is('k', USA),
    is('k', RUSSIA),
    yes('kG_defense'),
  ],
}

const REBELS: Task = {
  id: 'esd-rebels',
  asks: 'supports the rebels in a civil war within 3 years',
  only: { column: 'recipient', is: 'rebel' },
  outcome: 'sup_3y',
  conflict: 'conflict_id',
  channels: MATERIAL,
  level: 1,
  mapping: forRebels(),
  outside: [distance('kG_dist'), capability, yes('kG_riv'), yes('kG_tek'), border('kG_cont')],
}

/** Types of support in the External Support Dataset, by letter, and the channel each belongs to. */
const TYPES: Readonly<Record<string, readonly [letter: string, channel: ChannelId]>> = {
  weapons: ['w', 'materiel'],
  materiel: ['m', 'materiel'],
  training: ['t', 'enablement'],
  territory: ['l', 'enablement'],
  funding: ['f', 'economic'],
  intelligence: ['i', 'intelligence'],
  troops: ['x', 'combat'],
}

function byType(whole: Task, side: string, types: readonly string[]): readonly Task[] {
  return types.map((type) => {
    const [letter, channel] = TYPES[type]!
    return {
      ...whole,
      id: `${whole.id}-${type}`,
      asks: `gives ${type} to the ${side} in a civil war`,
      outcome: `ever_${letter}`,
      channels: [channel],
    }
  })
}

const BETWEEN_STATES: Task = {
  id: 'esd-interstate',
  asks: 'supports a side of a war between states, sides led by the USA left out',
  only: { column: 'T', isNot: String(USA) },
  outcome: 'sup_ever',
  conflict: 'conflict_id',
  channels: MATERIAL,
  level: 1,
  mapping: betweenStates(
    { to: 'kT_', against: 'kA_', capabilities: ['k_cinc'] },
    {
      democracies: flag('kT_jdem'),
      consultation: true,
      recipientAttacked: { kind: 'equals', column: 'recipient_was_attacked', value: 1 },
      opponentAttacked: { kind: 'equals', column: 'recipient_was_attacked', value: 0 },
    },
  ),
  outside: [yes('kT_defense'), distance('kT_dist'), capability, yes('kA_riv')],
}

export const TASKS: readonly Task[] = [
  ...WARS,
  ...DISPUTES,
  GOVERNMENT,
  REBELS,
  BETWEEN_STATES,
  ...byType(GOVERNMENT, 'government', [
    'weapons',
    'materiel',
    'training',
    'funding',
    'intelligence',
    'troops',
  ]),
  ...byType(REBELS, 'rebels', ['weapons', 'territory', 'training', 'funding', 'materiel', 'troops']),
]
