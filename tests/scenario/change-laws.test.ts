/** Laws of the layer of changes, whatever the change: what is there already changes nothing, and order only counts where two meet. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { type Changed, changed, placeless, SMALL, world } from './small.ts'

const PLAIN = placeless(world())

/** Values that fit, by path; no two of them meet. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  'ties.cascadia-avalon.stake': ['0.2', '30 to 40 %', '[0.1, 0.2, 0.3]', '{ beta: [2, 3] }'],
  'ties.cascadia-avalon.clauses.defence': ['true', 'false'],
  'ties.cascadia-avalon.contiguous': ['true', 'false'],
  'ties.cascadia-borduria.rivalry': ['0.1', '{ uniform: 0 to 1 }'],
  'ties.avalon-borduria.rivalry': ['0.5'],
  'actors.cascadia.nuclear': ['true', 'false'],
  'actors.cascadia.utilisation': ['0.1 to 0.2'],
  'weights.obligation': ['1', '2 to 3'],
  'channels.combat.loadings.access': ['0.5'],
  'crisis.form': ['air campaign', '"a siege"'],
  'council.stop.tabled': ['0', '1'],
  'council.stop.votes.avalon': ['[0, 0, 1]'],
  'proxies.militia.fear': ['0.4'],
}

const setting = fc
  .constantFrom(...Object.keys(FITTING))
  .chain((path) => fc.tuple(fc.constant(path), fc.constantFrom(...FITTING[path]!)))
const settings = fc.array(setting, { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs))

function after(change: Changed): unknown {
  return placeless(world(change))
}

test('no change at all gives the scenario itself', () => {
  expect(after({ patches: [], set: {}, without: [] })).toEqual(PLAIN)
})

/** Keys that make an id, and lists of entries that have one. */
const IDS: readonly string[] = ['from', 'to', 'id']
const ENTRIES: readonly string[] = ['ties', 'claims', 'drafts']

/** Some of a document: some entries, of each some keys; ids, quantities and conditions stay whole. */
function partOf(value: unknown, keep: () => boolean, key = ''): unknown {
  if (Array.isArray(value)) {
    return ENTRIES.includes(key) ? value.filter(keep).map((item) => partOf(item, keep)) : value
  }
  if (typeof value !== 'object' || value === null || 'range' in value || key === 'that') return value
  const entries = Object.entries(value).filter(([name]) => IDS.includes(name) || keep())
  return Object.fromEntries(entries.map(([name, inner]) => [name, partOf(inner, keep, name)]))
}

test('a patch of what is there already changes nothing', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), fc.boolean(), (coins, flow) => {
      const part = partOf(parse(SMALL), () => coins.next().value)
      const patch = stringify(part, flow ? { collectionStyle: 'flow' } : {})
      expect(after({ patch }), patch).toEqual(PLAIN)
      expect(changed({ patch }).faults, patch).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('setting twice is setting once', () => {
  fc.assert(
    fc.property(settings, (set) => {
      const twice = Object.entries({ ...set }).map(([path, value]) => ({ path, value }))
      expect(after({ settings: [...twice, ...twice] })).toEqual(after({ set }))
    }),
    { numRuns: 30 },
  )
})

test('the order of unrelated changes changes nothing, nor does what a later value covers', () => {
  fc.assert(
    fc.property(settings, fc.array(fc.nat()), (set, keys) => {
      const pairs = Object.entries(set).map(([path, value], index) => ({
        path,
        value,
        key: keys[index] ?? 0,
      }))
      const shuffled = [...pairs].sort((a, b) => b.key - a.key)
      const covered = pairs.map(({ path }) => ({ path, value: FITTING[path]![0]! }))
      expect(after({ settings: [...covered, ...shuffled] })).toEqual(after({ set }))
    }),
    { numRuns: 30 },
  )
})

test('comments and layout of a patch play no role', () => {
  const patch = {
    ties: [
      {
        from: 'cascadia',
        to: 'avalon',
        clauses: { defence: true },
        access: { range: '0.1 to 0.2', source: 'desk' },
      },
    ],
    crisis: { form: 'a siege' },
  }
  const plain = after({ patch: stringify(patch) })
  expect(plain).not.toEqual(PLAIN)
  for (const text of [
    stringify(patch, { collectionStyle: 'flow' }),
    `# why not\nfoedus: 1\n${stringify(patch, { indent: 4 }).replaceAll('\n', ' # so\n')}`,
    JSON.stringify(patch),
    stringify(patch).replaceAll('\n', '\r\n'),
  ]) {
    expect(after({ patch: text }), text).toEqual(plain)
  }
})

test('a value set in a patch and the same value set at its path are the same but for the source', () => {
  const sourceless = (scenario: Scenario): unknown =>
    JSON.parse(
      JSON.stringify(placeless(scenario), (key, value: unknown) => (key === 'source' ? undefined : value)),
    )
  const patch = 'ties: [{ from: cascadia, to: avalon, stake: 30 to 40 %, clauses: { offence: true } }]\n'
  const set = { 'ties.cascadia-avalon.stake': '30 to 40 %', 'ties.cascadia-avalon.clauses.offence': 'true' }
  expect(sourceless(world({ patch }))).toEqual(sourceless(world({ set })))
})

test('no path and no value makes the check throw', () => {
  const words = fc.constantFrom(
    'ties',
    'cascadia-avalon',
    'council',
    'drafts',
    'stop',
    'votes',
    'members',
    '1',
    '0',
    'channels',
    'intelligence',
    'reported',
    'actors',
    '__proto__',
    'toString',
    'constructor',
    '',
    'crisis',
    'weights',
  )
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom('0.1', '[1, 2', '{ a: 1 }', '# no', '&a 1', '!!set {}', 'null', '- 1', 'a: b', '""'),
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 5 }), values, fc.string(), (path, value, name) => {
      const { faults, value: scenario } = changed({ set: { [path.join('.')]: value }, without: [name] })
      expect(scenario === undefined).toBe(faults.some(({ severity }) => severity === 'fault'))
    }),
    { numRuns: 100 },
  )
})

test('no patch makes the check throw', () => {
  const tokens = SMALL.match(/[A-Za-z_][\w-]*|[\d._]+|\s+|./g) ?? []
  const fresh = fc.constantFrom('', ' ', '\n', ':', '-', '[', '}', '~', '7', 'avalon', '__proto__', '<<')
  fc.assert(
    fc.property(fc.nat(tokens.length - 1), fresh, (at, token) => {
      const patch = [...tokens.slice(0, at), token, ...tokens.slice(at + 1)].join('')
      const { faults, value } = changed({ patch })
      expect(value === undefined).toBe(faults.some(({ severity }) => severity === 'fault'))
      for (const { span } of faults)
        if (span?.file === 'patch.yaml') expect(span.start).toBeLessThanOrEqual(patch.length)
    }),
    { numRuns: 100 },
  )
})
