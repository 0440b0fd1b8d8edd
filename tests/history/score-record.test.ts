/** Laws of the record as cells, and of the comparison of codings that is made on them. */
import { describe, expect, test } from 'vitest'
import type { Kernel } from '../../src/engine/kernel.ts'
import type { Plan } from '../../src/engine/plan.ts'
import { ALL_RECORDED } from '../../src/history/form.ts'
import { type Hyper, PARAMETERS } from '../../src/history/parameter.ts'
import type { Cell } from '../../src/history/prediction.ts'
import { otherCodings } from '../../src/history/score/codings.ts'
import { rowFacts, rowKey } from '../../src/history/score/input.ts'
import { recordedCells } from '../../src/history/score/record.ts'
import { FEATURES, type Row } from '../../src/history/row.ts'
import { codingsOf } from '../../src/history/sheet/sheet-of.ts'
import { withSheet } from '../../src/history/sheet/with-sheet.ts'
import { rowsOf } from '../../src/history/rows.ts'
import { makeKernel } from '../../src/host/engine.ts'
import { checkedEve, coded, deed, eveText } from './made-cases.ts'

const kernelOf = (plan: Plan): Kernel => makeKernel(plan, 'interpreter')
const EVE = checkedEve(
  eveText([
    { id: 'cascadia', clauses: 'defence: true', label: 'none' },
    { id: 'dorn', for: 'borduria', label: 'defence' },
  ]),
)
const DEEDS = [
  { ...deed('cascadia', [3, 2, undefined, 1, 0, 0, 2]), unsure: new Set(['political'] as const) },
  { ...deed('dorn', [1, 0, 0, 0, 0, 0, 0], 'borduria'), confidence: 'low' as const },
]
const CASES = ['bridge', 'ferry'].map((id) => coded(id, EVE, DEEDS))
/** Another coder, to whom everybody consults and agrees. */
const SAID = codingsOf(CASES).map((coding) => ({
  ...coding,
  values: new Map([...coding.values, ['alignment', 0.75], ['defence', 0], ['consultation', 1], ['binds', 1]]),
}))
const CELLS = recordedCells(CASES, kernelOf)
const of = (supporter: string): readonly Cell[] =>
  CELLS.filter((cell) => cell.of === 'bridge' && cell.supporter === supporter)

describe('the record as cells', () => {
  test('has every cell that was recorded and no void one', () => {
    expect(CELLS).toHaveLength(2 * 13)
    expect(of('cascadia').map(({ recorded }) => recorded)).toEqual([3, 2, 1, 0, 0, 2])
    expect(of('cascadia').map(({ channel }) => channel)).not.toContain('economic')
  })

  test('says what is owed as the engine reads it, and where the coder is not sure', () => {
    expect(of('cascadia').some(({ owed }) => owed)).toBe(true)
    expect(of('dorn').some(({ owed }) => owed)).toBe(false)
    expect(of('cascadia').map(({ unsure }) => unsure)).toEqual([true, false, false, false, false, false])
    expect(of('dorn').every(({ unsure }) => unsure)).toBe(true)
  })

  test('the role of a row is that of its recipient', () => {
    const facts = rowFacts(CASES)
    expect(facts.get(rowKey(of('cascadia')[0]!))).toMatchObject({ confidence: 'high', role: 'attacked' })
    expect(facts.get(rowKey(of('dorn')[0]!))).toMatchObject({ confidence: 'low', role: 'attacker' })
  })

  test('the stake of a row is what the engine reads', () => {
    const facts = rowFacts(CASES)
    for (const row of CASES.flatMap((one) => rowsOf(one, kernelOf)))
      expect(facts.get(rowKey(row))!.stake).toBeCloseTo(row.pull[0]![FEATURES.indexOf('stake')]!, 12)
  })
})

describe('the comparison of codings', () => {
  const given: (readonly Row[])[] = []
  const hypers: Hyper[] = []
  const frozen = { id: 'frozen', odds: CELLS.map(() => [0.25, 0.25, 0.25, 0.25] as const) }
  const folds = CASES.map(({ id }, at) => ({ of: id, hyper: { spread: 1, pooling: at + 1 } }))
  const found = otherCodings(
    CASES,
    { cells: CELLS, frozen, folds },
    {
      form: ALL_RECORDED,
      seed: 1,
      kernelOf,
      second: withSheet(CASES, SAID),
      fit: (rows, { hyper }) => {
        given.push(rows)
        hypers.push(hyper)
        return { hyper: { spread: 1, pooling: 1 }, draws: [Float64Array.from(PARAMETERS, () => 0.5)] }
      },
    },
  )

  test('leaves the clauses as they are and speaks of the same cells', () => {
    expect(found.clauses).toEqual({ id: 'clauses', odds: frozen.odds })
    expect(found.labels.odds).toHaveLength(CELLS.length)
  })

  test('a label counts where no clause does, and a clause no more', () => {
    const sizeOf = (supporter: string): readonly number[] =>
      given[0]!.find((row) => row.supporter === supporter)!.owed
    expect(sizeOf('dorn')).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(sizeOf('cascadia')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('every fold is fitted on the other cases alone', () => {
    const fold = [['ferry'], ['bridge']]
    expect(given.map((rows) => [...new Set(rows.map((row) => row.of))])).toEqual([...fold, ...fold])
  })

  test('how far the priors reach is what each fold had chosen', () => {
    expect(hypers.map(({ pooling }) => pooling)).toEqual([1, 2, 1, 2])
  })

  test('the second coder has inputs and promises of its own, and the same record', () => {
    const [first, second] = [given[0]!, given[2]!].map(
      (rows) => rows.find((row) => row.supporter === 'dorn')!,
    )
    expect(second!.recorded).toEqual(first!.recorded)
    expect(second!.owed).toEqual([1, 0, 0, 0, 0, 0, 0])
    expect(second!.pull[0]![FEATURES.indexOf('alignment')]).toBe(0.75)
    expect(found.second!.odds).toHaveLength(CELLS.length)
    expect(found.second!.odds).not.toEqual(found.labels.odds)
  })
})
