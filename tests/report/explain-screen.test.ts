/** The screen of `foedus explain`: both sides in one table, most telling first, and the playouts to read next. */
import { describe, expect, test } from 'vitest'
import type { Contrast } from '../../src/engine/explain.ts'
import type { Question } from '../../src/engine/question.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { explainJson } from '../../src/report/explain-json.ts'
import { type Compared, explainScreen, type Explanation } from '../../src/report/explain-screen.ts'
import { assessedShown, scenarioShown } from './make-assessed.ts'
import { traceShown } from './make-trace.ts'

const KEYS = ['stake', 'stake*freeRiding', 'gamma', 'authorisation', 'decision']

/** What a question is about; the formulas behind it are not shown. */
function question(given: Partial<Question>): Question {
  return { metric: 'support.political', of: 'cascadia', for: 'avalon', from: 0, to: 90, ...given } as Question
}

function contrast(
  { errors = 9, ...given }: Partial<Question> & { readonly errors?: number },
  held: readonly number[],
  not?: readonly number[],
): Contrast {
  return {
    question: question(given),
    keys: KEYS,
    means: [{ n: 200, sizes: held }, not === undefined ? { n: 0 } : { n: 43, sizes: not }],
    apart: not && { errors, isNoise: errors < 2 },
  }
}

const told = { trace: traceShown(), command: 'foedus trace scenarios/strait --playout 1234 --seed 7' }
const CHOICE: Partial<Question> = { kind: 'choice', level: 2, day: 'largest' } as Partial<Question>

const SIDES: Compared = {
  heads: ['true', 'not'],
  says: ['Set against each other: 200 playouts in which it came true and 43 in which it did not.'],
  contrasts: [
    contrast(
      { kind: 'hazard', metric: 'escalation.incident', errors: 2.5 },
      [0.1, 0, 0, 0, -1],
      [0.2, 0, 0, 0, -1.1],
    ),
    contrast(CHOICE, [2.0004, -0.4, -1.2, 0, 1.5], [1.1, -0.2, -1.2, 0, -0.7996]),
    {
      question: question({ kind: 'votes', metric: 'council.vetoed', of: 'authorise-force' }),
      keys: ['tabled', 'withdrawn', 'yes/cascadia', 'no/cascadia'],
      means: [
        { n: 200, sizes: [0.5, 0, 0.25, 0.75] },
        { n: 43, sizes: [0.5, 0, 0.5, 0.5] },
      ],
      apart: { errors: 4, isNoise: false },
    },
    contrast({ ...CHOICE, metric: 'support.combat', errors: 2.1 }, [0, 0, 0, 0, 0.001], [0, 0, 0, 0, 0]),
  ],
  typical: [
    { title: 'Most typical where it came true', told },
    { title: 'Most typical where it did not', told: { ...told, trace: { ...told.trace, events: [] } } },
  ],
}

const FLIPS: Compared = {
  heads: ['changed', 'as it is'],
  says: ['97 playouts that the change makes come true.'],
  contrasts: [contrast(CHOICE, [2, -0.4, -1.2, 1.1, 0.5], [2, -0.4, -1.2, 0, 0.5])],
  typical: [{ title: 'Most typical of them, in the changed world', told }],
  paired: {
    answers: [
      [
        [1, 0, -1, 1.1, 0.25],
        [1, 0, -1, 0, 0.25],
      ],
    ],
  },
}

function explanation(compared: readonly Compared[]): Explanation {
  const { claims, design } = assessedShown()
  const found = claims.find(({ id }) => id === 'talk')!
  return { claim: scenarioShown().claims.find(({ id }) => id === 'talk')!, found, design, compared }
}

function screen(
  compared: readonly Compared[],
  given: { readonly width?: number; readonly all?: boolean } = {},
): string {
  return explainScreen(explanation(compared), scenarioShown(), {
    width: 80,
    colour: PLAIN,
    seed: 7,
    ...given,
  })
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => Array.from(line).length))
}

describe('the screen of explain', () => {
  test('of two sides is the golden one and fits', async () => {
    const shown = screen([SIDES])
    expect(widest(shown)).toBeLessThanOrEqual(80)
    await expect(shown).toMatchFileSnapshot('./__golden__/explain-80.txt')
  })

  test('of two worlds is the golden one and fits', async () => {
    const shown = screen([FLIPS])
    expect(widest(shown)).toBeLessThanOrEqual(80)
    await expect(shown).toMatchFileSnapshot('./__golden__/explain-flips-80.txt')
  })

  test('has what tells the sides apart most first, and the rest on demand', () => {
    const [usual, all] = [screen([SIDES]), screen([SIDES], { all: true })]
    expect(usual.indexOf('political support at level 2')).toBeLessThan(usual.indexOf('A clash of Cascadia'))
    expect(usual).toContain('It also turns on 1 more that part less; --all shows them.')
    expect(usual).not.toContain('combat support at level 2')
    expect(all).toContain('combat support at level 2')
  })

  test('leaves out what parts the sides by chance only, however large its terms, and says how many', () => {
    const noise = contrast(
      { ...CHOICE, metric: 'support.combat', errors: 1.9 },
      [9, -9, 9, -9, 0],
      [-9, 9, -9, 9, 0.1],
    )
    const compared = { ...SIDES, contrasts: [noise, SIDES.contrasts[1]!] }
    const [usual, all] = [screen([compared]), screen([compared], { all: true })]
    expect(usual).not.toContain('combat support at level 2')
    expect(usual.replaceAll('\n', ' ')).toContain(
      '1 decision that it looks at parts no more than by chance; --all shows them.',
    )
    expect(all).toContain('combat support at level 2')
    expect(all.indexOf('political support at')).toBeLessThan(all.indexOf('combat support at'))
    expect(screen([{ ...SIDES, contrasts: [noise] }])).toContain('Nothing tells the sides apart')
  })

  test('of few playouts asks for care', () => {
    const few = (n: number): Contrast => {
      const usual = contrast(CHOICE, [1, 0, 0, 0, 0], [0, 0, 0, 0, 0])
      return { ...usual, means: [usual.means[0]!, { ...usual.means[1]!, n }] }
    }
    const text = (n: number): string => screen([{ ...SIDES, contrasts: [few(n)] }]).replaceAll(/\n\s+/gu, ' ')
    expect(text(19)).toContain('n: 200 true, 19 not (few: read with care)')
    expect(text(20)).not.toContain('few:')
  })

  test('puts into one row only what is the same to the bit', () => {
    const near = contrast(CHOICE, [1, 0.4, 0, 0.2, 0], [1, 0.4001, 0, 0, 0])
    const shown = screen([{ ...FLIPS, contrasts: [near] }])
    expect(shown).toMatch(/what others give already +0\.400 +0\.400 +0$/mu)
    expect(shown).toMatch(/all that is the same +1\.000 +1\.000 +0$/mu)
  })

  test('names the command that tells the typical playout, and says where nothing happened', () => {
    const shown = screen([SIDES])
    expect(shown).toContain('→ foedus trace scenarios/strait --playout 1234 --seed 7')
    expect(shown).toContain('nothing happened')
    const strike = { day: 3, metric: 'routes.struck', of: 'port', from: 0, to: 0.4 }
    const other = { ...told, trace: { ...told.trace, events: [strike] } }
    const instead = screen([{ ...SIDES, typical: [{ title: 'Typical', told: other }] }])
    expect(instead).toContain('nothing of this, but:\n  day 3  A strike on port')
  })

  test('of a side without playouts shows the other alone', () => {
    const shown = screen([{ ...SIDES, contrasts: [contrast(CHOICE, [2, -0.4, -1.2, 0, 1.5])] }])
    expect(shown).not.toContain('difference')
    expect(shown.replaceAll(/\n\s+/gu, ' ')).toContain('200 true, 0 not')
  })

  test('of a question that never arose says so', () => {
    const nowhere: Contrast = {
      question: question(CHOICE),
      keys: KEYS,
      means: [{ n: 0 }, { n: 0 }],
      apart: undefined,
    }
    expect(screen([{ ...SIDES, contrasts: [nowhere] }])).toContain('it never arose')
  })

  test('of a claim that no playout decides points to check', () => {
    expect(screen([])).toContain('No playout decides it')
  })
})

test('the JSON of an explanation has the raw means and the commands, and no formulas', () => {
  const json = JSON.parse(JSON.stringify(explainJson(explanation([SIDES]), { version: '1' })))
  expect(json).toMatchObject({ foedus: 1, kind: 'explained', claim: 'talk' })
  const [{ turnsOn, typical }] = json.compared
  expect(turnsOn[1]).toEqual({
    kind: 'choice',
    metric: 'support.political',
    of: 'cascadia',
    for: 'avalon',
    from: 0,
    to: 90,
    level: 2,
    day: 'largest',
    keys: KEYS,
    means: [
      { n: 200, sizes: [2.0004, -0.4, -1.2, 0, 1.5] },
      { n: 43, sizes: [1.1, -0.2, -1.2, 0, -0.7996] },
    ],
    apart: { errors: 9, isNoise: false },
  })
  expect(typical[0]).toMatchObject({ playout: 1234, command: told.command })
})
