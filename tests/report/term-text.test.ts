/** Every key that a mechanism or a question can produce has words, so that no screen shows a name from the code. */
import { expect, test } from 'vitest'
import { lensOf } from '../../src/engine/lens.ts'
import { probeOf } from '../../src/engine/probe.ts'
import { questionsOf } from '../../src/engine/question.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import { keyText } from '../../src/report/explain-text.ts'
import { termWords } from '../../src/report/term-text.ts'
import type { Condition } from '../../src/scenario/scenario.ts'
import { flows } from '../engine/flow-world.ts'
import { councilOf, world } from '../engine/world.ts'

/** What stands between a name and the next column of a table. */
const WIDEST = 34

test('every term of every decision of every mechanism has words that fit the table', () => {
  const keys = MECHANISMS.flatMap(({ told }) => [...told.values()].flatMap(({ terms }) => terms))
  expect(keys.length).toBeGreaterThan(30)
  for (const { key } of keys) {
    expect(termWords(key), key).toBeDefined()
    expect(termWords(key)!.length, key).toBeLessThanOrEqual(WIDEST)
  }
})

/** One of each, so that every metric has somebody to be asked of. */
const FLOWS = flows({
  places: { port: {}, town: {} },
  routes: { ferry: { from: 'port', to: 'town' } },
  shipments: { grain: { from: ['port'], to: 'town' } },
  arms: {
    jets: {
      from: 'ally',
      to: 'good',
      releaseBy: 100,
      releaseGiven: { thirdPartyCost: 0.5, utilisation: 0.5, paid: 1 },
      values: { release: 0.3 },
    },
  },
  markets: { good: { buyers: { others: {} } } },
})

test('every key of every question about every metric has words', () => {
  const own = world({
    groups: [{ id: 'band' }],
    coalitions: { good: { candidates: { yonder: {} } } },
    council: councilOf({ drafts: [{ id: 'd1', votes: { ally: 'yes', good: 'no' } }] }),
  })
  const scenario = { ...own, ...FLOWS }
  const lens = lensOf(scenario)
  const subjects = {
    draft: 'd1',
    group: 'band',
    crisis: '',
    supporter: 'ally',
    arms: 'jets',
    shipment: 'grain',
    market: 'good',
    buyer: 'others',
    belligerent: 'good',
    candidate: 'yonder',
    inject: '',
  }
  const asked = METRICS.flatMap(({ name, of, dyadic }) => {
    const leaf: Condition = {
      kind: 'metric',
      metric: name,
      of: subjects[of],
      ...(dyadic ? { for: 'good' } : {}),
      take: 'decided',
      from: 0,
      to: 30,
      over: 'max',
      reaches: 1,
      test: { op: '>=', value: 1 },
    }
    return questionsOf(lens, leaf).flatMap((question) => probeOf(lens, question).keys)
  })
  expect(new Set(asked).size).toBeGreaterThan(30)
  for (const key of asked)
    expect(keyText(key, scenario), key).toMatch(/^[a-z]+ votes (yes|no)$|^[^*/]* [^*/]*$|^access$/u)
})
