/** Laws of the likelihood: it is the sum it stands for, its gradient is its slope, and nothing else is read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circle } from '../../src/history/fit/circle.ts'
import { ALL_RECORDED, AS_SHIPPED } from '../../src/history/form.ts'
import { NINE, type Quadrature, SEVEN } from '../../src/history/fit/hermite.ts'
import { likelihoodOf } from '../../src/history/fit/likelihood.ts'
import type { Row } from '../../src/history/row.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { bruteLikelihood } from './brute.ts'
import { chance, inputs, recorded, SIZE, toFitted, truth } from './toy-rows.ts'

/** Closed and void cells among them. */
function toy(cases = 3, perCase = 3): Row[] {
  return recorded(inputs(cases, perCase), truth(), { form: AS_SHIPPED, name: 'toy' }).map((row, at) => ({
    ...row,
    recorded: row.recorded.map((level, channel) => (chance(at, channel, 'void') < 0.1 ? undefined : level)),
  }))
}

function near(shift: number): Float64Array {
  return toFitted(truth()).map((value, at) => value + shift * (chance(at, 'near') - 0.5))
}

describe('quadrature', () => {
  test.each<[string, Quadrature]>([
    ['seven', SEVEN],
    ['nine', NINE],
  ])(
    '%s nodes give every moment of the normal up to twice their number less one',
    (_, { nodes, weights }) => {
      let normal = 1
      for (let power = 0; power < 2 * nodes.length; power += 2) {
        const moment = nodes.reduce((sum, node, at) => sum + weights[at]! * node ** power, 0)
        expect(moment / normal).toBeCloseTo(1, 11)
        normal *= power + 1
      }
    },
  )
})

test('a point on the circle is its cosine and sine', () => {
  fc.assert(
    fc.property(fc.double({ min: -2 * Math.PI, max: 2 * Math.PI, noNaN: true }), (angle) => {
      const [cosine, sine] = circle(angle)
      expect(Math.abs(cosine - Math.cos(angle))).toBeLessThan(1e-14)
      expect(Math.abs(sine - Math.sin(angle))).toBeLessThan(1e-14)
    }),
  )
})

describe('likelihood', () => {
  test.each([AS_SHIPPED, ALL_RECORDED])(
    'is the plain sum over leanings, saliences and levels: $id',
    (form) => {
      const rows = toy().map((row) => ({ ...row, owed: row.owed.map((owed) => owed * 0.3) }))
      const [outer, inner] = [NINE, SEVEN].map(({ nodes, weights }) => ({ at: nodes, weights }))
      const draw = truth()
      const brute = bruteLikelihood(rows, draw, { form, outer: outer!, inner: inner! })
      expect(brute).toBeLessThan(-20)
      expect(likelihoodOf(rows, form).at(toFitted(draw), -1)).toBeCloseTo(brute, 9)
    },
  )

  test('its gradient is its slope, in every parameter', () => {
    const { at: valueAt } = likelihoodOf(toy(), AS_SHIPPED)
    const gradient = new Float64Array(SIZE)
    const point = near(1)
    valueAt(point, -1, gradient)
    for (const at of point.keys()) {
      const [above, below] = [1e-5, -1e-5].map((step) => {
        const moved = point.slice()
        moved[at]! += step
        return valueAt(moved, -1)
      })
      expect(gradient[at]!).toBeCloseTo((above! - below!) / 2e-5, 5)
      expect(Math.abs(gradient[at]!)).toBeGreaterThan(1e-6)
    }
  })

  test('without a case it is that of the other cases, and each case has its own share', () => {
    const rows = toy()
    const whole = likelihoodOf(rows, AS_SHIPPED)
    const point = near(0.5)
    for (const [of, place] of whole.data.placeOf) {
      const others = likelihoodOf(
        rows.filter((row) => row.of !== of),
        AS_SHIPPED,
      )
      expect(whole.at(point, place)).toBeCloseTo(others.at(point, -1), 9)
      expect(whole.at(point, place) + whole.ofCase(point, place)).toBeCloseTo(whole.at(point, -1), 9)
    }
  })

  test('names and the order of rows and cases move no bit', () => {
    const rows = toy()
    const renamed = [...rows].reverse().map((row) => ({
      ...row,
      of: `x${row.of}`.split('').reverse().join(''),
      supporter: `other-${row.supporter}`,
    }))
    const [one, other] = [rows, renamed].map((own) => {
      const gradient = new Float64Array(SIZE)
      return [likelihoodOf(own, AS_SHIPPED).at(near(1), -1, gradient), ...gradient]
    })
    expect(other).toEqual(one)
  })

  test('a void cell changes nothing, nor does a closed one, whatever else it holds', () => {
    const rows = toy()
    const given = rows[1]!.recorded.findIndex((level) => (level ?? 0) > 0)
    const empty = rows.map((row, at) =>
      at === 1
        ? {
            ...row,
            recorded: CHANNELS.map((_, channel) => (channel === given ? undefined : row.recorded[channel])),
          }
        : row,
    )
    const other = empty.map((row, at) =>
      at === 1
        ? {
            ...row,
            pull: row.pull.map((own, channel) => (channel === given ? own.map((value) => value + 1) : own)),
          }
        : row,
    )
    const shut = rows.map((row, at) =>
      at === 1 ? { ...row, closed: row.closed.map((closed, channel) => closed || channel === given) } : row,
    )
    const nobody = [...empty, { ...rows[0]!, of: 'another', recorded: CHANNELS.map(() => undefined) }]
    const [base, ...rest] = [empty, other, shut, nobody].map((own) =>
      likelihoodOf(own, AS_SHIPPED).at(near(1), -1),
    )
    for (const value of rest) expect(value).toBe(base)
    expect(likelihoodOf(rows, AS_SHIPPED).at(near(1), -1)).not.toBe(base)
  })

  test('far from anything plausible it is still a finite number with a finite slope', () => {
    const { at: valueAt } = likelihoodOf(toy(2, 2), AS_SHIPPED)
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: SIZE, maxLength: SIZE, min: -20, max: 20, noNaN: true }),
        (far) => {
          const point = far.map((value, at) => (at < 13 ? value / 5 : value))
          const gradient = new Float64Array(SIZE)
          expect(valueAt(point, -1, gradient)).toBeLessThan(0)
          expect([...gradient].every(Number.isFinite)).toBe(true)
        },
      ),
    )
  })
})
