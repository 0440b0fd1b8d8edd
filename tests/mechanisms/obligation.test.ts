/** Laws of clauses: a promise moves a decision only where it binds, and only in the channel that it names. */
import { describe, expect, test } from 'vitest'
import { type ChannelId, CHANNELS, type Claim } from '../../src/scenario/scenario.ts'
import { canonical, choiceOf, only, played, share } from '../engine/play.ts'
import { claim, type TieOptions, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 1, draws: 8, playouts: 2 }
const CRISIS = { form: 'invasion', theatre: 'europe' }

function required(level: number, of = 'ally', recipient = 'good'): Claim {
  return claim('required', {
    metric: 'obligation.combat',
    of,
    for: recipient,
    test: { op: '==', value: level },
  })
}

/** Whether the level of combat that is owed is this one, all the time. */
function owes(
  level: number,
  friend: TieOptions,
  options: WorldOptions & { readonly recipient?: string } = {},
): boolean {
  const { recipient = 'good', ...rest } = options
  const scenario = world({
    supporters: [{ id: 'ally', recipient, friend }],
    claims: [required(level, 'ally', recipient)],
    crisis: CRISIS,
    ...rest,
  })
  return share(played(scenario, { design: DESIGN }), 'required') === 1
}

/** Closed-form odds of any support at all, by channel. */
function odds(friend: TieOptions, foe: TieOptions = {}, recipient = 'good'): Record<ChannelId, number> {
  const scenario = world({
    supporters: [{ id: 'ally', recipient, friend, foe }],
    weights: { leaning: 0, salience: 0 },
    crisis: CRISIS,
  })
  const summary = played(scenario, { design: DESIGN })
  return Object.fromEntries(
    CHANNELS.map((channel) => [channel, 1 - choiceOf(summary, `ally:${recipient}:${channel}`)[0]!]),
  ) as Record<ChannelId, number>
}

const DEFENCE = { clauses: ['defence'] } as const
const FREE = odds({})

describe('a defence clause', () => {
  test('that binds requires its level of combat, and one with discretion level 1', () => {
    expect(owes(2, DEFENCE)).toBe(true)
    expect(owes(3, { ...DEFENCE, casusFoederis: { requiredLevel: 3 } })).toBe(true)
    expect(owes(1, { ...DEFENCE, casusFoederis: { requiredLevel: 3, discretion: true } })).toBe(true)
  })

  test('raises combat and no other channel, by its weight in log-odds', () => {
    const bound = odds(DEFENCE)
    for (const channel of CHANNELS) {
      if (channel === 'combat') expect(bound.combat).toBeGreaterThan(FREE.combat)
      else expect(bound[channel]).toBe(FREE[channel])
    }
    const logOdds = (p: number): number => Math.log(p / (1 - p))
    expect(logOdds(bound.combat) - logOdds(FREE.combat)).toBeCloseTo(0.9, 6)
  })

  test.each<[string, TieOptions, boolean]>([
    [
      'is triggered by this form of attack',
      { ...DEFENCE, casusFoederis: { trigger: ['invasion', 'blockade'] } },
      true,
    ],
    [
      'is not triggered by this form of attack',
      { ...DEFENCE, casusFoederis: { trigger: ['blockade'] } },
      false,
    ],
    ['covers this theatre', { ...DEFENCE, casusFoederis: { scope: ['europe'] } }, true],
    ['does not cover this theatre', { ...DEFENCE, casusFoederis: { scope: ['asia'] } }, false],
    ['excludes another attacker', { ...DEFENCE, casusFoederis: { exclusions: ['nobody'] } }, true],
    ['excludes this attacker', { ...DEFENCE, casusFoederis: { exclusions: ['bad'] } }, false],
  ])('binds only where it %s', (_, friend, binds) => {
    expect(owes(2, friend)).toBe(binds)
    expect(odds(friend).combat > FREE.combat).toBe(binds)
  })

  test('is excluded only when every attacker is', () => {
    const friend = { ...DEFENCE, casusFoederis: { exclusions: ['bad'] } }
    const crisis = { ...CRISIS, attackers: ['bad', 'worse'], targets: ['good'] }
    expect(owes(2, friend, { crisis })).toBe(true)
  })

  test('owes an attacker nothing; an offence clause owes the attacker and not the attacked', () => {
    expect(owes(0, DEFENCE, { recipient: 'bad' })).toBe(true)
    expect(owes(2, { clauses: ['offence'] }, { recipient: 'bad' })).toBe(true)
    expect(owes(0, { clauses: ['offence'] })).toBe(true)
  })
})

describe('a consultation clause', () => {
  test('raises words and nothing else', () => {
    const bound = odds({ clauses: ['consultation'] })
    for (const channel of CHANNELS) {
      if (channel === 'political') expect(bound.political).toBeGreaterThan(FREE.political)
      else expect(bound[channel]).toBe(FREE[channel])
    }
  })
})

describe('a neutrality clause', () => {
  const neutral = odds({}, { clauses: ['neutrality'] }, 'bad')

  test('to the attacked bars all aid to its attacker but words', () => {
    for (const channel of CHANNELS) expect(neutral[channel] > 0).toBe(channel === 'political')
    expect(neutral.political).toBe(odds({}, {}, 'bad').political)
  })

  test('to an attacker bars no aid to the attacked', () => {
    expect(odds({}, { clauses: ['neutrality'] })).toEqual(FREE)
  })

  test('that does not bind bars nothing', () => {
    const foe: TieOptions = { clauses: ['neutrality'], casusFoederis: { trigger: ['blockade'] } }
    expect(odds({}, foe, 'bad')).toEqual(odds({}, {}, 'bad'))
  })

  test('keeps every level of every playout at 0', () => {
    const claims = CHANNELS.map((channel) =>
      claim(channel, {
        metric: `support.${channel}`,
        for: 'bad',
        take: 'decided',
        over: 'sum',
        test: { op: '>', value: 0 },
      }),
    )
    const summary = played(
      world({ supporters: [{ id: 'ally', recipient: 'bad', foe: { clauses: ['neutrality'] } }], claims }),
      { design: { batches: 1, draws: 64, playouts: 4 } },
    )
    for (const channel of CHANNELS) expect(share(summary, channel) > 0).toBe(channel === 'political')
  })
})

describe('a nonaggression clause', () => {
  test('bars own force against a partner that is attacked, and nothing else', () => {
    const bound = odds({}, { clauses: ['nonaggression'] }, 'bad')
    expect(bound).toEqual({ ...odds({}, {}, 'bad'), combat: 0 })
  })

  test('does not bar the defence of the victim of a partner that attacks', () => {
    expect(odds({}, { clauses: ['nonaggression'] }, 'good')).toEqual(odds({}, {}, 'good'))
  })

  test('with any one of several opponents is enough', () => {
    const crisis = { attackers: ['bad'], targets: ['good', 'worse'] }
    const scenario = world({ crisis, supporters: [{ id: 'ally', recipient: 'bad' }] })
    const clauses = { ...scenario.ties.get('ally-worse')!.clauses, nonaggression: true }
    const ties = new Map([...scenario.ties, ['ally-worse', { ...scenario.ties.get('ally-worse')!, clauses }]])
    expect(choiceOf(played({ ...scenario, ties }, { design: DESIGN }), 'ally:bad:combat')).toEqual([
      1, 0, 0, 0,
    ])
  })
})

test('a label is no promise: what the parties call their tie moves no bit', () => {
  const scenario = world()
  const ties = new Map([...scenario.ties].map(([id, one]) => [id, { ...one, label: 'Eternal Alliance' }]))
  const usual = played(scenario, { design: DESIGN })
  expect(canonical(only(played({ ...scenario, ties }, { design: DESIGN }), usual))).toBe(canonical(usual))
})
