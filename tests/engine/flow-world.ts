/** Places, routes, shipments, arms and markets for the small worlds of the tests: neutral unless a world says otherwise. */
import { DOMAINS, type Arms, type Cargo, type Domain, type Mode } from '../../src/scenario/flow.ts'
import type { Law, Quantity, Scenario } from '../../src/scenario/scenario.ts'
import { quantity, UNBOUNDED } from './quantity.ts'

type Values = Readonly<Record<string, number | Law>>
type Named<T> = Readonly<Record<string, T>>

export interface FlowOptions {
  readonly places?: Named<{
    readonly in?: string
    readonly reach?: readonly string[]
    readonly consent?: { readonly of: string; readonly for: string; readonly level: number }
    readonly values?: Values
  }>
  readonly routes?: Named<{
    readonly from: string
    readonly to: string
    readonly mode?: Mode
    readonly carrier?: string
    readonly reach?: Partial<Record<Domain, readonly string[]>>
    readonly capacity?: number | Law
  }>
  readonly shipments?: Named<{
    readonly cargo?: Cargo
    readonly from: readonly string[]
    readonly to: string
    readonly by?: string
    readonly for?: string
    readonly demand?: number | Law
  }>
  /** By belligerent: blockade, strikes, air, land, legal. */
  readonly interdiction?: Named<Values>
  readonly arms?: Named<
    { readonly values?: Values } & Pick<Arms, 'from' | 'to'> &
      Partial<Pick<Arms, 'contract' | 'releaseBy' | 'releaseGiven'>>
  >
  /** By seller. */
  readonly markets?: Named<{
    readonly values?: Values
    readonly buyers?: Named<{ readonly outlet?: string; readonly values?: Values }>
  }>
}

const PLACE: Values = { struck: 0, repair: 20 }
const INTERDICTION: Values = { blockade: 0, strikes: 0, air: 0, land: 0, legal: 0 }
const ARMS: Values = {
  inService: 0,
  ordered: 10,
  readiness: 1,
  paid: 1,
  underFire: 0,
  lead: 0,
  rate: 0.1,
  transit: 0,
  integration: 0,
  loss: 0,
}
const MARKET: Values = {
  price: 70,
  friction: 0,
  paymentLag: 0,
  reserves: 1e9,
  otherIncome: 0,
  essentialImports: 1e8,
  warSpending: 0,
  essentialStock: 30,
  collapseCover: 10,
  storage: 0,
  stored: 0,
}
const BUYER: Values = { contracted: 1e6, discount: 0, willing: 1, exposureRise: 0 }

/** The flows of a world; none at all unless stated. */
export function flows(
  options: FlowOptions = {},
): Pick<Scenario, 'places' | 'routes' | 'shipments' | 'interdiction' | 'arms' | 'markets'> {
  const { places, routes, shipments, interdiction, arms, markets } = options
  return {
    places: mapped(places, (id, { reach = [], values, ...own }) => ({
      ...own,
      id,
      name: id,
      reach,
      quantities: quantities(`places.${id}`, PLACE, values),
    })),
    routes: mapped(routes, (id, { mode = 'sea', reach, capacity = 100, ...own }) => ({
      ...own,
      id,
      name: id,
      mode,
      reach: Object.fromEntries(DOMAINS.map((domain) => [domain, reach?.[domain] ?? []])) as Record<
        Domain,
        readonly string[]
      >,
      quantities: quantities(`routes.${id}`, {}, { capacity }),
    })),
    shipments: mapped(shipments, (id, { cargo = 'food', demand = 100, ...own }) => ({
      ...own,
      id,
      name: id,
      cargo,
      quantities: quantities(`shipments.${id}`, {}, { demand }),
    })),
    interdiction: mapped(interdiction, (id, values) => ({
      actor: id,
      quantities: quantities(`interdiction.${id}`, INTERDICTION, values),
    })),
    arms: mapped(arms, (id, { values, ...own }) => ({
      ...own,
      id,
      name: id,
      quantities: quantities(`arms.${id}`, ARMS, values),
    })),
    markets: mapped(markets, (id, { values, buyers = {} }) => ({
      actor: id,
      goods: 'oil',
      quantities: quantities(`markets.${id}`, MARKET, values),
      buyers: Object.entries(buyers).map(([buyer, { values: own, ...rest }]) => ({
        ...rest,
        id: buyer,
        quantities: quantities(`markets.${id}.buyers.${buyer}`, BUYER, own),
      })),
    })),
  }
}

function mapped<T, U>(named: Named<T> | undefined, make: (id: string, one: T) => U): Map<string, U> {
  return new Map(Object.entries(named ?? {}).map(([id, one]) => [id, make(id, one)]))
}

/** Not held to the bounds of the language: a world may say what no scenario could. */
function quantities(owner: string, usual: Values, values: Values = {}): Record<string, Quantity> {
  const all = Object.entries({ ...usual, ...values })
  return Object.fromEntries(all.map(([field, law]) => [field, quantity(`${owner}.${field}`, law, UNBOUNDED)]))
}

/** The same world, in which the actor has nuclear weapons. */
export function nuclear(scenario: Scenario, id: string): Scenario {
  const actors = [...scenario.actors].map(
    ([name, one]) => [name, name === id ? { ...one, nuclear: true } : one] as const,
  )
  return { ...scenario, actors: new Map(actors) }
}
