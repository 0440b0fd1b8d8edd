/** What a hazard is solved from is an anchor; the crisis, the weights and the channels that carry such figures. */
import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quantity, Scenario } from '../../src/scenario/scenario.ts'
import { valueAt } from '../../src/engine/law.ts'
import { BRIDGE, checkFiles, checkText, edited, told } from './bridge.ts'

const FIGURES =
  ', duration: 10 to 60 days, mediator: 0.1 to 0.5, regimeThreat: 0.2 to 0.6, channelsOpen: 0.2 to 0.7'
const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'

function valid(text: string): Scenario {
  const { value, faults } = checkText(text)
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

function all(scenario: Scenario): Quantity[] {
  const holders = [
    scenario.crisis,
    ...scenario.actors.values(),
    ...scenario.ties.values(),
    ...scenario.channels.values(),
  ]
  return [
    ...holders.flatMap(({ quantities }) => Object.values(quantities)),
    ...[...scenario.channels.values()].flatMap((channel) => [
      ...(channel.reported ?? []),
      ...(channel.presence ?? []),
    ]),
    ...scenario.weights.values(),
  ]
}

describe('the crisis', () => {
  test('states how long, how well mediated and how threatening it is, each under its path', () => {
    const { quantities } = valid(BRIDGE).crisis
    expect(Object.values(quantities).map(({ id, unit, role, source }) => [id, unit, role, source])).toEqual([
      ['crisis.duration', 'day', 'anchor', 'desk'],
      ['crisis.mediator', 'fraction', 'input', 'desk'],
      ['crisis.channelsOpen', 'fraction', 'input', 'desk'],
      ['crisis.regimeThreat', 'fraction', 'input', 'desk'],
    ])
  })

  test('that does not say so gets vague ranges and one warning that names them', () => {
    const text = edited([FIGURES, ', mediator: 0.2'])
    expect(told(text, 'warning')).toEqual([['assumed-input', 'crisis']])
    expect(checkText(text).faults[0]?.says).toContain('does not state duration, channelsOpen, regimeThreat:')
    const { duration, regimeThreat } = valid(text).crisis.quantities
    expect(duration).toMatchObject({
      law: { kind: 'quantiles', p05: 5, p50: 25, p95: 120 },
      role: 'anchor',
      assumed: true,
    })
    expect(regimeThreat).toMatchObject({ law: { p05: 0.05, p50: 0.5, p95: 0.95 }, assumed: true })
    expect(
      valid(edited([FIGURES, ', duration: 9 days, regimeThreat: 0.1'])).crisis.quantities['mediator']?.law,
    ).toEqual({ kind: 'quantiles', p05: 0, p50: 0.3, p95: 0.8 })
  })

  test('may state its length by any law, and claims may ask for it', () => {
    const text = edited(
      ['duration: 10 to 60 days', 'duration: { lognormal: 1 to 12 weeks }'],
      [CONDITION, 'that: { fact: crisis.duration, test: "> 20" }'],
    )
    expect(valid(text).crisis.quantities['duration']?.law).toEqual({ kind: 'lognormal', p05: 7, p95: 84 })
    expect(valid(text).claims[0]?.that).toMatchObject({
      value: { id: 'crisis.duration' },
      test: { op: '>', value: 20 },
    })
    const start = edited([CONDITION, 'that: { fact: crisis.start, test: "== 2020-01-01" }'])
    expect(valid(start).claims[0]?.that).toMatchObject({ value: valid(BRIDGE).crisis.start })
    expect(told(edited([CONDITION, 'that: { fact: crisis.lenght, test: "> 20" }']), 'fault')).toEqual([
      ['bad-fact-path', 'crisis.lenght'],
    ])
  })

  test('with a figure at fault is still known by its sides, so that nothing else is taken for a fault', () => {
    const text = edited(['mediator: 0.1 to 0.5', 'mediator: 1.2'], ['of: cascadia', 'of: borduria'])
    expect(told(text, 'fault')).toEqual([
      ['out-of-bounds', '1.2'],
      ['not-a-dyad', 'borduria'],
    ])
  })
})

describe('an anchor', () => {
  test('is what a field is by its nature: those of the crisis and of nuclear dyads, and no others', () => {
    const anchors = all(valid(BRIDGE)).filter(({ role }) => role === 'anchor')
    expect(anchors.map(({ id }) => id).sort()).toEqual([
      'crisis.duration',
      'weights.dyadWar',
      'weights.mutualForce',
    ])
  })

  test('may be called one, and nothing else', () => {
    const as = (role: string) =>
      told(edited(['duration: 10 to 60 days', `duration: { range: 10 to 60 days, role: ${role} }`]), 'fault')
    expect(as('anchor')).toEqual([])
    expect(as('input')).toEqual([['anchor-as-input', 'input']])
    expect(as('expectation')).toEqual([['expectation-read', 'expectation']])
  })

  test('is no name for a figure from which nothing is solved', () => {
    const text = edited(['mediator: 0.1 to 0.5', 'mediator: { range: 0.1 to 0.5, role: anchor }'])
    expect(told(text, 'fault')).toEqual([['anchor-unsolved', 'anchor']])
  })
})

describe('people in the theatre', () => {
  const presence = (text: string) =>
    edited(['claims:\n', `channels: { display: { source: desk, presence: ${text} } }\nclaims:\n`])

  test('stand in the theory for the channels that send them, and for no others', () => {
    const { channels } = valid(BRIDGE)
    expect([...channels.values()].filter((channel) => channel.presence).map(({ id }) => id)).toEqual([
      'combat',
      'display',
      'enablement',
    ])
    expect(channels.get('combat')?.presence?.map(({ id, unit }) => [id, unit])).toEqual([
      ['channels.combat.presence.1', 'number'],
      ['channels.combat.presence.2', 'number'],
      ['channels.combat.presence.3', 'number'],
    ])
  })

  test('are no fewer at a higher level, by the medians', () => {
    expect(told(presence('[1, 1, 2]'), 'fault')).toEqual([])
    expect(told(presence('[1 to 3, { lognormal: 2 to 4.5 }, { uniform: 2 to 6 }]'), 'fault')).toEqual([])
    for (const falling of [
      '[2, 1, 3]',
      '[1, 3 to 9, 5]',
      '[1, 2, { uniform: 0 to 3 }]',
      '[5, { lognormal: 1 to 16 }, 9]',
    ])
      expect(told(presence(falling), 'fault')).toEqual([['presence-not-ascending', falling]])
  })

  test('are counted in thousands from 0 up, three figures for three levels', () => {
    expect(told(presence('[-1, 2, 3]'), 'fault')).toEqual([['out-of-bounds', '-1']])
    expect(told(presence('[1 km, 2, 3]'), 'fault')).toEqual([['unit-mismatch', '1 km']])
    expect(told(presence('[1, 2]'), 'fault')).toEqual([['wrong-type', '[1, 2]']])
  })

  test('that a scenario fixes leave the correlations of the theory without a fault', () => {
    const scenario = valid(presence('[1, 2, 3]'))
    const named = scenario.correlations.flatMap(({ between }) => between)
    expect(named.filter((id) => id.startsWith('channels.display.presence'))).toEqual([])
    expect(named).toContain('channels.combat.presence.2')
    const some = valid(presence('[1, 2 to 4, 3 to 9]'))
    expect(some.correlations.map(({ between }) => between)).toContainEqual([
      'channels.display.presence.2',
      'channels.display.presence.3',
    ])
  })
})

test('a scenario that says how a weight moves lays aside what the theory says of it, and of nothing else', () => {
  const text = 'correlations:\n  - { between: [weights.stake, weights.mediatorEffect], rho: 0.9 }\n'
  const pairs = (scenario: Scenario): string[] =>
    scenario.correlations.map(({ between }) => between.join(' '))
  const theory = pairs(valid(BRIDGE)).filter((pair) => !pair.includes('weights.stake'))
  expect(theory.length).toBeLessThan(pairs(valid(BRIDGE)).length)
  expect(pairs(valid(`${BRIDGE}${text}`))).toEqual([...theory, 'weights.mediatorEffect weights.stake'].sort())
})

describe('the weights of the shipped theory', () => {
  test('all stand on a source and say why', () => {
    const { weights, sources } = valid(BRIDGE)
    for (const { id, source, why } of weights.values()) {
      expect([id, sources.has(source ?? ''), (why ?? '').length > 20]).toEqual([id, true, true])
    }
  })

  test('say of entry that it is in sample for the two episodes to which it was tuned', () => {
    const entry = [...valid(BRIDGE).weights.values()].filter(({ id }) => id.startsWith('weights.entry'))
    expect(entry).toHaveLength(8)
    for (const { why } of entry) expect(why).toMatch(/In sample for June 2025 and October 2023/)
  })

  test('take the two anchors from counts, not from judgement', () => {
    const { weights, sources } = valid(BRIDGE)
    for (const name of ['mutualForce', 'dyadWar'])
      expect(sources.get(weights.get(name)?.source ?? '')?.kind).toBe('computed')
  })

  test('lie within their bounds between their 5 % and 95 % points, so that no bound bends a range', () => {
    for (const quantity of all(valid(BRIDGE))) {
      const { law, bounds } = quantity
      if (law.kind === 'quantiles' || law.kind === 'lognormal')
        expect([quantity.id, law.p05 >= bounds[0] && law.p95 <= bounds[1]]).toEqual([quantity.id, true])
      expect(Number.isFinite(valueAt(quantity, 5)) && Number.isFinite(valueAt(quantity, -5))).toBe(true)
    }
  })

  test('hold the base of entry to a negative figure and a war to a share', () => {
    const weigh = (text: string) => told(edited(['claims:\n', `weights: { ${text} }\nclaims:\n`]), 'fault')
    expect(weigh('entryBase: { value: -3, source: desk }')).toEqual([])
    expect(weigh('entryBase: { value: 0.5, source: desk }')).toEqual([['out-of-bounds', '0.5']])
    expect(weigh('entryFear: { value: -1, source: desk }')).toEqual([['out-of-bounds', '-1']])
    expect(weigh('mutualForce: { value: 0, source: desk }')).toEqual([['out-of-bounds', '0']])
    expect(weigh('directContact: { value: 0.1, source: desk }')).toEqual([['missing-unit', '0.1']])
    expect(weigh('fearLife: { value: 30 km, source: desk }')).toEqual([['unit-mismatch', '30 km']])
  })
})

test('the page of the language, scenarios/strait, has neither fault nor warning', () => {
  const path = 'scenarios/strait/strait.yaml'
  const bytes = readFileSync(join(import.meta.dirname, '../..', path))
  expect(checkFiles([{ path, bytes }]).faults).toEqual([])
})

test('nothing is taken out of a world that no change has touched', () => {
  expect(valid(BRIDGE).without).toEqual({ actors: [], mechanisms: [] })
})
