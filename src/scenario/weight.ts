/** The weights of the support decision: quantities like any other, all of them from the theory unless overridden. */
import type * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Context } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { byId } from './entry.ts'
import { addAll, byText, fault, oneOf } from './fault-list.ts'
import { checkShape } from './shape-fault.ts'
import type { Field } from './quantity.ts'
import { quantityShape, quantityShapes, readQuantity } from './quantity.ts'
import type { Quantity } from './scenario.ts'
import * as shape from './shape.ts'

function weight(name: string, about: string): Field {
  return { name, unit: 'log-odds', bounds: [0, Number.POSITIVE_INFINITY], about }
}

const WEIGHTS: readonly Field[] = [
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
  {
    name: 'freeRiding',
    unit: 'fraction',
    bounds: [0, 1],
    about: 'How far help by others stands in for help of one’s own.',
  },
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
