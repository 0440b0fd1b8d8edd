/**
 * The greatest flow by itself, beside a library for linear programs that is given the same networks: one shipment
 * through random routes. Both answers are compared; the times are never a pass or a fail.
 */
import { fileURLToPath } from 'node:url'
import loadHighs from 'highs'
import { flowSolver, type Network } from '../src/base/flow.ts'
import { keyOf, uniformAt } from '../src/base/stream.ts'

const SIZES = [
  { places: 10, routes: 20 },
  { places: 25, routes: 60 },
  { places: 50, routes: 150 },
]
const NETWORKS = 40
/** Own calls on each network: one alone is too short to be timed. */
const REPEATS = 500
const MOST_ROOM = 10_000

/** Its types are those of the build for CommonJS; the module itself is the loader. */
const load = loadHighs as unknown as typeof loadHighs.default
const highs = await load({ locateFile: () => fileURLToPath(import.meta.resolve('highs/runtime')) })
const key = keyOf({ seed: 1, owner: 'bench', actor: '', purpose: 'flow' })

console.log('| places | routes | own, µs a network | linear program, µs a network |')
console.log('|---|---|---|---|')
for (const [at, size] of SIZES.entries()) {
  const cases = Array.from({ length: NETWORKS }, (_, number) => made(size, at * NETWORKS + number))
  const own = timed(() => cases.map(({ network, room }) => repeated(network, room)))
  const program = timed(() => cases.map(({ network, room }) => solvedBy(network, room)))
  if (own.answer.join() !== program.answer.join()) throw new Error('the two differ')
  const [mine, its] = [own.microseconds / REPEATS, program.microseconds]
  console.log(`| ${size.places} | ${size.routes} | ${mine.toFixed(1)} | ${its.toFixed(0)} |`)
}

function made(
  { places, routes }: { readonly places: number; readonly routes: number },
  number: number,
): { readonly network: Network; readonly room: readonly number[] } {
  const drawn = (index: number, most: number): number =>
    Math.floor(uniformAt(key, number, 0, 0, index) * most)
  const each = Array.from({ length: routes }, (_, route) => route)
  return {
    network: {
      places,
      tails: each.map((route) => drawn(3 * route, places)),
      heads: each.map((route) => drawn(3 * route + 1, places)),
      order: each,
      shipments: [{ sources: [0], sink: places - 1 }],
    },
    room: each.map((route) => drawn(3 * route + 2, MOST_ROOM)),
  }
}

function repeated(network: Network, room: readonly number[]): number {
  const solve = flowSolver(network)
  let shipped = 0
  for (let time = 0; time < REPEATS; time++) shipped = solve(room, [MOST_ROOM * room.length]).shipped[0]!
  return shipped
}

function solvedBy({ places, tails, heads }: Network, room: readonly number[]): number {
  const rules: string[] = []
  for (let place = 0; place < places - 1; place++) {
    const terms = tails.flatMap((tail, route) => {
      if (tail === heads[route]) return []
      return tail === place ? [`- x${route}`] : heads[route] === place ? [`+ x${route}`] : []
    })
    const supply = place === 0 ? ['+ s'] : []
    if (terms.length + supply.length > 0) rules.push(`p${place}: ${[...terms, ...supply].join(' ')} = 0`)
  }
  const bounds = room.map((most, route) => `0 <= x${route} <= ${most}`)
  const text = ['Maximize', 's', 'Subject To', ...rules, 'Bounds', ...bounds, 'End']
  return Math.round(highs.solve(text.join('\n')).ObjectiveValue)
}

/** Processor time of a run after another that is not counted, a network each. */
function timed(run: () => number[]): { readonly answer: number[]; readonly microseconds: number } {
  run()
  const begun = process.cpuUsage()
  const answer = run()
  const { user, system } = process.cpuUsage(begun)
  return { answer, microseconds: (user + system) / NETWORKS }
}
