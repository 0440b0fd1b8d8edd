/**
 * exp and log that give the same bits on every machine. A language's own `Math.exp`
 * may differ in the last bit between engines; these use only +, −, ×, ÷ and the bits
 * of a double, in an order that the WebAssembly emitter repeats operation by operation.
 */

/** ln 2 in two parts: the first is exact when multiplied by a whole number below 2^21 (fdlibm, Sun 1993). */
export const LN2_HIGH = 6.9314718036912381649e-1
export const LN2_LOW = 1.90821492927058770002e-10
export const LOG2_E = 1.4426950408889634
/** Adding and subtracting 1.5·2^52 rounds to the nearest whole number, ties to even. */
export const ROUND_TO_WHOLE = 6755399441055744
/** exp stays finite and normal between these; beyond them the argument is held there. */
export const EXP_LOWEST = -708
export const EXP_HIGHEST = 709
/** Taylor coefficients 1/13! … 1/0!: the remainder is below 2^-57 for |r| ≤ ln 2 / 2. */
export const EXP_TERMS: readonly number[] = [
  1.6059043836821613e-10, 2.08767569878681e-9, 2.505210838544172e-8, 2.755731922398589e-7,
  2.7557319223985893e-6, 2.48015873015873e-5, 1.984126984126984e-4, 1.388888888888889e-3,
  8.333333333333333e-3, 4.1666666666666664e-2, 1.6666666666666666e-1, 0.5, 1, 1,
]
/** Coefficients Lg7 … Lg1 of log (fdlibm e_log.c, Sun 1993), highest power first. */
export const LOG_TERMS: readonly number[] = [
  1.479819860511658591e-1, 1.531383769920937332e-1, 1.818357216161805012e-1, 2.222219843214978396e-1,
  2.857142874366239149e-1, 3.999999999940941908e-1, 6.66666666666673513e-1,
]
/** High word of √½: arguments are brought to [√½, √2). */
export const SQRT_HALF_HIGH = 0x3fe6a09e
export const EXPONENT_BIAS = 0x3ff

const double = new Float64Array(1)
const words = new Int32Array(double.buffer)

/** e to the x, within one unit in the last place for x in [-708, 709]; held at the ends beyond. */
export function exp(x: number): number {
  const held = x < EXP_LOWEST ? EXP_LOWEST : EXP_HIGHEST < x ? EXP_HIGHEST : x
  const whole = held * LOG2_E + ROUND_TO_WHOLE - ROUND_TO_WHOLE
  const rest = held - whole * LN2_HIGH - whole * LN2_LOW
  let sum = EXP_TERMS[0]!
  for (let term = 1; term < 14; term++) sum = sum * rest + EXP_TERMS[term]!
  words[0] = 0
  words[1] = (whole + EXPONENT_BIAS) << 20
  return sum * double[0]!
}

/** Natural logarithm of a positive normal number, within one unit in the last place. */
export function log(x: number): number {
  double[0] = x
  const high = words[1]! + ((EXPONENT_BIAS << 20) - SQRT_HALF_HIGH)
  const power = (high >> 20) - EXPONENT_BIAS
  words[1] = (high & 0xfffff) + SQRT_HALF_HIGH
  const f = double[0]! - 1
  const s = f / (2 + f)
  const z = s * s
  let sum = LOG_TERMS[0]!
  for (let term = 1; term < 7; term++) sum = sum * z + LOG_TERMS[term]!
  const half = f * f * 0.5
  return power * LN2_HIGH - (half - (s * (half + sum * z) + power * LN2_LOW) - f)
}
