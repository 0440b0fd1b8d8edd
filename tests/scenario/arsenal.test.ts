/** What a belligerent fights with, as it is read, and what stands in for what is not said. */
import { describe, expect, test } from 'vitest'
import { topOf } from '../../src/scenario/median.ts'
import { FORCES, forcesOf, warningsOf } from './forces.ts'
import { checkText } from './bridge.ts'

const UNSAID = [
  '  avalon:\n    source: desk\n    threshold: 300 to 900\n',
  '  avalon:\n    source: desk\n',
] as const

test('a scenario with forces has neither fault nor warning', () => {
  expect(checkText(FORCES).faults).toEqual([])
})

describe('an arsenal', () => {
  const { arsenals } = forcesOf()

  test('is found by its belligerent, its weapons sorted, every quantity under its path', () => {
    expect([...arsenals.keys()]).toEqual(['avalon', 'borduria'])
    const { weapons, quantities } = arsenals.get('borduria')!
    expect([...weapons.keys()]).toEqual(['missile', 'strike'])
    expect(weapons.get('missile')!['stock']).toMatchObject({
      id: 'arsenals.borduria.missile.stock',
      unit: 'count',
      law: { kind: 'quantiles', p05: 900, p50: 1200, p95: 2000 },
      source: 'desk',
      role: 'input',
    })
    expect(quantities['threshold']).toMatchObject({ id: 'arsenals.borduria.threshold', source: 'desk' })
  })

  test('loses launchers at a rate that may be written in per cent a day', () => {
    const { law, unit } = arsenals.get('borduria')!.weapons.get('missile')!['launcherLoss']!
    expect([unit, law]).toEqual(['number/day', { kind: 'quantiles', p05: 0.01, p50: 0.03, p95: 0.08 }])
  })

  test('builds nothing, hangs on nobody and rations nothing unless it says so', () => {
    const weapon = arsenals.get('avalon')!.weapons.get('drone')!
    const law = (name: string) => weapon[name]?.law
    expect(law('production')).toEqual({ kind: 'fixed', value: 0 })
    expect(law('launcherLoss')).toEqual({ kind: 'fixed', value: 0 })
    expect(law('outside')).toEqual({ kind: 'fixed', value: 0 })
    expect(topOf(law('ration')!)).toBeGreaterThan(100_000)
    expect(weapon['ration']!.assumed).toBe(true)
  })

  test('stops nothing and has no interceptors unless it says so', () => {
    const { quantities } = arsenals.get('avalon')!
    for (const name of ['interceptors', 'interceptorProduction', 'stopsMissile', 'stopsDrone', 'stopsStrike'])
      expect([name, quantities[name]?.law]).toEqual([name, { kind: 'fixed', value: 0 }])
  })
})

describe('what is vague is told', () => {
  test('of a threshold that nobody states, once, at its arsenal', () => {
    expect(warningsOf(UNSAID)).toEqual([['assumed-input', 'avalon']])
    const { law } = forcesOf(UNSAID).arsenals.get('avalon')!.quantities['threshold']!
    expect(law).toEqual({ kind: 'quantiles', p05: 300, p50: 1500, p95: 6000 })
  })

  test('of cycles that nobody states, at their weapon', () => {
    expect(warningsOf([', cycles: 1 number/day', ''])).toEqual([['assumed-input', 'strike']])
  })
})

describe('an arsenal that cannot be meant so is told', () => {
  test('that nobody on the other side answers it', () => {
    expect(
      warningsOf([
        '  avalon:\n    source: desk\n    threshold: 300 to 900\n    drone: { stock: 400, launchers: 20 count, cycles: 0.5 number/day }\n',
        '',
      ]),
    ).toEqual([['one-sided-arsenal', 'borduria']])
  })

  test('that it would stop missiles with nothing', () => {
    const none = warningsOf([
      '    interceptors: 200 count\n    interceptorProduction: 1 to 3 count/day\n',
      '',
    ])
    expect(none).toEqual([['no-interceptors', 'stopsMissile']])
  })

  test('that its interceptors stop nothing', () => {
    const idle = warningsOf(['    stopsMissile: [40 %, 60 %, 80 %]\n    stopsDrone: 0.5 to 0.9\n', ''])
    expect(idle).toEqual([['idle-interceptors', 'interceptors']])
  })
})
