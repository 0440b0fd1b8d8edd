/** Receipts as they are written: the same run writes the same bytes, whole or not at all. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { QUICK, read, withReceipt } from './make-receipt.ts'
import { ROOT, runCli } from './run-cli.ts'

describe('run -o', () => {
  test('writes a receipt that verifies, and says how to check it', () => {
    const { place } = withReceipt()
    const { code, out, err } = runCli(['verify', 'receipt.json'], { cwd: place })
    expect(err).toBe('')
    expect(out).toContain('● nothing differs')
    expect(out).toContain('● same bits: every tally of 1,024 playouts')
    expect(code).toBe(0)
    const again = runCli(['run', 'strait', ...QUICK, '-o', 'receipt.json'], { cwd: place })
    expect(again.out).toContain('foedus verify receipt.json')
  })

  test('the same run writes the same bytes, in another folder and from another folder', () => {
    const [one, other] = [withReceipt(), withReceipt()]
    expect(readFileSync(one.receipt, 'utf8')).toBe(readFileSync(other.receipt, 'utf8'))
    const nested = join(one.place, 'nested')
    mkdirSync(nested)
    runCli(['run', '../strait', ...QUICK, '-o', '../again.json'], { cwd: nested })
    expect(readFileSync(join(one.place, 'again.json'), 'utf8')).toBe(readFileSync(one.receipt, 'utf8'))
  })

  test('holds no absolute path, no time and no host', () => {
    const { receipt, place } = withReceipt()
    const text = readFileSync(receipt, 'utf8')
    for (const word of [ROOT, place, tmpdir()]) expect(text).not.toContain(word)
    expect(read(receipt).path).toBe('strait')
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}T/)
  })

  test('another seed and another engine stand in it; only the seed changes the tallies', () => {
    const plain = read(withReceipt().receipt)
    const slow = read(withReceipt('--engine', 'interpreter').receipt)
    const other = read(withReceipt('--seed', '2').receipt)
    expect([slow.engine.name, other.seed]).toEqual(['interpreter', 2])
    expect(slow.summaryHash).toBe(plain.summaryHash)
    expect(other.summaryHash).not.toBe(plain.summaryHash)
  })

  test('is written over another receipt, even a damaged one, and over nothing else unless forced', () => {
    const { place, receipt } = withReceipt()
    const run = (...more: string[]): ReturnType<typeof runCli> =>
      runCli(['run', 'strait', ...QUICK, '-o', 'receipt.json', ...more], { cwd: place })
    writeFileSync(receipt, '{"kind":"receipt"}')
    expect(run().code).toBe(0)
    writeFileSync(receipt, 'precious')
    const refused = run()
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toBe(
      'receipt.json is there and is no receipt (write over it with --force); nothing was run\n',
    )
    expect(readFileSync(receipt, 'utf8')).toBe('precious')
    expect(run('--force').code).toBe(0)
    expect(read(receipt).kind).toBe('receipt')
  })

  test('leaves no half file and no other file behind, whether it can be written or not', () => {
    const { place } = withReceipt()
    expect(readdirSync(place).sort()).toEqual(['receipt.json', 'strait'])
    const name = `${'long'.repeat(60)}.json`
    const { code, err } = runCli(['run', 'strait', ...QUICK, '-o', name], { cwd: place })
    expect(code).toBe(4)
    expect(err).toContain(`foedus failed: ${name} could not be written (ENAMETOOLONG)`)
    expect(err).not.toMatch(/\n\s+at /)
    expect(readdirSync(place).sort()).toEqual(['receipt.json', 'strait'])
  })

  test('goes where a link leads and leaves the link', () => {
    const { place } = withReceipt()
    symlinkSync('receipt.json', join(place, 'latest.json'))
    expect(runCli(['run', 'strait', ...QUICK, '--seed', '3', '-o', 'latest.json'], { cwd: place }).code).toBe(
      0,
    )
    expect(read(join(place, 'receipt.json')).seed).toBe(3)
  })

  describe('a place that no receipt may have is refused before anything is played, forced or not', () => {
    const { place } = withReceipt()
    const prose = 'No claim is made here.\n'
    writeFileSync(join(place, 'strait/notes.md'), prose)
    writeFileSync(join(place, 'alone.yaml'), readFileSync(join(place, 'strait/strait.yaml')))
    symlinkSync('strait/strait.yaml', join(place, 'link.json'))
    symlinkSync('strait', join(place, 'linked'))
    const before = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()

    test.each([
      ['strait', 'strait/strait.yaml', 'is a file of the scenario itself'],
      ['strait', 'linked/strait.yaml', 'is a file of the scenario itself'],
      ['strait', 'link.json', 'is a file of the scenario itself'],
      ['alone.yaml', 'alone.yaml', 'is a file of the scenario itself'],
      ['strait', 'strait/receipt.yaml', 'would be read as part of the scenario'],
      ['strait', 'strait/receipt.YML', 'would be read as part of the scenario'],
      ['strait', 'linked/assessment.md', 'would be read as part of the scenario'],
      ['strait', 'strait/notes.md', 'would be read as part of the scenario'],
      ['strait/strait.yaml', 'strait/receipt.yml', 'would be read as part of the scenario'],
      ['strait', 'no/such/folder.json', 'there is no folder no/such'],
      ['strait', 'receipt.json/more.json', 'receipt.json/more.json'],
      ['strait', 'strait', 'is a folder'],
      ['strait', 'none/', 'names a folder and no file'],
    ])('run %s -o %s', (scenario, output, words) => {
      for (const force of [[], ['--force']]) {
        const argv = ['run', scenario, ...QUICK, '-o', output, ...force]
        const { code, out, err } = runCli(argv, { cwd: place })
        expect([code, out]).toEqual([2, ''])
        expect(err).toContain(words)
        expect(err).toMatch(/; nothing was run\n$/)
      }
      expect(readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before)
      expect(readFileSync(join(place, 'strait/notes.md'), 'utf8')).toBe(prose)
    })

    test('a receipt beside the scenario, under another ending, is no part of it', () => {
      const argv = ['run', 'strait', ...QUICK, '-o', 'strait/receipt.json']
      expect(runCli(argv, { cwd: place }).code).toBe(0)
      expect(runCli(['verify', 'strait/receipt.json'], { cwd: place }).code).toBe(0)
      rmSync(join(place, 'strait/receipt.json'))
    })
  })
})
