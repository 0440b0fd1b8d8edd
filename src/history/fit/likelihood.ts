/**
 * The likelihood of the records: a supporter's leaning and a case's salience, which nobody sees, are integrated out by
 * quadrature. Utilities are linear in both, so that a level's weight at a node is a power of one number; each cell needs
 * three exponentials, and everything else is multiplication.
 */
import { exp, log } from '../../base/elementary.ts'
import { CHANNELS } from '../../scenario/scenario.ts'
import type { Form } from '../form.ts'
import { NINE, SEVEN } from './hermite.ts'
import { packed, type Packed } from './packed.ts'
import { LOGARITHMS, PARAMETERS } from '../parameter.ts'
import { FEATURES, type Row } from '../row.ts'

const WIDTH: number = FEATURES.length
export const OBLIGATION: number = WIDTH
export const LEANING: number = WIDTH + 1
export const SALIENCE: number = WIDTH + 2
export const ALPHA: number = LOGARITHMS
export const GAMMA: number = ALPHA + CHANNELS.length
export const KAPPA: number = GAMMA + CHANNELS.length

/** Nodes of the salience, and of the leaning, which seven cells at most tell less sharply than a case's rows its salience. */
const OUTER = NINE
const INNER = SEVEN
const SIDE: number = INNER.nodes.length
const OUTERS: number = OUTER.nodes.length
const PAIRS: number = OUTERS * SIDE
/** Most that seven channels of one row can add up to, level 3 each. */
const HIGHEST_TOTAL: number = 3 * CHANNELS.length
/** Log-odds beyond which leaning and salience together shift no further: no product of seven cells then overflows. */
const FARTHEST = 12
/** Stands for a probability too small for a double. */
const TINY = 1e-300

export interface Likelihood {
  readonly data: Packed
  /**
   * Log-likelihood at parameters on the fitted scale, of all cases but `without` (-1: of all); its gradient is added
   * onto `gradient` where one is given.
   */
  readonly at: (fitted: Float64Array, without: number, gradient?: Float64Array) => number
  /** Of one case alone. */
  readonly ofCase: (fitted: Float64Array, of: number) => number
}

/** Numbers that live between the passes, sized once. */
interface Room {
  readonly natural: Float64Array
  /** By node pair, salience by leaning: e to the shift, the shift's slope (0 where it is held), node weights. */
  readonly factor: Float64Array
  readonly free: Float64Array
  /** By total level and node pair: the factor to that power. */
  readonly power: Float64Array
  /** By cell: weight of level 1, 2, 3 and 0, the largest being 1; and the logarithm of the recorded one. */
  readonly weight: Float64Array
  readonly base: Float64Array
  /** By row and node pair. */
  readonly chance: Float64Array
  /** By row and salience node. */
  readonly overLeaning: Float64Array
  /** By case and salience node: logarithm, then posterior weight. */
  readonly overCase: Float64Array
  readonly share: Float64Array
  readonly slope: Float64Array
}

export function likelihoodOf(rows: readonly Row[], form: Form): Likelihood {
  const data = packed(rows, form)
  const room = roomFor(data)
  return {
    data,
    at: (fitted, without, gradient) => {
      prepare(data, room, fitted)
      let sum = 0
      for (let of = 0; of < data.cases; of++) {
        if (of === without) continue
        sum += ofCase(data, room, of)
        if (gradient) addGradient({ data, room, gradient }, of)
      }
      return sum
    },
    ofCase: (fitted, of) => {
      prepare(data, room, fitted)
      return ofCase(data, room, of)
    },
  }
}

function roomFor({ firstCell, channel }: Packed): Room {
  const [rows, cells] = [firstCell.length - 1, channel.length]
  return {
    natural: new Float64Array(PARAMETERS.length),
    factor: new Float64Array(PAIRS),
    free: new Float64Array(PAIRS),
    power: new Float64Array((HIGHEST_TOTAL + 1) * PAIRS),
    weight: new Float64Array(cells * 4),
    base: new Float64Array(cells),
    chance: new Float64Array(rows * PAIRS),
    overLeaning: new Float64Array(rows * OUTERS),
    overCase: new Float64Array(OUTERS),
    share: new Float64Array(PAIRS),
    slope: new Float64Array(PAIRS),
  }
}

/** From the fitted scale to that of the equation. */
export function toNatural(fitted: Float64Array, natural: Float64Array): Float64Array {
  for (let at = 0; at < fitted.length; at++) natural[at] = at < LOGARITHMS ? exp(fitted[at]!) : fitted[at]!
  return natural
}

/** Everything that does not depend on the case. */
function prepare(data: Packed, room: Room, fitted: Float64Array): void {
  const { natural, factor, free, power } = room
  toNatural(fitted, natural)
  for (let outer = 0; outer < OUTERS; outer++) {
    for (let inner = 0; inner < SIDE; inner++) {
      const shift = natural[SALIENCE]! * OUTER.nodes[outer]! + natural[LEANING]! * INNER.nodes[inner]!
      const held = shift < -FARTHEST ? -FARTHEST : FARTHEST < shift ? FARTHEST : shift
      factor[outer * SIDE + inner] = exp(held)
      free[outer * SIDE + inner] = held === shift ? 1 : 0
    }
  }
  power.fill(1, 0, PAIRS)
  for (let at = PAIRS; at < power.length; at++) power[at] = power[at - PAIRS]! * factor[at % PAIRS]!
  weigh(data, room)
}

function weigh({ channel, level, owed, seen, pull, mixed }: Packed, { natural, weight, base }: Room): void {
  for (let cell = 0; cell < channel.length; cell++) {
    const own = channel[cell]!
    let value = natural[ALPHA + own]!
    for (let feature = 0; feature < WIDTH; feature++)
      value += natural[feature]! * pull[cell * WIDTH + feature]!
    const step = natural[OBLIGATION]! * owed[cell]! - natural[KAPPA + own]!
    const half = natural[GAMMA + own]! * 0.5
    const one = value + step - half
    const two = 2 * value + step - 4 * half
    const three = 3 * value + step - 9 * half
    const top = Math.max(0, one, two, three)
    weight[cell * 4] = exp(-top)
    weight[cell * 4 + 1] = exp(one - top)
    weight[cell * 4 + 2] = exp(two - top)
    weight[cell * 4 + 3] = exp(three - top)
    const recorded = level[cell]!
    const plain = recorded === 0 ? 0 : recorded === 1 ? one : recorded === 2 ? two : three
    base[cell] = mixed[cell] === 1 ? 0 : plain - top + log(seen[cell]!)
  }
}

/** Log-likelihood of one case; leaves its rows' chances for the gradient. */
function ofCase(data: Packed, room: Room, of: number): number {
  const { firstRow } = data
  const { overLeaning, overCase } = room
  let constant = 0
  overCase.fill(0)
  for (let row = firstRow[of]!; row < firstRow[of + 1]!; row++) {
    constant += chancesOf(data, room, row)
    for (let outer = 0; outer < OUTERS; outer++) overCase[outer]! += log(overLeaning[row * OUTERS + outer]!)
  }
  let top = overCase[0]!
  for (let outer = 1; outer < OUTERS; outer++) top = Math.max(top, overCase[outer]!)
  let sum = 0
  for (let outer = 0; outer < OUTERS; outer++) {
    overCase[outer] = OUTER.weights[outer]! * exp(overCase[outer]! - top)
    sum += overCase[outer]!
  }
  for (let outer = 0; outer < OUTERS; outer++) overCase[outer]! /= sum
  return constant + top + log(sum)
}

/** By node pair, the chance of a row's record but for a constant, whose logarithm is returned. */
function chancesOf(data: Packed, room: Room, row: number): number {
  const { firstCell, mixed, missed, total } = data
  const { factor, power, weight, base, chance, overLeaning, share: bottom } = room
  const from = total[row]! * PAIRS
  const to = row * PAIRS
  let constant = 0
  for (let pair = 0; pair < PAIRS; pair++) {
    chance[to + pair] = power[from + pair]!
    bottom[pair] = 1
  }
  for (let cell = firstCell[row]!; cell < firstCell[row + 1]!; cell++) {
    const none = weight[cell * 4]!
    const one = weight[cell * 4 + 1]!
    const two = weight[cell * 4 + 2]!
    const three = weight[cell * 4 + 3]!
    constant += base[cell]!
    for (let pair = 0; pair < PAIRS; pair++) {
      const y = factor[pair]!
      bottom[pair]! *= none + y * (one + y * (two + y * three))
    }
    if (mixed[cell] === 0) continue
    const first = missed[cell * 4 + 1]! * one
    const second = missed[cell * 4 + 2]! * two
    const third = missed[cell * 4 + 3]! * three
    for (let pair = 0; pair < PAIRS; pair++) {
      const y = factor[pair]!
      chance[to + pair]! *= none + y * (first + y * (second + y * third))
    }
  }
  for (let outer = 0; outer < OUTERS; outer++) {
    let sum = 0
    for (let inner = 0; inner < SIDE; inner++) {
      const pair = outer * SIDE + inner
      chance[to + pair]! *= INNER.weights[inner]! / bottom[pair]!
      sum += chance[to + pair]!
    }
    overLeaning[row * OUTERS + outer] = sum > TINY ? sum : TINY
  }
  return constant
}

interface Sloping {
  readonly data: Packed
  readonly room: Room
  readonly gradient: Float64Array
}

/** The gradient of one case, right after its likelihood. */
function addGradient(sloping: Sloping, of: number): void {
  const { data, room, gradient } = sloping
  const { firstRow, firstCell, total } = data
  const { chance, overLeaning, overCase, share, slope, natural, free } = room
  for (let row = firstRow[of]!; row < firstRow[of + 1]!; row++) {
    for (let pair = 0; pair < PAIRS; pair++) {
      const outer = (pair / SIDE) | 0
      share[pair] = (overCase[outer]! * chance[row * PAIRS + pair]!) / overLeaning[row * OUTERS + outer]!
      slope[pair] = total[row]!
    }
    for (let cell = firstCell[row]!; cell < firstCell[row + 1]!; cell++) addCell(sloping, cell)
    let [leaning, salience] = [0, 0]
    for (let pair = 0; pair < PAIRS; pair++) {
      const pulled = share[pair]! * slope[pair]! * free[pair]!
      leaning += pulled * INNER.nodes[pair % SIDE]!
      salience += pulled * OUTER.nodes[(pair / SIDE) | 0]!
    }
    gradient[LEANING]! += leaning * natural[LEANING]!
    gradient[SALIENCE]! += salience * natural[SALIENCE]!
  }
}

function addCell({ data, room, gradient }: Sloping, cell: number): void {
  const { factor, weight, share, slope, natural } = room
  const none = weight[cell * 4]!
  const one = weight[cell * 4 + 1]!
  const two = weight[cell * 4 + 2]!
  const three = weight[cell * 4 + 3]!
  let first = 0
  let second = 0
  let third = 0
  for (let pair = 0; pair < PAIRS; pair++) {
    const y = factor[pair]!
    const b = y * one
    const c = y * y * two
    const d = y * y * y * three
    const over = 1 / (none + b + c + d)
    const part = share[pair]! * over
    first -= part * b
    second -= part * c
    third -= part * d
    slope[pair]! -= (b + 2 * c + 3 * d) * over
  }
  if (data.mixed[cell] === 1) {
    const { missed } = data
    const [m1, m2, m3] = [
      missed[cell * 4 + 1]! * one,
      missed[cell * 4 + 2]! * two,
      missed[cell * 4 + 3]! * three,
    ]
    for (let pair = 0; pair < PAIRS; pair++) {
      const y = factor[pair]!
      const b = y * m1
      const c = y * y * m2
      const d = y * y * y * m3
      const over = 1 / (none + b + c + d)
      const part = share[pair]! * over
      first += part * b
      second += part * c
      third += part * d
      slope[pair]! += (b + 2 * c + 3 * d) * over
    }
  } else if (data.level[cell] === 1) first += 1
  else if (data.level[cell] === 2) second += 1
  else if (data.level[cell] === 3) third += 1
  const own = data.channel[cell]!
  const rise = first + 2 * second + 3 * third
  const given = first + second + third
  for (let feature = 0; feature < WIDTH; feature++)
    gradient[feature]! += rise * natural[feature]! * data.pull[cell * WIDTH + feature]!
  gradient[OBLIGATION]! += given * natural[OBLIGATION]! * data.owed[cell]!
  gradient[ALPHA + own]! += rise
  gradient[GAMMA + own]! -= 0.5 * (first + 4 * second + 9 * third)
  gradient[KAPPA + own]! -= given
}
