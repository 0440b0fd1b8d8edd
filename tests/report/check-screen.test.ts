/** The screen of `foedus check`: its order, its width, and two golden pictures of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/judge/judge.ts'
import { checkScreen, type CheckScreenOptions } from '../../src/report/check-screen.ts'
import { type Colour, PLAIN } from '../../src/report/colour.ts'
import { assessedShown, scenarioShown, summaryShown } from './make-assessed.ts'

const OPTIONS: CheckScreenOptions = {
  width: 80,
  verbose: false,
  colour: PLAIN,
  seed: 1,
  path: 'scenarios/strait',
}
const screen = (given: Partial<CheckScreenOptions> = {}): string =>
  checkScreen(assessedShown(), scenarioShown(), { ...OPTIONS, ...given })
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => Array.from(line).length))

describe('the screen of check', () => {
  test.each([
    [80, false],
    [120, false],
    [80, true],
    [120, true],
  ])('at %d columns, verbose %s, is the golden one', async (width, verbose) => {
    const name = `./__golden__/check-${width}${verbose ? '-verbose' : ''}.txt`
    await expect(screen({ width, verbose })).toMatchFileSnapshot(name)
  })

  test('never exceeds its width, whatever the texts', () => {
    const word = fc.string({ minLength: 1, maxLength: 130, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 140 }), fc.boolean(), word, (width, verbose, text) => {
        const scenario = scenarioShown()
        const { assessment } = scenario
        const told = {
          ...scenario,
          title: text,
          assessment: {
            statements: (assessment?.statements ?? []).map((statement) => ({ ...statement, title: text })),
            sentences: (assessment?.sentences ?? []).map((sentence) => ({ ...sentence, text })),
          },
          untested: new Map([['5.1', text]]),
          claims: scenario.claims.map((claim) => ({
            ...claim,
            reading: text,
            why: text,
            indicators: [text],
          })),
        }
        const shown = checkScreen(judge(told, summaryShown()), told, {
          ...OPTIONS,
          width,
          verbose,
          path: text,
        })
        expect(widest(shown)).toBeLessThanOrEqual(width)
      }),
      { numRuns: 60 },
    )
  })

  test('goes worst first, and ties by number', () => {
    const heads = screen()
      .split('\n')
      .filter((line) => /^ \d {2}\S/u.test(line))
    expect(heads.map((line) => Number.parseInt(line, 10))).toEqual([2, 4, 3, 1, 5])
  })

  test('counts sentences in its second line', () => {
    expect(screen().split('\n').slice(0, 3).join(' ')).toMatch(
      /\d hold {3}\d fail {3}\d unresolved {3}\d not testable/u,
    )
  })

  test('counts inputs of the case that are judgement, not the theory', () => {
    expect(screen()).toContain('3 of 4 inputs are judgement')
  })

  test('says when a verdict is mostly the number that the analyst put in', () => {
    const scenario = scenarioShown()
    const tie = scenario.ties.get('cascadia-avalon')
    const stake = tie?.quantities['stake']
    if (tie === undefined || stake === undefined) throw new Error('missing stake')
    const anchored = {
      ...tie,
      quantities: { ...tie.quantities, stake: { ...stake, role: 'anchor' as const } },
    }
    const shown = checkScreen(
      assessedShown(),
      { ...scenario, ties: new Map([[tie.id, anchored]]) },
      { ...OPTIONS, width: 200 },
    )
    expect(shown).toContain("mostly the analyst's own number")
    expect(screen({ width: 200 })).not.toContain("mostly the analyst's own number")
  })

  test('ends with every sentence', () => {
    const [, table = ''] = screen().split('Every sentence')
    for (const { id } of scenarioShown().assessment?.sentences ?? []) expect(table).toContain(` ${id} `)
  })

  test('has a mark and a word for every verdict: colour is never alone', () => {
    const paint = (text: string): string => `\u001B[1m${text}\u001B[0m`
    const colour: Colour = {
      holds: paint,
      fails: paint,
      unresolved: paint,
      notTestable: paint,
      strong: paint,
      dim: paint,
    }
    const bare = screen({ colour }).replaceAll('\u001B[1m', '').replaceAll('\u001B[0m', '')
    expect(bare).toBe(screen())
    for (const mark of ['● holds', '✗ fails', '◐ unresolved', '○ not testable']) expect(bare).toContain(mark)
  })

  test('never puts a bare zero or one where nothing was seen', () => {
    expect(screen()).toContain('<0.003')
    expect(screen()).toContain('>0.997')
    expect(screen()).not.toMatch(/ ±0\.00\b(?!\d)/u)
  })

  test('names only commands that exist', () => {
    const commands = [...screen().matchAll(/foedus (\w+)/gu)].map(([, command]) => command)
    expect(
      commands.filter((command) => !['check', 'lint', 'run', 'schema', 'init'].includes(command ?? '')),
    ).toEqual([])
  })

  test('shows claims without a sentence, and counts them when there is no sentence at all', () => {
    const { assessment: _text, ...scenario } = scenarioShown()
    const loose = {
      ...scenario,
      untested: new Map<string, string>(),
      claims: scenario.claims.map(({ sentence: _sentence, ...claim }) => claim),
    }
    const shown = checkScreen(judge(loose, summaryShown()), loose, OPTIONS)
    expect(shown).toContain('claims: ')
    expect(shown).toContain('Claims that belong to no sentence')
    expect(shown).not.toContain('Every sentence')
  })
})
