/** Files that nobody should be able to pass: each gives its one fault, at its one place. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TextFile } from '../../src/scenario/check.ts'
import { checkFiles, coveredBy } from './bridge.ts'

const FOLDER = join(import.meta.dirname, 'malformed')

function load(name: string): TextFile {
  return { path: name, bytes: readFileSync(join(FOLDER, name)) }
}

function faultsOf(
  files: readonly TextFile[],
): { code: string; covered: string | undefined; suggestion: string | undefined }[] {
  const texts = new Map(
    files.map((file) => [file.path, Buffer.from(file.bytes as Uint8Array).toString('utf8')]),
  )
  return checkFiles(files)
    .faults.filter((fault) => fault.severity === 'fault')
    .map((fault) => ({ code: fault.code, covered: coveredBy(fault, texts), suggestion: fault.suggestion }))
}

/** file, code, covered text, suggestion where the test is about it. */
const CASES: readonly (readonly [string, string, string, string?])[] = [
  ['bad-indentation.yaml', 'yaml-syntax', 'stake'],
  ['unknown-actor.yaml', 'unknown-actor', 'cascadai', 'cascadia'],
  ['unit-mismatch.yaml', 'unit-mismatch', '3 days'],
  ['quantiles-not-ascending.yaml', 'quantiles-not-ascending', '[0.8, 0.6, 0.4]'],
  ['probability-out-of-bounds.yaml', 'out-of-bounds', '1.8'],
  ['duplicate-id.yaml', 'duplicate-id', 'no-troops'],
  ['duplicate-key.yaml', 'duplicate-key', 'source'],
  ['source-after-as-of.yaml', 'source-after-as-of', '2020-02-15'],
  ['expectation-read.yaml', 'expectation-read', 'expectation', 'input'],
  ['unknown-metric.yaml', 'unknown-metric', 'support.combats', 'support.combat'],
  ['unknown-tag.yaml', 'unknown-tag', '!shout'],
  ['merge-key.yaml', 'merge-key', '<<'],
  ['reserved-proto.yaml', 'reserved-key', '__proto__'],
  ['reserved-constructor.yaml', 'reserved-key', 'constructor'],
  ['patron-cycle.yaml', 'patron-cycle', 'raiders'],
  ['state-as-proxy.yaml', 'proxy-not-nonstate', 'cascadia'],
  ['proxy-without-ally.yaml', 'no-ally', 'militia'],
  ['anchor-as-input.yaml', 'anchor-as-input', 'input', 'anchor'],
  ['presence-falls.yaml', 'presence-not-ascending', '[0.5 to 2, 0.1 to 0.4, 3 to 9]'],
]

describe('each malformed file gives its one fault at its one place', () => {
  for (const [name, code, covered, suggestion] of CASES) {
    test(`${name}: ${code}`, () => {
      const faults = faultsOf([load(name)])
      expect(faults.map((fault) => [fault.code, fault.covered])).toEqual([[code, covered]])
      if (suggestion !== undefined) expect(faults[0]?.suggestion).toBe(suggestion)
    })
  }
})

test('an alias bomb is refused at its anchors and never unfolded', () => {
  const before = performance.now()
  const faults = faultsOf([load('alias-bomb.yaml')])
  expect(performance.now() - before).toBeLessThan(2_000)
  const anchors = faults.filter((fault) => fault.code === 'alias')
  expect(anchors.map((fault) => fault.covered)).toEqual([
    '&a',
    '&b',
    '&c',
    '&d',
    '&e',
    '&f',
    '&g',
    '&h',
    '&i',
  ])
})

test('50 MB are refused unread', () => {
  const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x61)
  const before = performance.now()
  const { faults, value } = checkFiles([{ path: 'large.yaml', bytes }])
  expect(performance.now() - before).toBeLessThan(2_000)
  expect(value).toBeUndefined()
  expect(faults.map((fault) => [fault.code, fault.span])).toEqual([
    ['too-large', { file: 'large.yaml', start: 0, end: 0 }],
  ])
})

test('a binary file is refused at its first byte that is no text', () => {
  const bytes = Uint8Array.from([0x66, 0x6f, 0x65, 0x00, 0x01, 0xff, 0xfe])
  const { faults } = checkFiles([{ path: 'picture.yaml', bytes }])
  expect(faults.map((fault) => [fault.code, fault.span])).toEqual([
    ['not-text', { file: 'picture.yaml', start: 3, end: 4 }],
  ])
  const latin = Uint8Array.from([0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xe9, 0x0a])
  expect(
    checkFiles([{ path: 'latin.yaml', bytes: latin }]).faults.map((fault) => [fault.code, fault.span?.start]),
  ).toEqual([['not-text', 7]])
})

test('an empty file says nothing, and neither does one of comments', () => {
  expect(faultsOf([load('empty.yaml')]).map((fault) => fault.code)).toEqual(['empty'])
  expect(
    checkFiles([{ path: 'c.yaml', bytes: '# nothing yet\n' }]).faults.map((fault) => fault.code),
  ).toEqual(['empty'])
  expect(checkFiles([]).faults.map((fault) => fault.code)).toEqual(['empty'])
})

test('ids that clash across the files of a folder are told at the second, naming the first', () => {
  const { faults } = checkFiles(readdirSync(join(FOLDER, 'clash')).map((name) => load(`clash/${name}`)))
  const clash = faults.filter((fault) => fault.severity === 'fault')
  expect(clash.map((fault) => [fault.code, fault.span?.file])).toEqual([['duplicate-id', 'clash/two.yaml']])
  expect(clash[0]?.says).toContain('clash/one.yaml:9')
})

test('five faults in one file are told as five, in order', () => {
  expect(faultsOf([load('five-faults.yaml')]).map((fault) => [fault.code, fault.covered])).toEqual([
    ['unknown-actor', 'cascadai'],
    ['missing-unit', '1_200'],
    ['out-of-bounds', '1.8'],
    ['unknown-key', 'stakes'],
    ['unknown-word', 'fairly likely'],
  ])
})

test.each([
  ['brackets', '['.repeat(1_000_000)],
  ['hyphens', `foedus: 1\nclaims:\n  ${'- '.repeat(200_000)}`],
  ['indentation', Array.from({ length: 1_500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('nesting without end (%s) is refused and exhausts nothing', (_, text) => {
  const { faults } = checkFiles([{ path: 'deep.yaml', bytes: text }])
  expect(faults.map((fault) => fault.code)).toContain('too-deep')
})
