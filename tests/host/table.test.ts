/** Laws of reading a table: all faults at once, each with its place, and cells as they were meant. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { addTable } from '../../src/cli/commands/history-table.ts'
import { TASKS } from '../../src/history/table/tasks.ts'
import { readTable } from '../../src/host/table.ts'
import { madeUp } from '../history/made-up-table.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'foedus-table-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

const TASK = TASKS.find(({ id }) => id === 'wars-target')!
const { text: SOUND, table: TABLE } = madeUp(TASK, { conflicts: 5, outsiders: 12 })

function read(text: string) {
  const path = join(FOLDER, 'table.csv')
  writeFileSync(path, text)
  return readTable({ path, shown: 'table.csv' }, TASK)
}

/** The text with some lines changed; the heading is line 1. */
function changed(changes: Readonly<Record<number, (line: string) => string>>): string {
  return SOUND.split('\n')
    .map((line, at) => changes[at + 1]?.(line) ?? line)
    .join('\n')
}

const lineOf = (text: string, start: number): number => text.slice(0, start).split('\n').length

describe('a table', () => {
  test('is read as it was written, columns in any order', () => {
    const { value, faults } = read(SOUND)
    expect(faults).toEqual([])
    expect(value).toEqual(TABLE)
  })

  test('may quote its cells, hold blank lines and begin with a mark', () => {
    const quoted = changed({ 2: (line) => line.replace(/^([^,]*)/, '"$1"'), 3: (line) => `\n${line}` })
    expect(read(`\uFEFF${quoted}`).value).toEqual(TABLE)
  })

  test('may leave cells blank', () => {
    const { value, faults } = read(changed({ 2: (line) => line.replace(/[^,]*$/, '') }))
    expect(faults).toEqual([])
    const last = [...value!.numbers.values()].at(-1)!
    expect(last[0]).toBeNaN()
  })

  test('has all its faults named at once, with the line of each', () => {
    const text = changed({
      3: (line) => `${line},1`,
      5: (line) => line.replace(/[^,]*$/, 'many'),
      7: (line) => line.replace(/^[^,]*,[^,]*/, 'c0,2'),
      9: (line) => line.replace(/^[^,]*/, ''),
    })
    const { value, faults, texts } = read(text)
    expect(value).toBeUndefined()
    expect(faults.map(({ code, span }) => [code, lineOf(text, span!.start)])).toEqual([
      ['bad-row', 3],
      ['not-a-number', 5],
      ['bad-outcome', 7],
      ['bad-name', 9],
    ])
    const { start, end } = faults[1]!.span!
    expect(texts.get('table.csv')!.slice(start, end)).toBe('many')
  })

  test('that lacks columns is told which, and for which inputs', () => {
    const { faults } = read(
      changed({ 1: (line) => line.replace('k_cinc', 'capability').replace('kT_ipd', 'kT_idp') }),
    )
    expect(faults.map(({ code }) => code)).toEqual(['missing-column', 'missing-column'])
    expect(faults[0]!.says).toContain('kT_ipd, which is needed for alignment')
    expect(faults[1]!.says).toContain('freeCapacity, opponentPower, the outside view')
    expect(faults[0]!.suggestion).toBe('is it kT_idp?')
  })

  test.each([
    ['empty-table', ''],
    ['nothing-to-rank', SOUND.split('\n').slice(0, 1).join('\n')],
    ['too-few-conflicts', SOUND.split('\n').slice(0, 9).join('\n')],
  ])('with nothing to compare is refused: %s', (code, text) => {
    expect(read(text).faults.map((fault) => fault.code)).toContain(code)
  })

  test('that is not there is refused', () => {
    const { faults } = readTable({ path: join(FOLDER, 'none.csv'), shown: 'none.csv' }, TASK)
    expect(faults.map(({ code }) => code)).toEqual(['file-missing'])
  })
})

describe('foedus history table', () => {
  function run(...argv: readonly string[]) {
    const said = { out: '', err: '', code: 0 }
    const group = new Command('history')
    const io = {
      out: (text: string) => {
        said.out += text
      },
      err: (text: string) => {
        said.err += text
      },
      width: 80,
      colour: false,
      now: () => 0,
      cwd: FOLDER,
    }
    addTable(group, io, (code) => {
      said.code = code
    })
    group.parse([...argv], { from: 'user' })
    return said
  }

  test('tells the three rankings on a screen that fits, and the mapping as JSON', () => {
    writeFileSync(join(FOLDER, 'table.csv'), SOUND)
    const { out, code } = run('table', 'table.csv', '--task', 'wars-target', '--width', '60')
    expect(code).toBe(0)
    expect(out.split('\n').every((line) => line.length <= 60)).toBe(true)
    expect(out).toContain('mechanism, signs only')
    const json = JSON.parse(run('table', 'table.csv', '--task', 'wars-target', '--json').out)
    expect(json).toMatchObject({ kind: 'history-table', study: { task: 'wars-target', rows: 60 } })
    expect(json.with.mapping.lines[0]).toHaveProperty('because')
  })

  test('offers the task that was meant', () => {
    const { err, code } = run('table', 'table.csv', '--task', 'wars-targets')
    expect(code).toBe(2)
    expect(err).toContain('did you mean wars-target?')
  })

  test('refuses a table with faults, each shown in its place', () => {
    writeFileSync(join(FOLDER, 'table.csv'), changed({ 5: (line) => line.replace(/[^,]*$/, 'many') }))
    const { err, code } = run('table', 'table.csv', '--task', 'wars-target')
    expect(code).toBe(3)
    expect(err).toContain('table.csv:5:')
    expect(err).toContain('^^^^')
  })
})
