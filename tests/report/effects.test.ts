/** The screen of check with effects, conditions and records on it: golden pictures, and what it never prints. */
import { describe, expect, test } from 'vitest'
import { checkScreen, type CheckScreenOptions } from '../../src/report/check-screen.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { assessedJson } from '../../src/report/json.ts'
import { assessedEffects, scenarioOfEffects } from './make-effects.ts'

function screen(given: Partial<CheckScreenOptions> = {}): string {
  return checkScreen(assessedEffects(), scenarioOfEffects(), {
    width: 80,
    verbose: false,
    colour: PLAIN,
    seed: 1,
    path: 'scenarios/strait',
    ...given,
  })
}

/** The lines of one sentence. */
function sentence(id: string, given: Partial<CheckScreenOptions> = {}): string {
  const lines = screen({ width: 200, ...given }).split('\n')
  const start = lines.findIndex((line) => line.startsWith(` ${id} `))
  const end = lines.findIndex((line, at) => at > start && /^ \d/u.test(line))
  return lines.slice(start, end).join('\n')
}

describe('the screen of effects', () => {
  test.each([
    [80, false],
    [120, false],
    [80, true],
  ])('at %d columns, verbose %s, is the golden one', async (width, verbose) => {
    const name = `./__golden__/effects-${width}${verbose ? '-verbose' : ''}.txt`
    await expect(screen({ width, verbose })).toMatchFileSnapshot(name)
  })

  test.each([60, 80, 120, 160])('never exceeds %d columns', (width) => {
    for (const verbose of [false, true]) {
      const widest = Math.max(
        ...screen({ width, verbose })
          .split('\n')
          .map((line) => Array.from(line).length),
      )
      expect(widest).toBeLessThanOrEqual(width)
    }
  })

  test('gives a difference with its error, its ends, what was asserted, and both kinds of flips', () => {
    expect(sentence('1.1')).toContain('● holds')
    expect(sentence('1.1')).toMatch(
      /\+0\.1\d ±0\.0\d+ \(0\.06 → 0\.2\d\) {3}asserted: above 0 and below 0\.25/u,
    )
    expect(sentence('1.1')).toContain('if a defence clause Cascadia → Avalon were in force')
    expect(sentence('1.1')).toMatch(
      /comes about by the change in 0\.\d+ of the playouts and is undone by it in <0\.003/u,
    )
  })

  test('says when a verdict is one weight', () => {
    expect(sentence('1.1')).toContain('this verdict is the weight: the weight of obligation')
    expect(sentence('1.2')).not.toContain('this verdict is the weight')
  })

  test('says when there is no ratio, and how many events there were', () => {
    expect(sentence('1.3')).toContain('ratio not estimable (0 events)')
    expect(sentence('1.2')).toMatch(/×1\.1\d? \(/u)
  })

  test('tells a change that moved no playout from one that changes nothing', () => {
    expect(sentence('1.4')).toContain('within ±0.003')
    expect(sentence('1.4')).toContain('exactly no difference')
  })

  test('names what was made and what was seen apart', () => {
    expect(sentence('2.1')).toContain('in the world made so: if Cascadia were nuclear-armed')
    expect(sentence('2.2')).toMatch(/given, and seen in [\d,]+ of 16,384 playouts: /u)
    expect(sentence('2.3')).toContain('too few playouts with the condition, 16: some 200 batches would do')
    expect(sentence('2.4')).toMatch(/with against without, as seen in [\d,]+ of 16,384 playouts/u)
    expect(sentence('2.4')).toContain('only the interval was asked')
  })

  test('gives a record as k of n', () => {
    expect(sentence('3.3')).toContain('13 of 14 (0.66 to 0.998)')
    expect(sentence('3.3', { verbose: true })).toContain('not so: War of the 5 islands')
  })

  test('never prints a bare zero, or an error of none, for what was not seen', () => {
    for (const verbose of [false, true]) {
      expect(screen({ verbose })).not.toMatch(/±0(\.0+)?(?![\d.])/u)
      expect(screen({ verbose })).not.toMatch(/\(0 →|→ 0\)|→ 0 /u)
    }
  })
})

test('the JSON of effects is plain and whole', () => {
  const { claims } = assessedEffects()
  const json = JSON.parse(JSON.stringify(assessedJson(assessedEffects(), { version: '0.1.0' }))) as {
    claims: unknown[]
  }
  expect(json.claims).toEqual(JSON.parse(JSON.stringify(claims)))
  expect(JSON.stringify(json)).not.toMatch(/NaN|Infinity|null/u)
})
