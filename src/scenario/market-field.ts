/** What is said of a market in numbers, and what stands in where it is not said. */
import type { Field } from './quantity.ts'

const UP: readonly [number, number] = [0, Number.POSITIVE_INFINITY]

function money(name: string, about: string, absent?: number): Field {
  return { name, unit: 'USD/day', bounds: UP, about, ...(absent === undefined ? {} : { absent }) }
}
function days(name: string, about: string, absent: NonNullable<Field['absent']>): Field {
  return { name, unit: 'day', bounds: UP, absent, about }
}

/** What a state cannot do without costs something: reserves are counted in days of it. */
const IMPORTS_LEAST = 1

/** Of no size in itself: nothing could stand in for them. */
export const NEEDED: readonly Field[] = [
  { name: 'reserves', unit: 'USD', bounds: UP, about: 'Money at hand on the eve.' },
  {
    ...money(
      'essentialImports',
      'What food, medicine and other imports cost that cannot be done without; above 0.',
    ),
    bounds: [IMPORTS_LEAST, Number.POSITIVE_INFINITY],
  },
]
/** What may be left out. */
export const OTHERS: readonly Field[] = [
  {
    name: 'price',
    unit: 'USD/bbl',
    bounds: UP,
    absent: [45, 70, 110],
    about: 'World price of what it sells.',
  },
  {
    name: 'friction',
    unit: 'fraction',
    bounds: [0, 1],
    absent: 0,
    about: 'Share of the income that is lost on its way: middlemen, fees, frozen accounts.',
  },
  days('paymentLag', 'From a sale to the money.', [10, 30, 90]),
  money('otherIncome', 'What it earns abroad by other things.', 0),
  money('warSpending', 'What the fighting costs abroad, while it lasts.', 0),
  days('essentialStock', 'How long stocks of essentials last without imports.', [10, 60, 180]),
  days('collapseCover', 'Days of cover below which it cannot go on.', [5, 20, 60]),
  { name: 'storage', unit: 'bbl', bounds: UP, absent: 0, about: 'What it can store of what it cannot sell.' },
  { name: 'stored', unit: 'bbl', bounds: UP, absent: 0, about: 'What lies in store on the eve.' },
]
