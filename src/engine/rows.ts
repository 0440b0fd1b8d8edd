/**
 * Operations on rows of lanes for the interpreter: one small loop each, so that the
 * machine's compiler can specialise every one of them.
 */
import { exp, log } from '../base/elementary.ts'
import type { Compare, NumberPair } from './code.ts'

/* oxlint-disable max-params -- stand-alone hot loops take primitives and typed arrays only */

/** memory[out…] = f(memory[a…]) over so many lanes. */
export type UnaryRow = (memory: Float64Array, lanes: number, out: number, a: number) => void
/** memory[out…] = f(memory[a…], memory[b…]) over so many lanes. */
export type BinaryRow = (memory: Float64Array, lanes: number, out: number, a: number, b: number) => void

export const UNARY: Readonly<Record<'negate' | 'not' | 'exp' | 'log' | 'floor', UnaryRow>> = {
  negate: (m: Float64Array, lanes: number, out: number, a: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = -m[a + i]!
  },
  not: (m: Float64Array, lanes: number, out: number, a: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = 1 - m[a + i]!
  },
  exp: (m: Float64Array, lanes: number, out: number, a: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = exp(m[a + i]!)
  },
  log: (m: Float64Array, lanes: number, out: number, a: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = log(m[a + i]!)
  },
  floor: (m: Float64Array, lanes: number, out: number, a: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = Math.floor(m[a + i]!)
  },
}

export const BINARY: Readonly<Record<NumberPair | Compare | 'and' | 'or', BinaryRow>> = {
  add: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! + m[b + i]!
  },
  subtract: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! - m[b + i]!
  },
  multiply: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! * m[b + i]!
  },
  divide: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! / m[b + i]!
  },
  min: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[b + i]! < m[a + i]! ? m[b + i]! : m[a + i]!
  },
  max: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! < m[b + i]! ? m[b + i]! : m[a + i]!
  },
  less: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! < m[b + i]! ? 1 : 0
  },
  lessEqual: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! <= m[b + i]! ? 1 : 0
  },
  equal: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! === m[b + i]! ? 1 : 0
  },
  and: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! * m[b + i]!
  },
  or: (m: Float64Array, lanes: number, out: number, a: number, b: number): void => {
    for (let i = 0; i < lanes; i++) m[out + i] = m[a + i]! !== 0 || m[b + i]! !== 0 ? 1 : 0
  },
}
