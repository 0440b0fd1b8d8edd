/** A slip in a condition is told where it stands in the file, however YAML folds and quotes the text. */
import { describe, expect, test } from 'vitest'
import { firstFault } from './when-file.ts'

const GOOD = 't >= 10'

describe('the slip is found', () => {
  test.each([
    ['plain', `when: ${GOOD} && council.yes[stop`, 'p'],
    ['plain, over two lines', `when: ${GOOD} &&\n      council.yes[stop] >== 2`, '='],
    ['in double quotes', `when: "${GOOD} && endet"`, 'endet'],
    ['in single quotes', `when: '${GOOD} && endet'`, 'endet'],
    ['in quotes, over two lines', `when: "${GOOD} &&\n\n      endet || t > 1"`, 'endet'],
    ['folded', `when: >-\n      ${GOOD} &&\n      endet`, 'endet'],
    ['in a block', `when: |\n      ${GOOD} &&\n        endet\n`, 'endet'],
    ['behind a comment', `when: >- # why\n      endet &&\n      ${GOOD}`, 'endet'],
    ['at the end of a folded text', `when: >\n      ${GOOD} &&\n`, '&'],
  ])('%s', (_, lines, covered) => {
    expect(firstFault(lines)).toEqual(covered)
  })

  test('or, where escapes hide it, the whole value is', () => {
    expect(firstFault('when: "endet \\x26& t > 1"')).toBe('"endet \\x26& t > 1"')
    expect(firstFault("when: 'endet && ''t'''")).toBe("'endet && ''t'''")
  })
})
