/** A coding sheet: what is written of the coded crises, what is read back, and every slip that a coder can make. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineAndColumn } from '../../src/report/fault-text.ts'
import { cellPlaces } from '../../src/history/sheet/cell-places.ts'
import { caseShape, supporterShape } from '../../src/history/benchmark-shape.ts'
import { readBenchmark } from '../../src/history/benchmark.ts'
import { readOutcome } from '../../src/history/outcome.ts'
import { codingsOf } from '../../src/history/sheet/sheet-of.ts'
import { blankOf, type Coding, COLUMNS, VARIABLES } from '../../src/history/sheet/sheet.ts'
import { sheetText } from '../../src/history/sheet/text.ts'
import { readCsv } from '../../src/host/csv.ts'
import { readSheet } from '../../src/host/sheets.ts'
import { shippedTheory } from '../scenario/theory.ts'
import { checkedEve, coded, deed, eveText } from './made-cases.ts'

const HEAD = COLUMNS.join(',')
/** Names, ten inputs, seven promises, seven levels, three remarks. */
const GOOD =
  'x-1900,cascadia,avalon,.5,0,1,,0.25,1,0,0.5,0.5,0.5,yes,no,no,no,no,no,yes,0,,1,2,3,0,0,high,materiel,"a ""note"", so"'

function slips(...rows: readonly string[]): readonly string[] {
  const text = `${rows.join('\n')}\n`
  return readSheet('s.csv', text).faults.map(({ code, span }) => {
    const { line, column } = lineAndColumn(text, span!.start)
    return `${code} ${line}:${column}`
  })
}

/** The good row with one cell put in the place of another. */
function withCell(column: string, cell: string): string {
  const cells = [...GOOD.split(',').slice(0, COLUMNS.length - 1), '']
  cells[COLUMNS.indexOf(column)] = cell
  return cells.join(',')
}

describe('what is read', () => {
  test('every cell of a good row', () => {
    const [coding] = readSheet('s.csv', `${HEAD}\n${GOOD}\n`).value!
    expect(coding).toMatchObject({
      of: 'x-1900',
      supporter: 'cascadia',
      recipient: 'avalon',
      confidence: 'high',
    })
    expect(coding!.note).toBe('a "note", so')
    expect([...coding!.unsure]).toEqual(['materiel'])
    expect(coding!.values.get('defence')).toBe(1)
    expect(coding!.values.get('rivalry')).toBe(1)
    expect(coding!.values.has('precommitment')).toBe(false)
    expect(coding!.values.has('intelligence')).toBe(false)
    expect(coding!.values.get('materiel')).toBe(2)
  })

  test('columns in any order, other line ends, a byte order mark and empty lines', () => {
    const places = COLUMNS.map((_, place) => COLUMNS.length - 1 - place)
    const turned = (cells: readonly string[]): string => places.map((place) => cells[place]).join(',')
    const cells = withCell('stake', '0.3').split(',')
    const text = `\uFEFF${turned(COLUMNS)}\r\n\r\n${turned(cells)}\r\n${','.repeat(COLUMNS.length - 1)}\r\n`
    const { value, faults } = readSheet('s.csv', text)
    expect(faults).toEqual([])
    expect(value).toHaveLength(1)
    expect(value![0]!.values.get('stake')).toBe(0.3)
  })
})

describe('what is written', () => {
  const word = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é', '=', '\t') })
  const number = (group: string): fc.Arbitrary<number> =>
    group === 'inputs'
      ? fc.integer({ min: 0, max: 100 }).map((n) => n / 100)
      : fc.nat(group === 'levels' ? 3 : 1)
  const coding: fc.Arbitrary<Coding> = fc
    .record({
      values: fc.tuple(...VARIABLES.map(({ group }) => fc.option(number(group), { nil: undefined }))),
      confidence: fc.constantFrom('high', 'medium', 'low', undefined),
      unsure: fc.constantFrom([], ['combat'], ['political', 'display']),
      note: word,
    })
    .map(({ values, confidence, unsure, note }) => ({
      of: 'x-1900',
      supporter: 'cascadia',
      recipient: 'avalon',
      values: new Map(
        VARIABLES.flatMap(({ id }, at) => (values[at] === undefined ? [] : [[id, values[at]]])),
      ),
      ...(confidence === undefined ? {} : { confidence }),
      unsure: new Set(unsure),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    }))

  test('is read back as it was, whatever stands in a note', () => {
    fc.assert(
      fc.property(coding, (one) => {
        const { value, faults } = readSheet('s.csv', sheetText([one]))
        expect(faults).toEqual([])
        const { span: _, ...read } = value![0]!
        expect(read).toEqual(one)
      }),
      { numRuns: 40 },
    )
  })

  test('every cell is placed where it stands', () => {
    fc.assert(
      fc.property(fc.array(coding, { minLength: 1, maxLength: 3 }), (codings) => {
        const text = sheetText(codings)
        const records: (readonly string[])[] = []
        readCsv(text, (cells) => records.push(cells))
        for (const { text: said, start, end } of cellPlaces(text, records).flat()) {
          const raw = text.slice(start, end)
          expect(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw).toBe(said)
          expect([',', '\n', undefined]).toContain(text[end])
        }
      }),
      { numRuns: 20 },
    )
  })

  const CLAUSES = 'defence: true'
  const eve = checkedEve(
    eveText([
      { id: 'cascadia', clauses: CLAUSES, friend: { stake: 0.8 }, foe: { nuclearRisk: 0.3 } },
      { id: 'dorn' },
    ]),
  )
  const crisis = coded('bridge-2020', eve, [deed('cascadia', [2, 1, undefined, 0, 0, 0, 0])])

  test('a coded crisis gives its inputs, its promises and its levels; what is void stays empty', () => {
    const [coding] = codingsOf([crisis])
    const said = (id: string): number | undefined => coding!.values.get(id)
    expect([said('stake'), said('nuclear'), said('alignment')]).toEqual([0.8, 0.3, 0.5])
    expect([said('defence'), said('offence'), said('binds'), said('discretion')]).toEqual([1, 0, 1, 0])
    expect([said('political'), said('combat'), said('economic')]).toEqual([2, 0, undefined])
  })

  test('without a promise nothing is said of whether it binds; without a deed nothing of what was done', () => {
    const other = codingsOf([crisis]).find(({ supporter }) => supporter === 'dorn')!
    expect(other.values.get('defence')).toBe(0)
    expect(other.values.has('binds')).toBe(false)
    expect(other.values.has('combat')).toBe(false)
    expect(other.confidence).toBeUndefined()
  })

  test.each([
    ['the form of the attack', 'trigger: [invasion]'],
    ['the place', 'scope: [islands]'],
    ['the attacker', 'exclusions: [borduria]'],
  ])('a promise that %s does not meet does not bind', (_, casus) => {
    const text = eveText([{ id: 'cascadia', clauses: CLAUSES }]).replace(
      'clauses:',
      `casusFoederis: { ${casus}, why: as agreed }, clauses:`,
    )
    const [coding] = codingsOf([coded('bridge-2020', checkedEve(text), [])])
    expect(coding!.values.get('binds')).toBe(0)
    expect(coding!.values.get('defence')).toBe(1)
  })

  test.each([
    ['defence', 'avalon', 1],
    ['defence', 'borduria', 0],
    ['offence', 'avalon', 0],
    ['offence', 'borduria', 1],
    ['consultation', 'avalon', 1],
    ['consultation', 'borduria', 1],
    ['neutrality', 'avalon', 1],
    ['neutrality', 'borduria', 0],
  ] as const)('%s towards %s, of whom borduria attacks, binds: %i', (clause, side, binds) => {
    const text = eveText([{ id: 'cascadia', for: side, clauses: `${clause}: true` }])
    const [coding] = codingsOf([coded('bridge-2020', checkedEve(text), [])])
    expect(coding!.values.get('binds')).toBe(binds)
  })

  test('what asks for force decides, whatever is said of consulting', () => {
    const clauses = 'defence: true, consultation: true'
    const text = eveText([{ id: 'cascadia', for: 'borduria', clauses }])
    const [coding] = codingsOf([coded('bridge-2020', checkedEve(text), [])])
    expect(coding!.values.get('binds')).toBe(0)
  })

  test('nonaggression alone leaves open nothing that could bind', () => {
    const eve = checkedEve(eveText([{ id: 'cascadia', clauses: 'nonaggression: true' }]))
    const [coding] = codingsOf([coded('bridge-2020', eve, [])])
    expect([coding!.values.get('nonaggression'), coding!.values.has('binds')]).toEqual([1, false])
  })

  test('a blank sheet holds names and nothing else', () => {
    const [head, row, other, ...rest] = sheetText(codingsOf([crisis]).map(blankOf)).split('\n')
    expect(head).toBe(HEAD)
    expect(row).toBe(`bridge-2020,cascadia,avalon${','.repeat(COLUMNS.length - 3)}`)
    expect(other).toMatch(/^bridge-2020,dorn,avalon,+$/)
    expect(rest).toEqual([''])
  })
})

describe('slips', () => {
  test.each([
    ['stake', 'much', 'not-a-number'],
    ['stake', '1.01', 'out-of-range'],
    ['stake', '-0.1', 'out-of-range'],
    ['stake', '50 %', 'not-a-number'],
    ['stake', 'NaN', 'not-a-number'],
    ['stake', '1e-1', 'not-a-number'],
    ['combat', '4', 'out-of-range'],
    ['combat', '1.5', 'not-a-level'],
    ['defence', 'TRUE', 'not-yes-or-no'],
    ['confidence', 'certain', 'unknown-word'],
    ['unsure', 'fighting', 'unknown-word'],
    ['case', '', 'name-missing'],
  ])('in %s "%s": %s, at the cell', (column, cell, code) => {
    const row = withCell(column, cell)
    const before = row.split(',').slice(0, COLUMNS.indexOf(column)).join(',').length
    expect(slips(HEAD, row)).toEqual([`${code} 2:${before + (column === 'case' ? 1 : 2)}`])
  })

  test('all of them are told at once, each in its line', () => {
    expect(slips(HEAD, withCell('stake', '2'), withCell('combat', 'x').replace('cascadia', 'other'))).toEqual(
      [expect.stringMatching(/^out-of-range 2:/), expect.stringMatching(/^not-a-number 3:/)],
    )
  })

  test('a misspelt column is told with the one that was meant, and not once more as missing', () => {
    const { faults } = readSheet('s.csv', `${HEAD.replace('stake', 'steak')}\n${GOOD}\n`)
    expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([['unknown-column', 'stake']])
  })

  test('a column left out, a column twice, a row too short, a row twice', () => {
    expect(slips(HEAD.replace(',note', ''), GOOD.slice(0, GOOD.lastIndexOf(',"')))).toEqual([
      'missing-column 1:1',
    ])
    expect(slips(`${HEAD},note`, `${GOOD},`)).toEqual([expect.stringMatching(/^column-twice 1:/)])
    expect(slips(HEAD, 'x-1900,cascadia,avalon')).toEqual(['row-length 2:1'])
    expect(slips(HEAD, GOOD, GOOD)).toEqual(['row-twice 3:1'])
  })

  test('a sheet with semicolons, without rows, or with quotes that never close', () => {
    expect(slips(HEAD.replaceAll(',', ';'), GOOD)).toEqual(['not-commas 1:1'])
    expect(slips(HEAD)).toEqual(['no-rows 1:1'])
    expect(slips(HEAD, GOOD.slice(0, -1))).toEqual(['csv-torn 2:1'])
  })

  test('a decimal comma is shown with the point that was meant', () => {
    const { faults } = readSheet('s.csv', `${HEAD}\n${withCell('stake', '"0,5"')}\n`)
    expect(faults.map(({ suggestion }) => suggestion)).toEqual(['0.5'])
  })
})

describe('the coding manual', () => {
  const manual = readFileSync(join(import.meta.dirname, '../../history/CODING.md'), 'utf8')
  const blocks = [...manual.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, kind, text]) => ({ kind, text: text! }))
  const block = (start: string): string => blocks.find(({ text }) => text.startsWith(start))!.text

  test('names every column of a sheet', () => {
    for (const name of COLUMNS) expect(manual).toContain(name)
  })

  test('shows the same row in JSON, and says of every key what it is', () => {
    const bytes = block('{\n  "cases"')
    const theory = shippedTheory()
    const { value, faults } = readBenchmark({ path: 'c.json', bytes }, { theory, shipped: new Set() })
    expect(faults).toEqual([])
    const [inJson] = codingsOf(value!)
    const { span: _, note: __, ...onSheet } = readSheet('s.csv', block('case,')).value![0]!
    const { note: ___, ...rest } = inJson!
    expect(rest).toEqual(onSheet)
    for (const { shape } of [caseShape, supporterShape])
      for (const key of Object.keys(shape)) expect(manual).toMatch(new RegExp(`[\`"]${key}[\`"]`))
  })

  test('shows one row on a sheet and in the files, and both say the same', () => {
    const eve = checkedEve(block('foedus: 1'))
    const outcome = readOutcome(
      { path: 'outcome.yaml', bytes: block('foedusOutcome') },
      { id: 'islands-2009', eve },
    )
    expect(outcome.faults).toEqual([])
    const [inFiles] = codingsOf([{ id: 'islands-2009', eve, ...outcome.value! }])
    const { value, faults } = readSheet('s.csv', block('case,'))
    expect(faults).toEqual([])
    const { span: _, note: __, ...onSheet } = value![0]!
    const { note: ___, ...rest } = inFiles!
    expect(onSheet).toEqual(rest)
  })
})
