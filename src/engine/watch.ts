/**
 * Everything of a playout that can be looked at: each metric of each subject, with its place
 * in memory and, where somebody decides it or a hazard brings it, the decision behind it.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import type { Metric, Stage } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { elementOf, type Lens } from './lens.ts'
import type { Decider } from './weigh.ts'

/** A metric, or what only a trace tells: of a place, of a route. */
export type Told = Omit<Metric, 'of'> & { readonly of: Metric['of'] | 'place' | 'route' }

/** A metric of one subject, at one stage where it has stages. */
export interface Watched {
  readonly metric: Told
  /** Supporter, draft, group and so on; '' for the crisis as a whole. */
  readonly of: string
  readonly for?: string
  readonly stage?: Stage
  readonly element: number
  /** The metric is a flag that is up while the element holds this. */
  readonly when?: number
  readonly decider?: Decider
}

/** Of a draft's outcomes, the one that no metric tells. */
const WITHDRAWN = 1
const ALSO: Metric = {
  name: 'council.withdrawn',
  unit: 'flag',
  kind: 'event',
  of: 'draft',
  dyadic: false,
  staged: false,
  about: 'the draft has been withdrawn before a vote',
  variable: 'council.outcome',
}

const ofFlow = { kind: 'state', dyadic: false, staged: false } as const

/** Of the flows, what happens to the ways themselves. */
const WAYS: readonly Told[] = [
  {
    ...ofFlow,
    name: 'routes.struck',
    of: 'place',
    unit: 'fraction',
    about: 'share of what the place can handle that hits have taken away',
    variable: 'routes.hole',
  },
  {
    ...ofFlow,
    name: 'routes.closed',
    of: 'route',
    unit: 'flag',
    about: 'nothing can pass',
    variable: 'routes.closed',
  },
  {
    ...ofFlow,
    name: 'routes.cut',
    of: 'shipment',
    unit: 'flag',
    about: 'less than 70 % of the usual flow gets through',
    variable: 'routes.cut',
  },
]

const STAGES: readonly Stage[] = ['decided', 'delivered', 'observed']

/** All that changes or may change; facts stand still, and what no mechanism computes is not there. */
export function watchedIn(lens: Lens): Watched[] {
  const withdrawn = watchesOf(lens, ALSO, { variable: 'council.outcome' }).map(
    (watched): Watched => ({
      ...watched,
      when: WITHDRAWN,
    }),
  )
  const others = [...METRICS, ...WAYS]
    .filter(({ kind }) => kind !== 'fact')
    .flatMap((metric) => {
      const { variable } = metric
      if (typeof variable === 'string') return watchesOf(lens, metric, { variable })
      return STAGES.flatMap((stage) => watchesOf(lens, metric, { variable: variable[stage], stage }))
    })
  return [...others, ...withdrawn]
}

function watchesOf(
  lens: Lens,
  metric: Told,
  { variable, stage }: { readonly variable: string; readonly stage?: Stage },
): Watched[] {
  const slot = lens.slot(variable)
  if (slot === undefined) return []
  return subjectsOf(lens, metric).map((subject, row) => {
    const at = [
      ...(metric.of === 'crisis' ? [] : [row]),
      ...(metric.column === undefined ? [] : [metric.column]),
    ]
    const decider = deciderOf(lens, variable, at)
    return {
      metric,
      ...subject,
      ...(stage === undefined ? {} : { stage }),
      element: elementOf(slot, at),
      ...(decider === undefined ? {} : { decider }),
    }
  })
}

function subjectsOf(
  { scenario, space }: Lens,
  { of }: Told,
): { readonly of: string; readonly for?: string }[] {
  switch (of) {
    case 'supporter':
      return scenario.dyads.map(({ supporter, recipient }) => ({ of: supporter, for: recipient }))
    case 'draft':
      return space.drafts.map((id) => ({ of: id }))
    case 'group':
      return space.groups.map((id) => ({ of: id }))
    case 'place':
      return space.places.map((id) => ({ of: id }))
    case 'route':
      return space.routes.map((id) => ({ of: id }))
    case 'arms':
      return space.items.map((id) => ({ of: id }))
    case 'shipment':
      return space.shipments.map((id) => ({ of: id }))
    case 'market':
      return space.markets.map((id) => ({ of: id }))
    case 'buyer':
      return space.buyers.map(({ buyer, market }) => ({ of: buyer, for: market }))
    case 'belligerent':
      return space.belligerents.map((id) => ({ of: id }))
    case 'candidate':
      return space.candidates.map(({ actor, leader }) => ({ of: actor, for: leader }))
    case 'inject':
      return space.injects.map((id) => ({ of: id }))
    case 'crisis':
      return [{ of: '' }]
  }
}

/** The decision behind a variable; a variable that only repeats another at a label leads on to that one. */
function deciderOf(lens: Lens, variable: string, at: readonly number[]): Decider | undefined {
  const dot = variable.indexOf('.')
  const mechanism = lens.mechanisms.find(({ name }) => name === variable.slice(0, dot))
  if (mechanism === undefined) return undefined
  const name = variable.slice(dot + 1)
  const decision = mechanism.told.get(name)
  if (decision !== undefined) return { mechanism, decision, at }
  const [other, position] = aliasOf(mechanism, name) ?? []
  const behind = other === undefined ? undefined : mechanism.told.get(other)
  return behind === undefined ? undefined : { mechanism, decision: behind, at: [position!] }
}

/** `ceasefire = by[ceasefire]`: the variable and the position behind a bare name. */
function aliasOf(mechanism: Mechanism, name: string): readonly [string, number] | undefined {
  for (const { equations } of mechanism.blocks) {
    const value = equations.find(({ target }) => target === name)?.value
    if (value?.kind !== 'name' || value.last) continue
    const [index, more] = value.at
    if (index?.kind === 'label' && more === undefined) return [value.name, index.position]
  }
  return undefined
}
