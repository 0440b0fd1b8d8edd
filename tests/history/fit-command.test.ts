/** `foedus history fit` as a user meets it: the screen, the files it writes, and what it refuses. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { addFit } from '../../src/cli/commands/history-fit.ts'
import { DRAWS } from '../../src/history/fit/fit.ts'
import { PARAMETERS } from '../../src/history/parameter.ts'
import { fitScreen } from '../../src/report/fit-screen.ts'
import { fitJson } from '../../src/report/fit-json.ts'
import { truth } from './toy-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'foedus-fit-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

function call(...argv: readonly string[]): Said {
  let [code, out, err] = [-1, '', '']
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    width: 80,
    colour: false,
    now: () => 0,
    cwd: folder,
  }
  const group = new Command('history').exitOverride()
  addFit(group, io, (given) => {
    code = given
  })
  group.parse(['fit', ...argv], { from: 'user' })
  return { code, out, err }
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].length))
}

test('a fit without one crisis tells every parameter, and writes its draws and a patch', () => {
  const { code, out, err } = call(
    '--leave-out',
    'korea-1950',
    '--draws',
    'draws.json',
    '--patch',
    'fitted.yaml',
  )
  expect([code, err]).toEqual([0, ''])
  for (const id of PARAMETERS) expect(out).toContain(`\n${id} `)
  expect(out).toContain('13 coded crises, without korea-1950')
  expect(out).toMatch(/spread [\d.]+, pooling [\d.]+ +-\d+\.\d\d {3}chosen/)
  expect(out).toContain('The prior rests on')
  expect(out).not.toMatch(/NaN|undefined|Infinity/)
  expect(widest(out)).toBeLessThanOrEqual(80)
  const file = JSON.parse(readFileSync(join(folder, 'draws.json'), 'utf8')) as {
    readonly parameters: readonly string[]
    readonly draws: readonly (readonly number[])[]
  }
  expect(file.parameters).toEqual(PARAMETERS)
  expect(file.draws).toHaveLength(DRAWS)
  expect(file.draws.every((draw) => draw.length === PARAMETERS.length && draw.every(Number.isFinite))).toBe(
    true,
  )
  const patch = readFileSync(join(folder, 'fitted.yaml'), 'utf8')
  expect(patch).toContain('13 coded crises without korea-1950, seed 1')
})

describe('it refuses, before anything is fitted', () => {
  test.each<[string, readonly string[], string]>([
    ['a crisis that is not there', ['--leave-out', 'corea-1950'], 'did you mean korea-1950?'],
    ['one file for two things', ['--draws', 'both.json', '--patch', 'both.json'], 'cannot be both'],
    ['a folder that is not there', ['--patch', 'nowhere/fitted.yaml'], 'there is no folder'],
  ])('%s', (_, argv, says) => {
    const { code, out, err } = call(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })

  test('writing over a file that is something else', () => {
    writeFileSync(join(folder, 'mine.yaml'), 'foedus: 1\n')
    const { code, err } = call('--patch', 'mine.yaml')
    expect(code).toBe(2)
    expect(err).toContain('--force')
    expect(readFileSync(join(folder, 'mine.yaml'), 'utf8')).toBe('foedus: 1\n')
  })
})

test('the narrowest screen holds the table, and the JSON says the same', () => {
  const hyper = { spread: 1, pooling: 2 }
  const fitted = { hyper, draws: [truth(), truth()], scores: [{ hyper, score: -512.25 }] }
  const scope = { cases: 1, rows: 2, cells: 3, form: 'as-shipped' }
  const screen = fitScreen(fitted, { ...scope, seed: 1, width: 60 })
  expect(widest(screen)).toBeLessThanOrEqual(60)
  const json = fitJson(fitted, { version: '0', scope }) as {
    readonly kind: string
    readonly hyper: object
    readonly parameters: readonly { readonly id: string; readonly posterior: { readonly p50: number } }[]
  }
  expect(json).toMatchObject({ kind: 'history-fit', hyper, scope })
  expect(json.parameters.map(({ id }) => id)).toEqual(PARAMETERS)
  expect(json.parameters[1]!.posterior.p50).toBe(1.6)
  expect(screen).toMatch(/weights\.stake +0\.82 +1\.60 +1\.60 +1\.60/)
})
