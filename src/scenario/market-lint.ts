/** Markets that cannot be meant so: buyers on a flow that is not the seller's oil, and sellers who lose money in peace. */
import type { Span } from '../base/fault.ts'
import type { Context } from './context.ts'
import { warning } from './fault-list.ts'
import type { Buyer, Market } from './flow.ts'
import type { Linted } from './flow-lint.ts'
import { medianOf } from './median.ts'
import { spanAt } from './node.ts'
import type { Quantity } from './scenario.ts'

export function warnMarkets(context: Context, linted: Linted): void {
  /** By outlet, the buyer that was there first. */
  const taken = new Map<string, string>()
  for (const market of linted.flows.markets.values()) {
    for (const buyer of market.buyers) {
      const entry = linted.entries.buyers.get(market.actor)?.find(({ id }) => id === buyer.id)
      if (!entry || buyer.outlet === undefined) continue
      const span = spanAt(entry.node, ['outlet'], entry.at)
      warnOutlet(context, linted, { outlet: buyer.outlet, span })
      const before = taken.get(buyer.outlet)
      if (before !== undefined) {
        const says = `${before} and ${buyer.id} both take their share of the same flow ${buyer.outlet}: what stops one stops the other`
        const suggestion = 'give each buyer a shipment of its own, unless that is meant'
        context.faults.push(warning('shared-outlet', span, { says, suggestion }))
      } else taken.set(buyer.outlet, buyer.id)
    }
    warnRunsDown(context, linted, market)
  }
}

function warnOutlet(context: Context, { flows }: Linted, at: { outlet: string; span: Span }): void {
  const { outlet, span } = at
  const shipment = flows.shipments.get(outlet)
  if (!shipment) return
  if (shipment.by !== undefined) {
    const says = `${outlet} is the support that ${shipment.by} sends, not what is sold here`
    const suggestion = 'name the shipment that carries the oil'
    context.faults.push(warning('outlet-of-support', span, { says, suggestion }))
  } else if (shipment.cargo !== 'oil') {
    const says = `a market sells oil by the barrel, and ${outlet} carries ${shipment.cargo}`
    const suggestion = 'name the shipment that carries the oil'
    context.faults.push(warning('outlet-of-other-cargo', span, { says, suggestion }))
  }
}

/** At the medians and before any attack. */
function warnRunsDown(context: Context, { entries }: Linted, market: Market): void {
  const entry = entries.markets.get(market.actor)
  const imports = market.quantities['essentialImports']
  if (!entry || !imports || usualIncome(market) >= medianOf(imports.law)) return
  const says = `what ${market.actor} usually earns does not pay for its essential imports: its reserves shrink before any attack`
  const suggestion = 'check price, contracted, otherIncome and their units, unless that is meant'
  const span = spanAt(entry.node, ['essentialImports'], entry.at)
  context.faults.push(warning('runs-down', span, { says, suggestion }))
}

function usualIncome({ quantities, buyers }: Market): number {
  const price = middle(quantities['price'])
  const sold = buyers.reduce((sum, buyer) => sum + paidBy(buyer, price), 0)
  return sold * (1 - middle(quantities['friction'])) + middle(quantities['otherIncome'])
}

/** No buyer is paid for taking oil away. */
function paidBy({ quantities }: Buyer, price: number): number {
  return middle(quantities['contracted']) * Math.max(0, price - middle(quantities['discount']))
}

function middle(quantity: Quantity | undefined): number {
  return quantity ? medianOf(quantity.law) : 0
}
