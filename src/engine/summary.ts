/**
 * What a run leaves behind: whole numbers that merge to the same bits in any
 * order of arrival, and whose size does not grow with the number of playouts.
 */

/** Batches of parameter draws of playouts (docs/theory.md 7): 16 × 64 × 16 by default. */
export interface Design {
  readonly batches: number
  readonly draws: number
  readonly playouts: number
}

/** How often one yes-or-no outcome came true. */
export interface OutcomeTally {
  /** Playouts in which it held. */
  count: number
  /** Sum over batches of the squared count of the batch. */
  squares: number
  /** Number of parameter draws in which it held in 0, 1, … `playouts` playouts. */
  readonly histogram: number[]
  /** Per uncertain quantity, in the order of `Summary.parameters`: sum over draws of normal score × successes, in units of 2^-32. */
  readonly slopes: bigint[]
}

/**
 * Several counts of the same playouts side by side, such as (seen with the condition, condition seen): what is
 * needed for the error of their ratio or difference. All are whole numbers and merge by addition.
 */
export interface VectorTally {
  /** Playouts in all, by count. */
  readonly sums: number[]
  /** Sums over batches of the product of two batch totals; upper triangle, row by row. */
  readonly products: number[]
  /** Number of parameter draws that showed these counts together: `3,5` → 12. */
  readonly cells: Map<string, number>
  /** By count, then by uncertain quantity: sum over draws of normal score × count, in units of 2^-32. */
  readonly slopes: readonly (readonly bigint[])[]
}

/** How often one whole-number quantity took each value. */
export interface HistogramTally {
  readonly name: string
  /** bins[v]: playouts with value v; the last bin means never. */
  readonly bins: number[]
}

/** A mean over playouts, as a fixed-point sum. */
export interface MeanTally {
  readonly name: string
  /** In units of 2^-40. */
  sum: bigint
}

/** The largest value that a quantity reached in any playout. */
export interface PeakTally {
  readonly name: string
  value: number
}

/** Of one yes-or-no outcome, by combination of forms (`FormsTally`): what its draws of the parameters came to. */
export interface FormOutcome {
  /** Sum over the draws of the combination of the playouts in which it held. */
  readonly sums: number[]
  /** Sum over those draws of the square of that number. */
  readonly squares: number[]
}

/**
 * Outcomes by which forms of the rival rules were in force. One place for each combination of the forms of all
 * uncertain rules; the place is a number whose digits are the forms, the last rule's digit running fastest:
 * with two rules, `first · forms of the second + second`. All are whole numbers and merge by addition.
 */
export interface FormsTally {
  /** The uncertain quantities that choose a form, sorted by id, and how many forms each has. */
  readonly rules: readonly { readonly id: string; readonly forms: number }[]
  /** By combination: draws of the parameters. */
  readonly draws: readonly number[]
  /** By claim id. */
  readonly claims: ReadonlyMap<string, FormOutcome>
  /** By sentence id. */
  readonly sentences: ReadonlyMap<string, FormOutcome>
}

export interface Summary {
  readonly design: Design
  /** Ids of the uncertain quantities. */
  readonly parameters: readonly string[]
  /** Per uncertain quantity: sum over draws of its normal score, in units of 2^-32. */
  readonly scores: readonly bigint[]
  /** By claim id. */
  readonly claims: ReadonlyMap<string, OutcomeTally>
  /** By sentence id: the playout went as all testable claims of the sentence say together. */
  readonly sentences: ReadonlyMap<string, OutcomeTally>
  /** By id of a claim with `given`: playouts with both, with the condition, with what is claimed. */
  readonly vectors: ReadonlyMap<string, VectorTally>
  readonly histograms: ReadonlyMap<string, HistogramTally>
  readonly means: ReadonlyMap<string, MeanTally>
  readonly peaks: ReadonlyMap<string, PeakTally>
  /** Absent where every rule of the theory is certain. */
  readonly forms?: FormsTally
}
