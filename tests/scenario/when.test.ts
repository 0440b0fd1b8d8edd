/** Conditions on a running crisis: what can be said, and every way to say it wrong, at its place. */
import { describe, expect, test } from 'vitest'
import type { When } from '../../src/scenario/scenario.ts'
import type { Edit } from './small-edit.ts'
import { injecting, smallWorld, toldWith } from './small-edit.ts'

const waiting = (when: string): Edit =>
  injecting(
    `id: turn\n    title: A turn\n    when: ${when}\n    set: { crisis.mediator: 0.9 }\n    source: desk`,
  )

function whenOf(text: string): When {
  return smallWorld(waiting(text)).injects.get('turn')!.when!
}

test('metrics are looked at over the whole crisis, delivered unless another stage is named, and each once', () => {
  const text =
    'support.combat[cascadia, avalon] >= 2 && support.combat.decided[cascadia, avalon] >= 2 || support.combat[cascadia,avalon] < 1'
  const { text: kept, looks, formula } = whenOf(text)
  expect(kept).toBe(text)
  const pair = { metric: 'support.combat', of: 'cascadia', for: 'avalon', from: 0, to: 90 }
  expect(looks).toEqual([
    { ...pair, take: 'delivered' },
    { ...pair, take: 'decided' },
  ])
  expect(formula).toMatchObject({ op: '||', left: { op: '&&' }, right: { left: { name: 'look0' } } })
})

describe('what can be said', () => {
  test.each([
    'termination.ended',
    '"!termination.ended && t >= 10"',
    'council.adopted[stop]',
    'council.yes[stop] >= 2',
    'proxies.entered[militia] || council.vetoed[stop]',
    'escalation.rung[cascadia, avalon] >= 6 && t >= 10',
    'escalation.rung[cascadia, avalon] + 1 > 2 * support.display.observed[cascadia, avalon]',
    'min(support.materiel[cascadia, avalon], 2) == 2',
    'capacity.free[cascadia, avalon] < 0.2',
    'obligation.combat[cascadia, avalon] > 0',
    '"(termination.ended ? 1 : 0) + (council.adopted[stop] ? 1 : 0) >= 1"',
    '"!inject.happened[turn] && t > 3"',
  ])('%s', (text) => {
    expect(toldWith(waiting(text))).toEqual([])
  })
})

/** code, covered text, condition as it stands in the file. */
const FAULTS: readonly (readonly [string, string, string])[] = [
  ['unknown-metric', 'support.combats', 'support.combats[cascadia, avalon] > 0'],
  ['unknown-metric', 'ended', 'ended'],
  ['unknown-metric', 'look0', 'termination.ended && look0'],
  ['unknown-actor', 'cascadai', 'support.combat[cascadai, avalon] > 0'],
  ['not-a-dyad', 'borduria', 'support.combat[borduria, avalon] > 0'],
  ['unknown-draft', 'stopp', 'council.adopted[stopp]'],
  ['unknown-group', 'strays', 'proxies.entered[strays]'],
  ['unknown-inject', 'turns', 'inject.happened[turns]'],
  ['not-staged', 'observed', 'council.adopted.observed[stop]'],
  ['when-subject', 'support.combat[cascadia]', 'support.combat[cascadia] > 0'],
  ['when-subject', 'support.combat', 'support.combat > 0'],
  ['when-subject', 'termination.ended[avalon]', 'termination.ended[avalon]'],
  ['when-syntax', '=', 'council.yes[stop] >== 2'],
  ['when-syntax', '>', 'council.yes[stop] >'],
  ['when-syntax', 'council.yes[stop] % 2', 'council.yes[stop] % 2'],
  ['when-syntax', 'true', 'council.adopted[stop] == true'],
  ['when-syntax', 'sum(t, t)', 'sum(t, t) > 1'],
  ['when-syntax', 'last(council.yes[stop])', 'last(council.yes[stop]) > 1'],
  ['division-by-zero', '0', 't / 0 > 1'],
  ['division-by-zero', '2 - 2', 't >= 3 && council.yes[stop] / (2 - 2) > 1'],
  ['when-number', 't + 1', 't + 1'],
  ['when-number', '5', '5'],
  ['when-number', 'council.yes[stop]', 't > 3 && council.yes[stop]'],
  ['when-flag', 'council.adopted[stop]', 'council.adopted[stop] + 1 > 1'],
  ['flag-compared', 'council.adopted[stop] == 1', 'council.adopted[stop] == 1'],
  ['unit-mismatch', 't', 'escalation.rung[cascadia, avalon] > t'],
  ['out-of-bounds', 'escalation.rung[cascadia, avalon] >= 11', 'escalation.rung[cascadia, avalon] >= 11'],
  ['out-of-bounds', '4 <= support.combat[cascadia, avalon]', '4 <= support.combat[cascadia, avalon]'],
]

describe('one slip is one fault, at its place', () => {
  test.each(FAULTS)('%s at %s: %s', (code, covered, text) => {
    expect(toldWith(waiting(text))).toEqual([[code, covered]])
  })
})
