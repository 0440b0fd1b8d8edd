/**
 * What a claim turns on: the decisions, hazards and votes behind the metrics that it looks at,
 * each at the level at which the claim is decided.
 */
import { CLASH, DEEDS } from '../mechanisms/escalation.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { ChannelId, Condition, Look, Over, Test } from '../scenario/scenario.ts'
import type { Lens } from './lens.ts'
import { ROLE, rolesBehind } from './role-question.ts'
import { inTheWayOf, shipmentsBehind } from './way-question.ts'
import { type Watched, watchedIn } from './watch.ts'
import type { Decider } from './weigh.ts'

interface Common {
  readonly of: string
  readonly for?: string
  readonly metric: string
  /** Days on which it can matter. */
  readonly from: number
  readonly to: number
}

export type Question =
  /** The level, or a higher one, against the best below it, on the day that counts. */
  | (Common & {
      readonly kind: 'choice'
      readonly decider: Decider
      readonly level: number
      readonly day: 'largest' | 'smallest' | 'last'
    })
  | (Common & { readonly kind: 'hazard'; readonly decider: Decider })
  /** Whether the score has ever passed the cut of this position. */
  | (Common & { readonly kind: 'threshold'; readonly decider: Decider; readonly level: number })
  | (Common & { readonly kind: 'votes' })
  /** Blockades, hits and closures on the ways of these shipments. */
  | (Common & {
      readonly kind: 'ways'
      readonly shipments: readonly string[]
      readonly watched: readonly Watched[]
    })

/** A look at a metric, with how it is looked at. */
interface Leaf extends Look {
  readonly over: Over
  readonly level: number
}

/** Each once, in the order in which the claim names them; none where it looks at the inputs only. */
export function questionsOf(lens: Lens, condition: Condition): Question[] {
  const found = new Map<string, Question>()
  for (const leaf of leavesOf(condition)) {
    for (const question of ofLeaf(lens, leaf)) {
      const { metric, of, from, to } = question
      const { level, day } = { level: '', day: '', ...question }
      const key = [question.kind, metric, of, question.for, level, day, from, to].join('/')
      if (!found.has(key)) found.set(key, question)
    }
  }
  return [...found.values()]
}

function leavesOf(node: Condition): Leaf[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.of.flatMap(leavesOf)
    case 'not':
      return leavesOf(node.of)
    case 'fact':
      return []
    case 'metric': {
      const level = node.over === 'firstDay' ? node.reaches : node.over === 'sum' ? 1 : edgeOf(node.test)
      return [{ ...node, level }]
    }
    case 'order':
      return [...node.first, ...node.before].map((onset) => ({
        ...onset,
        over: 'firstDay' as const,
        level: onset.reaches,
      }))
    case 'share':
      return [...node.part, ...node.whole].map((look) => ({ ...look, over: 'sum' as const, level: 1 }))
  }
}

/** The level at which the test turns: `>= 2` and `<= 1` both turn at 2. */
function edgeOf({ op, value }: Test): number {
  switch (op) {
    case '>=':
    case '<':
      return Math.ceil(value)
    case '>':
    case '<=':
      return Math.floor(value) + 1
    case '==':
    case '!=':
      return Math.max(1, Math.round(value))
  }
}

const MOST_LEVEL = 3

function ofLeaf(lens: Lens, leaf: Leaf): Question[] {
  return [...ofDecisions(lens, leaf), ...ofWays(lens, leaf)]
}

function ofDecisions(lens: Lens, leaf: Leaf): Question[] {
  const metric = METRICS.find(({ name }) => name === leaf.metric)
  if (metric === undefined || metric.kind === 'fact') return []
  if (metric.of === 'draft') return [{ ...commonOf(leaf, leaf.metric), kind: 'votes' }]
  if (leaf.metric === 'escalation.rung') return ofRung(lens, leaf)
  if (leaf.metric.startsWith('support.')) return choice(lens, leaf, leaf.metric)
  if (leaf.metric === 'termination.ended') {
    const endings = METRICS.filter(({ name }) => name.startsWith('termination.') && name !== leaf.metric)
    return endings.flatMap(({ name }) => hazard(lens, leaf, name))
  }
  if (metric.of === 'arms') return ofArms(lens, leaf)
  if (leaf.metric === 'routes.carried') return ofCarrier(lens, leaf)
  if (leaf.metric.startsWith('coalition.')) return ofRoles(lens, leaf)
  // What is shared, known of and paid for turns on whether anything is given.
  if (leaf.metric.startsWith('intelligence.'))
    return choice(lens, { ...leaf, level: 1, take: 'delivered' }, 'support.intelligence')
  // What a group launches, fears or has lost turns on whether it has entered.
  return hazard(lens, leaf, metric.of === 'group' ? 'proxies.entered' : leaf.metric)
}

/** Whatever becomes of arms turns on whether the supplier lets them go, where anything holds them back. */
function ofArms(lens: Lens, leaf: Leaf): Question[] {
  const isGated = lens.scenario.arms.get(leaf.of)?.releaseBy !== undefined
  return isGated ? hazard(lens, leaf, 'arms.released') : []
}

/** A supporter's own goods move only while it gives materiel. */
function ofCarrier(lens: Lens, leaf: Leaf): Question[] {
  const { by, for: recipient } = lens.scenario.shipments.get(leaf.of) ?? {}
  if (by === undefined || recipient === undefined) return []
  return choice(lens, { ...leaf, of: by, for: recipient, level: 1, take: 'delivered' }, 'support.materiel')
}

/** A role once taken is kept: what counts is all that came before the last day, or, to have it throughout, the first. */
function ofRoles(lens: Lens, leaf: Leaf): Question[] {
  const to = leaf.over === 'min' ? leaf.from : leaf.to
  return rolesBehind(lens, leaf).flatMap(({ level, ...whose }) => {
    const decider = deciderOf(lens, { ...leaf, ...whose }, ROLE)
    return decider === undefined
      ? []
      : [{ ...whose, metric: ROLE, from: 0, to, kind: 'threshold', decider, level }]
  })
}

function ofWays(lens: Lens, leaf: Leaf): Question[] {
  const shipments = shipmentsBehind(leaf, lens.scenario)
  const watched = shipments.length === 0 ? [] : inTheWayOf(lens, shipments)
  if (watched.length === 0) return []
  const { of, for: recipient, to } = commonOf(leaf, leaf.metric)
  const whose = { of, ...(recipient === undefined ? {} : { for: recipient }) }
  // Goods that were held up early are missing to the last day.
  return [
    {
      ...whose,
      metric: leaf.metric,
      from: 0,
      to,
      kind: 'ways',
      shipments: shipments.map(({ id }) => id),
      watched,
    },
  ]
}

/** Every deed that reaches the rung, each channel at the lowest level that does, and the clash that climbs to it. */
function ofRung(lens: Lens, leaf: Leaf): Question[] {
  // Rungs above all deeds are climbed to: from the clash, and from combat in the open.
  const least = DEEDS.some(([rung]) => rung >= leaf.level) ? leaf.level : CLASH
  const lowest = new Map<ChannelId, number>()
  for (const [rung, channel, level] of DEEDS)
    if (rung >= least) lowest.set(channel, Math.min(level, lowest.get(channel) ?? level))
  const deeds = [...lowest].flatMap(([channel, level]) =>
    choice(lens, { ...leaf, level, take: 'delivered' }, `support.${channel}`),
  )
  return [...hazard(lens, leaf, 'escalation.incident'), ...deeds]
}

function choice(lens: Lens, leaf: Leaf, metric: string): Question[] {
  const decider = deciderOf(lens, leaf, metric)
  if (decider === undefined) return []
  const day = leaf.over === 'min' ? 'smallest' : leaf.over === 'last' ? 'last' : 'largest'
  // What is in effect in the window may have been decided long before it.
  const from = leaf.take === 'decided' ? leaf.from : 0
  const level = Math.min(MOST_LEVEL, Math.max(1, leaf.level))
  return [{ ...commonOf(leaf, metric), kind: 'choice', from, decider, level, day }]
}

function hazard(lens: Lens, leaf: Leaf, metric: string): Question[] {
  const decider = deciderOf(lens, leaf, metric)
  return decider === undefined ? [] : [{ ...commonOf(leaf, metric), kind: 'hazard', from: 0, decider }]
}

function deciderOf(lens: Lens, leaf: Look, metric: string): Decider | undefined {
  return watchedIn(lens).find(
    (watched) =>
      watched.metric.name === metric &&
      watched.of === leaf.of &&
      watched.for === leaf.for &&
      watched.decider !== undefined,
  )?.decider
}

function commonOf({ of, for: recipient, from, to }: Look, metric: string): Common {
  return { of, ...(recipient === undefined ? {} : { for: recipient }), metric, from, to }
}
