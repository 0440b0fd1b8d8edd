/** The weights of rival forms of disputed rules, and those in which munitions of different kinds are added up. */
import type { Field } from './quantity.ts'
import { share } from './quantity.ts'

const UP: readonly [number, number] = [0, Number.POSITIVE_INFINITY]

function number(name: string, about: string): Field {
  return { name, unit: 'number', bounds: UP, about }
}

export const FORCE_WEIGHTS: readonly Field[] = [
  {
    ...number('strongDeterrence', 'How many times nuclear danger counts under the strong form.'),
    bounds: [1, 100],
  },
  {
    ...number('reputation', 'Each level short of a promise, where all see it and nothing excuses it.'),
    unit: 'log-odds',
  },
  share('honoured', 'Share of promises of help that are kept, under fulfilment.'),
  share('neutralityKept', 'Share of promises to stay neutral that are kept, under fulfilment.'),
  { ...number('shadowPrice', 'Price of force that is bound, per unit of its scarcity.'), unit: 'log-odds' },
  // At 100 the last twentieth of a state's force would be dearer than anything that can be added up.
  { ...number('scarcity', 'Exponent of the price of force, in the share that is left.'), bounds: [0, 20] },
  number('effortMissile', 'What a guided missile counts.'),
  number('effortDrone', 'What a one-way drone counts.'),
  number('effortStrike', 'What a munition of an aircraft or a ship counts.'),
  {
    ...number('effortPerThousand', "Strikes a day for every thousand of a supporter's people in combat."),
    unit: 'number/day',
  },
]
