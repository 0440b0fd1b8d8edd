/** No text whatever makes the check throw: it gives a scenario, or faults with places inside the text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BRIDGE, checkFiles, checkText } from './bridge.ts'
import { STRAIT } from './strait.ts'

function endsWell(text: string): void {
  const { value, faults } = checkText(text)
  expect(value === undefined).toBe(faults.some((fault) => fault.severity === 'fault'))
  for (const { span } of faults) {
    if (span?.file !== 'bridge.yaml') continue
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThanOrEqual(span.start)
    expect(span.start).toBeLessThanOrEqual(text.length)
  }
}

test('any text ends without throwing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^[a-c:\-\n [\]{}&*!<#|>'"%@]*$/),
      ),
      endsWell,
    ),
    { numRuns: 150 },
  )
})

test('any bytes end without throwing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(checkFiles([{ path: 'bytes.yaml', bytes }]).value).toBeUndefined()
    }),
    { numRuns: 60 },
  )
})

function tokensOf(text: string): string[] {
  return text.match(/[A-Za-z_][\w-]*|[\d._]+|\s+|./g) ?? []
}

const NEW = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  '-',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!tag ',
  '<<',
  '|',
  '>',
  '%',
  '~',
  'null',
  'true',
  '0',
  '-1',
  '1e999',
  '.inf',
  '0x10',
  '2020-02-30',
  '1 to 2 km',
  'cascadia',
  '__proto__',
  'constructor',
  'toString',
  'to',
  'é',
  '𝒳',
  '\u2028',
  '?',
]

const SCENARIOS = [
  ['the bridge', BRIDGE],
  ['all that flows', STRAIT],
] as const

test.each(SCENARIOS)('%s with any one token changed ends without throwing', (_, text) => {
  const tokens = tokensOf(text)
  fc.assert(
    fc.property(fc.nat(tokens.length - 1), fc.constantFrom(...NEW), (at, token) => {
      endsWell([...tokens.slice(0, at), token, ...tokens.slice(at + 1)].join(''))
    }),
    { numRuns: 250 },
  )
})

test.each(SCENARIOS)('%s with any token in the place of any other ends without throwing', (_, text) => {
  const tokens = tokensOf(text)
  fc.assert(
    fc.property(fc.nat(tokens.length - 1), fc.nat(tokens.length - 1), (at, other) => {
      endsWell([...tokens.slice(0, at), tokens[other] ?? '', ...tokens.slice(at + 1)].join(''))
    }),
    { numRuns: 120 },
  )
})

test.each(SCENARIOS)('%s cut off anywhere ends without throwing', (_, text) => {
  fc.assert(
    fc.property(fc.nat(text.length), (at) => endsWell(text.slice(0, at))),
    { numRuns: 60 },
  )
})

test.each(SCENARIOS)('%s with any two lines exchanged ends without throwing', (_, text) => {
  const lines = text.split('\n')
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), (a, b) => {
      endsWell(
        lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line)).join('\n'),
      )
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['duplicate keys', `foedus: 1\n${'a: 1\n'.repeat(20_000)}`],
  ['anchors', `foedus: 1\nx: [${'&a 1, '.repeat(20_000)}1]\n`],
  [
    'bad ids',
    `foedus: 1\nactors:\n${Array.from({ length: 5_000 }, (_, index) => `  A${index}: {}\n`).join('')}`,
  ],
])('a thousand faults are told, then that there are more (%s)', (_, text) => {
  const { faults } = checkText(text)
  expect(faults).toHaveLength(1_001)
  expect(faults.at(-1)?.code).toBe('too-many-faults')
})

test('a long chain of patrons is walked once', () => {
  const chain = Array.from(
    { length: 3_000 },
    (_, index) => `  a${index}: { kind: nonstate, patron: a${index + 1} }\n`,
  ).join('')
  const before = performance.now()
  const { faults } = checkText(BRIDGE.replace('actors:\n', `actors:\n${chain}`))
  expect(faults.map((fault) => fault.code)).toEqual(['unknown-actor'])
  expect(performance.now() - before).toBeLessThan(5_000)
})
