/** Laws of the mechanism on a row of a table: the engine says the same, and every input moves it by theory's sign. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEATURES, type Feature } from '../../src/history/row.ts'
import {
  indexOf,
  levelsOf,
  loadingsOf,
  ONE_WEIGHT,
  RARE,
  type Situation,
} from '../../src/history/table/mechanism.ts'
import { TASKS } from '../../src/history/table/tasks.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { choiceOf, played } from '../engine/play.ts'
import { type TieOptions, world } from '../engine/world.ts'
import { madeUp } from './made-up-table.ts'

const THEORY = theoryAlone().channels
const LOADINGS = loadingsOf(THEORY)
const NOTHING = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>
const SITUATION: Situation = { inputs: NOTHING, owesCombat: false, closed: 'none' }

/** The same prior knowledge, given to the engine: one weight, no spread, no free riding. */
const WEIGHTS = {
  ...Object.fromEntries([...FEATURES, 'obligation'].map((id) => [id, ONE_WEIGHT])),
  ...Object.fromEntries(['leaning', 'salience', 'selection', 'freeRiding'].map((id) => [id, 0])),
}
/** What the tie of the small world leaves of a force: utilisation 0.4, 1,000 km at 3,000 km to 1/e. */
const FREE = 0.6 * Math.exp(-1 / 3)

/** A supporter of `good`, upon whom `bad` falls, unless it helps `bad`. */
function engineSays(
  inputs: Readonly<Record<Feature, number>>,
  friend: TieOptions,
  foe: TieOptions,
  recipient = 'good',
) {
  const values = Object.fromEntries(
    (['alignment', 'stake', 'precommitment', 'access', 'thirdPartyCost', 'domesticConstraint'] as const).map(
      (id) => [id, inputs[id]],
    ),
  )
  const against = {
    rivalry: inputs.rivalry,
    nuclearRisk: inputs.nuclear,
    opponentPower: inputs.opponentPower,
  }
  const channels = Object.fromEntries(
    CHANNELS.map((id) => [id, { values: { ...LOADINGS.get(id)!, alpha: RARE, gamma: 0, kappa: 0 } }]),
  )
  const supporter = { id: 'ally', recipient, friend: { ...friend, values }, foe: { ...foe, values: against } }
  return played(world({ supporters: [supporter], weights: WEIGHTS, channels }), {
    design: { batches: 1, draws: 8, playouts: 1 },
  })
}

describe('a row of a table', () => {
  test.each([
    ['a bystander', {}, false],
    ['a friend next door', { alignment: 0.9, stake: 0.7, access: 1, precommitment: 0.4 }, false],
    ['a rival of the opponent who is afraid of it', { rivalry: 1, nuclear: 1, opponentPower: 0.8 }, false],
    ['an ally with much to lose', { alignment: 0.5, thirdPartyCost: 0.9, domesticConstraint: 0.4 }, true],
  ] as const)('is judged as the engine judges %s', (_, own, owesCombat) => {
    const inputs = { ...NOTHING, freeCapacity: FREE, ...own }
    const clauses: TieOptions = owesCombat
      ? { clauses: ['defence'], casusFoederis: { trigger: ['invasion'] } }
      : {}
    const summary = engineSays(inputs, clauses, {})
    for (const id of CHANNELS) {
      const here = levelsOf({ ...SITUATION, inputs, owesCombat }, id, LOADINGS.get(id)!)
      choiceOf(summary, `ally:good:${id}`).forEach((p, level) => {
        expect(here[level], `${id} ${level}`).toBeCloseTo(p, 9)
      })
    }
  })

  test.each([
    ['nonaggression towards an opponent that attacks', 'good', ['nonaggression'], 'none'],
    ['nonaggression towards an opponent that is attacked', 'bad', ['nonaggression'], 'combat'],
    ['neutrality towards an opponent that attacks', 'good', ['neutrality'], 'none'],
    ['neutrality towards an opponent that is attacked', 'bad', ['neutrality'], 'all but political'],
  ] as const)('with %s is held back as in the engine', (_, recipient, clauses, closed) => {
    const inputs = { ...NOTHING, freeCapacity: FREE, alignment: 0.5 }
    const summary = engineSays(inputs, {}, { clauses, casusFoederis: { trigger: ['invasion'] } }, recipient)
    for (const id of CHANNELS) {
      const here = levelsOf({ ...SITUATION, inputs, closed }, id, LOADINGS.get(id)!)
      choiceOf(summary, `ally:${recipient}:${id}`).forEach((p, level) => {
        expect(here[level], `${id} ${level}`).toBeCloseTo(p, 9)
      })
    }
  })

  test('is moved by every input in the direction that theory gives it, and never the other way', () => {
    const against: readonly Feature[] = ['nuclear', 'opponentPower', 'thirdPartyCost', 'domesticConstraint']
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.constantFrom(...FEATURES),
        fc.constantFrom(...CHANNELS),
        fc.array(share, { minLength: FEATURES.length, maxLength: FEATURES.length }),
        (feature, id, values) => {
          const inputs = Object.fromEntries(FEATURES.map((one, at) => [one, values[at]!])) as Record<
            Feature,
            number
          >
          const given = (value: number): number =>
            1 - levelsOf({ ...SITUATION, inputs: { ...inputs, [feature]: value } }, id, LOADINGS.get(id)!)[0]!
          const change = given(1) - given(0)
          expect(against.includes(feature) ? -change : change).toBeGreaterThanOrEqual(0)
        },
      ),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('the published mapping', () => {
  test.each(TASKS.map((task) => [task.id, task] as const))(
    'of %s keeps every input between 0 and 1',
    (_, task) => {
      const names = task.mapping.lines.map(({ input }) => input)
      expect(new Set(names).size).toBe(names.length)
      for (const { parts, because } of task.mapping.lines) {
        expect(because).toMatch(/\w.*\.$/)
        expect(parts.every(({ share }) => share > 0 && share <= 1)).toBe(true)
      }
      const { table } = madeUp(task, { conflicts: 4, outsiders: 10 })
      const { logOdds } = indexOf(table, task, LOADINGS)
      expect(logOdds.every(Number.isFinite)).toBe(true)
      expect(new Set(logOdds).size).toBeGreaterThan(10)
    },
  )

  test.each([
    ['wars-target', 'kA_nonagg', 'none'],
    ['wars-attacker', 'kT_nonagg', 'all'],
    ['disputes-target', 'kA_nonagg', 'none'],
    ['disputes-attacker', 'kT_nonagg', 'all'],
    ['esd-rebels', 'kG_nonagg', 'all'],
    ['esd-interstate', 'kA_nonagg', 'where the opponent was attacked'],
  ])('of %s lets %s hold back %s', (name, column, whom) => {
    const task = TASKS.find(({ id }) => id === name)!
    const { table } = madeUp(task, { conflicts: 3, outsiders: 4 })
    // The recipient was attacked, was not, and nobody knows, in turn.
    const attacked = Float64Array.from({ length: table.rows }, (_, row) => [1, 0, Number.NaN][row % 3]!)
    const promised = (held: number): Float64Array => {
      const all = Float64Array.from({ length: table.rows }, () => held)
      const numbers = new Map([
        ...table.numbers,
        [column, all],
        ['recipient_was_attacked', attacked],
      ] as const)
      return indexOf({ ...table, numbers }, task, LOADINGS).logOdds
    }
    const [free, bound] = [promised(0), promised(1)]
    const moved = [...free].map((one, row) => one !== bound[row])
    const expected = moved.map((_, row) => whom === 'all' || (whom !== 'none' && row % 3 === 1))
    expect(moved).toEqual(expected)
  })

  test('reads no fitted number: other intercepts, curvatures and first steps change nothing', () => {
    const task = TASKS.find(({ id }) => id === 'esd-rebels')!
    const { table } = madeUp(task, { conflicts: 2, outsiders: 10 })
    const other = new Map(
      [...THEORY].map(([id, channel]) => {
        const fitted = ['alpha', 'gamma', 'kappa'].map(
          (name) => [name, channel.quantities['capacity']!] as const,
        )
        return [
          id,
          { ...channel, quantities: { ...channel.quantities, ...Object.fromEntries(fitted) } },
        ] as const
      }),
    )
    expect(indexOf(table, task, loadingsOf(other))).toEqual(indexOf(table, task, LOADINGS))
  })
})
