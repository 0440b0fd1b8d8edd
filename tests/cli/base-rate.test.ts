/** `foedus base-rate` as a user meets it. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runCli } from './run-cli.ts'

const STRAIT = join(ROOT, 'scenarios/strait')

test('without a scenario every rate that ships is told, with its interval, its n and its source', () => {
  const { code, out } = runCli(['base-rate'])
  expect(code).toBe(0)
  expect(out).toContain('major-power-joins 0.036 [0.023-0.054], n 390')
  expect(out).toContain('source: ')
  const { rates } = JSON.parse(runCli(['base-rate', '--json']).out) as { rates: readonly object[] }
  expect(out.match(/source: /g)).toHaveLength(rates.length)
})

test('with a scenario the model stands beside them, the same on both engines', () => {
  const asked = ['base-rate', STRAIT, '--quick', '--batches', '2']
  const { code, out } = runCli(asked)
  expect(code).toBe(0)
  expect(out).toContain('A state that supports a side')
  expect(out).toMatch(/model 0\.\d+ ±0\.\d+, \d+ instances/)
  expect(out).not.toMatch(/NaN|undefined|Infinity/)
  expect(runCli([...asked, '--engine', 'interpreter']).out).toBe(out)
  expect(Math.max(...out.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80)
})

test('a scenario at fault is exit 3, and none is played', () => {
  expect(runCli(['base-rate', join(ROOT, 'scenarios/nowhere')]).code).toBe(3)
})
