/** Laws of rival rules that hold whichever form is in force: the closed form, the bits, and what a certain form costs. */
import { describe, expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { RULE_NAMES, RULES, type RuleName, STANDARD } from '../../src/mechanisms/rules.ts'
import { CHANNELS, type Claim, type Scenario } from '../../src/scenario/scenario.ts'
import type { RuleOptions } from '../engine/force-world.ts'
import { canonical, choiceOf, played, playoutsIn, share } from '../engine/play.ts'
import { claim, range, type Supporter, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 8 }
const SMALL = { batches: 1, draws: 16, playouts: 2 }
const N = playoutsIn(DESIGN)

/** One who has promised force and a voice, and has little to spare. */
const BOUND: Supporter = {
  id: 'ally',
  actor: { utilisation: range(0.3, 0.6, 0.95) },
  friend: { clauses: ['defence', 'consultation'], values: { stake: range(0.1, 0.5, 0.9) } },
}
const NEUTRAL: Supporter = { id: 'ally', recipient: 'bad', foe: { clauses: ['neutrality'] } }
const CLAIMS: readonly Claim[] = CHANNELS.flatMap((channel) =>
  [1, 2, 3].map((level) =>
    claim(`${channel}-${level}`, {
      metric: `support.${channel}`,
      take: 'decided',
      test: { op: '>=', value: level },
    }),
  ),
)

const EACH: readonly RuleOptions[] = [
  ...RULE_NAMES.flatMap((rule) => RULES[rule].map((form): RuleOptions => ({ [rule]: form }))),
  { deterrence: 'strong', obligation: 'fulfilment', capacity: 'shadowPrice', secrecy: 'unseen' },
  { deterrence: [0.3, 0.5, 0.2], obligation: [0.4, 0.3, 0.3], capacity: [0.5, 0.5], secrecy: [0.5, 0.5] },
]

function under(rules: RuleOptions, options: WorldOptions = {}): Scenario {
  return world({ supporters: [BOUND], claims: CLAIMS, rules, ...options })
}

test.each(EACH)('with a frozen situation the peak that is decided has the closed-form odds: %j', (rules) => {
  for (const supporter of [BOUND, NEUTRAL]) {
    const recipient = supporter.recipient ?? 'good'
    const claims = CLAIMS.map((one) => ({ ...one, that: { ...one.that!, for: recipient } as Claim['that'] }))
    const scenario = under(rules, { supporters: [supporter], claims: claims as Claim[] })
    const summary = played(scenario, { design: DESIGN })
    for (const channel of CHANNELS) {
      const choice = choiceOf(summary, `ally:${recipient}:${channel}`)
      expect(choice.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
      for (const level of [1, 2, 3]) {
        const p = choice.slice(level).reduce((sum, one) => sum + one, 0)
        const off = Math.abs(share(summary, `${channel}-${level}`) - p)
        expect(off, `${channel} ${level}`).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / N) + 1e-9)
      }
    }
  }
})

test.each(EACH)('both engines give the same bits: %j', (rules) => {
  const scenario = under(rules, { supporters: [BOUND, { ...NEUTRAL, id: 'rogue' }, { id: 'friend' }] })
  const summary = canonical(played(scenario, { design: SMALL }))
  expect(canonical(played(scenario, { design: SMALL, engine: 'interpreter' }))).toBe(summary)
})

describe('a form that is certain', () => {
  test('is, of the standard ones, what stands where nothing is said', () => {
    expect(canonical(played(under(STANDARD), { design: SMALL }))).toBe(
      canonical(played(under({}), { design: SMALL })),
    )
  })

  test.each(RULE_NAMES.flatMap((rule) => RULES[rule].map((form): [RuleName, string] => [rule, form])))(
    'of %s, %s, gives what it gives as one of several that alone has credence',
    (rule, form) => {
      const supporters = [BOUND, { ...NEUTRAL, id: 'rogue' }, { id: 'friend' }]
      const shares = RULES[rule].map((one) => Number(one === form))
      const sure = played(under({ [rule]: form }, { supporters }), { design: SMALL })
      const drawn = played(under({ [rule]: shares }, { supporters }), { design: SMALL })
      for (const kept of ['histograms', 'means', 'peaks'] as const) expect(drawn[kept]).toEqual(sure[kept])
      for (const [id, { count, squares }] of sure.claims)
        expect([drawn.claims.get(id)!.count, drawn.claims.get(id)!.squares]).toEqual([count, squares])
    },
  )

  test('costs nothing: what only other forms need is not drawn and has no place', () => {
    const scenario = under({}, { weights: { strongDeterrence: range(1, 2, 3), reputation: range(1, 2, 3) } })
    const { slots, chances } = lower(scenario, mechanismsOf(scenario))
    for (const name of [
      'strongDeterrence',
      'reputation',
      'honoured',
      'neutralityKept',
      'shadowPrice',
      'scarcity',
    ])
      expect(slots.has(`weight/w.${name}`), name).toBe(false)
    expect(chances.map(({ draw }) => draw)).not.toContain('word')
    expect(makePlan(scenario).parameters.map(({ id }) => id)).not.toContain('weights.reputation')
    expect(slots.get('support.closed')!.binding).toBe('draw')
    expect(slots.get('support.believed')!.binding).toBe('draw')
  })

  test('leaves what others expect known with the draw, whatever the form', () => {
    for (const rules of EACH) {
      const scenario = under(rules)
      expect(lower(scenario, mechanismsOf(scenario)).slots.get('support.believed')!.binding).toBe('draw')
    }
  })
})
