/** What is said of one kind of arms in numbers, and what stands in where it is not said. */
import type { Field } from './quantity.ts'
import { share } from './quantity.ts'

function many(name: string, about: string): Field {
  return { name, unit: 'count', bounds: [0, Number.POSITIVE_INFINITY], absent: 0, about }
}
function days(name: string, about: string, absent: NonNullable<Field['absent']>): Field {
  return { name, unit: 'day', bounds: [0, Number.POSITIVE_INFINITY], absent, about }
}

const RELEASE: Field = {
  ...share(
    'release',
    'Probability that the supplier lets it go by releaseBy; not stated, nothing holds it back.',
  ),
  anchor: true,
}
/** What only an order gives a meaning. */
const OF_ORDERS: readonly Field[] = [
  days('lead', 'From the contract to the first unit that is ready.', [180, 720, 2_000]),
  {
    name: 'rate',
    unit: 'count/day',
    bounds: [0, Number.POSITIVE_INFINITY],
    absent: [0.01, 0.1, 1],
    about: 'Units that are built in a day once the first is ready.',
  },
  days('integration', 'From arrival until it can be used: crews, spares, training.', [30, 180, 720]),
]
/** What serves, what is ordered, and what becomes of it. */
const OTHERS: readonly Field[] = [
  many('inService', 'Units that serve on the eve.'),
  many('ordered', 'Units on order and not yet delivered.'),
  share('readiness', 'Share of what is fielded that can be used.', 1),
  share('paid', 'Share of the price that is paid.', 1),
  share(
    'underFire',
    'How far its way, its factory or its bases lie under fire while the recipient is attacked.',
    0,
  ),
  days('transit', 'From the factory to the recipient.', 0),
  {
    name: 'loss',
    unit: 'number/day',
    bounds: [0, 1],
    absent: 0,
    about: 'Share of what is fielded that is lost on a day of fighting.',
  },
  share('cover', 'Share of the strikes against its owner that one unit in effect stops.', 0),
]

/** All of them. */
export const ARMS_FIELDS: readonly Field[] = [...OTHERS, ...OF_ORDERS, RELEASE]

/** Where nothing is ordered, how it would be built is no gap in what is known. */
export function fieldsOf(ordered: boolean): readonly Field[] {
  return ordered ? ARMS_FIELDS : [...OTHERS, ...OF_ORDERS.map((field) => ({ ...field, absent: 0 })), RELEASE]
}
