/**
 * Scenarios and tallies by hand, for the laws of judge and report. Tallies are
 * made from counts per draw, so that count, squares and histogram always agree,
 * as they do when the engine makes them.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Design, OutcomeTally, Summary } from '../../src/engine/summary.ts'
import type { Claim, Condition, Ladder, Quantity, Scenario } from '../../src/scenario/scenario.ts'

interface LadderEntry {
  readonly title: string
  readonly words: readonly {
    readonly word: string
    readonly low: string
    readonly high: string
    readonly even?: boolean
  }[]
}

/** The ladders that are shipped, read without the scenario language. */
export function readLadders(): ReadonlyMap<string, Ladder> {
  const text = readFileSync(join(import.meta.dirname, '../../theory/ladders.yaml'), 'utf8')
  const { ladders } = parse(text) as { readonly ladders: Readonly<Record<string, LadderEntry>> }
  const percent = (edge: string): number => Number.parseFloat(edge) / 100
  return new Map(
    Object.entries(ladders).map(([id, { title, words }]) => [
      id,
      {
        id,
        title,
        words: words.map(({ word, low, high, even = false }) => ({
          word,
          low: percent(low),
          high: percent(high),
          even,
        })),
      },
    ]),
  )
}

export function ladder(id: string): Ladder {
  const found = readLadders().get(id)
  if (found === undefined) throw new Error(`unknown ladder: ${id}`)
  return found
}

/** Successes per draw, batch by batch. Scores, where given, are one list per quantity, draw by draw. */
export function tallyOf(
  batches: readonly (readonly number[])[],
  playouts: number,
  scores: readonly (readonly number[])[] = [],
): OutcomeTally {
  const draws = batches.flat()
  const histogram = Array.from({ length: playouts + 1 }, () => 0)
  for (const successes of draws) histogram[successes] = (histogram[successes] ?? 0) + 1
  const totals = batches.map((batch) => batch.reduce((sum, successes) => sum + successes, 0))
  return {
    count: totals.reduce((sum, total) => sum + total, 0),
    squares: totals.reduce((sum, total) => sum + total * total, 0),
    histogram,
    slopes: scores.map((score) =>
      score.reduce(
        (sum, z, draw) => sum + BigInt(Math.round(z * 4_294_967_296)) * BigInt(draws[draw] ?? 0),
        0n,
      ),
    ),
  }
}

export function designOf(batches: readonly (readonly number[])[], playouts: number): Design {
  return { batches: batches.length, draws: batches[0]?.length ?? 0, playouts }
}

/** The same draws again and again: what more playouts with the same shares look like. */
export function repeat<T>(batches: readonly T[], times: number): readonly T[] {
  return Array.from({ length: times }, () => batches).flat()
}

const NO_COMBAT: Condition = {
  kind: 'metric',
  metric: 'support.combat',
  of: 'cascadia',
  for: 'avalon',
  take: 'delivered',
  over: 'max',
  reaches: 1,
  from: 0,
  to: 90,
  test: { op: '==', value: 0 },
}

export function claimOf(given: Partial<Claim> = {}): Claim {
  return {
    id: 'no-troops',
    sentence: '1.1',
    kind: 'probability',
    that: NO_COMBAT,
    indicators: [],
    span: { file: 'claims.yaml', start: 0, end: 0 },
    ...given,
  }
}

export function quantityOf(id: string, given: Partial<Quantity> = {}): Quantity {
  return {
    id,
    unit: 'fraction',
    law: { kind: 'quantiles', p05: 0.1, p50: 0.3, p95: 0.7 },
    bounds: [0, 1],
    role: 'input',
    assumed: false,
    source: 'desk',
    ...given,
  }
}

const NO_CLAUSES = {
  defence: false,
  offence: false,
  neutrality: false,
  nonaggression: false,
  consultation: false,
}

/** Three actors over a strait: Borduria attacks Avalon, Cascadia is its friend. */
export function scenarioOf(given: Partial<Scenario> = {}): Scenario {
  return {
    title: 'A small war over a strait',
    asOf: 18_262,
    ladder: ladder('icd-203'),
    ladders: readLadders(),
    sources: new Map([
      ['desk', { id: 'desk', kind: 'judgement', title: 'Judgement of the desk' }],
      ['treaty', { id: 'treaty', kind: 'published', title: 'Treaty of friendship', grade: 'A1' }],
    ]),
    actors: new Map(
      ['avalon', 'borduria', 'cascadia'].map((id) => [
        id,
        {
          id,
          name: id.charAt(0).toUpperCase() + id.slice(1),
          kind: 'state' as const,
          nuclear: false,
          quantities: id === 'cascadia' ? { utilisation: quantityOf('actors.cascadia.utilisation') } : {},
        },
      ]),
    ),
    ties: new Map([
      [
        'cascadia-avalon',
        {
          id: 'cascadia-avalon',
          from: 'cascadia',
          to: 'avalon',
          clauses: NO_CLAUSES,
          casusFoederis: { trigger: [], scope: [], exclusions: [], requiredLevel: 2, discretion: false },
          contiguous: true,
          quantities: {
            stake: quantityOf('ties.cascadia-avalon.stake'),
            alignment: quantityOf('ties.cascadia-avalon.alignment', { source: 'treaty' }),
            precommitment: quantityOf('ties.cascadia-avalon.precommitment', {
              law: { kind: 'fixed', value: 0 },
              assumed: true,
            }),
          },
          dependence: new Map(),
        },
      ],
    ]),
    channels: new Map(),
    weights: new Map([['stake', quantityOf('weights.stake', { unit: 'log-odds' })]]),
    crisis: {
      attackers: ['borduria'],
      targets: ['avalon'],
      form: 'air campaign',
      start: 18_293,
      horizon: 90,
      quantities: {},
    },
    dyads: [{ supporter: 'cascadia', recipient: 'avalon' }],
    proxies: new Map(),
    places: new Map(),
    routes: new Map(),
    shipments: new Map(),
    interdiction: new Map(),
    arms: new Map(),
    markets: new Map(),
    arsenals: new Map(),
    coalitions: new Map(),
    injects: new Map(),
    rules: new Map(),
    without: { actors: [], mechanisms: [] },
    attack: true,
    claims: [],
    untested: new Map(),
    correlations: [],
    baseRates: new Map(),
    ...given,
  }
}

export function summaryOf(given: Partial<Summary> & Pick<Summary, 'design'>): Summary {
  return {
    parameters: [],
    scores: [],
    claims: new Map(),
    sentences: new Map(),
    vectors: new Map(),
    histograms: new Map(),
    means: new Map(),
    peaks: new Map(),
    ...given,
  }
}
