/**
 * Whose metric it is: a supporter and its recipient, a group, a draft, a flow (`subject-flow.ts`), a candidate
 * (`subject-force.ts`), an inject, or the crisis as a whole.
 */
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Metric } from '../mechanisms/metric.ts'
import type { Context } from './context.ts'
import { resolve, resolveActor } from './context.ts'
import { fault, oneOf } from './fault-list.ts'
import type { Asked, LookText } from './look.ts'
import type { Node } from './node.ts'
import { firstToken, keySpan, placeOf } from './node.ts'
import { checkCandidate } from './subject-force.ts'
import { checkBelligerent, checkBuyer, checkFlow } from './subject-flow.ts'

interface Subject {
  readonly rest: LookText
  readonly node: Node
}

export function checkSubject(asked: Asked, metric: Metric, at: Subject): void {
  const { context } = asked
  const { rest, node } = at
  if (rest.take !== undefined && !metric.staged) {
    context.faults.push(
      fault('not-staged', placeOf(node, 'take'), {
        says: `${metric.name} is not decided, delivered and observed apart`,
        suggestion: 'leave take out',
      }),
    )
  }
  if (metric.of === 'crisis')
    refuseKey(context, node, { key: 'of', says: `${metric.name} is of the crisis as a whole` })
  else if (rest.of === undefined)
    requireKey(context, node, { key: 'of', says: `${metric.name} is measured of ${WHOSE[metric.of]}` })
  if (!metric.dyadic) refuseKey(context, node, { key: 'for', says: `${metric.name} has no recipient` })
  if (rest.of === undefined) return
  const span = placeOf(node, 'of')
  switch (metric.of) {
    case 'crisis':
      return
    case 'draft':
      resolve(context, rest.of, {
        span,
        name: { code: 'unknown-draft', called: 'draft', known: asked.drafts },
      })
      return
    case 'group':
      checkGroup(asked, rest.of, span)
      return
    case 'supporter':
      checkDyad(asked, metric, at)
      return
    case 'arms':
    case 'shipment':
    case 'market':
      checkFlow(context, asked.flows, { kind: metric.of, id: rest.of, span, sure: isSure(asked) })
      return
    case 'buyer':
      checkTrade(asked, metric, at)
      return
    case 'candidate':
      checkJoining(asked, metric, at)
      return
    case 'inject':
      resolve(context, rest.of, {
        span,
        name: { code: 'unknown-inject', called: 'inject', known: asked.injects },
      })
      return
    case 'belligerent':
      checkBelligerent(context, asked.crisis, { id: rest.of, span })
  }
}

const WHOSE: Readonly<Record<Exclude<Metric['of'], 'crisis'>, string>> = {
  supporter: 'a supporter',
  draft: 'a draft',
  group: 'a group',
  arms: 'a kind of arms',
  shipment: 'a shipment',
  market: 'a seller',
  buyer: 'a buyer',
  belligerent: 'a belligerent',
  candidate: 'a candidate of a coalition',
  inject: 'an inject',
}

/** While the crisis, or an end of a tie, is at fault nobody knows what is followed. */
function isSure({ facts }: Asked): boolean {
  return facts.filled && !facts.loose
}

/** A buyer is one of a seller's: the seller stands under `for`. */
function checkTrade(asked: Asked, metric: Metric, { rest, node }: Subject): void {
  const { context, flows } = asked
  if (rest.for === undefined) {
    if (keySpan(node, 'for') !== undefined) return
    requireKey(context, node, { key: 'for', says: `${metric.name} is measured for a seller` })
    return
  }
  const seller = { kind: 'market', id: rest.for, span: placeOf(node, 'for'), sure: isSure(asked) } as const
  if (!checkFlow(context, flows, seller) || rest.of === undefined) return
  checkBuyer(context, flows, { id: rest.of, span: placeOf(node, 'of'), seller: rest.for })
}

/** A candidate is one of a leader's: the leader stands under `for`. */
function checkJoining({ context, facts }: Asked, metric: Metric, { rest, node }: Subject): void {
  if (rest.for === undefined) {
    if (keySpan(node, 'for') !== undefined) return
    requireKey(context, node, {
      key: 'for',
      says: `${metric.name} is measured for the leader of a coalition`,
    })
    return
  }
  const leader = { id: rest.for, span: placeOf(node, 'for') }
  const candidate = rest.of === undefined ? undefined : { id: rest.of, span: placeOf(node, 'of') }
  checkCandidate(context, facts.forces, { leader, candidate })
}

function refuseKey(context: Context, node: Node, { key, says }: { key: string; says: string }): void {
  const span = keySpan(node, key)
  if (span) context.faults.push(fault('unknown-key', span, { says, suggestion: `leave ${key} out` }))
}

function requireKey(context: Context, node: Node, { key, says }: { key: string; says: string }): void {
  // Another key that is nearly this one has its fault already.
  const meant = node.kind === 'map' && [...node.entries.keys()].some((other) => nearest(other, [key]) === key)
  if (meant || (node.kind === 'map' && node.partial)) return
  context.faults.push(fault('missing-key', firstToken(node), `${says}; the key "${key}" is missing here`))
}

function checkGroup({ context, facts }: Asked, id: string, span: Span): void {
  const { proxies, proxyEntries } = facts
  if (proxies.has(id) || (proxyEntries.has(id) && !facts.filled)) return
  const entry = proxyEntries.get(id)
  if (entry && entry.bad.length > 0) return
  const actor = context.actors.has(id)
  const kind = facts.actors.get(id)?.kind
  if (kind !== undefined && kind !== 'nonstate') {
    context.faults.push(
      fault('unknown-group', span, {
        says: `this is measured of a group that is no state; "${id}" is a ${kind}`,
        expected: oneOf(proxies.keys()),
        suggestion:
          'of a state or a bloc ask what it gives, as support.combat, or whether it joins a coalition',
      }),
    )
    return
  }
  const says = entry
    ? `"${id}" is left out, for it has no belligerent to fight for`
    : actor
      ? `"${id}" has no entry under proxies, so nothing is known of how it would enter`
      : `no group is called "${id}"`
  const suggestion = entry
    ? 'say for whom it would fight as for:'
    : actor
      ? `add ${id} under proxies`
      : nearest(id, proxies.keys())
  const expected = actor ? undefined : oneOf(proxies.keys())
  context.faults.push(fault('unknown-group', span, { says, expected, suggestion }))
}

function checkDyad(asked: Asked, metric: Metric, { rest, node }: Subject): void {
  const { context } = asked
  const known = rest.of !== undefined && resolveActor(context, rest.of, placeOf(node, 'of'))
  if (!metric.dyadic) return
  if (rest.for === undefined) {
    if (keySpan(node, 'for') === undefined) {
      requireKey(context, node, { key: 'for', says: `${metric.name} is measured for a recipient` })
    }
    return
  }
  const both = resolveActor(context, rest.for, placeOf(node, 'for')) && known
  const dyad = asked.dyads?.some(
    ({ supporter, recipient }) => supporter === rest.of && recipient === rest.for,
  )
  if (both && dyad === false && !asked.facts.loose) {
    const says = `"${rest.of ?? ''}" is no potential supporter of "${rest.for}"`
    const suggestion =
      'a tie with a stake, from a third party that is no group to one of the two sides, makes a supporter'
    context.faults.push(fault('not-a-dyad', placeOf(node, 'of'), { says, suggestion }))
  }
  if (both && dyad === true && metric.name === STOPPED) checkOwn(asked, { rest, node })
}

/** The one metric of a pair that is about its own shipments. */
const STOPPED = 'routes.stopped'

function checkOwn({ context, facts }: Asked, { rest, node }: Subject): void {
  const { entries, read } = facts.flows.shipments
  const open = [...entries.values()].some((entry) => entry.bad.length > 0)
  if (open || [...read.values()].some((one) => one.by === rest.of && one.for === rest.for)) return
  const says = `${rest.of} ships nothing of its own to ${rest.for}, so nothing of it can be stopped`
  const suggestion = `a shipment with by: ${rest.of} and for: ${rest.for} is its own`
  context.faults.push(fault('no-own-shipment', placeOf(node, 'of'), { says, suggestion }))
}
