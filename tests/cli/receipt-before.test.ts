/** A receipt names the bytes that were read, even where everything on the disk changes while it is played. */
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type * as EngineFiles from '../../src/host/engine-files.ts'
import type * as Libraries from '../../src/host/libraries.ts'
import type * as PackageFiles from '../../src/host/package-files.ts'
import type { TextFile } from '../../src/scenario/text-file.ts'
import { QUICK, withReceipt } from './make-receipt.ts'
import { runCli } from './run-cli.ts'

const disk = vi.hoisted(() => ({ changed: false }))

function onDisk(files: TextFile[]): TextFile[] {
  return disk.changed ? files.map(({ path }) => ({ path, bytes: '# other\n' })) : files
}

vi.mock('../../src/host/package-files.ts', async (original) => {
  const host = await original<typeof PackageFiles>()
  return { ...host, theoryFiles: () => onDisk(host.theoryFiles()) }
})

vi.mock('../../src/host/engine-files.ts', async (original) => {
  const host = await original<typeof EngineFiles>()
  const files = host.engineFiles()
  return { ...host, engineFiles: () => onDisk(files) }
})

vi.mock('../../src/host/libraries.ts', async (original) => {
  const host = await original<typeof Libraries>()
  return { ...host, libraries: () => (disk.changed ? {} : host.libraries()) }
})

test('files that change after they were loaded are named as they were loaded', () => {
  const { place, receipt } = withReceipt()
  // The clock is first asked when playing begins.
  const now = (): number => {
    if (!disk.changed) appendFileSync(join(place, 'strait/strait.yaml'), '# other\n')
    disk.changed = true
    return 0
  }
  const { code } = runCli(['run', 'strait', ...QUICK, '-o', 'meanwhile.json'], { cwd: place, now })
  expect([code, disk.changed]).toEqual([0, true])
  expect(readFileSync(join(place, 'meanwhile.json'), 'utf8')).toBe(readFileSync(receipt, 'utf8'))
})
