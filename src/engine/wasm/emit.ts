/**
 * Program → WebAssembly SIMD: one function an equation, loops over its axes, the lanes
 * of the block two by two in the innermost. The emitter decides nothing: the order of
 * operations is the code's own, so the bits are the interpreter's.
 */
import {
  type Assign,
  BINDINGS,
  DAY_COUNTER,
  type Moment,
  MOMENTS,
  piecesOf,
  type Program,
  type Step,
} from '../code.ts'
import { body, constantNumber, OP, section, signed, text, TYPE, unsigned, vector } from './bytes.ts'
import { expBody, logBody } from './elementary.ts'
import { codeBytes, DOUBLE, laneLocal, type Module, place, type Pushed, type Scope } from './emit-code.ts'

const LANES_AT_ONCE = 2
const PAGE = 65536
/** After exp and log. */
const FIRST_EQUATION = 2
/** Function types of the module: 0 takes the day, 1 maps a vector. */
const DAY_TYPE = 0
const VECTOR_TYPE = 1

/** What a piece of a moment is called: `day`, and after something has been solved outside `day.2`. */
export function pieceName(moment: Moment, at: number): string {
  return at === 0 ? moment : `${moment}.${at}`
}

/** Bytes of a module that exports `memory`, `draw`, `playout`, `day(today)` and `late(today)`, in their pieces. */
export function emit(program: Program, lanes: number): Uint8Array {
  if (lanes % LANES_AT_ONCE !== 0) throw new Error(`lanes come in pairs: ${lanes}`)
  const module: Module = {
    lanes,
    histories: program.histories ?? [],
    equations: new Map(),
    bodies: [expBody(), logBody()],
    maps: [],
    mapStarts: new Map(),
    mapsAt: program.size * lanes * DOUBLE,
  }
  for (const { assigns } of BINDINGS.flatMap((binding) => program.phases[binding])) {
    for (const assign of assigns) {
      if (assign.slot.size === 0) continue
      module.equations.set(assign, module.bodies.length)
      module.bodies.push(equation(module, assign))
    }
  }
  const exported = MOMENTS.flatMap((moment) =>
    piecesOf(program, moment).flatMap((steps, at) => {
      if ('network' in steps) return []
      const index = module.bodies.push(piece(module, steps)) - 1
      return [[...text(pieceName(moment, at)), 0x00, ...unsigned(index)]]
    }),
  )
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
    ...section(7, vector([[...text('memory'), 0x02, 0], ...exported])),
    ...section(10, vector(module.bodies)),
    ...section(
      11,
      vector([
        [0x00, ...OP.i32Const, ...signed(module.mapsAt), ...OP.end, ...unsigned(data.length), ...data],
      ]),
    ),
  ])
}

/** A function that runs the equations of the steps in order, fixpoints round by round. */
function piece({ equations }: Module, steps: readonly Step[]): number[] {
  const code: number[] = []
  for (const step of steps) {
    const calls = step.assigns
      .filter((assign) => assign.slot.size > 0)
      .flatMap((assign) => [...OP.localGet, 0, ...OP.call, ...unsigned(equations.get(assign)!)])
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

function equation(module: Module, assign: Assign): number[] {
  const depth = assign.loops.length
  const sizing: Scope = { module, loops: depth, addresses: new Map(), setUp: [], vectors: 0 }
  // A first pass counts the address locals, so that vector locals can be numbered after them.
  codeBytes(sizing, assign.value.code)
  target(sizing, assign)
  const scope: Scope = { module, loops: depth, addresses: sizing.addresses, setUp: sizing.setUp, vectors: 0 }
  const computed = codeBytes(scope, assign.value.code)
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

function target(scope: Scope, assign: Assign): Pushed {
  let stride = assign.slot.size
  const terms = assign.loops.map((size, counter) => ({ counter, stride: (stride /= size) }))
  if (assign.keep === undefined) return place(scope, { base: assign.slot.offset, terms })
  const { offset, perDay } = scope.module.histories[assign.keep]!
  return place(scope, { base: offset, terms: [{ counter: DAY_COUNTER, stride: perDay }, ...terms] })
}
