/** Arsenals, coalitions, injects and rival rules in plain words: conditions, quantities, changes, events. */
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '../../src/engine/trace.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import { lawText } from '../../src/report/amount-text.ts'
import { changeText } from '../../src/report/change-text.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { conditionText } from '../../src/report/condition-text.ts'
import { fieldText } from '../../src/report/field-text.ts'
import { injectText } from '../../src/report/inject-text.ts'
import { quantitiesById } from '../../src/report/inputs.ts'
import { withoutTexts } from '../../src/report/left-out-text.ts'
import { quantityText } from '../../src/report/quantity-text.ts'
import { traceScreen, type TraceScreenOptions } from '../../src/report/trace-screen.ts'
import { otherwise } from '../../src/report/world-difference.ts'
import type { Condition, Scenario } from '../../src/scenario/scenario.ts'
import { quantityOf } from '../judge/make.ts'
import { asked } from './asked.ts'
import { scenarioOfForces } from './make-forces.ts'

const scenario = scenarioOfForces()

const SET = 'actors.cascadia.utilisation = { range: [0.1, 0.5, 0.9], why: busy }'
/** The world in which Cascadia is so far committed elsewhere, in the middle. */
function busier(p50: number): Scenario {
  const id = 'actors.cascadia.utilisation'
  const quantity = quantityOf(id, { law: { kind: 'quantiles', p05: 0.1, p50, p95: 0.9 } })
  const cascadia = scenario.actors.get('cascadia')!
  return {
    ...scenario,
    actors: new Map([
      ...scenario.actors,
      ['cascadia', { ...cascadia, quantities: { utilisation: quantity } }],
    ]),
  }
}
const beside = { for: 'borduria' }

describe('conditions', () => {
  test.each<[Condition, string]>([
    [
      asked('coalition.role', 'dunmark', { ...beside, test: { op: '>=', value: 3 } }),
      'Dunmark, beside Borduria: role reaches logistics or more, days 0-60',
    ],
    [
      asked('coalition.role', 'dunmark', { ...beside, test: { op: '<', value: 1 } }),
      'Dunmark, beside Borduria: role stays at none, days 0-60',
    ],
    [
      asked('coalition.role', 'dunmark', { ...beside, over: 'last', test: { op: '<=', value: 0 } }),
      'Dunmark, beside Borduria: role ends at none or less, days 0-60',
    ],
    [
      asked('coalition.joined', 'borduria', { test: { op: '>=', value: 4 } }),
      'number of states on the side of Borduria, lending bases or more: reaches 4 or more, days 0-60',
    ],
    [
      asked('coalition.combat', 'borduria', { from: 60, test: { op: '>=', value: 2 } }),
      'number of states that fight on the side of Borduria: is 2 or more, day 60',
    ],
    [
      asked('arsenal.stock.missile', 'avalon', { over: 'last', test: { op: '<', value: 200 } }),
      'Avalon: missiles left ends at below 200, days 0-60',
    ],
    [
      asked('arsenal.exhausted', 'avalon', { test: { op: '==', value: 0 } }),
      'Avalon: an arsenal that can always fire a tenth or more of what it could at the opening, days 0-60',
    ],
    [asked('inject.happened', 'truce'), '“A truce in the north”: in force, days 0-60'],
    [
      asked('council.assembly', 'authorise-force'),
      '“authorise all necessary means”: adopted by the General Assembly, days 0-60',
    ],
    [
      {
        kind: 'fact',
        path: 'arsenal.avalon.missile.stock',
        value: quantityOf('arsenals.avalon.missile.stock', { unit: 'count' }),
        test: { op: '>', value: 900 },
      },
      'the missiles of Avalon at the start is above 900',
    ],
  ])('%#: in words', (condition, text) => {
    expect(conditionText(condition, scenario)).toBe(text)
  })

  test('no metric of forces and politics is told by its name in the code', () => {
    const forces = METRICS.filter(({ name }) =>
      /^(?:arsenal|coalition|inject|legitimacy|council)\./u.test(name),
    )
    expect(forces.length).toBeGreaterThan(20)
    for (const { name, of, dyadic } of forces) {
      const subject =
        { candidate: 'dunmark', inject: 'truce', draft: 'authorise-force' }[of as string] ?? 'avalon'
      const text = conditionText(asked(name, subject, dyadic ? beside : {}), scenario)
      expect(text, name).not.toMatch(/\w\.\w/u)
    }
  })
})

describe('quantities', () => {
  test.each([
    ['arsenals.avalon.missile.stock', 'the missiles of Avalon at the start'],
    ['arsenals.avalon.threshold', 'the hits that Avalon can bear before it would rather stop'],
    ['coalitions.borduria.regionalMandate', 'how far a regional body backs Borduria'],
    ['coalitions.borduria.candidates.dunmark.cost', 'what it would cost Dunmark to join Borduria'],
    ['injects.truce.chance', 'the chance of “A truce in the north”'],
    ['council.members.cascadia.restraint', 'how averse Cascadia is to strong measures of the council'],
    ['council.drafts.authorise-force.strength', 'how much “authorise all necessary means” asks for'],
    ['rules.deterrence', 'which rule of deterrence holds'],
    ['weights.coalitionPeers', "the weight of those who have joined in a state's joining"],
    ['ties.dunmark-borduria.alignment', "Dunmark's alignment with Borduria"],
    ['crisis.channelsOpen', 'how far channels between the sides are open'],
  ])('%s is %s', (id, text) => {
    expect(quantityText(id, scenario)).toBe(text)
  })

  test('none of the scenario is told by its id', () => {
    const ids = [...quantitiesById(scenario).keys()].filter((id) =>
      /^(?:arsenals|coalitions|injects|rules)\./u.test(id),
    )
    expect(ids.length).toBeGreaterThan(10)
    for (const id of ids) expect(quantityText(id, scenario), id).not.toMatch(/\w\.\w/u)
  })

  test('a rule is told with the credence of each of its forms, or the form that is certain', () => {
    const rule = scenario.rules.get('deterrence')!
    expect(lawText(rule)).toBe('none 30 %, graded 50 %, strong 20 %')
    expect(lawText({ ...rule, law: { kind: 'fixed', value: 2 } })).toBe('strong')
  })
})

describe('changes', () => {
  test.each([
    ['rules.capacity = shadowPrice', 'under the rule of capacity: shadow price'],
    ['injects.truce.chance = 1', 'if “A truce in the north” were certain'],
    ['injects.truce.chance = 0', 'if “A truce in the north” never came to pass'],
    ['injects.truce.chance = 30 %', 'with the chance of “A truce in the north” at 30 %'],
    ['council.members.cascadia.permanent = false', 'if Cascadia had no permanent seat'],
    ['council.rule = nine-of-fifteen', 'under the voting rule nine-of-fifteen'],
    ['coalitions.borduria.regionalMandate = 0.9', 'with how far a regional body backs Borduria at 0.9'],
    ['rules.deterrence = strong', 'under the rule of deterrence: strong'],
    ['injects.truce.on = 5 days', 'with the day of “A truce in the north”: 5 days'],
    ['arsenals.avalon.missile.stock = 10 count', 'with the missiles of Avalon at the start at 10 count'],
  ])('%s', (text, words) => {
    expect(changeText(text, scenario)).toBe(words)
  })

  test('a value that is written out is told as a number with its range, whatever its reason says', () => {
    const text = 'actors.cascadia.utilisation = { range: [0, 0.5, 1], why: busy; elsewhere }; without dunmark'
    const words = 'with how far Cascadia is committed elsewhere at 0.5 (0.1 to 0.9), and without Dunmark'
    expect(changeText(text, scenario, busier(0.5))).toBe(words)
  })

  test('the casus foederis of a promise has words as an input and as a change', () => {
    const [id, tie] = [...scenario.ties][0]!
    const pair = `${scenario.actors.get(tie.from)!.name} → ${scenario.actors.get(tie.to)!.name}`
    const path = `ties.${id}.casusFoederis.discretion`
    expect(changeText(`${path} = false`, scenario)).toBe(
      `if the promise ${pair} did not leave the means to the giver`,
    )
    expect(fieldText(path, scenario)).toBe(`whether the promise ${pair} leaves the means to the giver`)
  })

  test('what seats a council has words as an input', () => {
    expect(fieldText('council.members.cascadia.permanent', scenario)).toBe(
      'whether Cascadia has a permanent seat in the council',
    )
    expect(fieldText('council.rule.veto', scenario)).not.toContain('council.')
  })

  test('who is left out joins no coalition, where it might have joined one', () => {
    const without = (id: string): string =>
      withoutTexts(scenario, { ...scenario, without: { actors: [id], mechanisms: [] } }).join()
    expect(without('dunmark')).toContain('enters nothing, joins no coalition and casts no vote')
    expect(without('cascadia')).toBe('without Cascadia: it gives nothing, enters nothing and casts no vote')
  })

  test('two worlds are told apart by what an inject sets, and not by the world that it makes', () => {
    const truce = scenario.injects.get('truce')!
    const change = { text: 'actors.cascadia.utilisation = 90 %', world: scenario }
    const after = { ...scenario, injects: new Map([['truce', { ...truce, day: 5, change }]]) }
    expect(otherwise(scenario, after).map(({ name, was, is }) => [name, was, is])).toEqual([
      ['what “A truce in the north” sets', 'actors.cascadia.utilisation = 20 %', change.text],
      ['the day of “A truce in the north”', '20', '5'],
    ])
  })
})

describe('a playout', () => {
  const told = (events: readonly Partial<TraceEvent>[], given: Partial<TraceScreenOptions> = {}): string =>
    traceScreen(
      {
        number: 7,
        batch: 0,
        draw: 0,
        playout: 7,
        seed: 1,
        horizon: 60,
        events: events.map((event) => ({ day: 3, metric: '', of: '', from: 0, to: 1, ...event })),
      },
      scenario,
      { width: 120, colour: PLAIN, seed: 1, ...given },
    )

  test('tells an inject on its day, with its title and what it sets', () => {
    const truce = { metric: 'inject.happened', of: 'truce' }
    const shown = told([
      { ...truce, day: 20 },
      { ...truce, day: 50, from: 1, to: 0 },
    ])
    expect(shown).toMatch(/day 20 +It comes to pass: “A truce in the north”: with how far Cascadia/u)
    expect(shown).toMatch(/day 50 +“A truce in the north” is over/u)
  })

  test('tells what an inject sets from what to what, at the value of this playout', () => {
    const inject = { ...scenario.injects.get('truce')!, change: { text: SET, world: busier(0.5) } }
    const drawn = { 'actors.cascadia.utilisation': 0.62 }
    const was = { ...scenario, actors: busier(0.2).actors }
    const lead = 'how far Cascadia is committed elsewhere: 0.2 (0.1 to 0.9) →'
    expect(injectText(inject, was)).toBe(`${lead} 0.5 (0.1 to 0.9)`)
    expect(injectText(inject, was, drawn)).toBe(`${lead} 0.62 in this playout`)
  })

  test('tells that a clause comes into force or is in force no longer', () => {
    const [id, tie] = [...scenario.ties][0]!
    const world = (defence: boolean): Scenario => ({
      ...scenario,
      ties: new Map([...scenario.ties, [id, { ...tie, clauses: { ...tie.clauses, defence } }]]),
    })
    const told = (before: boolean): string => {
      const change = { text: `ties.${id}.clauses.defence = ${!before}`, world: world(!before) }
      return injectText({ ...scenario.injects.get('truce')!, change }, world(before))
    }
    expect(told(false)).toMatch(/^a defence clause .* → .* comes into force$/u)
    expect(told(true)).toMatch(/ is no longer in force$/u)
  })

  test('tells of an actor the injects that set something of its own', () => {
    const truce = [{ metric: 'inject.happened', of: 'truce' }]
    expect(told(truce, { actor: 'cascadia' })).toContain('A truce')
    expect(told(truce, { actor: 'dunmark' })).not.toContain('A truce')
  })

  test('tells who joins and how far', () => {
    const role = { metric: 'coalition.role', of: 'dunmark', for: 'borduria' }
    const shown = told([role, { ...role, day: 4, from: 1, to: 4 }])
    expect(shown).toContain('Dunmark joins Borduria: it lends bases')
    expect(shown).toContain('Dunmark fights beside Borduria')
  })

  test('tells that firing begins and ends, that interceptors run out, and not each day between', () => {
    const missiles = { metric: 'arsenal.launched.missile', of: 'avalon' }
    const shown = told([
      { ...missiles, from: 0, to: 90 },
      { ...missiles, day: 4, from: 90, to: 80 },
      { metric: 'arsenal.interceptors', of: 'avalon', day: 6, from: 3, to: 0 },
      { metric: 'arsenal.stock.missile', of: 'avalon', from: 900, to: 810 },
      { metric: 'arsenal.stock.missile', of: 'avalon', day: 8, from: 80, to: 0 },
      { ...missiles, day: 9, from: 80, to: 0 },
    ])
    expect(shown).toContain('begins to fire: 90 missiles on the day')
    expect(shown).not.toContain('80 missiles')
    expect(shown).not.toContain('810')
    expect(shown).toContain('Avalon has no interceptors left')
    expect(shown).toContain('Avalon: no more missiles')
  })

  test('that fire ends with the fighting goes without saying', () => {
    const shown = told([
      { metric: 'termination.ended', day: 8 },
      { metric: 'arsenal.launched.missile', of: 'avalon', day: 9, from: 80, to: 0 },
    ])
    expect(shown).toContain('The fighting ends')
    expect(shown).not.toContain('missiles')
  })

  test('a full store that nothing can fire is not told as empty', () => {
    const shown = told([
      { metric: 'arsenal.stock.missile', of: 'avalon', day: 8, from: 400, to: 380 },
      { metric: 'arsenal.launched.missile', of: 'avalon', day: 9, from: 20, to: 0 },
    ])
    expect(shown).toContain('Avalon: nothing left to fire missiles with')
  })

  test('tells of an actor the votes that it cast', () => {
    const votes = { yes: ['dunmark'], no: [], abstain: [], absent: [] }
    const shown = told([{ metric: 'council.voted', of: 'authorise-force', votes }], { actor: 'dunmark' })
    expect(shown).toContain('yes: Dunmark')
  })

  test('tells everything that changed when all is asked for', () => {
    const shown = told([{ metric: 'arsenal.stock.missile', of: 'avalon', from: 900, to: 810 }], { all: true })
    expect(shown).toContain('Avalon: missiles left 900 → 810')
  })
})
