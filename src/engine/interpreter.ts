/**
 * The plain engine: each code becomes a closure that fills one row of lanes. It is the
 * oracle against which the fast engine is held, bit for bit, and the tracer's engine.
 */
import {
  type Address,
  type Assign,
  type Code,
  DAY_COUNTER,
  type FlagCode,
  type NumberCode,
  type History,
  type Moment,
  piecesOf,
  type Program,
  type Step,
} from './code.ts'
import { flowHosts } from './flow-host.ts'
import { gates } from './gate.ts'
import type { Kernel } from './kernel.ts'
import { BINARY, type BinaryRow, UNARY, type UnaryRow } from './rows.ts'

/** Evaluates into some row of memory and says where the row begins. */
type Row = () => number

/** Memory with its rows of scratch, and the counters that addresses look at. */
interface Bench {
  readonly lanes: number
  memory: Float64Array
  readonly counters: Int32Array
  /** Rows handed out so far, in elements. */
  rows: number
  readonly histories: readonly History[]
  /** Rows that hold a constant. */
  readonly constants: { readonly row: number; readonly value: number }[]
}

/** Counters by nesting depth, with the day in front. */
const MOST_COUNTERS = 8

export function interpreter(program: Program, lanes: number): Kernel {
  const bench: Bench = {
    lanes,
    memory: new Float64Array(0),
    counters: new Int32Array(MOST_COUNTERS),
    rows: program.size,
    histories: program.histories ?? [],
    constants: [],
  }
  const hosts = flowHosts(bench)
  const gateOf = gates(bench)
  const moment = (which: Moment): (() => void) => {
    const runs = piecesOf(program, which).flatMap((piece) => {
      if ('network' in piece) return [hosts(piece)]
      const steps = piece.map((step) => compileStep(bench, step))
      const gated = gateOf(piece)?.(() => run(steps))
      return gated ? [() => gated(bench.counters[DAY_COUNTER + 1]!)] : steps
    })
    return () => run(runs)
  }
  const [draw, playout, day, late] = [moment('draw'), moment('playout'), moment('day'), moment('late')]
  bench.memory = new Float64Array(bench.rows * lanes)
  for (const { row, value } of bench.constants) bench.memory.fill(value, row * lanes, (row + 1) * lanes)
  return {
    lanes,
    memory: bench.memory,
    draw,
    playout,
    day: (today) => {
      bench.counters[DAY_COUNTER + 1] = today
      day()
    },
    late: (today) => {
      bench.counters[DAY_COUNTER + 1] = today
      late()
    },
  }
}

function run(steps: readonly (() => void)[]): void {
  for (const step of steps) step()
}

function compileStep(bench: Bench, step: Step): () => void {
  const assigns = step.assigns.map((assign) => compileAssign(bench, assign))
  return () => {
    for (let round = 0; round < step.rounds; round++) run(assigns)
  }
}

function compileAssign(bench: Bench, assign: Assign): () => void {
  const value = compile(bench, assign.value.code)
  const { lanes, counters } = bench
  const { slot, loops, keep } = assign
  if (loops.length >= MOST_COUNTERS) throw new Error(`more loops than counters: ${assign.text}`)
  const history = keep === undefined ? undefined : bench.histories[keep]!
  return () => {
    const { memory } = bench
    const offset = history ? history.offset + counters[DAY_COUNTER + 1]! * history.perDay : slot.offset
    for (let element = 0; element < slot.size; element++) {
      let rest = element
      for (let depth = loops.length - 1; depth >= 0; depth--) {
        const size = loops[depth]!
        counters[depth + 1] = rest % size
        rest = (rest - (rest % size)) / size
      }
      const row = value()
      memory.copyWithin((offset + element) * lanes, row, row + lanes)
    }
  }
}

function compile(bench: Bench, code: Code): Row {
  switch (code.op) {
    case 'number':
      return constant(bench, code.value)
    case 'truth':
      return constant(bench, Number(code.value))
    case 'load':
    case 'loadFlag':
      return address(bench, code.at, bench.lanes)
    case 'counter':
      return uniformRow(bench, () => bench.counters[code.counter + 1]!)
    case 'same': {
      const left = address(bench, code.left, 1)
      const right = address(bench, code.right, 1)
      return uniformRow(bench, () => Number(left() === right()))
    }
    case 'negate':
    case 'not':
    case 'exp':
    case 'log':
    case 'floor':
      return unary(bench, code.of, UNARY[code.op])
    case 'select':
    case 'selectFlag':
      return select(bench, code)
    case 'argmax':
      return argmax(bench, code.of)
    case 'ago':
      return ago(bench, code)
    default:
      return binary(bench, code, BINARY[code.op])
  }
}

function newRow(bench: Bench): number {
  return bench.rows++ * bench.lanes
}

function constant(bench: Bench, value: number): Row {
  const at = newRow(bench)
  bench.constants.push({ row: at / bench.lanes, value })
  return () => at
}

function uniformRow(bench: Bench, value: () => number): Row {
  const out = newRow(bench)
  return () => {
    bench.memory.fill(value(), out, out + bench.lanes)
    return out
  }
}

function address(bench: Bench, at: Address, scale: number): Row {
  const { counters } = bench
  const base = at.base * scale
  const terms = at.terms.map((term) => ({ ...term, counter: term.counter + 1, stride: term.stride * scale }))
  if (terms.length === 0) return () => base
  return () => {
    let sum = base
    for (const { counter, stride, map } of terms) {
      const position = counters[counter]!
      sum += stride * (map ? map[position]! : position)
    }
    return sum
  }
}

function unary(bench: Bench, of: Code, apply: UnaryRow): Row {
  const inner = compile(bench, of)
  const out = newRow(bench)
  return () => {
    const from = inner()
    apply(bench.memory, bench.lanes, out, from)
    return out
  }
}

function binary(bench: Bench, code: { readonly left: Code; readonly right: Code }, apply: BinaryRow): Row {
  const left = compile(bench, code.left)
  const right = compile(bench, code.right)
  const out = newRow(bench)
  return () => {
    const one = left()
    apply(bench.memory, bench.lanes, out, one, right())
    return out
  }
}

function select(bench: Bench, code: Code & { test: FlagCode; yes: Code; no: Code }): Row {
  const test = compile(bench, code.test)
  const yes = compile(bench, code.yes)
  const no = compile(bench, code.no)
  const out = newRow(bench)
  const { lanes } = bench
  return () => {
    const asked = test()
    const one = yes()
    const other = no()
    const { memory } = bench
    for (let lane = 0; lane < lanes; lane++) {
      memory[out + lane] = memory[asked + lane] !== 0 ? memory[one + lane]! : memory[other + lane]!
    }
    return out
  }
}

function ago(bench: Bench, code: NumberCode & { readonly op: 'ago' }): Row {
  const { lanes, counters } = bench
  const { offset, perDay } = bench.histories[code.history]!
  const within = address(bench, code.at, lanes)
  const lag = compile(bench, code.lag)
  const before = compile(bench, code.before)
  const out = newRow(bench)
  return () => {
    const [since, was] = [lag(), before()]
    const { memory } = bench
    const today = counters[DAY_COUNTER + 1]!
    const start = offset * lanes + within()
    for (let lane = 0; lane < lanes; lane++) {
      const day = today - Math.floor(memory[since + lane]!)
      // A lag below 0 looks at today, as in the fast engine.
      const seen = today < day ? today : day
      memory[out + lane] = 0 <= day ? memory[start + seen * perDay * lanes + lane]! : memory[was + lane]!
    }
    return out
  }
}

function argmax(bench: Bench, of: readonly NumberCode[]): Row {
  const terms = of.map((code) => compile(bench, code))
  const best = newRow(bench)
  const out = newRow(bench)
  const { lanes } = bench
  return () => {
    const first = terms[0]!()
    const { memory } = bench
    for (let lane = 0; lane < lanes; lane++) {
      memory[best + lane] = memory[first + lane]!
      memory[out + lane] = 0
    }
    for (let place = 1; place < terms.length; place++) {
      const row = terms[place]!()
      for (let lane = 0; lane < lanes; lane++) {
        if (memory[row + lane]! > memory[best + lane]!) {
          memory[best + lane] = memory[row + lane]!
          memory[out + lane] = place
        }
      }
    }
    return out
  }
}
