/** The likelihood once more, by plain sums over nodes: slow, and with nothing in common with the one that ships. */
import type { Form } from '../../src/history/form.ts'
import { levelsOf } from '../../src/history/fit/frozen.ts'
import { observe } from '../../src/history/observe.ts'
import { LEANING, SALIENCE } from '../../src/history/fit/likelihood.ts'
import type { Row } from '../../src/history/row.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'

export interface Nodes {
  readonly at: readonly number[]
  readonly weights: readonly number[]
}

export function bruteLikelihood(
  rows: readonly Row[],
  draw: Float64Array,
  { form, outer, inner }: { form: Form; outer: Nodes; inner: Nodes },
): number {
  const ids = [...new Set(rows.map(({ of }) => of))]
  return ids.reduce((sum, id) => {
    const own = rows.filter(({ of }) => of === id)
    const chances = outer.at.map((c) =>
      own.reduce(
        (product, row) =>
          product *
          inner.at.reduce(
            (all, a, at) =>
              all +
              inner.weights[at]! *
                rowChance({ row, draw, form, shift: draw[SALIENCE]! * c + draw[LEANING]! * a }),
            0,
          ),
        1,
      ),
    )
    return sum + Math.log(chances.reduce((all, chance, at) => all + outer.weights[at]! * chance, 0))
  }, 0)
}

function rowChance({
  row,
  draw,
  form,
  shift,
}: {
  row: Row
  draw: Float64Array
  form: Form
  shift: number
}): number {
  return CHANNELS.reduce((product, _, channel) => {
    const level = row.recorded[channel]
    if (level === undefined || row.closed[channel]) return product
    return product * observe(levelsOf({ row, channel, draw, shift }), form.observation[channel]!)[level]!
  }, 1)
}
