/**
 * Algorithms that stand between equations: what no equation can say, because its steps depend on the values. They
 * read variables of the mechanism and give new ones; the engine that runs them is outside the language.
 */
import type { Kind } from './check.ts'
import { NONE, sameDimension } from './dimension.ts'
import { FormulaFault } from './formula.ts'

/**
 * A graph algorithm that no equation can say: it stands between equations, reads variables of the mechanism and gives
 * new ones, once for each distinct state. The graph is the scenario's network (`engine/space.ts`).
 */
export interface Solve {
  /** Greatest flow by priority over places and routes (Ford & Fulkerson 1956). */
  readonly solve: 'maxflow'
  /** Room of each route and demand of each shipment, whole t/day: names of variables on [route] and [shipment]. */
  readonly room: string
  readonly demand: string
  /** Name given to each answer: shipped [shipment], used [route] (t/day), tight [shipment, route], open [shipment] (flags). */
  readonly gives: {
    readonly shipped: string
    readonly used: string
    readonly tight: string
    readonly open: string
  }
}

/** The variables that the algorithm gives, on the letters of those that it reads. Throws when it cannot read them. */
export function kindsGiven(solve: Solve, known: (name: string) => Kind | undefined): [string, Kind][] {
  const { gives } = solve
  const room = whole(solve, solve.room, known)
  const demand = whole(solve, solve.demand, known)
  if (!sameDimension(room.dimension, demand.dimension))
    throw fault(solve, 'unit-mismatch', `${solve.room} and ${solve.demand} are of two dimensions`)
  const tight: Kind = { type: 'flag', dimension: NONE, letters: [...demand.letters, ...room.letters] }
  return [
    [gives.shipped, demand],
    [gives.used, room],
    [gives.tight, tight],
    [gives.open, { type: 'flag', dimension: NONE, letters: demand.letters }],
  ]
}

/** A number on one axis, with a stated unit: the algorithm is declared before any equation is checked. */
function whole(solve: Solve, name: string, known: (name: string) => Kind | undefined): Kind {
  const kind = known(name)
  if (!kind) throw fault(solve, 'unknown-name', `nothing is called ${name} before it is solved for`)
  if (kind.type !== 'number') throw fault(solve, 'flag-as-number', `${name} is no number of a stated unit`)
  if (kind.letters.length !== 1) throw fault(solve, 'axis-mismatch', `${name} does not stand on one axis`)
  return kind
}

function fault(solve: Solve, code: string, says: string): FormulaFault {
  const text = `${solve.solve}(${solve.room}, ${solve.demand})`
  return new FormulaFault(code, says, { text, stretch: { start: 0, end: text.length } })
}
