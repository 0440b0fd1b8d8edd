/** Every law of injects, broken once: the code and the very text it points to. */
import { describe, expect, test } from 'vitest'
import type { Edit } from './small-edit.ts'
import { injecting, toldWith } from './small-edit.ts'

const inject = (...lines: readonly string[]): Edit =>
  injecting(['id: truce', 'title: A truce', ...lines].join('\n    '))
const SET = 'set: { crisis.mediator: 0.9 }'
const setting = (values: string): Edit => inject('on: 20 days', `set: { ${values} }`)

/** code, covered text, the scenario's injects. */
const FAULTS: readonly (readonly [string, string, Edit])[] = [
  ['inject-start', 'id', inject(SET)],
  ['inject-start', 'when', inject('on: 20 days', 'when: termination.ended', SET)],
  ['missing-unit', '20', inject('on: 20', SET)],
  ['unit-mismatch', '20 km', inject('on: 20 km', SET)],
  ['wrong-type', '20 to 30 days', inject('on: 20 to 30 days', SET)],
  ['inject-out-of-time', '91 days', inject('on: 91 days', SET)],
  ['inject-out-of-time', '2019-12-31', inject('on: 2019-12-31', SET)],
  ['inject-out-of-time', '2020-04-01', inject('on: 2020-04-01', SET)],
  ['part-of-day', '20.4 days', inject('on: 20.4 days', SET)],
  ['part-of-day', '36 hours', inject('on: 20 days', 'lasts: 36 hours', SET)],
  ['out-of-bounds', '0 days', inject('on: 20 days', 'lasts: 0 days', SET)],
  ['out-of-bounds', '140 %', inject('on: 20 days', 'chance: 140 %', SET, 'source: desk')],
  ['unsourced', '40 %', inject('on: 20 days', 'chance: 40 %', SET)],
  ['unknown-source', 'desc', inject('on: 20 days', SET, 'source: desc')],
  ['missing-key', 'id', inject('on: 20 days')],
  ['unknown-key', 'lats', inject('on: 20 days', SET, 'lats: 3 days')],
  ['inject-sets-nothing', '{', inject('on: 20 days', 'set: {}')],
  ['wrong-type', 'nothing', inject('on: 20 days', 'set: nothing')],
  ['unknown-path', 'crisis.mediatr', setting('crisis.mediatr: 0.9')],
  ['unknown-path', 'claims.no-troops.says', setting('claims.no-troops.says: unlikely')],
  ['out-of-bounds', '1.9', setting('crisis.mediator: 1.9')],
  ['inject-sets-inject', 'injects.truce.chance', setting('injects.truce.chance: 1')],
  ['inject-sets-theory', 'weights.stake', setting('weights.stake: 2')],
  ['inject-sets-theory', 'channels.combat.alpha', setting('crisis.mediator: 0.9, channels.combat.alpha: 1')],
  ['inject-sets-theory', 'rules.obligation', setting('rules.obligation: reputation')],
  ['inject-sets-theory', 'votingRules.trio', setting('votingRules.trio: []')],
  ['inject-sets-theory', 'ladders.icd-203.title', setting('ladders.icd-203.title: Words')],
  ['inject-sets-theory', 'baseRates.rate.value', setting('baseRates.rate.value: 0.5')],
  ['inject-changes-axes', 'crisis.horizon', setting('crisis.horizon: 60 days')],
  ['change-breaks', 'set', setting('ties.cascadia-borduria.stake: 0.2')],
  ['inject-changes-axes', 'set', setting('proxies.militia.for: borduria, crisis.mediator: 0.9')],
  ['inject-changes-axes', 'actors.cascadia.kind', setting('actors.cascadia.kind: nonstate')],
  [
    'duplicate-id',
    'truce',
    injecting(
      `id: truce\n    title: One\n    on: 2 days\n    ${SET}`,
      `id: truce\n    title: Two\n    on: 3 days\n    ${SET}`,
    ),
  ],
  ['reserved-key', 'constructor', injecting(`id: constructor\n    title: One\n    on: 2 days\n    ${SET}`)],
]

describe('one law of injects broken is one fault, at its place', () => {
  test.each(FAULTS)('%s at %s', (code, covered, edit) => {
    expect(toldWith(edit)).toEqual([[code, covered]])
  })
})
