/**
 * The published mapping: which columns of a table stand for which input of a support decision, and why. It was written
 * down from the meaning of columns and inputs; shares are coarse on purpose. It is the second: the first, and what was
 * mended in it once for the scales of history/CODING.md, are in docs/outside-tables.md.
 */
import type { Feature } from '../row.ts'
import type { Measure } from './measure.ts'

/** Kilometres over which strength falls to 1/e: the median of docs/theory.md 3. */
const LOSS_OF_STRENGTH = 3000
/** Two states this far apart in ideal points of the UN assembly (standard deviations) have nothing in common: judgement. */
const OPPOSITE = 4
/** A tenth of one's trade is a stake, or a cost, in full: judgement. */
const FULL_TRADE = 0.1
/** Arms delivered in five years, in millions of trend-indicator value, that count by half: judgement. */
const HALF_ARMS = 100
/** Three disputes in ten years are as many as count: judgement. */
const FULL_DISPUTES = 3
/** Each conflict in which force was used the year before ties up a quarter of what is left: judgement. */
const TIED_UP = 0.25
/**
 * Anchors of free capacity run from a brigade over a corps to all of a great power's force: tenfold steps. Three of them
 * put a two-hundredth of the strongest state's force at 0.23 and a twentieth at 0.57.
 */
const TENFOLDS = 3
/** Without a common border there is one way, open but easy to cut. */
const ONE_WAY = 0.5
/** From this score of Polity on a state counts as a democracy, as the tables count it. */
const DEMOCRACY = 6

export interface Part {
  readonly share: number
  readonly measure: Measure
}

/** An input: the parts by their shares, at most 1, times every factor. */
export interface Line {
  readonly input: Feature
  readonly parts: readonly Part[]
  readonly times?: readonly Measure[]
  readonly because: string
}

/** A promise that binds, and what it requires or shuts. */
export interface Promise {
  readonly when: Measure
  readonly does: 'requires combat' | 'shuts combat' | 'shuts all but politics'
  readonly because: string
}

export interface Mapping {
  readonly lines: readonly Line[]
  readonly promises: readonly Promise[]
}

const flag = (column: string): Measure => ({ kind: 'flag', column })
const not = (of: Measure): Measure => ({ kind: 'not', of })
const either = (...of: readonly Measure[]): Measure => ({ kind: 'either', of })
const both = (...of: readonly Measure[]): Measure => ({ kind: 'both', of })
const ramp = (column: string, [from, to]: readonly [number, number], blank = 0): Measure => ({
  kind: 'ramp',
  column,
  from,
  to,
  blank,
})
const border = (column: string, least = 0): Measure => ({ kind: 'border', column, least })
const trade = (column: string): Measure => ramp(column, [0, FULL_TRADE])
const part = (share: number, measure: Measure): Part => ({ share, measure })

/** Prefixes of the columns about the two sides of a war between states. */
export interface Sides {
  /** `kT_`: what binds the outsider to its recipient. */
  readonly to: string
  /** `kA_`: the same with the recipient's opponent. */
  readonly against: string
  /** The opponent's capability, where the table states it. */
  readonly opponentCapability?: string
  /** Every column of capabilities: the strongest state of the year stands in one of them. */
  readonly capabilities: readonly string[]
}

/** What a table of wars or disputes states beyond what all do. */
export interface Stated {
  /** Whether the two are democracies together. */
  readonly democracies: Measure
  readonly consultation: boolean
  /** Nuclear arms of the opponent. */
  readonly nuclear?: Measure
  /** Whether the recipient was attacked, and whether its opponent was, if that is not plain from the task. */
  readonly recipientAttacked: Measure | boolean
  readonly opponentAttacked: Measure | boolean
}

export function jointDemocracy(one: string, other: string): Measure {
  const rule = (column: string): Measure => ramp(column, [DEMOCRACY - 1, DEMOCRACY])
  return both(rule(one), rule(other))
}

/** Between states, the outsider helps one of the two. */
export function betweenStates(sides: Sides, stated: Stated): Mapping {
  const { to, against, opponentCapability, capabilities } = sides
  return {
    lines: [
      alignedWithState(to, stated),
      {
        input: 'stake',
        parts: [
          part(0.5, either(border(`${to}cont`), border(`${against}cont`))),
          part(0.25, flag(`${to}col`)),
          part(0.25, trade(`${to}trsh`)),
        ],
        because: 'A war next door, of a former colony or of a partner in trade touches one’s own interests.',
      },
      rivalryWith(against),
      {
        input: 'precommitment',
        parts: [part(0.5, { kind: 'saturating', column: `${to}tiv5`, half: HALF_ARMS })],
        because:
          'Arms already delivered tie a supplier to its client, by half as much as forces in place would.',
      },
      freeCapacity(to, capabilities),
      access(to),
      ...(stated.nuclear === undefined
        ? []
        : [
            {
              input: 'nuclear' as const,
              parts: [part(0.5, stated.nuclear), part(0.5, both(stated.nuclear, flag('k_nuke')))],
              because:
                'A nuclear opponent is a danger to all, and the whole of it where both could escalate.',
            },
          ]),
      ...(opponentCapability === undefined ? [] : [powerOf(opponentCapability, against)]),
      costWith(against),
    ],
    promises: clauses(sides, stated),
  }
}

function clauses({ to, against }: Sides, stated: Stated): readonly Promise[] {
  const bound = (clause: string, when: Measure | boolean): readonly Measure[] =>
    when === false ? [] : [when === true ? flag(clause) : both(flag(clause), when)]
  return [
    ...bound(`${to}defense`, stated.recipientAttacked).map(
      (when): Promise => ({
        when,
        does: 'requires combat',
        because: 'A defence pact asks for combat where the recipient was attacked (docs/theory.md 2).',
      }),
    ),
    ...bound(`${to}offense`, stated.opponentAttacked).map(
      (when): Promise => ({
        when,
        does: 'requires combat',
        because: 'An offence pact asks for combat beside the attacker (docs/theory.md 2).',
      }),
    ),
    ...bound(`${against}nonagg`, stated.opponentAttacked).map(
      (when): Promise => ({
        when,
        does: 'shuts combat',
        because: 'Nonaggression bars one’s own combat against a partner that is attacked (docs/theory.md 2).',
      }),
    ),
    ...bound(`${against}neutral`, stated.opponentAttacked).map(
      (when): Promise => ({
        when,
        does: 'shuts all but politics',
        because: 'Neutrality towards a party that is attacked bars help to its attacker (docs/theory.md 2).',
      }),
    ),
  ]
}

/** Columns about the government of a civil war, for both of its sides. */
const GOVERNMENT = 'kG_'
const KIN = `${GOVERNMENT}tek`

const STAKE_IN_CIVIL_WAR: Line = {
  input: 'stake',
  parts: [
    part(0.5, border(`${GOVERNMENT}cont`)),
    part(0.25, flag(`${GOVERNMENT}col`)),
    part(0.25, flag(KIN)),
    part(0.25, trade(`${GOVERNMENT}trsh`)),
  ],
  because:
    'A war next door, of a former colony, among kin or of a partner in trade touches one’s own interests.',
}

const EARLIER: Part = part(0.5, flag('supported_earlier_episode'))

/** An outsider helps a government against rebels, of whom the tables say nothing. */
export function forGovernment(): Mapping {
  return {
    lines: [
      alignedWithState(GOVERNMENT, { democracies: flag(`${GOVERNMENT}jdem`), consultation: true }),
      STAKE_IN_CIVIL_WAR,
      {
        input: 'precommitment',
        parts: [part(0.5, { kind: 'saturating', column: `${GOVERNMENT}tiv5`, half: HALF_ARMS }), EARLIER],
        because: 'Arms already delivered, or help in an earlier episode, tie a supporter to its client.',
      },
      freeCapacity(GOVERNMENT, ['k_cinc', 'gov_cinc']),
      access(GOVERNMENT),
    ],
    promises: [],
  }
}

/** An outsider helps rebels against a government: its ties to the government all speak against it. */
export function forRebels(): Mapping {
  return {
    lines: [
      {
        input: 'alignment',
        parts: [
          part(0.5, flag(KIN)),
          part(0.25, ramp(`${GOVERNMENT}ipd`, [0, OPPOSITE], 0.5)),
          part(0.25, ramp(`${GOVERNMENT}ddist`, [0, 1], 0.5)),
        ],
        times: [not(flag(`${GOVERNMENT}defense`))],
        because:
          'Kin among the population, and distance from the government; its defence ally is no friend of rebels.',
      },
      STAKE_IN_CIVIL_WAR,
      rivalryWith(GOVERNMENT),
      {
        input: 'precommitment',
        parts: [EARLIER],
        because: 'Help in an earlier episode ties a supporter to its client.',
      },
      freeCapacity(GOVERNMENT, ['k_cinc', 'gov_cinc']),
      access(GOVERNMENT),
      powerOf('gov_cinc', GOVERNMENT),
      costWith(GOVERNMENT),
    ],
    promises: [
      {
        when: flag(`${GOVERNMENT}nonagg`),
        does: 'shuts combat',
        because:
          'Nonaggression bars one’s own combat against the partner, whom the rebels attack (docs/theory.md 2).',
      },
    ],
  }
}

function alignedWithState(to: string, stated: Pick<Stated, 'democracies' | 'consultation'>): Line {
  const pacts = ['offense', 'neutral', 'nonagg', ...(stated.consultation ? ['consul'] : [])]
  return {
    input: 'alignment',
    parts: [
      part(0.5, flag(`${to}defense`)),
      part(0.25, not(ramp(`${to}ipd`, [0, OPPOSITE], 0.5))),
      part(0.125, stated.democracies),
      part(0.125, either(...pacts.map((pact) => flag(`${to}${pact}`)))),
    ],
    times: [not(flag(`${to}riv`))],
    because: 'Pacts, votes alike and democracy in common make friends; a rival is none, whatever else holds.',
  }
}

function rivalryWith(against: string): Line {
  return {
    input: 'rivalry',
    parts: [part(0.75, flag(`${against}riv`)), part(0.25, ramp(`${against}mid10`, [0, FULL_DISPUTES]))],
    because: 'A strategic rivalry with the opponent, and disputes with it in the ten years before.',
  }
}

function freeCapacity(near: string, among: readonly string[]): Line {
  return {
    input: 'freeCapacity',
    parts: [
      part(1, {
        kind: 'strength',
        column: 'k_cinc',
        among,
        year: 'year',
        busy: 'k_busy',
        held: TIED_UP,
        tenfolds: TENFOLDS,
        ...far(near),
      }),
    ],
    because:
      'Capability, as a part of that of the strongest state of the year, less what is tied up elsewhere and what distance takes; none is lost across a land border.',
  }
}

function far(near: string): { contiguity: string; distance: string; over: number } {
  return { contiguity: `${near}cont`, distance: `${near}dist`, over: LOSS_OF_STRENGTH }
}

function access(near: string): Line {
  return {
    input: 'access',
    parts: [part(1, border(`${near}cont`, ONE_WAY))],
    because:
      'A common border is the best way; the sea is one that is open but easy to cut, however far. Distance is in free capacity.',
  }
}

function powerOf(against: string, near: string): Line {
  return {
    input: 'opponentPower',
    parts: [part(1, { kind: 'reach', column: against, against: 'k_cinc', ...far(near) })],
    because:
      'The opponent punishes by what is left of its capability at that distance, as a share of the two.',
  }
}

function costWith(against: string): Line {
  return {
    input: 'thirdPartyCost',
    parts: [
      part(0.75, either(trade(`${against}trsh`), flag(`${against}defense`))),
      part(0.25, { kind: 'saturating', column: `${against}tiv5`, half: HALF_ARMS }),
    ],
    because:
      'Trade with the opponent, a pact with it and the arms it buys are what help to its enemy puts at risk.',
  }
}
