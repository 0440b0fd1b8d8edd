/**
 * Which counted rate stands beside a claim that names none: that of the class of events to which the claim belongs to
 * the letter, with the same event, the same condition and the whole horizon. A claim that asks for more or for less,
 * for no combat at all where combat at 2 was counted, for sixty days where the whole war was, has none.
 */
import type { Claim, Condition, Scenario } from '../scenario/scenario.ts'
import { fightingIn } from './fight-class.ts'
import { type Instance, REFERENCES } from './reference.ts'

/** Some of these thresholds are reached, or none of them is. */
interface Event {
  readonly thresholds: ReadonlySet<string>
  readonly none: boolean
}

/** Id of the rate. */
export function fittingRate(claim: Claim, scenario: Scenario): string | undefined {
  const { kind, that, given, effect, record, do: change } = claim
  if (kind === 'fact' || that === undefined || effect !== undefined || record !== undefined) return undefined
  const [asked, condition] = [eventOf(that), given && eventOf(given)]
  if (asked === undefined || (given !== undefined && condition === undefined)) return undefined
  const found = classesIn(change?.world ?? scenario).find(
    ({ instance }) =>
      instance.share === undefined &&
      (given === undefined) === (instance.given === undefined) &&
      isSame(condition, instance.given && eventOf(instance.given)) &&
      isAlike(asked, eventOf(instance.that)),
  )
  if (found === undefined) return undefined
  return asked.none === eventOf(found.instance.that)?.none ? found.baseRate : found.otherwise
}

/** Id of the rate that some claim names for the same event, whatever class it belongs to. */
export function namedRate({ that }: Instance, { claims }: Pick<Scenario, 'claims'>): string | undefined {
  const event = eventOf(that)
  const same = claims.find(({ kind, that: asked, baseRate }) => {
    const own = kind === 'probability' && asked !== undefined ? eventOf(asked) : undefined
    return baseRate !== undefined && own !== undefined && isSame(own, event)
  })
  return same?.baseRate
}

interface Counted {
  readonly baseRate: string
  readonly otherwise?: string
  readonly instance: Instance
}

/** Left out are groups, three in one war on which their entry was tuned, and what `fightingIn` tells more finely. */
function classesIn(scenario: Scenario): readonly Counted[] {
  if (!scenario.attack) return []
  return [
    ...fightingIn(scenario),
    ...REFERENCES.filter(({ besideNoClaim }) => besideNoClaim !== true).flatMap(
      ({ baseRate, otherwise, instances }) =>
        instances(scenario, new Set()).map((instance) => ({
          baseRate,
          ...(otherwise === undefined ? {} : { otherwise }),
          instance,
        })),
    ),
  ]
}

/** Told in one way, whoever wrote it and however; undefined where it is neither some nor none. */
function eventOf(condition: Condition): Event | undefined {
  switch (condition.kind) {
    case 'metric':
      return thresholdOf(condition)
    case 'not': {
      const event = eventOf(condition.of)
      return event && { ...event, none: !event.none }
    }
    case 'any':
    case 'all': {
      const parts = condition.of.map(eventOf)
      const none = condition.kind === 'all'
      // Of one thing alone, all and any are the same.
      if (parts.length === 1) return parts[0]
      return parts.every((part) => part?.none === none)
        ? { thresholds: new Set(parts.flatMap((part) => [...(part?.thresholds ?? [])])), none }
        : undefined
    }
    case 'fact':
    case 'order':
    case 'share':
      return undefined
  }
}

/** What is counted moves by whole steps, so that above 1 is 2 or more. */
function thresholdOf(condition: Extract<Condition, { kind: 'metric' }>): Event | undefined {
  const { metric, of, for: recipient = '', take, from, to, over, test } = condition
  if (over !== 'max' || test.op === '==' || test.op === '!=') return undefined
  const least = test.op === '>=' || test.op === '<' ? Math.ceil(test.value) : Math.floor(test.value) + 1
  const threshold = [metric, of, recipient, take, from, to, least].join(' ')
  return { thresholds: new Set([threshold]), none: test.op === '<' || test.op === '<=' }
}

function isSame(one: Event | undefined, other: Event | undefined): boolean {
  return one === undefined || other === undefined
    ? one === other
    : one.none === other.none && isAlike(one, other)
}

function isAlike(one: Event, other: Event | undefined): boolean {
  return (
    other !== undefined &&
    one.thresholds.size === other.thresholds.size &&
    [...one.thresholds].every((threshold) => other.thresholds.has(threshold))
  )
}
