/** Two counts in one sentence have one unit. */
import { expect, test } from 'vitest'
import { playoutsTexts } from '../../src/report/number-text.ts'

const DESIGN = { batches: 4, draws: 64, playouts: 8 }

test.each([
  [600, 143, '0.29 of the playouts', '0.07'],
  [3, 143, '3 of 2,048 playouts', '143 of 2,048 playouts'],
  [3, 0, '3 of 2,048 playouts', 'none of 2,048 playouts'],
  [600, 0, '0.29 of the playouts', '<0.012'],
])('%d and %d', (one, other, first, second) => {
  expect(playoutsTexts([one, other], DESIGN)).toEqual([first, second])
})
