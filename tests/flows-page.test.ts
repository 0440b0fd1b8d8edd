/** The page on flows: each piece shown is cut out of the scenario that the page shows whole, and that lints. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FLOW_METRICS } from '../src/mechanisms/flow-metrics.ts'
import { pageOf } from './house/markdown.ts'

const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'flows.md'), 'utf8')
const blocks = pageOf(text)
  .blocks.filter(({ language }) => language === 'yaml')
  .map((block) => block.text)
const whole = blocks.at(-1) ?? ''

describe('docs/flows.md', () => {
  test('ends with a whole scenario', () => {
    expect(whole.startsWith('foedus: 1\n')).toBe(true)
    expect(blocks.length).toBeGreaterThan(1)
  })

  test.each(blocks.slice(0, -1))('shows a piece of it: %s', (piece) => {
    const lines = new Set(whole.split('\n'))
    expect(piece.split('\n').filter((line) => !lines.has(line))).toEqual([])
  })

  test('names every metric of flows', () => {
    expect(FLOW_METRICS.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})
