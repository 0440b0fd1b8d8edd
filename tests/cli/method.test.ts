/** `foedus method`: all mechanisms or one, as text or JSON; a slip of the pen is named with what was meant. */
import { expect, test } from 'vitest'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { runCli } from './run-cli.ts'

test('prints every mechanism with its equations and its limits', () => {
  const { code, out } = runCli(['method'])
  expect(code).toBe(0)
  for (const { name } of MECHANISMS) expect(out).toContain(`\n${name}\n Step `)
  expect(out).toContain('pull[d] = w_stake·stake[d]')
})

test('prints one that is asked for, within the screen', () => {
  const { code, out } = runCli(['method', 'support', '--width', '100'])
  expect(code).toBe(0)
  expect(out.match(/^ Step /gm)).toHaveLength(1)
  expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
})

test('one that is not there is bad usage, and the near one is offered', () => {
  const { code, err } = runCli(['method', 'suport'])
  expect(code).toBe(2)
  expect(err).toContain('there is no mechanism suport; did you mean support?')
})

test('as JSON each block is both text and LaTeX', () => {
  const { code, out } = runCli(['method', 'routes', '--json'])
  expect(code).toBe(0)
  const json = JSON.parse(out) as { kind: string; mechanisms: { name: string; blocks: object[] }[] }
  expect(json.kind).toBe('method')
  expect(json.mechanisms.map(({ name }) => name)).toEqual(['routes'])
  for (const block of json.mechanisms[0]!.blocks)
    expect(block).toMatchObject({
      rounds: expect.any(Number),
      text: expect.any(Array),
      latex: expect.any(Array),
    })
})
