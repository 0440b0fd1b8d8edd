/** What is told of a mechanism is all that it reads, with a source for every number. */
import { describe, expect, test } from 'vitest'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { methodFacts } from '../../src/report/method-facts.ts'
import { methodPage } from '../../src/report/method-page.ts'
import { methodScreen } from '../../src/report/method-screen.ts'

const facts = methodFacts(theoryAlone())

test('every mechanism is told once, in the order of the day', () => {
  expect(facts.map(({ mechanism }) => mechanism.name)).toEqual(MECHANISMS.map(({ name }) => name))
  const places = facts.map(({ place }) => place)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

describe.each(facts.map((one) => [one.mechanism.name, one] as const))('%s', (_, told) => {
  const { mechanism, weights, channels, constants, given, rules, draws } = told

  test('says in one or two sentences what it cannot do', () => {
    expect(mechanism.limits).toMatch(/^[A-Z].{40,400}\.$/s)
  })

  test('tells everything that it reads, and nothing else', () => {
    const latency = ['latencyMedian', 'latencySpread', 'arrived', 'secret']
    const told = [
      ...weights.map(({ name }) => name),
      ...channels.map(({ name }) => name.replace(/ at level \d$/, '')),
      ...given.flatMap(({ reads }) => reads.map(({ name }) => name)),
      ...rules.map(({ name }) => `form.${name}`),
    ].filter((name) => name !== 'latency')
    const read = Object.keys(mechanism.reads).filter((name) => !latency.includes(name))
    expect([...new Set(told)].sort()).toEqual(read.sort())
    expect(constants).toHaveLength(Object.keys(mechanism.constants ?? {}).length)
    expect(draws).toHaveLength(Object.keys(mechanism.draws ?? {}).length)
  })

  test('no number is without a source, a range in order and, for a weight, a reason', () => {
    for (const one of [...weights, ...channels]) {
      expect(one.source, one.id).not.toBe('none stated')
      if (one.range) {
        expect(one.range[0]).toBeLessThanOrEqual(one.median)
        expect(one.median).toBeLessThanOrEqual(one.range[1])
      }
    }
    for (const { id, why } of weights) expect(why, id).toBeTruthy()
    for (const { name, source } of constants) expect(source, name).toBeTruthy()
  })

  test('the forms of a rival rule share all credence', () => {
    for (const { forms } of rules)
      expect(forms.reduce((sum, { credence }) => sum + credence, 0)).toBeCloseTo(1, 12)
  })
})

test('the screen keeps to its width, and shows one mechanism alone where one is asked for', () => {
  const [one] = facts
  const screen = methodScreen([one!], { width: 72, colour: PLAIN })
  expect(screen.split('\n').filter((line) => line.length > 72)).toEqual([])
  expect(screen).toContain('The order of the day')
  expect(screen.match(/Limits:/g)).toHaveLength(1)
})

test('on the page every table has as many cells in every row', () => {
  const rows = methodPage(facts)
    .split('\n')
    .map((line) => (line.startsWith('|') ? line.replaceAll('\\|', '').split('|').length : 0))
  for (const [at, cells] of rows.entries()) {
    const above = rows[at - 1] ?? 0
    if (cells > 0 && above > 0) expect(cells).toBe(above)
  }
})
