/**
 * What worlds that are played side by side have in common in a batch: what the first of them has drawn, no other draws
 * again. It is chance by name, so whoever asks for the name gets the bits that it would have drawn itself.
 */

export interface Common {
  /** Normal scores of uncertain quantities, not yet correlated, by id. */
  readonly scores: Map<string, Float64Array>
  /** Chance of every playout of the batch, by what it is drawn from. */
  readonly chance: Map<string, Float64Array>
}

/** For one batch of one seed and design. */
export function nothingDrawn(): Common {
  return { scores: new Map(), chance: new Map() }
}

/** What is known by this name, made at first need. */
export function knownAs(
  known: Map<string, Float64Array>,
  name: string,
  make: () => Float64Array,
): Float64Array {
  const found = known.get(name) ?? make()
  known.set(name, found)
  return found
}
