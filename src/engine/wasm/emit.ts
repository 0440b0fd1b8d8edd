/**
 * Program → WebAssembly SIMD: one function an equation, loops over its axes, the lanes
 * of the block two by two in the innermost. The emitter decides nothing: the order of
 * operations is the code's own, so the bits are the interpreter's.
 */
import {
  type Address,
  type Assign,
  type Binding,
  BINDINGS,
  type Code,
  DAY_COUNTER,
  type Program,
} from '../code.ts'
import {
  body,
  constantBits,
  constantNumber,
  OP,
  section,
  signed,
  text,
  TYPE,
  unsigned,
  vector,
} from './bytes.ts'
import { expBody, logBody } from './elementary.ts'

const DOUBLE = 8
const LANES_AT_ONCE = 2
const PAGE = 65536
const EXP_FUNCTION = 0
const LOG_FUNCTION = 1
const FIRST_EQUATION = 2
/** Function types of the module: 0 takes the day, 1 maps a vector. */
const DAY_TYPE = 0
const VECTOR_TYPE = 1

/** The module under construction. */
interface Module {
  readonly lanes: number
  readonly bodies: number[][]
  /** Maps of addresses, as 32-bit numbers after the slots; and where each begins. */
  readonly maps: number[]
  readonly mapStarts: Map<string, number>
  readonly mapsAt: number
}

/** One equation under construction: counters first, then a local for each distinct address, then vectors. */
interface Scope {
  readonly module: Module
  readonly loops: number
  readonly addresses: Map<string, number>
  readonly setUp: number[]
  vectors: number
}

/** Bytes of a module that exports `memory`, `draw`, `playout` and `day(today)`. */
export function emit(program: Program, lanes: number): Uint8Array {
  if (lanes % LANES_AT_ONCE !== 0) throw new Error(`lanes come in pairs: ${lanes}`)
  const module: Module = {
    lanes,
    bodies: [expBody(), logBody()],
    maps: [],
    mapStarts: new Map(),
    mapsAt: program.size * lanes * DOUBLE,
  }
  const phases = BINDINGS.map((binding) => phase(module, program, binding))
  const firstPhase = module.bodies.length
  for (const code of phases) module.bodies.push(code)
  const types = module.bodies.map((_, index) => [index < FIRST_EQUATION ? VECTOR_TYPE : DAY_TYPE])
  const bytes = module.mapsAt + module.maps.length * 4
  const data = [...new Uint8Array(Int32Array.from(module.maps).buffer)]
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...section(
      1,
      vector([
        [0x60, 1, TYPE.i32, 0],
        [0x60, 1, TYPE.v128, 1, TYPE.v128],
      ]),
    ),
    ...section(3, vector(types)),
    ...section(5, vector([[0x00, ...unsigned(Math.ceil(bytes / PAGE))]])),
    ...section(
      7,
      vector([
        [...text('memory'), 0x02, 0],
        ...BINDINGS.map((binding, index) => [...text(binding), 0x00, ...unsigned(firstPhase + index)]),
      ]),
    ),
    ...section(10, vector(module.bodies)),
    ...section(
      11,
      vector([
        [0x00, ...OP.i32Const, ...signed(module.mapsAt), ...OP.end, ...unsigned(data.length), ...data],
      ]),
    ),
  ])
}

/** A function that runs the phase's equations in order, fixpoints round by round. */
function phase(module: Module, program: Program, binding: Binding): number[] {
  const code: number[] = []
  for (const step of program.phases[binding]) {
    const calls = step.assigns
      .filter((assign) => assign.slot.size > 0)
      .flatMap((assign) => {
        module.bodies.push(equation(module, assign))
        return [...OP.localGet, 0, ...OP.call, ...unsigned(module.bodies.length - 1)]
      })
    code.push(...(step.rounds === 1 ? calls : loop(1, step.rounds, calls)))
  }
  return body([[1, TYPE.i32]], code)
}

/** for (local = 0; local < count; local++) inner */
function loop(local: number, count: number, inner: readonly number[]): number[] {
  return [
    ...OP.i32Const,
    0,
    ...OP.localSet,
    ...unsigned(local),
    ...OP.loop,
    TYPE.void,
    ...inner,
    ...OP.localGet,
    ...unsigned(local),
    ...OP.i32Const,
    1,
    ...OP.i32Add,
    ...OP.localTee,
    ...unsigned(local),
    ...OP.i32Const,
    ...signed(count),
    ...OP.i32LessUnsigned,
    ...OP.branchIf,
    0,
    ...OP.end,
  ]
}

/** Local 0 is the day; then one counter a loop, then one for the lanes. */
function counterLocal(counter: number): number {
  return counter === DAY_COUNTER ? 0 : 1 + counter
}

function laneLocal(scope: Scope): number {
  return 1 + scope.loops
}

function equation(module: Module, assign: Assign): number[] {
  const depth = assign.loops.length
  const sizing: Scope = { module, loops: depth, addresses: new Map(), setUp: [], vectors: 0 }
  // A first pass counts the address locals, so that vector locals can be numbered after them.
  value(sizing, assign.value.code)
  target(sizing, assign)
  const scope: Scope = { module, loops: depth, addresses: sizing.addresses, setUp: sizing.setUp, vectors: 0 }
  const computed = value(scope, assign.value.code)
  const stored = assign.value.flag ? [...computed, ...constantNumber(1), ...OP.and] : computed
  const at = target(scope, assign)
  const lanes = lanesLoop(scope, [...at.push, ...stored, ...OP.store, 3, ...unsigned(at.offset)])
  const inner = [...scope.setUp, ...lanes]
  const code = assign.loops.reduceRight<number[]>(
    (nested, count, level) => loop(1 + level, count, nested),
    inner,
  )
  const integers = 1 + depth + scope.addresses.size
  return body(
    [
      [integers, TYPE.i32],
      [scope.vectors, TYPE.v128],
    ],
    code,
  )
}

/** The lane local counts bytes, two lanes at a time. */
function lanesLoop(scope: Scope, inner: readonly number[]): number[] {
  const lane = unsigned(laneLocal(scope))
  const step = DOUBLE * LANES_AT_ONCE
  return [
    ...OP.i32Const,
    0,
    ...OP.localSet,
    ...lane,
    ...OP.loop,
    TYPE.void,
    ...inner,
    ...OP.localGet,
    ...lane,
    ...OP.i32Const,
    ...signed(step),
    ...OP.i32Add,
    ...OP.localTee,
    ...lane,
    ...OP.i32Const,
    ...signed(scope.module.lanes * DOUBLE),
    ...OP.i32LessUnsigned,
    ...OP.branchIf,
    0,
    ...OP.end,
  ]
}

/** Pushes the running part of a byte address; the fixed part is the load's own offset. */
interface Pushed {
  readonly push: readonly number[]
  readonly offset: number
}

function target(scope: Scope, assign: Assign): Pushed {
  let stride = assign.slot.size
  const terms = assign.loops.map((size, counter) => ({ counter, stride: (stride /= size) }))
  return place(scope, { base: assign.slot.offset, terms })
}

function place(scope: Scope, at: Address): Pushed {
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

function value(scope: Scope, code: Code): number[] {
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
        ...value(scope, code.yes),
        ...value(scope, code.no),
        ...value(scope, code.test),
        ...OP.bitselect,
      ]
    case 'argmax':
      return argmax(scope, code.of)
    case 'negate':
    case 'not':
    case 'exp':
    case 'log':
    case 'floor':
      return [...value(scope, code.of), ...PLAIN[code.op]!]
    default:
      return [...value(scope, code.left), ...value(scope, code.right), ...PLAIN[code.op]!]
  }
}

function load(scope: Scope, at: Address): number[] {
  const { push, offset } = place(scope, at)
  return [...push, ...OP.load, 3, ...unsigned(offset)]
}

/** Keeps the best value and its position in two vector locals. */
function argmax(scope: Scope, of: readonly Code[]): number[] {
  const vectorLocal = (): number[] => unsigned(laneLocal(scope) + 1 + scope.addresses.size + scope.vectors++)
  const best = vectorLocal()
  const at = vectorLocal()
  const next = vectorLocal()
  const code = [...value(scope, of[0]!), ...OP.localSet, ...best, ...constantNumber(0), ...OP.localSet, ...at]
  of.slice(1).forEach((term, index) => {
    const better = [...OP.localGet, ...best, ...OP.localGet, ...next, ...OP.less]
    code.push(
      ...value(scope, term),
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
