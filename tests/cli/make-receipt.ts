/** Receipts of the small scenario, in folders of their own. */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Receipt } from '../../src/report/receipt.ts'
import { ROOT, runCli } from './run-cli.ts'

export const QUICK: readonly string[] = ['--quick', '--batches', '2']

export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'foedus-'))
}

/** A folder with the small scenario and a receipt of it. */
export function withReceipt(...more: readonly string[]): {
  readonly place: string
  readonly receipt: string
} {
  const place = folder()
  cpSync(join(ROOT, 'scenarios/strait'), join(place, 'strait'), { recursive: true })
  const receipt = join(place, 'receipt.json')
  const { code, err } = runCli(['run', 'strait', ...QUICK, '-o', 'receipt.json', ...more], { cwd: place })
  expect([code, err]).toEqual([0, ''])
  return { place, receipt }
}

export function read(path: string): Receipt {
  return JSON.parse(readFileSync(path, 'utf8')) as Receipt
}
