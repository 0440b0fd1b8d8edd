/** What a claim tests, without the words around it: its parts, whether they go together, and the kind they make. */
import type { Asked } from './condition.ts'
import { isFact, readCondition } from './condition.ts'
import type { Context } from './context.ts'
import type { ClaimText } from './claim.ts'
import { isNoAttack } from './do.ts'
import { readEffect } from './effect.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { fault } from './fault-list.ts'
import { child, keySpan } from './node.ts'
import { readRecord } from './record.ts'
import type { Change, Claim, ClaimKind } from './scenario.ts'
import type { Worlds } from './worlds.ts'

export type Core = Pick<Claim, 'that' | 'given' | 'do' | 'effect' | 'record'>

/** Nothing when some part of it is at fault. */
export function readCore(
  asked: Asked,
  entry: Entry<ClaimText>,
  worlds: Worlds | undefined,
): Core | undefined {
  const { context } = asked
  const node = (key: string) => child(entry.node, key)
  const written = (key: string): boolean => keySpan(entry.node, key) !== undefined || isBad(entry, key)
  const fits = checkTogether(context, entry, written)
  // No attack is no condition to be found in a playout: it is made, like any change.
  const short = isNoAttack(node('given'))
  const states = (key: string): boolean =>
    short && (key === 'given' || key === 'do') ? key === 'do' : written(key)
  const record = readRecord(context, entry.value.record, node('record'))
  const that = readCondition(asked, entry.value.that, node('that'))
  const given = short ? undefined : readCondition(asked, entry.value.given, node('given'))
  const effect = readEffect(context, entry.value.effect, node('effect'))
  const change = readChangeOf(context, entry, worlds)
  const read = { that, given, do: change, effect, record }
  // In a changed world the change is made already: what is left is the plain question.
  const made = worlds === undefined && states('do')
  const asks = (['that', 'given', 'do', 'effect', 'record'] as const).filter(
    (key) => states(key) && !(made && (key === 'do' || key === 'effect')),
  )
  if (!fits || asks.some((key) => read[key] === undefined)) return undefined
  return Object.fromEntries(asks.map((key) => [key, read[key]]))
}

function readChangeOf(
  context: Context,
  entry: Entry<ClaimText>,
  worlds: Worlds | undefined,
): Change | undefined {
  const key = isNoAttack(child(entry.node, 'given')) ? 'given' : 'do'
  const node = child(entry.node, key)
  if (!worlds || !node || (key === 'do' && node.kind !== 'map') || isBad(entry, key)) return undefined
  return worlds.changeAt(node, keySpan(entry.node, key) ?? entry.at, context.faults)
}

/** Keys of which the second has no meaning beside the first, and why. */
const APART: readonly (readonly [string, string, string])[] = [
  ['record', 'that', 'a record is a count over history: nothing of it is played'],
  ['record', 'given', 'a record is a count over history: nothing of it is played'],
  ['record', 'do', 'a record is a count over history: nothing of it is played'],
  ['record', 'effect', 'a record is a count over history: nothing of it is played'],
  ['do', 'given', 'what is made so and what is found so are two questions'],
  ['effect', 'says', 'a word of likelihood says nothing about the size of an effect'],
]

/** One fault a claim: that what it states goes together, and that nothing is lacking. */
function checkTogether(context: Context, entry: Entry<ClaimText>, states: (key: string) => boolean): boolean {
  const clash = APART.find(([one, other]) => states(one) && states(other))
  if (clash) {
    const [one, other, says] = clash
    const short = one === 'do' && isNoAttack(child(entry.node, other))
    context.faults.push(
      fault('claim-clash', keySpan(entry.node, other) ?? entry.at, {
        says: `"${other}" cannot stand beside "${one}": ${short ? 'both make a world' : says}`,
        suggestion: short
          ? 'write without: [attack] under do'
          : 'leave one of the two out, or write two claims',
      }),
    )
    return false
  }
  const partial = entry.node.kind === 'map' && entry.node.partial
  if (states('effect') && !states('do') && !states('given') && !partial) {
    context.faults.push(
      fault('effect-of-nothing', keySpan(entry.node, 'effect') ?? entry.at, {
        says: 'an effect is one of a change or of a condition; here is neither',
        expected: 'do or given',
      }),
    )
    return false
  }
  if (states('that') || states('record') || partial) return true
  const says = 'a claim says what is tested; the key "that" is missing here'
  context.faults.push(fault('missing-key', entry.at, { says, expected: 'that, or record' }))
  return false
}

export function kindOf(
  { that, given, do: change, effect, record }: Core,
  says: string | undefined,
): ClaimKind {
  if (record) return 'record'
  if (change) return effect ? 'counterfactual' : 'conditional'
  if (given) return effect ? 'contrast' : 'conditional'
  // With a likelihood word, even a claim about the inputs is a matter of probability over their ranges.
  return says === undefined && that !== undefined && isFact(that) ? 'fact' : 'probability'
}
