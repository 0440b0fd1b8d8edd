/** What ships is what the fit gives: the theory's ranges and correlations of the support decision, number by number. */
import { expect, test } from 'vitest'
import { makeKernel } from '../../src/host/engine.ts'
import { loadHistories } from '../../src/host/histories.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { fit } from '../../src/history/fit/fit.ts'
import { AS_SHIPPED } from '../../src/history/form.ts'
import { PARAMETERS } from '../../src/history/parameter.ts'
import { correlations, marginals } from '../../src/history/fit/posterior.ts'
import { rowsOf } from '../../src/history/rows.ts'

const { value: cases = [] } = loadHistories()
const rows = cases.flatMap((one) => rowsOf(one, (plan) => makeKernel(plan, 'interpreter')))
const posterior = fit(rows, { form: AS_SHIPPED, seed: 1 })
const theory = theoryAlone()
const quantities = [
  ...theory.weights.values(),
  ...[...theory.channels.values()].flatMap((channel) => Object.values(channel.quantities)),
]

test('the theory ships the posterior over the coded crises, to three decimals', () => {
  const shipped = PARAMETERS.map((id) => quantities.find((quantity) => quantity.id === id)?.law)
  const fitted = marginals(posterior).map(({ p05, p50, p95 }) => ({ kind: 'quantiles', p05, p50, p95 }))
  const rounded = (law: object): object =>
    Object.fromEntries(
      Object.entries(law).map(([key, value]) => [key, typeof value === 'number' ? value.toFixed(3) : value]),
    )
  expect(shipped.map((law) => rounded(law!))).toEqual(fitted.map(rounded))
})

test('the theory ships what moves together in it', () => {
  const key = (between: readonly string[]): string => [...between].sort().join(' ')
  const shipped = theory.correlations.filter(({ between }) => between.every((id) => PARAMETERS.includes(id)))
  expect(new Map(shipped.map(({ between, rho }) => [key(between), rho]))).toEqual(
    new Map(correlations(posterior).map(({ between, rho }) => [key(between), rho])),
  )
})
