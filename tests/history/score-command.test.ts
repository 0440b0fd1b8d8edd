/** Laws of `foedus history score`: what it refuses, with which code and which way out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { addScore } from '../../src/cli/commands/history-score.ts'
import { SECOND_SHEET } from '../../src/history/score/second-coder.ts'
import type { Scorecard } from '../../src/history/score/scorecard.ts'
import { scoredModels } from '../../src/host/scored-models.ts'

function call(...argv: readonly string[]): {
  readonly code: number
  readonly out: string
  readonly err: string
} {
  let [code, out, err] = [-1, '', '']
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    width: 80,
    colour: false,
    now: () => 0,
    cwd: '.',
  }
  const group = new Command('history').exitOverride()
  addScore(group, io, (given) => {
    code = given
  })
  group.parse(['score', ...argv], { from: 'user' })
  return { code, out, err }
}

describe('foedus history score', () => {
  test('crises of the user are not fitted: without --no-fit it says so', () => {
    const { code, err } = call('--cases', 'mine.json')
    expect(code).toBe(2)
    expect(err).toContain('add --no-fit')
  })

  test('the weights that ship are not held against the crises that they were fitted on', () => {
    const { code, err } = call('--no-fit')
    expect(code).toBe(2)
    expect(err).toContain('--cases <path>')
  })

  test('both codings are not fitted without a fit', () => {
    expect(call('--cases', 'mine.json', '--no-fit', '--codings').code).toBe(2)
  })

  test('a sheet codes the crises that ship, and is compared with nothing else', () => {
    for (const more of [['--cases', 'mine.json', '--no-fit'], ['--codings']]) {
      const { code, err } = call('--sheet', 'mine.csv', ...more)
      expect(code).toBe(2)
      expect(err).toContain('--sheet')
    }
  })

  test('a sheet that is not there is a bad file', () => {
    const { code, err, out } = call('--sheet', 'nowhere.csv')
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain('nowhere.csv')
    expect(err).toContain('nothing was scored')
  })

  test('a sheet without a row of some crisis is told line by line, and nothing is scored', () => {
    const shipped = readFileSync(join(import.meta.dirname, '../..', SECOND_SHEET), 'utf8').split('\n')
    const at = shipped.findIndex((line) => line.startsWith('suez-1956,usa,'))
    const folder = mkdtempSync(join(tmpdir(), 'foedus-sheet-'))
    const path = join(folder, 'mine.csv')
    writeFileSync(path, shipped.toSpliced(at, 1).join('\n'))
    const { code, err, out } = call('--sheet', path)
    rmSync(folder, { recursive: true, force: true })
    const last = shipped.findLastIndex((line) => line.startsWith('suez-1956,'))
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain(`mine.csv:${last}:1`)
    expect(err).toContain('usa and egypt in suez-1956')
  })

  test('a file of cases that is not there is a bad file', () => {
    const { code, err, out } = call('--cases', 'nowhere.json', '--no-fit')
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain('nowhere.json')
    expect(err).toContain('nothing was scored')
  })
})

describe('crises of the user', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-score-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const level = { political: 2, intelligence: 0, economic: 1, materiel: 3, enablement: 0, display: 1 }
  const written = (combat: number | null): string => {
    const share = ['alignment', 'stake', 'freeCapacity', 'access', 'thirdPartyCost', 'domesticConstraint']
    const more = ['precommitment', 'rivalry', 'nuclear', 'attackerPower']
    const supporter = {
      actor: 'Cascadia',
      recipient: 'target',
      obligationType: 'defence',
      inputs: Object.fromEntries([...share, ...more].map((name) => [name, 0.5])),
      support: { ...level, combat },
      confidence: 'high',
    }
    const head = { id: 'bridge', name: 'A bridge', start: '2020-01-01' }
    const sides = { attackers: ['Borduria'], targets: ['Avalon'] }
    const path = join(folder, `${String(combat)}.json`)
    writeFileSync(path, JSON.stringify({ cases: [{ ...head, ...sides, supporters: [supporter] }] }))
    return path
  }

  test('are scored by the weights that ship; a bar that is missed is no fault, and a void cell is said', () => {
    const { code, out, err } = call('--cases', written(null), '--no-fit', '--quick', '--json')
    expect([code, err]).toEqual([0, ''])
    const card = JSON.parse(out) as Pick<Scorecard, 'cells' | 'cases' | 'bars' | 'voids' | 'scores'> & {
      folds: unknown[]
    }
    expect([card.cells, card.cases, card.folds, card.bars.length]).toEqual([6, ['bridge'], [], 0])
    expect(out).not.toMatch(/"resamples": [1-9]/)
    expect(JSON.stringify(card.scores)).not.toContain('low')
    expect(card.voids.cells).toBe(1)
  })

  test('one crisis is one, has no bars and no intervals, and says why', () => {
    const { out } = call('--cases', written(2), '--no-fit', '--quick')
    const text = out.replaceAll(/\s+/g, ' ')
    expect(text).toContain('1 crisis of ')
    expect(text).toContain('1 supporter ')
    expect(text).toContain('No bars: they were declared for the crises that ship')
    expect(text).toContain('No intervals: they draw crises anew, and 1 crisis is too few')
    expect(text).not.toMatch(/\d \(.?\d\.\d+ to|interval |In brackets|passed:|MISSED|NaN|undefined/)
  })

  test('a level that there is not is told in its place', () => {
    const { code, out, err } = call('--cases', written(4), '--no-fit')
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain('4.json:1:')
  })
})

describe('the list of models that were scored', () => {
  test('is read from what ships', () => {
    for (const { id, date, rps } of scoredModels()) {
      expect(id).not.toBe('')
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(rps).toBeGreaterThan(0)
    }
  })

  test('an entry without its score is no entry', () => {
    const entry = 'scored:\n  - { id: as-shipped, date: 2026-11-24, rps: 0.12, why: first }\n'
    expect(scoredModels(entry)).toEqual([{ id: 'as-shipped', date: '2026-11-24', rps: 0.12, why: 'first' }])
    expect(() => scoredModels(entry.replace('rps: 0.12, ', ''))).toThrow('entry 1')
    expect(() => scoredModels(entry.replace('first', '1'))).toThrow('entry 1')
    expect(() => scoredModels('models: []')).toThrow('no list')
  })
})
