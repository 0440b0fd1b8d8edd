/**
 * Classes of events that have been counted in history, and what in a scenario belongs to each: so that what the model
 * gives over many scenarios can be set beside what has happened. Counted rates are data (theory/base-rates.yaml).
 */
import { parseDate } from '../base/date.ts'
import type { Condition, Council, Draft, Dyad, Scenario, Take } from '../scenario/scenario.ts'
import { CHANNELS } from '../scenario/scenario.ts'

/** One thing that may or may not come to pass, alone or among the playouts in which something else did. */
export interface Instance {
  /** `russia for iran` */
  readonly label: string
  readonly that: Condition
  readonly given?: Condition
  /** What part of it belongs to the class, 0 to 1; all of it unless stated. */
  readonly share?: number
}

export interface Reference {
  /** Id of the base rate. */
  readonly baseRate: string
  /** Id of the rate of the opposite, where it has been counted. */
  readonly otherwise?: string
  /** No class to which a claim belongs: counted in one war, or told apart more finely by fight-class.ts. */
  readonly besideNoClaim?: true
  /** What is counted in the playouts. */
  readonly counts: string
  readonly instances: (scenario: Scenario, powers: ReadonlySet<string>) => readonly Instance[]
}

/** Great powers are those who hold a permanent seat in some council of the scenarios at hand. */
export function powersIn(scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(
    scenarios.flatMap(({ council }) =>
      (council?.members ?? []).filter(({ permanent }) => permanent).map(({ actor }) => actor),
    ),
  )
}

/** The counts after the Second World War begin here. */
const SINCE_1946 = parseDate('1946-01-01')!
/** The table of vetoes is read from the end of the cold war on. */
const SINCE_1991 = parseDate('1991-01-01')!
/** The war of June 2025 lasted so many days. */
const TWELVE_DAYS = 12
/** Place of a no among the chances of a vote: yes, abstain, no, absent. */
const NO = 2
/** A show of force, with which a dispute between states begins; force on both sides; war (docs/theory.md 11). */
const RUNG = { dispute: 3, force: 7, war: 8 } as const

export const REFERENCES: readonly Reference[] = [
  {
    baseRate: 'major-power-joins',
    besideNoClaim: true,
    counts: 'great powers that decide on support, each and for either side, at combat 2 or more',
    instances: (scenario, powers) =>
      scenario.crisis.start < SINCE_1946
        ? []
        : parties(scenario)
            .filter(({ supporter }) => powers.has(supporter))
            .map((party) => fights(scenario, party)),
  },
  {
    baseRate: 'pact-fights',
    besideNoClaim: true,
    counts: 'states with a defence clause towards the attacked, each at combat 2 or more',
    instances: (scenario) =>
      scenario.crisis.start < SINCE_1946
        ? []
        : parties({ ...scenario, dyads: scenario.dyads.filter((dyad) => isBound(scenario, dyad)) }).map(
            (party) => fights(scenario, party),
          ),
  },
  {
    baseRate: 'nuclear-pair-uses-force',
    otherwise: 'nuclear-pair-avoids-force',
    counts:
      'nuclear supporter and nuclear opponent, where their dispute has come to a show of force: rung 7 or more',
    instances: (scenario) => nuclearPairs(scenario, RUNG.force),
  },
  {
    baseRate: 'nuclear-pair-war',
    otherwise: 'nuclear-pair-no-war',
    counts: 'the same, rung 8 or more',
    instances: (scenario) => nuclearPairs(scenario, RUNG.war),
  },
  {
    baseRate: 'supporter-gives-arms',
    counts: 'states that give a side anything at all since 1946, each with materiel 1 or more',
    instances: (scenario) => givers(scenario, { channel: 'materiel', take: 'delivered' }),
  },
  {
    baseRate: 'supporter-gives-intelligence',
    counts: 'the same, with intelligence that is credibly reported',
    instances: (scenario) => givers(scenario, { channel: 'intelligence', take: 'observed' }),
  },
  {
    baseRate: 'groups-june-2025',
    besideNoClaim: true,
    counts: 'groups that decide on entry, each within twelve days',
    instances: ({ proxies, crisis }) =>
      [...proxies.keys()].map((group) => {
        const to = Math.min(TWELVE_DAYS, crisis.horizon)
        return { label: group, that: leaf({ metric: 'proxies.entered', of: group, least: 1, to }) }
      }),
  },
  {
    baseRate: 'veto-russia-or-china',
    counts:
      'drafts that were vetoed since 1991, each by the chance that Moscow or Beijing is among those who say no, from stated votes; drafts on which a permanent member states none are left out',
    instances: ({ council, crisis }) =>
      crisis.start < SINCE_1991 || !council
        ? []
        : council.drafts.flatMap((draft) => vetoBy(council, draft, crisis.horizon)),
  },
]

/** A supporter and those whom it might help on one side: history counts it once. */
export interface Party {
  readonly supporter: string
  readonly dyads: readonly Dyad[]
}

export function parties({ dyads, crisis }: Pick<Scenario, 'dyads' | 'crisis'>): readonly Party[] {
  const found = new Map<string, Dyad[]>()
  for (const dyad of dyads) {
    const key = `${dyad.supporter} ${crisis.attackers.includes(dyad.recipient) ? 'attackers' : 'targets'}`
    found.set(key, [...(found.get(key) ?? []), dyad])
  }
  return [...found.values()].map((all) => ({ supporter: all[0]!.supporter, dyads: all }))
}

function isBound({ crisis, ties }: Scenario, { supporter, recipient }: Dyad): boolean {
  return crisis.targets.includes(recipient) && ties.get(`${supporter}-${recipient}`)?.clauses.defence === true
}

export function fights(scenario: Scenario, party: Party): Instance {
  return { label: named(party), that: anyOf(scenario, party, { channel: 'combat', least: 2 }) }
}

/** A vetoed draft, with the share of its vetoes in which Russia or China said no. */
function vetoBy({ members }: Council, { id, votes }: Draft, to: number): readonly Instance[] {
  const permanent = members.filter((member) => member.permanent).map(({ actor }) => actor)
  if (!permanent.every((actor) => votes.has(actor))) return []
  const nobody = (actors: readonly string[]): number =>
    actors.reduce((chance, actor) => chance * (1 - (votes.get(actor)?.[NO] ?? 0)), 1)
  const any = 1 - nobody(permanent)
  if (any === 0) return []
  const vetoed = leaf({ metric: 'council.vetoed', of: id, least: 1, to })
  const share = (1 - nobody(permanent.filter((actor) => ['russia', 'china'].includes(actor)))) / any
  return [{ label: id, given: vetoed, that: vetoed, share }]
}

function named({ supporter, dyads }: Party): string {
  return `${supporter} for ${dyads.map(({ recipient }) => recipient).join(' and ')}`
}

interface Leaf {
  readonly metric: string
  readonly of: string
  readonly for?: string
  readonly take?: Take
  readonly least: number
  readonly to: number
}

/** That a metric is at least so high on some day. */
function leaf({ take = 'delivered', least, to, ...subject }: Leaf): Condition {
  return {
    kind: 'metric',
    ...subject,
    take,
    from: 0,
    to,
    over: 'max',
    reaches: least,
    test: { op: '>=', value: least },
  }
}

interface Asked {
  readonly channel: string
  readonly least: number
  readonly take?: Take
}

/** That the supporter gives so much to any one of those whom it might help. */
function anyOf({ crisis }: Pick<Scenario, 'crisis'>, { dyads }: Party, asked: Asked): Condition {
  const { channel, ...rest } = asked
  return {
    kind: 'any',
    of: dyads.map(({ supporter, recipient }) =>
      leaf({ metric: `support.${channel}`, of: supporter, for: recipient, to: crisis.horizon, ...rest }),
    ),
  }
}

/** States alone were counted, in conflicts of 1975-2017; a crisis since 1946 is taken to be like them. */
function givers(scenario: Scenario, asked: Omit<Asked, 'least'>): readonly Instance[] {
  if (scenario.crisis.start < SINCE_1946) return []
  const states = parties(scenario).filter(({ supporter }) => scenario.actors.get(supporter)?.kind === 'state')
  return states.map((party) => ({
    label: named(party),
    given: { kind: 'any', of: CHANNELS.map((channel) => anyOf(scenario, party, { channel, least: 1 })) },
    that: anyOf(scenario, party, { ...asked, least: 1 }),
  }))
}

function nuclearPairs(scenario: Scenario, rung: number): readonly Instance[] {
  const { dyads, actors, crisis } = scenario
  const isNuclear = (id: string): boolean => actors.get(id)?.nuclear === true
  const foesOf = (id: string): readonly string[] =>
    crisis.attackers.includes(id) ? crisis.targets : crisis.attackers
  return dyads
    .filter(({ supporter, recipient }) => isNuclear(supporter) && foesOf(recipient).some(isNuclear))
    .map((dyad) => {
      const at = (least: number): Condition =>
        leaf({
          metric: 'escalation.rung',
          of: dyad.supporter,
          for: dyad.recipient,
          least,
          to: crisis.horizon,
        })
      return {
        label: named({ supporter: dyad.supporter, dyads: [dyad] }),
        given: at(RUNG.dispute),
        that: at(rung),
      }
    })
}
