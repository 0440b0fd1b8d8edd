/** The weights of the mechanisms: quantities like any other, all of them from the theory unless overridden. */
import type * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Context } from './context.ts'
import { DAYS_MAX } from './days.ts'
import type { Entry, Noun } from './entry.ts'
import { byId } from './entry.ts'
import { addAll, byText, fault, oneOf } from './fault-list.ts'
import { checkShape } from './shape-fault.ts'
import { FORCE_WEIGHTS } from './force-weight.ts'
import { POLITICS_WEIGHTS } from './politics-weight.ts'
import type { Field } from './quantity.ts'
import { quantityShape, quantityShapes, readQuantity, share } from './quantity.ts'
import type { Quantity } from './scenario.ts'
import * as shape from './shape.ts'

function weight(name: string, about: string): Field {
  return { name, unit: 'log-odds', bounds: [0, Number.POSITIVE_INFINITY], about }
}

function rate(name: string, about: string): Field {
  return { name, unit: 'number/day', bounds: [0, Number.POSITIVE_INFINITY], about }
}

/** A stretch of time that something is divided by. */
function days(name: string, about: string): Field {
  return { name, unit: 'day', bounds: [1, DAYS_MAX], about }
}

/** A hazard is solved from −log(1 − share), and one share is divided by another. */
const NEARLY_NONE = 0.001
const NEARLY_ALL = 0.999

const SUPPORT: readonly Field[] = [
  weight('obligation', 'A promise that binds.'),
  weight('alignment', 'Wanting the same world.'),
  weight('stake', 'Having much to lose.'),
  weight('rivalry', 'Being the rival of the other side.'),
  weight('freeCapacity', 'Having force to spare.'),
  weight('access', 'Being able to reach the recipient.'),
  weight('nuclear', 'Nuclear danger, as restraint.'),
  weight('opponentPower', "The other side's power, as restraint."),
  weight('thirdPartyCost', 'Cost with third parties, as restraint.'),
  weight('domesticConstraint', 'Cost at home, as restraint.'),
  weight('precommitment', 'Having bound oneself already.'),
  weight('authorisation', 'A mandate, for those who defend.'),
  weight('leaning', "Standard deviation of a supporter's leaning over all channels."),
  weight('salience', "Standard deviation of the case's salience over all supporters."),
  weight('selection', 'Added to the first step of combat, since crises are coded because they were salient.'),
  share('freeRiding', 'How far help by others stands in for help of one’s own.'),
  {
    name: 'precision',
    unit: 'number',
    bounds: [0, Number.POSITIVE_INFINITY],
    about: 'Lambda: 0 is chance, large is best response.',
  },
  {
    name: 'lossOfStrength',
    unit: 'km',
    bounds: [1, Number.POSITIVE_INFINITY],
    about: 'Distance over which force falls to 1/e.',
  },
]

const PROXIES: readonly Field[] = [
  {
    name: 'entryBase',
    unit: 'log-odds',
    bounds: [-20, 0],
    about: 'Logarithm of the hazard a day that a group enters, with nothing to press it or hold it back.',
  },
  weight('entryThreat', 'A threat to the survival of the ally, in the hazard of entry.'),
  weight('entryRequest', 'A request of the patron, discounted by autonomy.'),
  weight('entryTrigger', 'A wrong of its own that calls for an answer.'),
  weight('entryTerritory', 'Attack on its own ground.'),
  weight('entryDepletion', 'Being worn down, as restraint.'),
  weight('entryFear', 'Fear of what the other side would do, as restraint.'),
  weight('entryHost', 'The country in which it lives, as restraint.'),
  rate('depletionRate', 'Share of a group that full retaliation wears down in a day.'),
  rate('fearRate', 'Fear that full retaliation adds in a day.'),
  days('fearLife', 'Days in which fear falls back to 1/e of its distance from the eve.'),
]

const ESCALATION: readonly Field[] = [
  rate('directContact', 'Lethal clashes a day with the other side, for each thousand people in the theatre.'),
  weight('nuclearRestraint', 'How much a nuclear dyad holds back from fighting each other openly.'),
  {
    ...share('mutualForce', 'P(both sides use force | dispute between nuclear-armed states).'),
    bounds: [NEARLY_NONE, NEARLY_ALL],
    anchor: true,
  },
  {
    ...share('dyadWar', 'P(war | dispute between nuclear-armed states).'),
    bounds: [0, NEARLY_ALL],
    anchor: true,
  },
  days('openDispute', 'Days that a dispute between nuclear-armed states stays open.'),
]

const TERMINATION: readonly Field[] = [
  {
    name: 'mediatorEffect',
    unit: 'number',
    bounds: [0.1, Number.POSITIVE_INFINITY],
    about: 'Factor by which a mediator of full standing raises the hazard of an end.',
  },
  share('needAfter', 'Need for support that is left when the fighting has ended.'),
  share('endCeasefire', 'Share of ends that are a ceasefire, before the situation tilts the shares.'),
  share('endConcession', 'Share of ends that are a concession of the attacked.'),
  share('endWithdrawal', 'Share of ends that are a withdrawal of the attackers.'),
  share('endRegimeChange', 'Share of ends that are the fall of the government attacked.'),
  share('endFrozen', 'Share of ends that are a dying down without an agreement.'),
]

const FLOWS: readonly Field[] = [
  weight('gateThirdParty', 'Cost with third parties, against letting arms go.'),
  weight('gatePaid', 'Payment, for letting arms go.'),
  weight('gateOwnNeed', "The supplier's own need of arms, against letting them go."),
  weight('gateWar', 'Deliveries under fire, against letting arms go.'),
  {
    name: 'intelligenceGain',
    unit: 'number',
    bounds: [0, Number.POSITIVE_INFINITY],
    about: 'What knowing all instead of nothing adds to the effect of strikes.',
  },
  days('adaptation', 'Days in which the other side halves the worth of intelligence.'),
  share('exposureCost', 'What a report of shared intelligence adds to the cost with third parties.'),
  weight('restraint', 'Sparing a nuclear power that does not fight, in what is stopped or struck.'),
]

const WEIGHTS: readonly Field[] = [
  ...SUPPORT,
  ...PROXIES,
  ...ESCALATION,
  ...TERMINATION,
  ...FLOWS,
  ...POLITICS_WEIGHTS,
  ...FORCE_WEIGHTS,
]

export const weightsShape: z.ZodObject = shape.fields(quantityShapes(WEIGHTS))

/** Each entry is read by its own field's shape below; here anything may stand. */
export const WEIGHT_NOUN: Noun<object> = {
  key: 'weights',
  container: 'map',
  called: 'weight',
  fixedKeys: true,
  shape: shape.anything(),
}

export function readWeights(
  context: Context,
  entries: readonly Entry<object>[],
  whole: Span,
): Map<string, Quantity> {
  const names = WEIGHTS.map((field) => field.name)
  const weights = new Map<string, Quantity>()
  const known = byId(entries)
  const meant = new Set<string>()
  for (const entry of [...entries].sort((a, b) => byText(a.id, b.id))) {
    const field = WEIGHTS.find((candidate) => candidate.name === entry.id)
    if (!field) {
      const suggestion = nearest(entry.id, names)
      if (suggestion !== undefined) meant.add(suggestion)
      context.faults.push(
        fault('unknown-key', entry.at, {
          says: `no weight is called "${entry.id}"`,
          expected: oneOf(names),
          suggestion,
        }),
      )
      continue
    }
    const shaped = checkShape(quantityShape(field), entry.node, { span: entry.at, key: entry.id })
    addAll(context.faults, shaped.faults)
    const quantity =
      shaped.bad.length === 0
        ? readQuantity(context, entry.node, { field, id: `weights.${entry.id}` })
        : undefined
    if (!quantity) entry.bad.push('')
    else if (known.get(entry.id) === entry) weights.set(entry.id, quantity)
  }
  const missing = names.filter((name) => !known.has(name) && !meant.has(name)).sort(byText)
  if (missing.length > 0) {
    context.faults.push(
      fault('missing-key', whole, {
        says: `these weights are given nowhere: ${missing.join(', ')}`,
        suggestion: 'the theory gives all of them',
      }),
    )
  }
  return weights
}
