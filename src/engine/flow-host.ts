/**
 * What is solved outside the equations, on the memory of a kernel: the same function for every engine. A lane whose
 * rooms and demands are those of its last call keeps its answer, which nobody else writes to.
 */
import { type Flow, flowSolver, type Part, partsOf } from '../base/flow.ts'
import type { FlowSolve, Slot } from './code.ts'

/** A kernel's memory as it stands when the solver runs. */
interface Lanes {
  readonly lanes: number
  readonly memory: Float64Array
}

/** The runners of one kernel; a step that stands in two moments has one runner, and one memory of its last calls. */
export function flowHosts(kernel: Lanes): (solve: FlowSolve) => () => void {
  const known = new Map<FlowSolve, () => void>()
  return (solve) => {
    const host = known.get(solve) ?? flowHost(solve, kernel)
    known.set(solve, host)
    return host
  }
}

function flowHost(solve: FlowSolve, kernel: Lanes): () => void {
  const parts = partsOf(solve.network).map((part) => partHost(solve, part, kernel))
  return () => {
    for (const part of parts) part()
  }
}

/** Where a part of the network reads and writes: elements of memory, in the order of its solver's arrays. */
interface Elements {
  readonly inputs: readonly number[]
  readonly shipped: readonly number[]
  readonly used: readonly number[]
  readonly tight: readonly number[]
  readonly open: readonly number[]
}

function partHost(solve: FlowSolve, part: Part, kernel: Lanes): () => void {
  const { lanes } = kernel
  const elements = elementsOf(solve, part)
  const { inputs } = elements
  const routes = part.routes.length
  const last = new Float64Array(inputs.length * lanes).fill(Number.NaN)
  const now = new Float64Array(inputs.length)
  const changed = new Uint8Array(lanes)
  const [room, demand] = [now.subarray(0, routes), now.subarray(routes)]
  const flow = flowSolver(part.network)
  return () => {
    const { memory } = kernel
    changed.fill(0)
    for (let at = 0; at < inputs.length; at++) {
      const row = inputs[at]! * lanes
      for (let lane = 0; lane < lanes; lane++) {
        const value = memory[row + lane]!
        if (value === last[at * lanes + lane]) continue
        last[at * lanes + lane] = value
        changed[lane] = 1
      }
    }
    for (let lane = 0; lane < lanes; lane++) {
      if (changed[lane] === 0) continue
      for (let at = 0; at < inputs.length; at++) now[at] = last[at * lanes + lane]!
      write(elements, flow(room, demand), { memory, lanes, lane })
    }
  }
}

function write(
  { shipped, used, tight, open }: Elements,
  answer: Flow,
  { memory, lanes, lane }: Lanes & { readonly lane: number },
): void {
  for (let at = 0; at < shipped.length; at++) memory[shipped[at]! * lanes + lane] = answer.shipped[at]!
  for (let at = 0; at < used.length; at++) memory[used[at]! * lanes + lane] = answer.used[at]!
  for (let at = 0; at < tight.length; at++) memory[tight[at]! * lanes + lane] = answer.tight[at]!
  for (let at = 0; at < open.length; at++) memory[open[at]! * lanes + lane] = answer.open[at]!
}

function elementsOf(
  { room, demand, shipped, used, tight, open }: FlowSolve,
  { routes, shipments }: Part,
): Elements {
  const inSlot = ({ offset }: Slot, places: readonly number[]): number[] => places.map((at) => offset + at)
  return {
    inputs: [...inSlot(room, routes), ...inSlot(demand, shipments)],
    shipped: inSlot(shipped, shipments),
    used: inSlot(used, routes),
    tight: shipments.flatMap((shipment) =>
      routes.map((route) => tight.offset + shipment * room.size + route),
    ),
    open: inSlot(open, shipments),
  }
}
