/**
 * How far two samples of playouts stand apart in what they answer to one question, in standard
 * errors of the gap. Of a decision or hazard it is the sum of its terms that counts: many noisy
 * terms that cancel out part nobody. Of a council, and of ways, each key stands for itself.
 */
import type { Answer } from './probe.ts'
import type { Question } from './question.ts'

export interface Apart {
  /** Standard errors between the sides; 0 where there are too few playouts to tell. */
  readonly errors: number
  /** True where a gap like this comes from playouts that differ by chance alone. */
  readonly isNoise: boolean
}

/** A gap without any noise is as clear as this. */
const CLEAREST = 1000
/** Gaps beyond so many standard errors are no noise; where many are looked at, more is asked of the largest. */
const CLEAR = 2
const CLEAR_OF_MANY = 3
/** What arithmetic alone may leave between two equal sums. */
const SLACK = 1e-9

/** What is read off an answer: whether the question arose, and its sum, or each key of a council. */
type Reading = (answer: Answer) => number | undefined

/** Whose keys are no terms of one sum. */
function isApartByKey(kind: Question['kind']): boolean {
  return kind === 'votes' || kind === 'ways'
}

function readingsOf(kind: Question['kind'], answers: readonly Answer[]): Reading[] {
  const arose: Reading = (answer) => (answer === undefined ? 0 : 1)
  const keys = answers.find((answer) => answer !== undefined) ?? []
  if (isApartByKey(kind))
    return [
      arose,
      ...keys.map(
        (_, key): Reading =>
          (answer) =>
            answer?.[key],
      ),
    ]
  return [arose, (answer) => answer?.reduce((sum, size) => sum + size, 0)]
}

/** Two samples of different playouts; undefined where one is empty. */
export function apartOf(
  kind: Question['kind'],
  [one, other]: readonly [readonly Answer[], readonly Answer[]],
): Apart | undefined {
  if (one.length === 0 || other.length === 0) return undefined
  return largestOf(
    kind,
    readingsOf(kind, [...one, ...other]).map((read) =>
      unpaired(one.flatMap(of(read)), other.flatMap(of(read))),
    ),
  )
}

/** The same playouts in two worlds; undefined where there are none. */
export function apartPaired(
  kind: Question['kind'],
  pairs: readonly (readonly [Answer, Answer])[],
): Apart | undefined {
  if (pairs.length === 0) return undefined
  const gaps = readingsOf(kind, pairs.flat()).map((read) =>
    pairs.flatMap(([one, other]) => {
      const [a, b] = [read(one), read(other)]
      return a === undefined || b === undefined ? [] : [a - b]
    }),
  )
  return largestOf(
    kind,
    gaps.map((sizes) => {
      const { n, mean, squares } = momentsOf(sizes)
      return inErrors(mean, n < 2 ? undefined : squares / (n - 1) / n)
    }),
  )
}

function of(read: Reading): (answer: Answer) => number[] {
  return (answer) => {
    const size = read(answer)
    return size === undefined ? [] : [size]
  }
}

function largestOf(kind: Question['kind'], found: readonly (number | undefined)[]): Apart {
  const known = found.filter((errors) => errors !== undefined)
  const errors = Math.max(0, ...known)
  const clear = isApartByKey(kind) ? CLEAR_OF_MANY : CLEAR
  return { errors, isNoise: known.length === found.length && errors < clear }
}

function unpaired(one: readonly number[], other: readonly number[]): number | undefined {
  const [a, b] = [momentsOf(one), momentsOf(other)]
  if (a.n === 0 || b.n === 0) return 0
  const free = a.n + b.n - 2
  // A single playout has no spread of its own: it is taken to be that of the other side.
  const pooled = free > 0 ? (a.squares + b.squares) / free : undefined
  const varianceOf = ({ n, squares }: Moments): number | undefined => (n < 2 ? pooled : squares / (n - 1))
  const [first, second] = [varianceOf(a), varianceOf(b)]
  return inErrors(
    a.mean - b.mean,
    first === undefined || second === undefined ? undefined : first / a.n + second / b.n,
  )
}

/** Undefined where the noise is not known. */
function inErrors(gap: number, variance: number | undefined): number | undefined {
  if (Math.abs(gap) <= SLACK) return 0
  if (variance === undefined) return undefined
  return Math.min(CLEAREST, Math.abs(gap) / Math.sqrt(variance))
}

interface Moments {
  readonly n: number
  readonly mean: number
  /** Squared distances from the mean, summed. */
  readonly squares: number
}

function momentsOf(sizes: readonly number[]): Moments {
  const n = sizes.length
  const mean = n === 0 ? 0 : sizes.reduce((sum, size) => sum + size, 0) / n
  return { n, mean, squares: sizes.reduce((sum, size) => sum + (size - mean) * (size - mean), 0) }
}
