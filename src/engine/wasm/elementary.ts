/** exp and log as WebAssembly functions on two lanes: the operations of base/elementary.ts, one by one. */
import {
  EXP_HIGHEST,
  EXP_LOWEST,
  EXP_TERMS,
  EXPONENT_BIAS,
  LN2_HIGH,
  LN2_LOW,
  LOG2_E,
  LOG_TERMS,
  ROUND_TO_WHOLE,
  SQRT_HALF_HIGH,
} from '../../base/elementary.ts'
import { body, constantBits, constantNumber, OP, signed, TYPE, unsigned } from './bytes.ts'

const get = (local: number): number[] => [...OP.localGet, ...unsigned(local)]
const set = (local: number): number[] => [...OP.localSet, ...unsigned(local)]
const tee = (local: number): number[] => [...OP.localTee, ...unsigned(local)]
const times = (value: number): number[] => [...constantNumber(value), ...OP.multiply]

/** Horner's scheme; the variable is in a local, the value is left on the stack. */
function polynomial(terms: readonly number[], variable: number): number[] {
  const [first, ...rest] = terms
  return [
    ...constantNumber(first!),
    ...rest.flatMap((term) => [...get(variable), ...OP.multiply, ...constantNumber(term), ...OP.add]),
  ]
}

/** (v128) → v128; local 0 the argument, 1 the whole part before rounding back, 2 the whole part. */
export function expBody(): number[] {
  return body(
    [[2, TYPE.v128]],
    [
      // EXP_HIGHEST < x ? EXP_HIGHEST : x after x < EXP_LOWEST ? EXP_LOWEST : x
      ...get(0),
      ...constantNumber(EXP_LOWEST),
      ...OP.pseudoMax,
      ...constantNumber(EXP_HIGHEST),
      ...OP.pseudoMin,
      ...set(0),
      ...get(0),
      ...times(LOG2_E),
      ...constantNumber(ROUND_TO_WHOLE),
      ...OP.add,
      ...tee(1),
      ...constantNumber(ROUND_TO_WHOLE),
      ...OP.subtract,
      ...set(2),
      ...get(0),
      ...get(2),
      ...times(LN2_HIGH),
      ...OP.subtract,
      ...get(2),
      ...times(LN2_LOW),
      ...OP.subtract,
      ...set(0),
      ...polynomial(EXP_TERMS, 0),
      // The low bits of the unrounded sum hold the whole part: shifted up they are the exponent.
      ...get(1),
      ...constantBits(0, EXPONENT_BIAS),
      ...OP.addI64,
      ...OP.i32Const,
      ...signed(52),
      ...OP.shiftLeft,
      ...OP.multiply,
    ],
  )
}

/** (v128) → v128; locals: 0 argument bits, 1 power, 2 f, 3 s, 4 z, 5 half. */
export function logBody(): number[] {
  const shifted = (EXPONENT_BIAS << 20) - SQRT_HALF_HIGH
  return body(
    [[5, TYPE.v128]],
    [
      ...get(0),
      ...constantBits(shifted, 0),
      ...OP.addI64,
      ...set(0),
      // power = (bits >> 52) − bias, as a double: added to the bits of 1.5·2^52 and subtracted again.
      ...get(0),
      ...OP.i32Const,
      ...signed(52),
      ...OP.shiftRight,
      ...constantBits(0, EXPONENT_BIAS),
      ...OP.subtractI64,
      ...constantNumber(ROUND_TO_WHOLE),
      ...OP.addI64,
      ...constantNumber(ROUND_TO_WHOLE),
      ...OP.subtract,
      ...set(1),
      ...get(0),
      ...constantBits(0x000fffff, 0xffffffff),
      ...OP.and,
      ...constantBits(SQRT_HALF_HIGH, 0),
      ...OP.addI64,
      ...constantNumber(1),
      ...OP.subtract,
      ...set(2),
      ...get(2),
      ...constantNumber(2),
      ...get(2),
      ...OP.add,
      ...OP.divide,
      ...tee(3),
      ...get(3),
      ...OP.multiply,
      ...set(4),
      ...get(2),
      ...get(2),
      ...OP.multiply,
      ...times(0.5),
      ...set(5),
      ...get(1),
      ...times(LN2_HIGH),
      ...get(5),
      ...get(3),
      ...get(5),
      ...polynomial(LOG_TERMS, 4),
      ...get(4),
      ...OP.multiply,
      ...OP.add,
      ...OP.multiply,
      ...get(1),
      ...times(LN2_LOW),
      ...OP.add,
      ...OP.subtract,
      ...get(2),
      ...OP.subtract,
      ...OP.subtract,
    ],
  )
}
