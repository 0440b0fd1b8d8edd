/**
 * A question put to one playout: day by day it looks, and in the end it has one size for each
 * key. Sizes of many playouts can be averaged and compared.
 */
import { log } from '../base/elementary.ts'
import { elementOf, type Lens } from './lens.ts'
import type { Question } from './question.ts'
import type { Day } from './replay.ts'
import { votesOn } from './votes.ts'
import { type Scale, scaleOf } from './weigh.ts'

/** What a playout answers; undefined where the question never arose, such as a clash with nobody there, or a barred channel. */
export type Answer = readonly number[] | undefined

export interface Probe {
  readonly keys: readonly string[]
  /** The last day at which it looks. */
  readonly to: number
  /** Puts the probe back to before the first day. */
  readonly begin: () => void
  readonly see: (day: Day) => void
  readonly answer: () => Answer
}

export function probeOf(lens: Lens, question: Question): Probe {
  switch (question.kind) {
    case 'choice':
      return choiceProbe(scaleOf(lens, question.decider), question)
    case 'hazard':
      return hazardProbe(scaleOf(lens, question.decider), question)
    case 'threshold':
      return thresholdProbe(scaleOf(lens, question.decider), question)
    case 'votes':
      return votesProbe(lens, question)
    case 'ways':
      return waysProbe(question)
  }
}

/** Days on which the channel was barred, or fighting over, offer no choice and are passed over. */
function choiceProbe(scale: Scale, question: Question & { readonly kind: 'choice' }): Probe {
  const { level, day: which, from, to } = question
  let best: number | undefined
  let sizes: Answer
  let isDecidedByBar = false
  const counts = (margin: number): boolean =>
    best === undefined || which === 'last' || (which === 'largest' ? margin > best : margin < best)
  return {
    keys: scale.keys,
    to,
    begin: () => {
      best = undefined
      sizes = undefined
      isDecidedByBar = false
    },
    see: (day) => {
      if (day.day < from || day.day > to || isDecidedByBar) return
      if (scale.isClosed(day)) {
        // No choice that day. Where every day counts, or the last one, nothing but the bar decides.
        if (which === 'largest') return
        isDecidedByBar = which === 'smallest'
        sizes = undefined
        return
      }
      const wholes = scale.wholes(day)
      const above = largestAt(wholes, level, wholes.length)
      const below = largestAt(wholes, 0, level)
      const margin = wholes[above]! - wholes[below]!
      if (!counts(margin)) return
      best = margin
      const { options } = scale.weigh(day)
      sizes = options[above]!.sizes.map((size, term) => size - options[below]!.sizes[term]!)
    },
    answer: () => sizes,
  }
}

function largestAt(values: readonly number[], from: number, to: number): number {
  let best = from
  for (let at = from; at < to; at++) if (values[at]! > values[best]!) best = at
  return best
}

/** Beside the terms of a hazard: on how many days it ran, and the patience that it had to outlast. */
const RISK_DAYS = 'riskDays'
const PATIENCE = 'patience'

/**
 * Terms of the logarithm of the hazard, a mean over the days at risk up to the event; then the logarithm of the days
 * at risk in the window, and of the patience. They add up to about the logarithm of exposure over patience: above 0
 * the event comes in the window.
 */
function hazardProbe(scale: Scale, { to }: Question & { readonly kind: 'hazard' }): Probe {
  let days = 0
  let weighed = 0
  let exposure = 0
  let patience = 0
  let sums: number[] = []
  return {
    keys: [...scale.keys, RISK_DAYS, PATIENCE],
    to,
    begin: () => {
      days = 0
      weighed = 0
      exposure = 0
      sums = scale.keys.map(() => 0)
    },
    see: (day) => {
      const before = exposure
      exposure = scale.exposure(day)
      patience = scale.patience(day)
      if (day.day > to || !(exposure > before)) return
      days += 1
      if (before >= patience) return
      weighed += 1
      scale.weigh(day).options[0]!.sizes.forEach((size, term) => {
        sums[term]! += size
      })
    },
    answer: () =>
      weighed === 0 ? undefined : [...sums.map((sum) => sum / weighed), log(days), -log(patience)],
  }
}

/** Beside the terms of a score: the cut that it has to pass. */
const CUT = 'cut'

/**
 * Terms of the score on the day on which it stood highest, and the cut taken off: from 0 on the position was taken by
 * then. It is that day on either side, for on the day of joining those who needed no peers would show the fewest.
 */
function thresholdProbe(scale: Scale, { level, to }: Question & { readonly kind: 'threshold' }): Probe {
  const cut = scale.cuts[level - 1]!
  let highest = -Infinity
  let sizes: Answer
  return {
    keys: [...scale.keys, CUT],
    to,
    begin: () => {
      highest = -Infinity
      sizes = undefined
    },
    see: (day) => {
      if (day.day > to || scale.isClosed(day)) return
      const score = scale.wholes(day)[0]!
      if (!(score > highest)) return
      highest = score
      sizes = [...scale.weigh(day).options[0]!.sizes, 0 - cut]
    },
    answer: () => sizes,
  }
}

/** Keys of the ballots: `yes/russia`, `no/russia`. */
const VOTES = ['yes', 'no'] as const

/** Whether the draft was tabled and withdrawn in the window, and how each member votes if it comes to that. */
function votesProbe(lens: Lens, { of, to }: Question): Probe {
  const { members, drafts } = lens.space
  const council = lens.mechanisms.find(({ name }) => name === 'council')!
  const flag = (name: string, day: Day): number => {
    const meaning = lens.meaning(council, name)
    return typeof meaning === 'object' ? day.today[elementOf(meaning, [drafts.indexOf(of)])]! : 0
  }
  let sizes: Answer
  return {
    to,
    keys: ['tabled', 'withdrawn', ...VOTES.flatMap((vote) => members.map((id) => `${vote}/${id}`))],
    begin: () => {
      sizes = undefined
    },
    see: (day) => {
      if (day.day !== to) return
      const votes = votesOn(lens, of, day)
      const isTabled = flag('isTabled', day)
      sizes = [
        isTabled,
        isTabled * flag('withdrawn', day),
        ...VOTES.flatMap((vote) => members.map((id) => Number(votes[vote].includes(id)))),
      ]
    },
    answer: () => sizes,
  }
}

/** What a key of the ways begins with, by metric: `closed/ferry`. */
const IN_THE_WAY: Readonly<Record<string, string>> = {
  'routes.blockading': 'blockade',
  'routes.struck': 'struck',
  'routes.closed': 'closed',
}

export function keysOf({ watched }: Question & { readonly kind: 'ways' }): readonly string[] {
  return watched.map(({ metric, of }) => `${IN_THE_WAY[metric.name] ?? metric.name}/${of}`)
}

/** Of each, the mean over the days: the share of days for what is so or not, the room lost for hits. */
function waysProbe(question: Question & { readonly kind: 'ways' }): Probe {
  const { watched, from, to } = question
  let days = 0
  let sums: number[] = []
  return {
    keys: keysOf(question),
    to,
    begin: () => {
      days = 0
      sums = watched.map(() => 0)
    },
    see: (day) => {
      if (day.day < from || day.day > to) return
      days += 1
      watched.forEach(({ element }, at) => {
        sums[at]! += day.today[element]!
      })
    },
    answer: () => (days === 0 ? undefined : sums.map((sum) => sum / days)),
  }
}
