/**
 * What flows and by what ways (docs/theory.md 14-18): places and routes between them, what is shipped, who can
 * reach and stop it, arms on their way from an order to effect, and what a state earns by what it sells abroad.
 */
import type { Quantity } from './scenario.ts'

/** By what an enemy can reach a route: ships, aircraft and missiles, ground forces, law and finance. */
export const DOMAINS = ['sea', 'air', 'land', 'legal'] as const
export type Domain = (typeof DOMAINS)[number]

/** In order of priority: what is shipped first where there is not room for all. */
export const CARGOES = ['food', 'fuel', 'arms', 'oil'] as const
export type Cargo = (typeof CARGOES)[number]

/** Cheapest first: the order in which ways of the same length are filled. */
export const MODES = ['sea', 'inland sea', 'river', 'rail', 'road', 'pipeline', 'air'] as const
export type Mode = (typeof MODES)[number]

type Quantities = Readonly<Record<string, Quantity>>

/** A port, a border crossing, an airfield or a coast: a node of the network. */
export interface Place {
  readonly id: string
  readonly name: string
  /** The actor whose territory it is; a nuclear one that does not fight is spared (docs/theory.md 15). */
  readonly in?: string
  /** Who can strike it from the air, sorted; only belligerents count. */
  readonly reach: readonly string[]
  /**
   * Open only while this supporter gives this recipient enablement of at least this level, 1-3; or while this
   * candidate of the recipient's coalition has the role of basing or one above it, whatever the level.
   */
  readonly consent?: { readonly of: string; readonly for: string; readonly level: number }
  /** Of its reach. */
  readonly source?: string
  /** struck (fraction, an anchor: P(struck within 30 days of a full campaign)); repair (day, half-life of the damage). */
  readonly quantities: Quantities
}

/** A way in one direction between two places: an arc of the network. */
export interface Route {
  readonly id: string
  readonly name: string
  /** Places. */
  readonly from: string
  readonly to: string
  readonly mode: Mode
  /** Under whose flag or on whose ground it runs; a nuclear one that does not fight is spared. */
  readonly carrier?: string
  /** By domain, who can stop it, sorted; only belligerents count. */
  readonly reach: Readonly<Record<Domain, readonly string[]>>
  /** Of its reach. */
  readonly source?: string
  /** capacity (t/day). */
  readonly quantities: Quantities
}

/** A flow of goods that is wanted: what it is, whence, whither, how much a day. */
export interface Shipment {
  readonly id: string
  readonly name: string
  readonly cargo: Cargo
  /** Places; what leaves any of them counts. */
  readonly from: readonly string[]
  readonly to: string
  /** The supporter and the recipient, where it is the supporter's own support that travels; both or neither. */
  readonly by?: string
  readonly for?: string
  /** demand (t/day). */
  readonly quantities: Quantities
}

/** What one belligerent does to the other side's traffic. */
export interface Interdiction {
  readonly actor: string
  /**
   * blockade (fraction, an anchor: P(imposed within 30 days)); strikes (fraction of a full campaign that is turned on
   * places); air, land, legal (fraction of a route's capacity that it stops within its reach).
   */
  readonly quantities: Quantities
}

/** One kind of weapon between a supplier and a recipient. */
export interface Arms {
  readonly id: string
  readonly name: string
  /** A potential supporter and its recipient. */
  readonly from: string
  readonly to: string
  /** Day number of the contract; absent: in service only, or under discussion. */
  readonly contract?: number
  /** Of the contract. */
  readonly source?: string
  /** Day number by which `release` is judged; absent: nothing holds deliveries back. */
  readonly releaseBy?: number
  /** What `release` was judged at: thirdPartyCost and utilisation of the supplier, paid. Fractions. */
  readonly releaseGiven?: {
    readonly thirdPartyCost: number
    readonly utilisation: number
    readonly paid: number
  }
  /**
   * inService, ordered (count); readiness, paid, underFire (fraction); lead (day, contract to first unit); rate
   * (count/day); release (fraction, an anchor: P(the supplier lets it go by `releaseBy`)); transit, integration
   * (day); loss (number/day, share of what is fielded that is lost on a day of fighting); cover (fraction of the strikes
   * against the recipient that one unit in effect stops).
   */
  readonly quantities: Quantities
}

/** What a state lives on: what it sells abroad, to whom, and what it must buy. */
export interface Market {
  /** The seller. */
  readonly actor: string
  /** What it sells; display only. */
  readonly goods: string
  /**
   * price (USD/bbl); friction (fraction of income lost on its way); paymentLag (day); reserves (USD); otherIncome,
   * essentialImports, warSpending (USD/day); essentialStock, collapseCover (day); storage, stored (bbl).
   */
  readonly quantities: Quantities
  readonly buyers: readonly Buyer[]
}

export interface Buyer {
  /** An actor, or a name for all the rest. */
  readonly id: string
  /** The shipment by which it is supplied; absent: no route limits it. */
  readonly outlet?: string
  /** contracted (bbl/day before the crisis); discount (USD/bbl); willing, exposureRise (fraction). */
  readonly quantities: Quantities
}
