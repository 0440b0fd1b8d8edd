/** What a result rests on: all that is read and nothing else, each source once. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { quantitiesRead } from '../../src/engine/reads.ts'
import { loadScenario } from '../../src/host/load.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { citationScreen } from '../../src/report/citation-screen.ts'
import { type Citations, citationsOf } from '../../src/report/citation.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { statedInputs } from '../../src/report/inputs.ts'
import type { Claim, Scenario } from '../../src/scenario/scenario.ts'
import { ROOT, runCli } from '../cli/run-cli.ts'
import { claim, councilOf, world } from '../engine/world.ts'
import { type Edit, stating, straitOf } from '../scenario/strait.ts'

function scenarioAt(name: string): Scenario {
  const { value } = loadScenario(join(ROOT, 'scenarios', name))
  if (!value) throw new Error(`${name} has faults`)
  return value
}

const strait = scenarioAt('strait')
const iran = scenarioAt('iran-2026')

function ids({ cited }: Citations): readonly string[] {
  return cited.map(({ source }) => source.id)
}

function withClaim(scenario: Scenario, claim: Partial<Claim>): Scenario {
  const [first] = scenario.claims
  const { that: _that, ...rest } = first!
  return { ...scenario, claims: [{ ...rest, ...claim, id: 'added' }] }
}

describe.each([
  ['strait', strait],
  ['iran-2026', iran],
])('%s', (_, scenario) => {
  const citations = citationsOf(scenario)

  test('each source stands once and bears something', () => {
    expect(new Set(ids(citations)).size).toBe(citations.cited.length)
    for (const { quantities, statements } of citations.cited)
      expect(quantities.length + statements.length).toBeGreaterThan(0)
  })

  test('every quantity that is read is borne by its source, or is counted as resting on none', () => {
    const borne = citations.cited.flatMap(({ source, quantities }) => quantities.map((id) => [id, source.id]))
    const read = quantitiesRead(scenario)
    const sourced = read.filter(({ source }) => source !== undefined)
    expect(new Map(borne as [string, string][])).toEqual(
      new Map(sourced.map(({ id, source }) => [id, source])),
    )
    const none = read.filter(({ source }) => source === undefined).map(({ id }) => id)
    for (const id of [...citations.unsourced, ...citations.assumed]) expect(none).toContain(id)
  })
})

describe('what is cited', () => {
  test('a source that bears nothing is not: an expectation, a rule that is not in force', () => {
    expect(iran.sources.has('desk-expectation')).toBe(true)
    expect(iran.sources.has('un-charter-1945')).toBe(true)
    expect(ids(citationsOf(iran))).not.toContain('desk-expectation')
    expect(ids(citationsOf(iran))).not.toContain('un-charter-1945')
    expect(ids(citationsOf(iran))).toContain('un-charter-1963')
  })

  test('what only a claim rests on goes with the claim', () => {
    const rate = strait.claims.find(({ baseRate }) => baseRate !== undefined)!
    const source = strait.baseRates.get(rate.baseRate!)!.source!
    expect(ids(citationsOf(strait))).toContain(source)
    const others = strait.claims.filter(({ baseRate }) => baseRate === undefined)
    expect(ids(citationsOf({ ...strait, claims: others }))).not.toContain(source)
  })

  test('votes, promises and facts are borne by their sources beside the numbers', () => {
    const statements = citationsOf(iran).cited.flatMap((citation) => citation.statements)
    expect(statements).toContain('what Russia has promised Iran')
    expect(statements.filter((text) => text.startsWith('the votes on “'))).toHaveLength(
      iran.council!.drafts.length,
    )
    expect(statements.some((text) => text.startsWith('fact: Russia → Iran: no defence clause'))).toBe(true)
  })

  test('who can reach what, and what is signed, is borne by the source that says so', () => {
    const asked = stating('route.strait.reach.sea.borduria')
    const statements = (...edits: Edit[]): readonly string[] =>
      citationsOf(straitOf(asked, ...edits)).cited.flatMap((citation) => citation.statements)
    const said = statements()
    expect(said).toContain('who can strike south-port')
    expect(said).toContain('who can stop the route strait')
    expect(said).toContain('the contract for Gliders')
    expect(said.filter((text) => text.startsWith('fact: '))).toHaveLength(1)
    const unsaid = statements(['source: desk, capacity: [3.6', 'capacity: [3.6'])
    expect(unsaid).not.toContain('who can stop the route strait')
    expect(unsaid.filter((text) => text.startsWith('fact: '))).toEqual([])
  })

  test('the numbers of what flows are borne by their sources, and counted among the inputs', () => {
    const scenario = straitOf()
    const borne = citationsOf(scenario).cited.flatMap(({ quantities }) => quantities)
    const stated = new Set(statedInputs(scenario).map(({ id }) => id))
    for (const id of [
      'places.south-port.struck',
      'routes.strait.capacity',
      'shipments.grain.demand',
      'interdiction.borduria.blockade',
      'arms.gliders.ordered',
      'markets.avalon.price',
      'markets.avalon.buyers.cascadia.contracted',
      'actors.avalon.ownIntelligence',
    ]) {
      expect(borne).toContain(id)
      expect(stated).toContain(id)
    }
    expect(stated).not.toContain('interdiction.borduria.land')
  })

  test('each case of a record has its own source', () => {
    const record = {
      of: 'wars',
      cases: [
        { title: 'Korea 1950', held: true, source: 'treaty-1999' },
        { title: 'Suez 1956', held: false, source: 'boulding' },
        { title: 'no source', held: false },
      ],
    }
    const { cited } = citationsOf(withClaim(strait, { kind: 'record', record }))
    const of = (id: string): readonly string[] => cited.find(({ source }) => source.id === id)!.statements
    expect(of('treaty-1999')).toContain('case: Korea 1950')
    expect(of('boulding')).toContain('case: Suez 1956')
  })

  test('a mechanism that does not run takes its sources with it', () => {
    const without = { actors: [], mechanisms: ['termination'] }
    const gone = ids(citationsOf(strait)).filter(
      (id) => !ids(citationsOf({ ...strait, without })).includes(id),
    )
    expect(gone).toContain('termination-judgement')
  })

  test('the worlds that claims make are read too', () => {
    const source = { ...strait.sources.get('desk')!, id: 'elsewhere' }
    const [id, tie] = [...strait.ties].find(([, { quantities }]) => quantities['stake'])!
    const stake = { ...tie.quantities['stake']!, source: 'elsewhere' }
    const world: Scenario = {
      ...strait,
      claims: [],
      sources: new Map([...strait.sources, ['elsewhere', source]]),
      ties: new Map([...strait.ties, [id, { ...tie, quantities: { ...tie.quantities, stake } }]]),
    }
    const claim = withClaim(strait, {
      kind: 'conditional',
      do: { text: 'a change', world },
      that: strait.claims[0]!.that!,
    })
    expect(ids(citationsOf(claim))).toContain('elsewhere')
    expect(ids(citationsOf(strait))).not.toContain('elsewhere')
  })
})

describe('the screen', () => {
  const screen = citationScreen(citationsOf(iran), iran, { width: 80, colour: PLAIN, version: '1.2.3' })

  test('references, hints and judgements stand in lists of their own', () => {
    const [, references = '', hints = '', judgements = ''] = screen.split(
      /^(?:References|Unverified|Judgement|Software).*$/m,
    )
    for (const { source } of citationsOf(iran).cited) {
      const list = { published: references, computed: references, unverified: hints, judgement: judgements }[
        source.kind
      ]
      expect(list).toContain(`[${source.id}]`)
      expect(screen.split(`[${source.id}]`)).toHaveLength(2)
    }
    expect(screen).toContain('Foedus, version 1.2.3')
  })

  test('what rests on no source is counted at the end', () => {
    expect(screen.trimEnd().split('\n\n').at(-1)).toMatch(/\d+ quantit(y|ies) without a source/)
  })

  test('keeps within its columns', () => {
    for (const width of ['60', '80', '120']) {
      const { out } = runCli(['cite', 'scenarios/iran-2026', '--width', width])
      for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(Number(width))
    }
  })
})

describe('the command', () => {
  test('every format names the same sources', () => {
    const text = (...more: string[]): string => runCli(['cite', 'scenarios/strait', ...more]).out
    const expected = [...ids(citationsOf(strait)), 'foedus'].sort()
    const keys = [...text('--format', 'bibtex').matchAll(/^@misc\{([^,]+),$/gm)].map(([, key = '']) => key)
    const items = JSON.parse(text('--format', 'csl-json')) as { id: string }[]
    const json = JSON.parse(text('--json')) as { cited: { source: { id: string } }[] }
    expect(keys.sort()).toEqual(expected)
    expect(items.map(({ id }) => id).sort()).toEqual(expected)
    expect([...json.cited.map(({ source }) => source.id), 'foedus'].sort()).toEqual(expected)
  })

  test('an unknown format is bad usage; a scenario with faults is told', () => {
    expect(runCli(['cite', 'scenarios/strait', '--format', 'endnote'])).toMatchObject({ code: 2, out: '' })
    expect(runCli(['cite', 'no/such/place'])).toMatchObject({ code: 3, out: '' })
  })
})

test('a rate by class is cited where it is shown: beside its own claim, in the world that the claim asks about', () => {
  const { baseRates, sources } = theoryAlone()
  const council = councilOf({ drafts: [{ id: 'text', votes: { ally: 'yes' } }] })
  const fights = claim('fights', { metric: 'support.combat', test: { op: '>=', value: 2 } })
  const helps = claim('helps', { metric: 'support.materiel', test: { op: '>=', value: 2 } })
  const early = {
    ...world({ council, crisis: { start: -10_000 } }),
    baseRates,
    sources,
    claims: [fights, helps],
  }
  const change = { text: 'of old', world: early } as NonNullable<Claim['do']>
  const cited = (claims: readonly Claim[], rest: Partial<Scenario> = {}): readonly string[] =>
    ids(citationsOf({ ...world({ council }), baseRates, sources, claims, ...rest }))
  expect(cited([fights, { ...helps, do: change }])).toContain('wars-joiners')
  expect(cited([fights, { ...helps, do: change }])).not.toContain('wars-joiners-early')
  expect(cited([{ ...fights, do: change }])).toContain('wars-joiners-early')
  const without = { actors: [], mechanisms: ['support'] }
  expect(cited([fights], { without })).not.toContain('wars-joiners')
})
