/** Cosine and sine that give the same bits on every machine. */

/** Coefficients of the series: beyond these terms the rest is below 2^-55 for angles under a half. */
const TERMS = 9
/** Halvings that bring a full turn, 2π, under a half. */
const HALVINGS = 4

/** Cosine and sine of an angle of at most one turn either way; their squares add up to 1 but for rounding. */
export function circle(angle: number): readonly [number, number] {
  const small = angle / (1 << HALVINGS)
  const square = small * small
  let [cosine, sine] = [1, 1]
  for (let term = TERMS; term > 0; term--) {
    cosine = 1 - (cosine * square) / (2 * term * (2 * term - 1))
    sine = 1 - (sine * square) / (2 * term * (2 * term + 1))
  }
  sine *= small
  for (let doubling = 0; doubling < HALVINGS; doubling++) {
    const twice = 2 * cosine * sine
    cosine = 1 - 2 * sine * sine
    sine = twice
  }
  return [cosine, sine]
}
