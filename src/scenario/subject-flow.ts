/** Whose metric of a flow it is: a kind of arms, a shipment, a seller, one of its buyers, a belligerent. */
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Context, Known } from './context.ts'
import { resolve, resolveActor } from './context.ts'
import type { Entry } from './entry.ts'
import { fault, oneOf } from './fault-list.ts'
import type { Crisis } from './scenario.ts'

/** Entries of one noun as written, and those that could be read and are followed. */
export interface Followed {
  readonly entries: ReadonlyMap<string, Entry<unknown>>
  readonly read: Known
}

/** The nouns of flows of which something is measured. */
export interface FlowIds {
  readonly arms: Followed
  readonly shipments: Followed
  readonly markets: Followed
  /** By seller. */
  readonly buyers: ReadonlyMap<string, readonly Entry<unknown>[]>
}

/** What a noun is called in a fault, and the key it stands under. */
const CALLED = {
  arms: { code: 'unknown-arms', called: 'kind of arms', key: 'arms' },
  shipment: { code: 'unknown-shipment', called: 'shipment', key: 'shipments' },
  market: { code: 'unknown-market', called: 'seller', key: 'markets' },
} as const

export interface Named {
  readonly id: string
  readonly span: Span
}

/** True when the thing is there; what has its fault already is taken for there. */
export function checkFlow(
  context: Context,
  flows: FlowIds,
  { kind, id, span, sure }: Named & { readonly kind: keyof typeof CALLED; readonly sure: boolean },
): boolean {
  const { code, called, key } = CALLED[kind]
  const { entries, read } = flows[key]
  const entry = entries.get(id)
  if (read.has(id) || (entry && (!sure || entry.bad.length > 0))) return true
  if (!entry) return resolve(context, id, { span, name: { code, called, known: entries } })
  const says = `the ${called} "${id}" is left out, so nothing of it can be asked`
  context.faults.push(fault(code, span, { says, expected: oneOf(read.keys()) }))
  return false
}

/** A buyer is named by its seller's market. */
export function checkBuyer(context: Context, flows: FlowIds, at: Named & { readonly seller: string }): void {
  const { id, span, seller } = at
  const market = flows.markets.entries.get(seller)
  const known = (flows.buyers.get(seller) ?? []).map((buyer) => buyer.id)
  if (market?.bad.some((bad) => bad === '' || bad.startsWith('buyers'))) return
  if (known.includes(id)) return
  context.faults.push(
    fault('unknown-buyer', span, {
      says: `the market of "${seller}" names no buyer "${id}"`,
      expected: oneOf(known),
      suggestion: nearest(id, known),
    }),
  )
}

/** While the crisis is at fault nobody knows who fights. */
export function checkBelligerent(context: Context, crisis: Crisis | undefined, { id, span }: Named): void {
  if (!resolveActor(context, id, span) || !crisis) return
  const sides = [...crisis.attackers, ...crisis.targets]
  if (sides.includes(id)) return
  const says = `"${id}" does not fight in this crisis; this is measured of a belligerent`
  context.faults.push(fault('not-a-belligerent', span, { says, expected: oneOf(sides) }))
}
