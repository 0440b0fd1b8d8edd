/**
 * What the model gives for a class of events over several scenarios: every instance counts alike, or, where something
 * is given, every playout in which it came true; the interval takes instances of one scenario to err together.
 */
import type { Summary } from '../engine/summary.ts'
import type { BaseRate, Claim, Scenario } from '../scenario/scenario.ts'
import { conditionalOf } from './given.ts'
import { intervalOf, playoutsOf } from './interval.ts'
import { type Instance, type Reference, REFERENCES } from './reference.ts'

/** One instance as it came out. */
export interface Found {
  readonly scenario: string
  readonly label: string
  readonly p: number
  /** Half a 95 % interval. */
  readonly half: number
  /** 1, or the playouts in which the condition came true. */
  readonly weight: number
}

export interface ReferenceRate {
  readonly reference: Reference
  /** As counted in history. */
  readonly rate: BaseRate
  readonly found: readonly Found[]
  /** Absent where nothing in the scenarios belongs to the class, or the condition never came true. */
  readonly model?: {
    readonly p: number
    readonly half: number
    readonly least: number
    readonly most: number
  }
  /** Where the model's interval lies against the counted one; overlapping ones are `within`. */
  readonly lies?: 'within' | 'above' | 'below'
}

const place = (reference: number, instance: number): string => `reference-${reference}-${instance}`

/** The scenario with the instances as its claims, in the place of its own. */
export function asking(scenario: Scenario, powers: ReadonlySet<string>): Scenario {
  const claims = REFERENCES.flatMap((reference, at) =>
    reference.instances(scenario, powers).map((instance, nth) => claimOf(place(at, nth), instance)),
  )
  return { ...scenario, claims, untested: new Map() }
}

function claimOf(id: string, { that, given }: Instance): Claim {
  const kind = given ? 'conditional' : 'probability'
  const span = { file: '', start: 0, end: 0 }
  return { id, kind, that, ...(given ? { given } : {}), indicators: [], span }
}

export interface Answered {
  /** Its path, or whatever it is known by. */
  readonly name: string
  readonly scenario: Scenario
  readonly summary: Summary
}

/** One for each class, in the order in which they are kept. */
export function referenceRates(
  answered: readonly Answered[],
  powers: ReadonlySet<string>,
  rates: ReadonlyMap<string, BaseRate>,
): readonly ReferenceRate[] {
  return REFERENCES.map((reference, at) => {
    const rate = rates.get(reference.baseRate)
    if (!rate) throw new Error(`missing base rate: ${reference.baseRate}`)
    const found = answered.flatMap((one) =>
      reference
        .instances(one.scenario, powers)
        .map((instance, nth) => foundOf(one, instance, place(at, nth))),
    )
    return { reference, rate, found, ...pooled(found, rate) }
  })
}

function foundOf({ name, summary }: Answered, { label, given, share = 1 }: Instance, id: string): Found {
  const { design } = summary
  if (given) {
    const vector = summary.vectors.get(id)
    if (!vector) throw new Error(`not counted: ${id}`)
    const { p, interval, n } = conditionalOf(vector, design)
    // Where only a part belongs, that it came true when it did is no news and has no error.
    const half = n > 0 && share === 1 ? interval.half : 0
    return { scenario: name, label, p: n > 0 ? p * share : 0, half, weight: n }
  }
  const tally = summary.claims.get(id)
  if (!tally) throw new Error(`not counted: ${id}`)
  const { half } = intervalOf(tally, design)
  return { scenario: name, label, p: tally.count / playoutsOf(design), half, weight: 1 }
}

function pooled(
  found: readonly Found[],
  { value, low = value, high = value }: BaseRate,
): Pick<ReferenceRate, 'model' | 'lies'> {
  const seen = found.filter(({ weight }) => weight > 0)
  const total = seen.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return {}
  const p = seen.reduce((sum, one) => sum + one.weight * one.p, 0) / total
  const halves = new Map<string, number>()
  for (const { scenario, half, weight } of seen)
    halves.set(scenario, (halves.get(scenario) ?? 0) + (weight * half) / total)
  const half = Math.sqrt([...halves.values()].reduce((sum, one) => sum + one * one, 0))
  const model = {
    p,
    half,
    least: Math.min(...seen.map((one) => one.p)),
    most: Math.max(...seen.map((one) => one.p)),
  }
  return { model, lies: p - half > high ? 'above' : p + half < low ? 'below' : 'within' }
}
