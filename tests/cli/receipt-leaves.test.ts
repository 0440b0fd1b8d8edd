/** Nothing stands in a receipt unchecked: whatever single value is changed in it, it no longer verifies. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type * as EngineFiles from '../../src/host/engine-files.ts'
import type { Json } from '../../src/report/json.ts'
import { differencesOf } from '../../src/report/receipt-difference.ts'
import { parseReceipt } from '../../src/report/receipt-shape.ts'
import type { Receipt } from '../../src/report/receipt.ts'
import { hashOf, type Tallies } from '../../src/report/tallies.ts'
import { firstTallyDifference } from '../../src/report/tally-difference.ts'
import { QUICK, read, withReceipt } from './make-receipt.ts'
import { runCli } from './run-cli.ts'

// The sources as they are when the test begins: an edit meanwhile would hide a value that is not checked.
vi.mock('../../src/host/engine-files.ts', async (original) => {
  const host = await original<typeof EngineFiles>()
  const files = host.engineFiles()
  return { ...host, engineFiles: () => files }
})

type Path = readonly string[]

function leavesOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...at, key]))
}

/** Another value of the same kind, so that it is not the shape that betrays it: a hash of zeros for a hash. */
function otherThan(leaf: unknown): Json {
  if (typeof leaf === 'number') return Number.isInteger(leaf) ? leaf + 1 : leaf * 2
  if (typeof leaf !== 'string') return leaf === true ? false : true
  return /^[0-9a-f]{64}$/.test(leaf) ? '0'.repeat(64) : `${leaf}0`
}

/** A copy that shares with the receipt all but what leads to the changed value. */
function changedAt<T>(receipt: T, path: Path, other: (leaf: unknown) => Json = otherThan): T {
  const [key, ...rest] = path
  if (key === undefined) return other(receipt) as T
  const copy = (Array.isArray(receipt) ? [...receipt] : { ...receipt }) as Record<string, unknown>
  copy[key] = changedAt(copy[key], rest, other)
  return copy as T
}

describe('a receipt with one value changed', () => {
  let place = ''
  let receipt: Receipt
  beforeAll(() => {
    const made = withReceipt()
    place = made.place
    receipt = read(made.receipt)
  })

  function verify(changed: Receipt): ReturnType<typeof runCli> {
    writeFileSync(join(place, 'changed.json'), JSON.stringify(changed))
    return runCli(['verify', 'changed.json'], { cwd: place })
  }

  test('does not verify, whichever value it is', { timeout: 60_000 }, () => {
    const leaves = leavesOf(receipt)
    expect(leaves.length).toBeGreaterThan(300)
    expect(verify(receipt).code).toBe(0)
    const passed = leaves.filter((path) => passes(path, changedAt(receipt, path)))
    expect(passed).toEqual([])
    expect(verify(receipt).code).toBe(0)
  })

  /** The many files of the engine, and tallies that are not those of their hash, are told without playing. */
  function passes([part, kind]: Path, changed: Receipt): boolean {
    if (part === 'summary') return parseReceipt(JSON.stringify(changed)).kind === 'receipt'
    if (part === 'engine' && kind === 'files') return differencesOf(changed, receipt).length === 0
    return ![1, 2].includes(verify(changed).code)
  }

  test('does not verify either when the hash of the tallies is put right', { timeout: 60_000 }, () => {
    const { summary } = receipt
    for (const path of leavesOf(summary)) {
      const parting = firstTallyDifference(changedAt<Tallies>(summary, path), summary, summary.design)
      expect(parting, path.join('.')).toBeDefined()
    }
    for (const part of ['batches', 'draws', 'playouts']) {
      const other = changedAt(summary, ['design', part], (leaf) => Number(leaf) + 2)
      expect(verify({ ...receipt, summary: other, summaryHash: hashOf(other) }).code).toBe(1)
    }
  })

  test('names the fingerprint that is not the one of what was read', () => {
    for (const part of ['theory', 'scenario'] as const) {
      const { code, out } = verify(changedAt(receipt, [part, 'fingerprint']))
      expect(code).toBe(1)
      expect(out).toContain(`✗ fingerprint of what the ${part} says: changed`)
      expect(out.replace(/\s+/g, ' ')).toContain('either the receipt was edited or the machine computes')
      expect(out.match(/✗/g)).toHaveLength(1)
    }
  })

  test('is the true receipt of the other engine when that is what was changed', () => {
    const other = changedAt(receipt, ['engine', 'name'], () => 'interpreter')
    expect(verify(other).code).toBe(0)
    runCli(['run', 'strait', ...QUICK, '--engine', 'interpreter', '-o', 'slow.json'], { cwd: place })
    expect(read(join(place, 'slow.json'))).toEqual(other)
  })

  test.each(['./strait', 'strait/', 'strait/.', 'strait/../strait', 'no//strait', '.././strait'])(
    'a path is written in one way only: %s is none that a run writes',
    (path) => {
      const { code, err } = verify({ ...receipt, path })
      expect(code).toBe(2)
      expect(err).toContain('at path: expected a path without idle parts')
    },
  )
})
