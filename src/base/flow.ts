/**
 * Greatest flow by priority through a network with limited room (Ford & Fulkerson 1956; shortest ways first, Edmonds &
 * Karp 1972). Whole numbers only, and a fixed order of search, so that the same rooms always give the same flow.
 */

export interface Network {
  readonly places: number
  /** Of each route, the place where it begins and the place where it ends. */
  readonly tails: readonly number[]
  readonly heads: readonly number[]
  /** All routes, in the order in which ways of the same length are filled. */
  readonly order: readonly number[]
  /** In order of priority. */
  readonly shipments: readonly Wanted[]
}

export interface Wanted {
  readonly sources: readonly number[]
  readonly sink: number
}

/** A part of a network that shares no route with the rest: which of the routes and of the shipments are its own. */
export interface Part {
  readonly network: Network
  readonly routes: readonly number[]
  readonly shipments: readonly number[]
}

/** The network cut along shipments that cannot meet on any route; routes that lead to no destination are nobody's. */
export function partsOf(network: Network): Part[] {
  const { places, tails, heads, order, shipments } = network
  const groups: { readonly routes: Set<number>; readonly shipments: number[] }[] = []
  shipments.forEach(({ sink }, at) => {
    const useful = usefulFor(sink, { tails, heads, nodes: places })
    const routes = new Set(order.filter(useful))
    const met = groups.filter((group) => [...routes].some((route) => group.routes.has(route)))
    for (const group of met) {
      for (const route of group.routes) routes.add(route)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push({ routes, shipments: [...met.flatMap((group) => group.shipments), at].sort((a, b) => a - b) })
  })
  return groups.map((group) => {
    const routes = order.filter((route) => group.routes.has(route)).sort((a, b) => a - b)
    const own = {
      places,
      tails: routes.map((route) => tails[route]!),
      heads: routes.map((route) => heads[route]!),
      order: order.filter((route) => group.routes.has(route)).map((route) => routes.indexOf(route)),
      shipments: group.shipments.map((at) => shipments[at]!),
    }
    return { network: own, routes, shipments: group.shipments }
  })
}

/** The solver's own arrays; the next call writes over them. */
export interface Flow {
  /** By shipment: what arrives. */
  readonly shipped: Float64Array
  /** By route: what is sent over it. */
  readonly used: Float64Array
  /** By shipment, then by route: 1 where the route is in the cut that holds the shipment below its demand. */
  readonly tight: Uint8Array
  /** By shipment: 1 where some way of routes with room leads to its destination, whatever others send over it. */
  readonly open: Uint8Array
}

export type SolveFlow = (room: ArrayLike<number>, demand: ArrayLike<number>) => Flow

/** 2^44: sums of so many as there are routes stay exact. */
const MOST_ROOM = 17592186044416

/**
 * Shipments are served in order. A later one may lead an earlier one with the same destination another way, but never
 * lessens it; of the routes, it gets what shipments to other destinations have left. So no shipment could have more
 * without less for an earlier one, within its destination and behind the other destinations served before.
 */
export function flowSolver(network: Network): SolveFlow {
  const routes = network.tails.length
  const shipments = network.shipments.length
  const flow: Flow = {
    shipped: new Float64Array(shipments),
    used: new Float64Array(routes),
    tight: new Uint8Array(shipments * routes),
    open: new Uint8Array(shipments),
  }
  const { searches, free, back } = searchesOf(network)
  return (room, demand) => {
    for (let route = 0; route < routes; route++) free[route] = whole(room[route]!)
    for (const sent of back) sent.fill(0)
    flow.tight.fill(0)
    // Nothing is sent yet, so what stops a search now is a lack of room.
    searches.forEach((search, shipment) => {
      flow.open[shipment] = findWay(search) ? 1 : 0
    })
    for (let shipment = 0; shipment < shipments; shipment++) {
      const search = searches[shipment]!
      const wanted = whole(demand[shipment]!)
      let missing = wanted
      while (missing > 0 && findWay(search)) missing -= send(search, missing)
      flow.shipped[shipment] = wanted - missing
      if (missing > 0) markCut(search, flow.tight.subarray(shipment * routes, (shipment + 1) * routes))
    }
    for (let route = 0; route < routes; route++) flow.used[route] = whole(room[route]!) - free[route]!
    return flow
  }
}

function whole(value: number): number {
  return value >= 1 ? Math.min(MOST_ROOM, Math.floor(value)) : 0
}

/**
 * A search for more room for one shipment, among what goes to its destination. Nodes are the places, then the
 * shipments; arcs are the routes, then one from each shipment to each of its sources.
 */
interface Search {
  readonly from: number
  readonly sink: number
  readonly routes: number
  readonly tails: Int32Array
  readonly heads: Int32Array
  /** By node: where its turns begin among the turns; one more at the end. */
  readonly starts: Int32Array
  /** Arc + 1 where it is sent along, −(arc + 1) where what came along it is taken back. */
  readonly turns: Int32Array
  /** By arc: room that nobody uses. */
  readonly free: Float64Array
  /** By arc: what goes to this destination, which can be led another way. */
  readonly back: Float64Array
  /** Scratch: by node the turn that led there, or `UNSEEN`, or `BEGUN`; and the nodes in the order of being seen. */
  readonly via: Int32Array
  readonly queue: Int32Array
}

const UNSEEN = 0
const BEGUN = 0x7fffffff

function searchesOf({ places, tails, heads, order, shipments }: Network): {
  readonly searches: readonly Search[]
  readonly free: Float64Array
  readonly back: readonly Float64Array[]
} {
  const routes = tails.length
  const leaving = shipments.flatMap(({ sources }, at) =>
    sources.map((source) => [places + at, source] as const),
  )
  const allTails = Int32Array.from([...tails, ...leaving.map(([tail]) => tail)])
  const allHeads = Int32Array.from([...heads, ...leaving.map(([, head]) => head)])
  const sorted = [...order, ...leaving.map((_, at) => routes + at)]
  const nodes = places + shipments.length
  const free = new Float64Array(sorted.length).fill(Number.POSITIVE_INFINITY)
  const [via, queue] = [new Int32Array(nodes), new Int32Array(nodes)]
  const toSink = new Map(
    shipments.map(({ sink }) => {
      const useful = usefulFor(sink, { tails: allTails, heads: allHeads, nodes })
      const back = new Float64Array(sorted.length)
      return [
        sink,
        {
          ...turnsOf(
            sorted.filter((arc) => useful(arc)),
            { tails: allTails, heads: allHeads, nodes },
          ),
          back,
        },
      ]
    }),
  )
  const shared = { routes, tails: allTails, heads: allHeads, free, via, queue }
  return {
    searches: shipments.map(({ sink }, at) => ({ ...shared, ...toSink.get(sink)!, sink, from: places + at })),
    free,
    back: [...toSink.values()].map(({ back }) => back),
  }
}

interface Arcs {
  readonly tails: Int32Array | readonly number[]
  readonly heads: Int32Array | readonly number[]
  readonly nodes: number
}

/** Whether an arc can lie on a way to the destination: one that leads into a dead end holds nothing back. */
function usefulFor(sink: number, { tails, heads, nodes }: Arcs): (arc: number) => boolean {
  const leadsThere = Array.from({ length: nodes }, () => false)
  leadsThere[sink] = true
  const open = [sink]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    tails.forEach((tail, arc) => {
      if (heads[arc] !== place || leadsThere[tail]) return
      leadsThere[tail] = true
      open.push(tail)
    })
  }
  return (arc) => leadsThere[heads[arc]!]! && tails[arc] !== sink && tails[arc] !== heads[arc]
}

/**
 * By node, in the order of search. Before anything new is sent on, what comes the other way is taken back: goods never
 * pass each other.
 */
function turnsOf(arcs: readonly number[], { tails, heads, nodes }: Arcs): Pick<Search, 'starts' | 'turns'> {
  const starts: number[] = []
  const turns: number[] = []
  for (let node = 0; node < nodes; node++) {
    starts.push(turns.length)
    turns.push(...arcs.filter((arc) => heads[arc] === node).map((arc) => -(arc + 1)))
    turns.push(...arcs.filter((arc) => tails[arc] === node).map((arc) => arc + 1))
  }
  return { starts: Int32Array.from([...starts, turns.length]), turns: Int32Array.from(turns) }
}

/** Fills `via` from the shipment on, nearest first; true when its destination is reached. */
function findWay({ from, sink, tails, heads, starts, turns, free, back, via, queue }: Search): boolean {
  via.fill(UNSEEN)
  via[from] = BEGUN
  queue[0] = from
  let seen = 1
  for (let next = 0; next < seen; next++) {
    const node = queue[next]!
    const end = starts[node + 1]!
    for (let at = starts[node]!; at < end; at++) {
      const turn = turns[at]!
      const isBack = turn < 0
      const arc = isBack ? -turn - 1 : turn - 1
      const there = isBack ? tails[arc]! : heads[arc]!
      if (via[there] !== UNSEEN || (isBack ? back[arc]! : free[arc]!) <= 0) continue
      via[there] = turn
      if (there === sink) return true
      queue[seen++] = there
    }
  }
  return false
}

/** Sends as much as the found way holds, up to `most`. */
function send({ sink, tails, heads, free, back, via }: Search, most: number): number {
  let amount = most
  for (let node = sink, turn = via[node]!; turn !== BEGUN; turn = via[node]!) {
    const arc = turn < 0 ? -turn - 1 : turn - 1
    const holds = turn < 0 ? back[arc]! : free[arc]!
    if (holds < amount) amount = holds
    node = turn < 0 ? heads[arc]! : tails[arc]!
  }
  for (let node = sink, turn = via[node]!; turn !== BEGUN; turn = via[node]!) {
    const arc = turn < 0 ? -turn - 1 : turn - 1
    const change = turn < 0 ? -amount : amount
    free[arc]! -= change
    back[arc]! += change
    node = turn < 0 ? heads[arc]! : tails[arc]!
  }
  return amount
}

/** The useful routes that lead out of what the last search could reach: each is full or closed. */
function markCut({ routes, tails, heads, starts, turns, via }: Search, tight: Uint8Array): void {
  for (let node = 0; node + 1 < starts.length; node++) {
    if (via[node] === UNSEEN) continue
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const arc = turns[at]! - 1
      if (arc >= 0 && arc < routes && tails[arc] === node && via[heads[arc]!] === UNSEEN) tight[arc] = 1
    }
  }
}
