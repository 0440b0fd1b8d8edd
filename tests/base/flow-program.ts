/** Greatest flow as a linear program, solved by a library that knows nothing of networks. */
import loadHighs from 'highs'
import type { Network } from '../../src/base/flow.ts'

/** Its types are those of the build for CommonJS; the module itself is the loader. */
const load = loadHighs as unknown as typeof loadHighs.default
const highs = await load()

/**
 * The most that each shipment can have, one after the other, with the amounts of the earlier ones kept; all go to the
 * same destination.
 */
export function bestInOrder(network: Network, room: readonly number[], demand: readonly number[]): number[] {
  return network.shipments.reduce<number[]>((kept, _, shipment) => {
    return [...kept, mostOf(network, { room, demand, kept, shipment })]
  }, [])
}

interface Asked {
  readonly room: readonly number[]
  readonly demand: readonly number[]
  readonly kept: readonly number[]
  readonly shipment: number
}

function mostOf(
  { places, tails, heads, shipments }: Network,
  { room, demand, kept, shipment }: Asked,
): number {
  const asked = shipments.slice(0, shipment + 1)
  const leaves = (at: number): string[] => asked[at]!.sources.map((_, source) => `s${at}_${source}`)
  const sink = asked[0]!.sink
  const rules: string[] = []
  for (let place = 0; place < places; place++) {
    if (place === sink) continue
    const terms = [
      ...tails.flatMap((tail, route) => (tail === place && heads[route] !== place ? [`- x${route}`] : [])),
      ...heads.flatMap((head, route) => (head === place && tails[route] !== place ? [`+ x${route}`] : [])),
      ...asked.flatMap(({ sources }, at) =>
        sources.flatMap((source, number) => (source === place ? [`+ s${at}_${number}`] : [])),
      ),
    ]
    if (terms.length > 0) rules.push(`p${place}: ${terms.join(' ')} = 0`)
  }
  asked.forEach((_, at) => {
    const [op, bound] = at < shipment ? ['=', kept[at]] : ['<=', demand[at]]
    rules.push(`d${at}: ${leaves(at).join(' + ')} ${op} ${bound}`)
  })
  const bounds = room.map((most, route) => `0 <= x${route} <= ${most}`)
  const text = ['Maximize', leaves(shipment).join(' + '), 'Subject To', ...rules, 'Bounds', ...bounds, 'End']
  const { ObjectiveValue, Status } = highs.solve(text.join('\n'))
  if (Status !== 'Optimal') throw new Error(`no best flow: ${Status}`)
  return Math.round(ObjectiveValue)
}
