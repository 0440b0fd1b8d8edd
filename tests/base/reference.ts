/**
 * exp and log to some 280 bits, in whole numbers only: what the floating-point ones are
 * measured against. Slow and plain, so that it can be checked by eye.
 */

const BITS = 320
const ONE = 1n << BigInt(BITS)

/** A positive real: value · 2^(power − BITS). */
export interface Exact {
  readonly value: bigint
  readonly power: number
}

/** mantissa · 2^exponent, with 53 bits of mantissa for a normal number. */
function parts(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const field = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = field === 0 ? fraction : fraction | 0x10000000000000n
  return { mantissa: x < 0 ? -mantissa : mantissa, exponent: Math.max(field, 1) - 1075 }
}

function shift(value: bigint, by: number): bigint {
  return by >= 0 ? value << BigInt(by) : value >> BigInt(-by)
}

function fixed(x: number): bigint {
  const { mantissa, exponent } = parts(x)
  return shift(mantissa, BITS + exponent)
}

/** 2·artanh(z) of a fixed-point z. */
function twiceArtanh(z: bigint): bigint {
  const square = (z * z) / ONE
  let sum = 0n
  let power = z
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n
    power = (power * square) / ONE
  }
  return 2n * sum
}

const LN2 = twiceArtanh(ONE / 3n)

export function exactExp(x: number): Exact {
  const argument = fixed(x)
  const power = Number((argument + LN2 / 2n) / LN2) - (argument < -LN2 / 2n ? 1 : 0)
  const rest = argument - BigInt(power) * LN2
  let sum = 0n
  let term = ONE
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term
    term = (term * rest) / ONE / n
  }
  return { value: sum, power }
}

/** Natural logarithm as a fixed-point number; may be negative. */
export function exactLog(x: number): Exact {
  const { mantissa, exponent } = parts(x)
  const length = mantissa.toString(2).length
  const held = shift(mantissa, BITS - length + 1)
  const halved = held > (ONE * 14142n) / 10000n
  const m = halved ? held / 2n : held
  const power = exponent + length - 1 + (halved ? 1 : 0)
  return { value: twiceArtanh(((m - ONE) * ONE) / (m + ONE)) + BigInt(power) * LN2, power: 0 }
}

/** Distance between a double and the true value in units of the double's last place. */
export function ulps(got: number, exact: Exact): number {
  const { mantissa, exponent } = parts(got)
  const wanted = shift(exact.value, exact.power - BITS - exponent + 40)
  const off = Number((mantissa << 40n) - wanted) / 2 ** 40
  return Math.abs(off)
}
