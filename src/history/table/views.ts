/**
 * What is said of each row without having seen its conflict: by the outside view, by the outside view moved by the
 * mechanism, and by the rate of the other conflicts.
 */
import { type Key, keyOf, uniformAt } from '../../base/stream.ts'
import { type Design, fitLogit, predict } from './logit.ts'

/** Inside the training conflicts, the outside view of the joined view is cross-fitted over so many parts. */
const INNER = 5
/** How far the mechanism moves the outside view is learnt without the whole block of conflicts that a row is in. */
const BLOCKS = 20

export interface Views {
  /** By row, in log-odds. */
  readonly logit: Float64Array
  readonly joined: Float64Array
  /** By row: the share of support in the other conflicts. */
  readonly rate: Float64Array
  /** By block of conflicts: how far a step of one in the index moves the log-odds. */
  readonly moves: readonly number[]
}

export interface ViewOptions {
  /** By row: the fold that it is held out with. */
  readonly folds: Int32Array
  readonly count: number
  readonly index: Float64Array
  readonly seed: number
  readonly onStep?: (done: number, of: number) => void
}

export function views(design: Design, { folds, count, index, seed, onStep }: ViewOptions): Views {
  const { rows, outcome } = design
  const logit = new Float64Array(rows)
  const joined = new Float64Array(rows)
  const rate = new Float64Array(rows)
  const whole = fitLogit(design, () => true)
  const key = keyOf({ seed, owner: 'history', actor: '', purpose: 'table-inner' })
  const blocks = Math.min(BLOCKS, count)
  const joints = Array.from({ length: blocks }, (_, block) => {
    const isIn = (row: number): boolean => folds[row]! % blocks !== block
    const of = jointOf(design, { isIn, parts: partsOf(folds, key, block), index, from: whole })
    onStep?.(block + 1, blocks + count)
    return of
  })
  for (let fold = 0; fold < count; fold++) {
    const isIn = (row: number): boolean => folds[row] !== fold
    const beta = fitLogit(design, isIn, whole)
    const { shift, move } = joints[fold % blocks]!
    const share = meanWhere(rows, isIn, (row) => outcome[row]!)
    for (let row = 0; row < rows; row++) {
      if (isIn(row)) continue
      logit[row] = predict(design, beta, row)
      joined[row] = logit[row]! + shift + move * index[row]!
      rate[row] = share
    }
    onStep?.(blocks + fold + 1, blocks + count)
  }
  return { logit, joined, rate, moves: joints.map(({ move }) => move) }
}

/** Conflicts of the training set in parts, by chance that bears the block's name. */
function partsOf(folds: Int32Array, key: Key, block: number): (row: number) => number {
  const places = new Map<number, number>()
  return (row) => {
    const of = folds[row]!
    const place = places.get(of) ?? Math.floor(uniformAt(key, block, of, 0, 0) * INNER)
    places.set(of, place)
    return place
  }
}

interface Training {
  readonly isIn: (row: number) => boolean
  readonly parts: (row: number) => number
  readonly index: Float64Array
  readonly from: readonly number[]
}

interface Joint {
  /** What is added for all rows alike, so that moving some up does not raise the mean chance. */
  readonly shift: number
  readonly move: number
}

/** The two coefficients of the joined view, beside an outside view that has not seen the row. */
function jointOf(design: Design, { isIn, parts, index, from }: Training): Joint {
  const { rows, outcome } = design
  const offset = new Float64Array(rows)
  // With few conflicts a part may be all of them: its own fit is then what is left, and never one that saw the block.
  const own = fitLogit(design, isIn, from)
  for (let part = 0; part < INNER; part++) {
    const beta = fitLogit(design, (row) => isIn(row) && parts(row) !== part, own)
    for (let row = 0; row < rows; row++)
      if (isIn(row) && parts(row) === part) offset[row] = predict(design, beta, row)
  }
  const [shift, move] = fitLogit({ rows, outcome, offset, values: index, variables: 1 }, isIn)
  if (move! >= 0) return { shift: shift!, move: move! }
  // The sign is theory's, only the size is learnt; the penalised likelihood has one top, so that 0 is the best left.
  const [alone] = fitLogit({ rows, outcome, offset, values: index, variables: 0 }, isIn)
  return { shift: alone!, move: 0 }
}

function meanWhere(rows: number, isIn: (row: number) => boolean, of: (row: number) => number): number {
  let sum = 0
  let count = 0
  for (let row = 0; row < rows; row++) {
    if (!isIn(row)) continue
    sum += of(row)
    count += 1
  }
  return sum / count
}
