/** The form in which a fault is shown. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/base/fault.ts'
import { faultText } from '../../src/report/fault-text.ts'

function show(text: string, start: number, end: number, more: Partial<Fault> = {}): string {
  const fault: Fault = {
    code: 'a-law',
    severity: 'fault',
    span: { file: 'f.yaml', start, end },
    says: 'the law is broken',
    ...more,
  }
  return faultText(fault, new Map([['f.yaml', text]]))
}

test('code, place, line, caret, law, expectation and way out', () => {
  const text = `${'\n'.repeat(40)}  - { from: cascadai, to: avalon }\n`
  const start = text.indexOf('cascadai')
  const more = {
    code: 'unknown-actor',
    says: 'no actor is called "cascadai"',
    expected: 'one of avalon, borduria, cascadia',
    suggestion: 'cascadia',
  }
  expect(show(text, start, start + 8, more)).toBe(
    [
      'unknown-actor  f.yaml:41:13',
      '  41 |   - { from: cascadai, to: avalon }',
      '     |             ^^^^^^^^',
      'no actor is called "cascadai"; expected one of avalon, borduria, cascadia',
      'try: cascadia',
    ].join('\n'),
  )
})

test('columns count characters, not units of a string', () => {
  expect(show('a: 𝒳𝒳 bad', 8, 11)).toBe(
    'a-law  f.yaml:1:7\n  1 | a: 𝒳𝒳 bad\n    |       ^^^\nthe law is broken',
  )
})

test('tabs stay tabs, so that the caret stands below', () => {
  expect(show('a:\tbad', 3, 6)).toBe('a-law  f.yaml:1:4\n  1 | a:\tbad\n    |   \t^^^\nthe law is broken')
})

test('the caret stops at the end of the line and is never missing', () => {
  expect(show('one\r\ntwo\r\n', 0, 8)).toContain('| ^^^\n')
  expect(show('one\n', 3, 3)).toContain('|    ^\n')
  expect(show('', 0, 0)).toContain('| ^\n')
  expect(show('one', 90, 99)).toContain('|    ^\n')
})

test('a long line is cut around the fault', () => {
  const text = `${'x'.repeat(300)}bad${'y'.repeat(300)}`
  const [, line = '', caret = ''] = show(text, 300, 303).split('\n')
  expect(Array.from(line.slice(6)).length).toBeLessThanOrEqual(100)
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('bad')
})

test('nothing in a line steers the terminal', () => {
  expect(show('a: \u001b[31mred\u202e', 3, 5)).toContain('a: \\u{1b}[31mred\\u{202e}')
  expect(show('a', 0, 1, { says: 'no actor is called "\u001b[2J"' })).not.toContain('\u001b')
})

test('a fault without a text still says what it is', () => {
  expect(faultText({ code: 'no-file', severity: 'fault', says: 'there is no such file' }, new Map())).toBe(
    'no-file\nthere is no such file',
  )
  expect(show('', 0, 0).length).toBeGreaterThan(0)
})

test('the style touches code, place and caret only', () => {
  const style = {
    code: (text: string) => `<${text}>`,
    place: (text: string) => `(${text})`,
    caret: (text: string) => `[${text}]`,
  }
  const fault: Fault = {
    code: 'a-law',
    severity: 'fault',
    span: { file: 'f.yaml', start: 0, end: 1 },
    says: 'broken',
  }
  expect(faultText(fault, new Map([['f.yaml', 'a']]), style)).toBe(
    '<a-law>  (f.yaml:1:1)\n  1 | a\n    | [^]\nbroken',
  )
})

test('the caret stands below the text it is about, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'é', '𝒳', ' ', '{', ':'), { maxLength: 250 }),
      fc.nat(249),
      fc.nat(20),
      (points, from, width) => {
        const at = Math.min(from, points.length)
        const before = points.slice(0, at).join('')
        const covered = points.slice(at, at + width).join('')
        const [, line = '', caret = ''] = show(
          points.join(''),
          before.length,
          before.length + covered.length,
        ).split('\n')
        const first = [...caret].indexOf('^')
        const last = [...caret].lastIndexOf('^') + 1
        const shown = [...line].slice(first, last).join('')
        // A fault longer than the line that is left is cut; what is marked is always its beginning.
        if (covered !== '') expect(covered.startsWith(shown.replace(/…$/, ''))).toBe(true)
        expect([...line].length).toBeLessThanOrEqual(106)
      },
    ),
  )
})
