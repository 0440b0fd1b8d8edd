/** What `foedus run` tells of coalitions, arsenals, the Assembly and what was put in. */
import { describe, expect, test } from 'vitest'
import { PLAIN } from '../../src/report/colour.ts'
import { effortOf, effortShares, weighings } from '../../src/report/effort-shares.ts'
import { runScreen, type RunScreenOptions } from '../../src/report/run-screen.ts'
import { scenarioOfForces, summaryOfForces } from './make-forces.ts'
import { days, flowsSummary, PLAYOUTS } from './make-flows.ts'

function screen(given: Partial<RunScreenOptions> = {}): string {
  return runScreen(summaryOfForces(), scenarioOfForces(), { width: 80, colour: PLAIN, seed: 1, ...given })
}

describe('the screen of run with forces', () => {
  test.each([
    ['run-forces-80', { width: 80 }],
    ['run-forces-120', { width: 120 }],
    ['run-forces-80-verbose', { width: 80, verbose: true }],
  ])('%s is the golden one and fits', async (name, options) => {
    const shown = screen(options)
    for (const line of shown.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(options.width)
    await expect(shown).toMatchFileSnapshot(`./__golden__/${name}.txt`)
  })

  test('names candidates by how often they join, whoever comes first in the file', () => {
    const shown = screen()
    expect(shown.indexOf('Federation')).toBeLessThan(shown.indexOf('Dunmark'))
    expect(shown.indexOf('Dunmark')).toBeLessThan(shown.indexOf('Estmere'))
  })

  test('tells no role that was never played as certain nothing', () => {
    const line = screen()
      .split('\n')
      .find((text) => text.includes('Estmere'))
    expect(line).toMatch(/>0\.98\d? .*<0\.012/u)
  })

  test('an inject that is certain and dated is told by its day', () => {
    const scenario = scenarioOfForces()
    const truce = scenario.injects.get('truce')!
    const chance = { ...truce.chance, law: { kind: 'fixed', value: 1 } as const }
    const certain = { ...scenario, injects: new Map([['truce', { ...truce, chance }]]) }
    const summary = flowsSummary({ 'happened:truce': days({ 20: PLAYOUTS }) })
    const shown = runScreen(summary, certain, { width: 80, colour: PLAIN, seed: 1 })
    expect(shown).toContain('from day 20 in every playout   for 30 days')
    expect(shown).not.toContain('came to pass')
  })

  test('how likely each member is to vote how stands under its draft, and who votes by the rule is marked', () => {
    const chance = { yes: 0.6, abstain: 0.25, no: 0.15 }
    const scenario = scenarioOfForces()
    const [first, ...rest] = scenario.council!.drafts
    const draft = { ...first!, votes: new Map([['dunmark', [0.6, 0.25, 0.15, 0] as const]]) }
    const council = { ...scenario.council!, drafts: [draft, ...rest] }
    const votes = new Map([[draft.id, new Map(['dunmark', 'estmere'].map((id) => [id, chance]))]])
    const options = { width: 80, colour: PLAIN, seed: 1, verbose: true, votes }
    const shown = runScreen(summaryOfForces(), { ...scenario, council }, options)
    expect(shown).toContain('Dunmark 0.60/0.25/0.15   Estmere* 0.60/0.25/0.15')
    expect(shown).toMatch(/\*: no vote is stated/u)
    expect(screen({ verbose: true })).not.toContain('chance of yes')
  })

  test('what was not kept is not told', () => {
    const shown = runScreen(flowsSummary({}), scenarioOfForces(), { width: 80, colour: PLAIN, seed: 1 })
    expect(shown).not.toMatch(/Who joins|Arsenals|come to pass|standing/u)
  })

  test('about one supporter nothing is told of the sides', () => {
    expect(screen({ of: 'cascadia' })).not.toMatch(/Who joins|Arsenals|come to pass/u)
  })
})

describe('who bears the effort', () => {
  const effort = effortOf(summaryOfForces(), 'avalon')!

  test('is shared out whole, whatever the classes weigh', () => {
    const all = weighings(scenarioOfForces()).map(({ weights }) => effortShares(effort, weights)!)
    for (const { own, groups, helpers } of all) expect(own + groups + helpers).toBeCloseTo(1, 12)
    expect(all).toHaveLength(3)
  })

  test('as declared counts each class by the median of its weight', () => {
    const [declared] = weighings(scenarioOfForces())
    const { own, groups, helpers } = effortShares(effort, declared!.weights)!
    const whole = 1600 + 400 + 300 + 120
    expect(own).toBeCloseTo(2000 / whole, 12)
    expect(groups).toBeCloseTo(300 / whole, 12)
    expect(helpers).toBeCloseTo(120 / whole, 12)
  })

  test('is not weighed by drones where a side has none', () => {
    const none = { missile: 1, drone: 0, strike: 0 }
    const bare = { own: none, groups: none, helpers: none }
    expect(weighings(scenarioOfForces(), bare).map(({ says }) => says)).not.toContain('drones at half weight')
    expect(weighings(scenarioOfForces(), effort)).toHaveLength(3)
  })

  test('is one statistic on the screen, and the mean of the shares under its own name for those who ask', () => {
    const { own } = effortShares(effort, weighings(scenarioOfForces())[0]!.weights)!
    const line = `of all that is expended in all playouts: own ${Math.round(own * 100)} %`
    expect(screen()).toContain(line)
    expect(screen()).not.toContain('mean of the shares')
    expect(screen({ verbose: true })).toContain('mean of the shares of each playout: own 81 %')
  })

  test('falls to groups as drones count for more', () => {
    const [declared, alike, half] = weighings(scenarioOfForces()).map(
      ({ weights }) => effortShares(effort, weights)!.groups,
    )
    expect(alike).toBeGreaterThan(declared!)
    expect(half).toBeLessThan(declared!)
  })

  test('is nobody’s where nothing was fired', () => {
    const none = { missile: 0, drone: 0, strike: 0 }
    expect(effortShares({ own: none, groups: none, helpers: none }, none)).toBeUndefined()
  })
})
