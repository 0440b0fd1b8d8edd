/** `foedus trace` on the command line: which playout, what is chosen of it, and what is bad usage. */
import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const STRAIT = 'scenarios/strait'
const QUICK = ['--quick', '--batches', '2']

function trace(...more: readonly string[]): ReturnType<typeof runCli> {
  return runCli(['trace', STRAIT, ...QUICK, ...more])
}

describe('foedus trace', () => {
  test('names scenario, playout, draw and seed, and fits 80 columns', () => {
    const { code, out, err } = trace('--playout', '9', '--seed', '3')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^A small war over a strait .*playout 9 · seed 3\nbatch 0, draw 1 of the assumptions/u,
    )
    expect(out).toMatch(/^day \d+ /mu)
    expect(Math.max(...out.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
  })

  test('of the same number, seed and design is the same to the letter; of another it is another', () => {
    const first = trace('--playout', '9', '--json').out
    expect(trace('--playout', '9', '--json').out).toBe(first)
    expect(trace('--playout', '10', '--json').out).not.toBe(first)
    expect(trace('--playout', '9', '--seed', '2', '--json').out).not.toBe(first)
    // Batches are only counted on: an earlier playout stays as it is.
    expect(runCli(['trace', STRAIT, '--quick', '--batches', '4', '--playout', '9', '--json']).out).toBe(first)
  })

  test('--json has every event with raw and shown terms, whatever is chosen for the screen', () => {
    const { out } = trace('--playout', '0', '--json')
    const json = JSON.parse(out)
    expect(json).toMatchObject({
      foedus: 1,
      kind: 'trace',
      number: 0,
      batch: 0,
      draw: 0,
      seed: 1,
      horizon: 90,
    })
    const decided = json.events.filter(
      (event: { stage?: string; day: number }) => event.stage === 'decided' && event.day === 0,
    )
    expect(decided).toHaveLength(7)
    for (const { told, to } of decided) {
      expect(told.chosen).toBe(to)
      told.wholes.forEach((whole: number, level: number) => {
        const sum = (key: 'sizes' | 'shown'): number =>
          told.terms.reduce(
            (total: number, term: Record<typeof key, number[]>) => total + term[key][level]!,
            0,
          )
        expect(sum('sizes')).toBeCloseTo(whole, 9)
        expect(sum('shown')).toBe(told.shownSums[level])
      })
    }
    expect(trace('--playout', '0', '--json', '--channel', 'combat').out).toBe(out)
  })

  test('--channel and --actor show also what was decided against', () => {
    expect(trace('--playout', '9', '--channel', 'combat').out).toMatch(/combat support for Avalon/u)
    expect(trace('--playout', '9', '--channel', 'combat').out).not.toContain('political')
    expect(trace('--playout', '9', '--actor', 'borduria').out).toContain(
      'Nothing of what was asked for happened.',
    )
  })

  test.each([
    [['--playout', '1024'], 'there is no playout 1,024; this run has 0 to 1,023'],
    [['--playout', '1', '--actor', 'cascadai'], 'there is no actor cascadai; did you mean cascadia?'],
    [['--playout', '1', '--channel', 'combt'], 'there is no channel combt; did you mean combat?'],
    [['--playout', '1', '--do', 'talk'], 'there is no claim with a do: talk'],
    [['--playout', '-1'], 'expected a whole number'],
    [['--playout', '1.5'], 'expected a whole number'],
    [[], "required option '--playout <n>' not specified"],
  ])('%j is bad usage and says why', (more, says) => {
    const { code, out, err } = trace(...more)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
    expect(err).not.toMatch(/\n\s+at /u)
  })

  test('a scenario with faults is not traced', () => {
    expect(runCli(['trace', 'no/such/place', '--playout', '1']).code).toBe(3)
  })

  test('--help shows an example and fits 80 columns', () => {
    const { code, out } = runCli(['trace', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('foedus trace scenarios/strait')
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})
