/** What injects put in the place of uncertain quantities, as it was drawn in one playout. */
import type { Builder } from './builder.ts'

/** A quantity that an inject puts, and where its value stands in memory. */
export interface PutPlace {
  readonly inject: string
  /** Id of the quantity. */
  readonly quantity: string
  readonly element: number
}

/** Value in the playout, in the quantity's own unit, by the id of the quantity. */
export type Drawn = Readonly<Record<string, number>>

export function putPlaces({ inputs }: Builder): readonly PutPlace[] {
  return inputs.flatMap(({ put, slot, values: [value] }) =>
    put === undefined || typeof value !== 'object'
      ? []
      : [{ inject: put, quantity: value.id, element: slot.offset }],
  )
}

export function drawnBy(places: readonly PutPlace[], inject: string, memory: Float64Array): Drawn {
  const own = places.filter((place) => place.inject === inject)
  return Object.fromEntries(own.map(({ quantity, element }) => [quantity, memory[element]!]))
}
