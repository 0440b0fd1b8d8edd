/** Laws of crises with another coder's inputs: all that the sheet says is replaced, and nothing else. */
import { describe, expect, test } from 'vitest'
import type { CodedCase } from '../../src/history/coded.ts'
import { FEATURES, type Row } from '../../src/history/row.ts'
import { rowsOf } from '../../src/history/rows.ts'
import type { Coding } from '../../src/history/sheet/sheet.ts'
import { lackingRows, onSheet, shared } from '../../src/history/sheet/shared-rows.ts'
import { codingsOf } from '../../src/history/sheet/sheet-of.ts'
import { sheetText } from '../../src/history/sheet/text.ts'
import { sheetFor, withSheet } from '../../src/history/sheet/with-sheet.ts'
import { readSheet } from '../../src/host/sheets.ts'
import { lineAndColumn } from '../../src/report/fault-text.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { checkedEve, coded, deed, eveText, kernelOf } from './made-cases.ts'

const POLITICAL = CHANNELS.indexOf('political')
const COMBAT = CHANNELS.indexOf('combat')

const EVE = checkedEve(
  eveText([
    { id: 'cascadia', clauses: 'defence: true', friend: { stake: 0.9 } },
    { id: 'dorn', for: 'borduria', foe: { rivalry: 0.2 } },
    {
      id: 'eldmark',
      clauses: 'defence: true, nonaggression: true }, casusFoederis: { exclusions: [borduria]',
    },
  ]).replace('{ from: dorn, to: avalon,', '{ from: dorn, to: avalon, clauses: { nonaggression: true },'),
)
const CASE: CodedCase = coded('bridge', EVE, [
  deed('cascadia', [3, 2, undefined, 1, 0, 0, 2]),
  deed('dorn', [1, 0, 0, 0, 0, 0, 0], 'borduria'),
  deed('eldmark', [0, 0, 0, 0, 0, 0, 0]),
])
const SHEET = codingsOf([CASE])

function said(supporter: string, values: Readonly<Record<string, number>>): Coding[] {
  return SHEET.map((coding) =>
    coding.supporter === supporter
      ? { ...coding, values: new Map([...coding.values, ...Object.entries(values)]) }
      : coding,
  )
}

function rowOf(supporter: string, sheet: readonly Coding[]): Row {
  const [recoded] = withSheet([CASE], sheet)
  return rowsOf(recoded!, kernelOf).find((row) => row.supporter === supporter)!
}

test('the sheet of the crises themselves moves no bit', () => {
  expect(rowsOf(withSheet([CASE], SHEET)[0]!, kernelOf)).toEqual(rowsOf(CASE, kernelOf))
})

test('nor where a defence pact does not bind because its recipient attacks, and asks to be consulted all the same', () => {
  const clauses = 'defence: true, consultation: true'
  const eve = checkedEve(eveText([{ id: 'cascadia', for: 'borduria', clauses }]))
  const before = coded('bridge', eve, [])
  const [after] = withSheet([before], codingsOf([before]))
  const rows = rowsOf(after!, kernelOf)
  expect(rows).toEqual(rowsOf(before, kernelOf))
  expect([rows[0]!.owed[COMBAT], rows[0]!.owed[POLITICAL]]).toEqual([0, 1])
})

test('every input is read where the engine looks for it, and those of others stay', () => {
  const before = rowsOf(CASE, kernelOf)
  for (const [at, feature] of FEATURES.entries()) {
    const sheet = said('dorn', { [feature]: 0.75 })
    const rows = rowsOf(withSheet([CASE], sheet)[0]!, kernelOf)
    const [own, was] = [rows, before].map((all) => all.find((row) => row.supporter === 'dorn')!)
    for (const channel of CHANNELS.keys()) {
      const share = (feature === 'rivalry' ? 0.2 : 0.5) / 0.75
      expect(own!.pull[channel]![at]! * share).toBeCloseTo(was!.pull[channel]![at]!, 12)
      const other = FEATURES.findIndex((one) => one !== feature)
      expect(own!.pull[channel]![other]).toBe(was!.pull[channel]![other])
    }
    const rest = (all: readonly Row[]): readonly Row[] => all.filter((row) => row.supporter !== 'dorn')
    expect(rest(rows)).toEqual(rest(before))
  }
})

test('what is left empty stays as it ships', () => {
  const empty = SHEET.map((coding) => ({ ...coding, values: new Map<string, number>() }))
  expect(rowsOf(withSheet([CASE], empty)[0]!, kernelOf)).toEqual(rowsOf(CASE, kernelOf))
})

test('the record stays that of the first coder', () => {
  const other = SHEET.map((coding) => ({
    ...coding,
    confidence: 'low' as const,
    values: new Map([...coding.values, ['combat', 3], ['economic', 3]]),
  }))
  const { eve: _, ...rest } = withSheet([CASE], other)[0]!
  const { eve: __, ...before } = CASE
  expect(rest).toEqual(before)
  expect(rowOf('cascadia', other).recorded).toEqual([3, 2, undefined, 1, 0, 0, 2])
})

describe('promises', () => {
  test('a clause that the sheet has asks, one that it has not does not', () => {
    expect(rowOf('cascadia', SHEET).owed[COMBAT]).toBe(1)
    const row = rowOf('cascadia', said('cascadia', { defence: 0, consultation: 1 }))
    expect([row.owed[COMBAT], row.owed[POLITICAL]]).toEqual([0, 1])
  })

  test('one that does not bind asks for nothing, one that does asks against every exclusion', () => {
    expect(rowOf('cascadia', said('cascadia', { binds: 0 })).owed[COMBAT]).toBe(0)
    expect(rowOf('eldmark', SHEET).owed[COMBAT]).toBe(0)
    expect(rowOf('eldmark', said('eldmark', { binds: 1 })).owed[COMBAT]).toBe(1)
  })

  test('the sheet that is read off again is the one that was laid over', () => {
    const sheet = said('eldmark', { binds: 1, discretion: 1, stake: 0.3, rivalry: 0.7, neutrality: 1 })
    const values = (all: readonly Coding[]): unknown => all.map((one) => Object.fromEntries(one.values))
    expect(values(codingsOf(withSheet([CASE], sheet)))).toEqual(values(sheet))
  })

  test('nonaggression is said towards the recipient, and bars no force against the other side', () => {
    expect(rowOf('cascadia', said('cascadia', { nonaggression: 1 })).closed[COMBAT]).toBe(false)
  })

  test('and a promise to the other side, for which there is no column, stays', () => {
    expect(rowOf('dorn', said('dorn', { nonaggression: 0 })).closed[COMBAT]).toBe(true)
  })
})

describe('a sheet that has not every row', () => {
  const cases = [CASE, { ...CASE, id: 'ferry' }]
  const codings = codingsOf(cases)
  const some = codings.filter(({ of, supporter }) => of === 'bridge' && supporter !== 'dorn')

  test('leaves the crises with the rows that it has, whatever else stands on it', () => {
    const [bridge, ferry] = onSheet(cases, [...some, { ...some[0]!, supporter: 'zembla' }])
    expect(bridge!.eve.dyads.map(({ supporter }) => supporter)).toEqual(['cascadia', 'eldmark'])
    expect(ferry!.eve.dyads).toEqual([])
    expect(withSheet([bridge!, ferry!], some).map(({ id }) => id)).toEqual(['bridge', 'ferry'])
  })

  test('the inputs of the rows that are left are those of before', () => {
    const rows = rowsOf(onSheet([CASE], some)[0]!, kernelOf)
    expect(rows).toEqual(rowsOf(CASE, kernelOf).filter(({ supporter }) => supporter !== 'dorn'))
  })

  test('is compared on what both have, and what it lacks is counted', () => {
    expect(shared(codings, some)).toEqual([some, some])
    expect([lackingRows(cases, some), lackingRows(cases, codings)]).toEqual([4, 0])
  })
})

describe('a sheet names every row', () => {
  const cases = [CASE, { ...CASE, id: 'ferry' }]
  const lines = sheetText(codingsOf(cases)).trimEnd().split('\n')
  const slips = (kept: readonly string[]): readonly string[] => {
    const text = `${kept.join('\n')}\n`
    const sheet = { name: 's.csv', codings: readSheet('s.csv', text).value! }
    return sheetFor(cases, sheet).faults.map(
      ({ code, span }) => `${code} ${span!.file}:${lineAndColumn(text, span!.start).line}`,
    )
  }

  test('then it is laid over', () => {
    const { value } = sheetFor(cases, { name: 's.csv', codings: codingsOf(cases) })
    expect(value?.map(({ id }) => id)).toEqual(['bridge', 'ferry'])
  })

  test('a row that lacks is told at the last one of its crisis', () => {
    expect(slips(lines.filter((line) => !line.startsWith('bridge,dorn')))).toEqual(['missing-row s.csv:3'])
  })

  test('a crisis that lacks is told once', () => {
    expect(slips(lines.filter((line) => !line.startsWith('ferry')))).toEqual(['missing-row s.csv:4'])
  })

  test('however many rows lack, it is one fault that names them', () => {
    const text = `${[lines[0], lines[1]].join('\n')}\n`
    const sheet = { name: 's.csv', codings: readSheet('s.csv', text).value! }
    const { faults } = sheetFor(cases, sheet)
    expect(faults).toHaveLength(1)
    for (const name of ['dorn and borduria', 'eldmark and avalon', 'crisis ferry'])
      expect(faults[0]!.says).toContain(name)
  })

  test('a crisis that there is not is told where it stands', () => {
    const turned = lines.map((line) => line.replace('ferry,eldmark', 'fery,eldmark'))
    expect(slips(turned)).toEqual(['missing-row s.csv:6', 'unknown-case s.csv:7'])
  })
})
