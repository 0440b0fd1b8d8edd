/**
 * One lowered code → instructions that leave its value in two lanes, and what they need around them: counters,
 * addresses, and locals for vectors.
 */
import { type Address, type Assign, type Code, DAY_COUNTER, type History } from '../code.ts'
import { constantBits, constantNumber, OP, signed, unsigned } from './bytes.ts'

export const DOUBLE = 8
/** Numbers of the functions that come first in every module. */
const EXP_FUNCTION = 0
const LOG_FUNCTION = 1

/** The module under construction. */
export interface Module {
  readonly lanes: number
  readonly histories: readonly History[]
  readonly bodies: number[][]
  /** Function number of each equation. */
  readonly equations: Map<Assign, number>
  /** Maps of addresses, as 32-bit numbers after the slots; and where each begins. */
  readonly maps: number[]
  readonly mapStarts: Map<string, number>
  readonly mapsAt: number
}

/** One equation under construction: counters first, then a local for each distinct address, then vectors. */
export interface Scope {
  readonly module: Module
  readonly loops: number
  readonly addresses: Map<string, number>
  readonly setUp: number[]
  vectors: number
}

/** Local 0 is the day; then one counter a loop, then one for the lanes. */
function counterLocal(counter: number): number {
  return counter === DAY_COUNTER ? 0 : 1 + counter
}

export function laneLocal(scope: Scope): number {
  return 1 + scope.loops
}

/** Pushes the running part of a byte address; the fixed part is the load's own offset. */
export interface Pushed {
  readonly push: readonly number[]
  readonly offset: number
}

export function place(scope: Scope, at: Address): Pushed {
  const row = scope.module.lanes * DOUBLE
  const lane = [...OP.localGet, ...unsigned(laneLocal(scope))]
  if (at.terms.length === 0) return { push: lane, offset: at.base * row }
  const key = JSON.stringify(at.terms)
  let local = scope.addresses.get(key)
  if (local === undefined) {
    local = laneLocal(scope) + 1 + scope.addresses.size
    scope.addresses.set(key, local)
    scope.setUp.push(...termsSum(scope, at, row), ...OP.localSet, ...unsigned(local))
  }
  return { push: [...OP.localGet, ...unsigned(local), ...lane, ...OP.i32Add], offset: at.base * row }
}

/** Σ stride·counter·scale as a 32-bit number on the stack. */
function termsSum(scope: Scope, at: Address, scale: number): number[] {
  return at.terms.flatMap((term, index) => {
    const counter = [...OP.localGet, ...unsigned(counterLocal(term.counter))]
    const position = term.map ? [...counter, ...mapLookUp(scope.module, term.map)] : counter
    return [
      ...position,
      ...OP.i32Const,
      ...signed(term.stride * scale),
      ...OP.i32Multiply,
      ...(index > 0 ? OP.i32Add : []),
    ]
  })
}

function mapLookUp(module: Module, map: readonly number[]): number[] {
  const key = map.join()
  const start = module.mapStarts.get(key) ?? module.mapsAt + module.maps.length * 4
  if (!module.mapStarts.has(key)) module.maps.push(...map)
  module.mapStarts.set(key, start)
  return [...OP.i32Const, 4, ...OP.i32Multiply, ...OP.i32Load, 2, ...unsigned(start)]
}

const PLAIN: Readonly<Record<string, readonly number[]>> = {
  add: OP.add,
  subtract: OP.subtract,
  multiply: OP.multiply,
  divide: OP.divide,
  min: OP.pseudoMin,
  max: OP.pseudoMax,
  less: OP.less,
  lessEqual: OP.lessEqual,
  equal: OP.equal,
  and: OP.and,
  or: OP.or,
  negate: OP.negate,
  floor: OP.floor,
  not: OP.not,
  exp: [...OP.call, EXP_FUNCTION],
  log: [...OP.call, LOG_FUNCTION],
}

export function codeBytes(scope: Scope, code: Code): number[] {
  switch (code.op) {
    case 'number':
      return constantNumber(code.value)
    case 'truth':
      return code.value ? constantBits(0xffffffff, 0xffffffff) : constantBits(0, 0)
    case 'load':
      return load(scope, code.at)
    case 'loadFlag':
      return [...load(scope, code.at), ...constantNumber(0), ...OP.notEqual]
    case 'counter':
      return [...OP.localGet, ...unsigned(counterLocal(code.counter)), ...OP.f64ConvertI32, ...OP.splatF64]
    case 'same': {
      const side = (at: Address): number[] => {
        const fixed = [...OP.i32Const, ...signed(at.base)]
        return at.terms.length === 0 ? fixed : [...termsSum(scope, at, 1), ...fixed, ...OP.i32Add]
      }
      return [
        ...side(code.left),
        ...side(code.right),
        ...OP.i32Equal,
        ...OP.i64ExtendUnsigned,
        ...OP.splatI64,
        ...OP.negateI64,
      ]
    }
    case 'select':
    case 'selectFlag':
      return [
        ...codeBytes(scope, code.yes),
        ...codeBytes(scope, code.no),
        ...codeBytes(scope, code.test),
        ...OP.bitselect,
      ]
    case 'argmax':
      return argmax(scope, code.of)
    case 'ago':
      return ago(scope, code)
    case 'negate':
    case 'not':
    case 'exp':
    case 'log':
    case 'floor':
      return [...codeBytes(scope, code.of), ...PLAIN[code.op]!]
    default:
      return [...codeBytes(scope, code.left), ...codeBytes(scope, code.right), ...PLAIN[code.op]!]
  }
}

function load(scope: Scope, at: Address): number[] {
  const { push, offset } = place(scope, at)
  return [...push, ...OP.load, 3, ...unsigned(offset)]
}

function vectorLocal(scope: Scope): number[] {
  return unsigned(laneLocal(scope) + 1 + scope.addresses.size + scope.vectors++)
}

/** Each lane looks back by itself: its day in a vector local, its value loaded alone. */
function ago(scope: Scope, code: Code & { readonly op: 'ago' }): number[] {
  const { lanes, histories } = scope.module
  const { offset: base, perDay } = histories[code.history]!
  const { push, offset } = place(scope, { base: base + code.at.base, terms: code.at.terms })
  const day = vectorLocal(scope)
  const today = codeBytes(scope, { op: 'counter', counter: DAY_COUNTER })
  const loadLane = (lane: number): number[] => [
    ...push,
    ...OP.localGet,
    ...day,
    // Held between the first day and today, so that it is a place in memory even where it is not wanted.
    ...constantNumber(0),
    ...OP.pseudoMax,
    ...today,
    ...OP.pseudoMin,
    ...OP.extractLane,
    lane,
    ...OP.truncate,
    ...OP.i32Const,
    ...signed(perDay * lanes * DOUBLE),
    ...OP.i32Multiply,
    ...OP.i32Add,
    ...OP.loadOne,
    3,
    ...unsigned(offset + lane * DOUBLE),
  ]
  return [
    ...today,
    ...codeBytes(scope, code.lag),
    ...OP.floor,
    ...OP.subtract,
    ...OP.localSet,
    ...day,
    ...loadLane(0),
    ...OP.splatF64,
    ...loadLane(1),
    ...OP.replaceLane,
    1,
    ...codeBytes(scope, code.before),
    ...constantNumber(0),
    ...OP.localGet,
    ...day,
    ...OP.lessEqual,
    ...OP.bitselect,
  ]
}

/** Keeps the best value and its position in two vector locals. */
function argmax(scope: Scope, of: readonly Code[]): number[] {
  const best = vectorLocal(scope)
  const at = vectorLocal(scope)
  const next = vectorLocal(scope)
  const code = [
    ...codeBytes(scope, of[0]!),
    ...OP.localSet,
    ...best,
    ...constantNumber(0),
    ...OP.localSet,
    ...at,
  ]
  of.slice(1).forEach((term, index) => {
    const better = [...OP.localGet, ...best, ...OP.localGet, ...next, ...OP.less]
    code.push(
      ...codeBytes(scope, term),
      ...OP.localSet,
      ...next,
      ...constantNumber(index + 1),
      ...OP.localGet,
      ...at,
      ...better,
      ...OP.bitselect,
      ...OP.localSet,
      ...at,
      ...OP.localGet,
      ...next,
      ...OP.localGet,
      ...best,
      ...better,
      ...OP.bitselect,
      ...OP.localSet,
      ...best,
    )
  })
  return [...code, ...OP.localGet, ...at]
}
