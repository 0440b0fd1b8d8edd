/**
 * A plan cut down to what its claims need: steps and chances that no claim rests on, directly or through others, are
 * left out, and so are the distributions that a screen would show. Memory stays as it was, so what is left has its bits.
 */
import type { Address, Assign, Code, FlowSolve, Program, Slot, Step } from './code.ts'
import { BINDINGS, DAY_COUNTER } from './code.ts'
import type { Plan } from './plan.ts'

/** The same claims with the same answers, from fewer steps; and the same in the elements that are looked at besides. */
export function asked(plan: Plan, looked: readonly number[] = []): Plan {
  const { program } = plan
  const wanted = new Wanted(plan)
  for (const { element } of [...plan.claims, ...plan.sentences]) wanted.elements[element] = 1
  for (const element of looked) wanted.elements[element] = 1
  for (const { elements } of plan.vectors) for (const element of elements) wanted.elements[element] = 1
  const all = BINDINGS.flatMap((binding) => program.phases[binding])
  const kept = new Set<Step>()
  // A day reads what stood there the day before, so a later step can be what an earlier one rests on.
  for (let before = -1; before < kept.size; ) {
    before = kept.size
    for (const step of all) {
      if (kept.has(step) || !wanted.isWritten(step)) continue
      kept.add(step)
      wanted.read(step)
    }
  }
  const phases = Object.fromEntries(
    BINDINGS.map((binding) => [binding, program.phases[binding].filter((step) => kept.has(step))]),
  ) as Record<keyof Program['phases'], Step[]>
  return {
    ...plan,
    program: { ...program, phases },
    chances: plan.chances.filter(({ element }) => wanted.elements[element] === 1),
    resets: plan.resets.filter(({ slot }) => wanted.has(slot)),
    histograms: [],
    means: [],
    peaks: [],
  }
}

/** Elements and histories that something kept reads. */
class Wanted {
  readonly elements: Uint8Array
  readonly #histories = new Set<number>()
  readonly #lastDay: number

  constructor({ program, lastDay }: Plan) {
    this.elements = new Uint8Array(program.size)
    this.#lastDay = lastDay
  }

  has({ offset, size }: Slot): boolean {
    return this.elements.subarray(offset, offset + size).includes(1)
  }

  isWritten({ assigns, solve }: Step): boolean {
    if (solve) return [solve.shipped, solve.used, solve.tight, solve.open].some((slot) => this.has(slot))
    return assigns.some(({ slot, keep }) => (keep === undefined ? this.has(slot) : this.#histories.has(keep)))
  }

  read({ assigns, solve }: Step): void {
    if (solve) this.#solve(solve)
    for (const assign of assigns) this.#code(assign.value.code, assign)
  }

  #solve({ room, demand }: FlowSolve): void {
    for (const { offset, size } of [room, demand]) this.elements.fill(1, offset, offset + size)
  }

  #code(code: Code, assign: Assign): void {
    if (code.op === 'load' || code.op === 'loadFlag') this.#address(code.at, assign)
    if (code.op === 'ago') this.#histories.add(code.history)
    for (const part of partsOf(code)) this.#code(part, assign)
  }

  /** All elements that the address can come to as its counters run. */
  #address({ base, terms }: Address, { loops }: Assign): void {
    let places = [base]
    for (const { counter, stride, map } of terms) {
      const size = counter === DAY_COUNTER ? this.#lastDay + 1 : loops[counter]!
      const steps = map ?? Array.from({ length: size }, (_, at) => at)
      places = [...new Set(steps)].flatMap((step) => places.map((place) => place + stride * step))
    }
    for (const place of places) this.elements[place] = 1
  }
}

function partsOf(code: Code): readonly Code[] {
  switch (code.op) {
    case 'number':
    case 'truth':
    case 'load':
    case 'loadFlag':
    case 'counter':
    case 'same':
      return []
    case 'negate':
    case 'not':
    case 'exp':
    case 'log':
    case 'floor':
      return [code.of]
    case 'select':
    case 'selectFlag':
      return [code.test, code.yes, code.no]
    case 'ago':
      return [code.lag, code.before]
    case 'argmax':
      return code.of
    default:
      return [code.left, code.right]
  }
}
