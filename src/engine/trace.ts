/**
 * One playout as a list of events: every change of everything that can be looked at, in the
 * order of the days, and with each decision what it rested on.
 */
import type { Stage } from '../mechanisms/metric.ts'
import { type Drawn, drawnBy } from './drawn.ts'
import type { Day, Place, Replay } from './replay.ts'
import type { Lens } from './lens.ts'
import { votesOn, type Votes } from './votes.ts'
import { type Watched, watchedIn } from './watch.ts'
import { type Option, type Scale, scaleOf, type Weighing } from './weigh.ts'

/** What a decision rested on when it fell. */
export type Told =
  | {
      readonly kind: 'choice'
      readonly keys: readonly string[]
      /** By level, all of them. */
      readonly options: readonly Option[]
      readonly chosen: number
      /** The best of the others. */
      readonly runnerUp: number
      /** Everything but level 0 was barred, whatever it was worth. */
      readonly closed: boolean
      /** Of a level that is changed: by key, how far its lead over the level before has moved since day 0. */
      readonly moved?: readonly number[]
    }
  | {
      readonly kind: 'hazard'
      readonly keys: readonly string[]
      /** The logarithm of the day's hazard. */
      readonly whole: number
      readonly sizes: readonly number[]
      /** The sum of the hazards so far, and the patience that it has passed. */
      readonly exposure: number
      readonly patience: number
    }
  | {
      readonly kind: 'threshold'
      readonly keys: readonly string[]
      /** The score of the day. */
      readonly whole: number
      readonly sizes: readonly number[]
      /** What each position above 0 asks for, and how many of them the score has passed. */
      readonly cuts: readonly number[]
      readonly passed: number
    }

export interface TraceEvent {
  readonly day: number
  readonly metric: string
  readonly of: string
  readonly for?: string
  readonly stage?: Stage
  readonly from: number
  readonly to: number
  readonly told?: Told
  readonly votes?: Votes
  /** Of an inject that comes into force: the uncertain quantities that it sets, as they were drawn in this playout. */
  readonly drawn?: Drawn
}

export interface Trace extends Place {
  readonly seed: number
  readonly horizon: number
  readonly events: readonly TraceEvent[]
}

interface Eye {
  readonly watched: Watched
  readonly scale?: Scale
  /** The value on the day before; what is a share begins where the first day finds it. */
  was: number | undefined
  first: Weighing | undefined
}

/** A teller of playouts of one plan; `replay` has to be of the same scenario as the lens. */
export function tracerOf(
  lens: Lens,
  replay: Replay,
  { seed, horizon }: Pick<Trace, 'seed' | 'horizon'>,
): (place: Place) => Trace {
  const eyes = watchedIn(lens).map(
    (watched): Eye => ({
      watched,
      ...(watched.decider === undefined ? {} : { scale: scaleOf(lens, watched.decider) }),
      was: undefined,
      first: undefined,
    }),
  )
  return (place) => {
    for (const eye of eyes) {
      eye.was = startsAt(eye.watched.metric)
      eye.first = undefined
    }
    const events: TraceEvent[] = []
    const see = (day: Day): void => {
      for (const eye of eyes) {
        const event = eventOf(lens, eye, day)
        if (event) events.push(event)
      }
    }
    replay(place, { see })
    return { ...place, seed, horizon, events }
  }
}

/** Of these there is nothing before the first day; what is measured otherwise begins where that day finds it. */
const FROM_NOTHING: readonly string[] = ['level', 'rung', 'flag', 'count']

/** Arms may have been let go and delivered long before, and a side has its states and its stocks from the start. */
function startsAt({ unit, of }: Watched['metric']): number | undefined {
  return of !== 'arms' && of !== 'belligerent' && FROM_NOTHING.includes(unit) ? 0 : undefined
}

/** A change, or the first decision of all, even where it is to do nothing. */
function eventOf(lens: Lens, eye: Eye, day: Day): TraceEvent | undefined {
  const { watched, scale, was } = eye
  const { metric, stage, element } = watched
  const held = day.today[element]!
  const now = watched.when === undefined ? held : Number(held === watched.when)
  eye.was = now
  const isFirst = day.day === 0 && stage === 'decided'
  if (was === undefined || (now === was && !isFirst)) return undefined
  return {
    day: day.day,
    metric: metric.name,
    of: watched.of,
    ...(watched.for === undefined ? {} : { for: watched.for }),
    ...(stage === undefined ? {} : { stage }),
    from: was,
    to: now,
    ...(scale === undefined ? {} : { told: toldOf(scale, eye, { day, from: was }) }),
    ...(metric.name === 'council.voted' ? { votes: votesOn(lens, watched.of, day) } : {}),
    ...(metric.name === 'inject.happened' && now === 1
      ? { drawn: drawnBy(lens.puts, watched.of, day.today) }
      : {}),
  }
}

function toldOf(scale: Scale, eye: Eye, { day, from }: { readonly day: Day; readonly from: number }): Told {
  const weighing = scale.weigh(day)
  const { keys, options } = weighing
  const { kind } = eye.watched.decider!.decision
  const { whole, sizes } = options[0]!
  if (kind === 'threshold') {
    const { cuts } = scale
    return { kind, keys, whole, sizes, cuts, passed: cuts.filter((cut) => whole >= cut).length }
  }
  if (kind === 'hazard') {
    return {
      kind,
      keys,
      whole,
      sizes,
      exposure: scale.exposure(day),
      patience: scale.patience(day),
    }
  }
  const told = { kind: 'choice' as const, keys, options, ...outcomeOf(weighing) }
  const { first } = eye
  eye.first ??= weighing
  if (first === undefined) return told
  const lead = ({ options: all }: Weighing, key: number): number =>
    all[told.chosen]!.sizes[key]! - all[from]!.sizes[key]!
  return { ...told, moved: keys.map((_, key) => lead(weighing, key) - lead(first, key)) }
}

function outcomeOf({ options, best, closed }: Weighing): {
  readonly chosen: number
  readonly runnerUp: number
  readonly closed: boolean
} {
  const chosen = closed ? 0 : best
  let runnerUp = chosen === 0 ? 1 : 0
  options.forEach(({ whole }, level) => {
    if (level !== chosen && whole > options[runnerUp]!.whole) runnerUp = level
  })
  return { chosen, runnerUp, closed }
}
