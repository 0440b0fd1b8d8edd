/** BibTeX and CSL-JSON, read back by a parser of others: nothing is lost, whatever a source is called. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/base/date.ts'
import { bibtex } from '../../src/report/bibtex.ts'
import type { Citation } from '../../src/report/citation.ts'
import { cslJson } from '../../src/report/csl-json.ts'
import type { Source } from '../../src/scenario/scenario.ts'

interface Item {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[]
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly URL?: string
  readonly keyword: string
  readonly note?: string
}

const TREATY: Source = { id: 'treaty-1999', kind: 'published', title: 'Treaty of friendship', grade: 'A1' }

function citation(source: Partial<Source>, quantities: readonly string[] = ['ties.a-b.stake']): Citation {
  return { source: { ...TREATY, ...source }, quantities, statements: [] }
}

function readBack(text: string): readonly Item[] {
  return plugins.input.chain(text, { generateGraph: false }) as readonly Item[]
}

const SIGNS = Array.from('\\{}$&#_%~^<>|"\'`-,@=!?;:/()[]*+')

/** Texts with what BibTeX and LaTeX take for signs of their own. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS, '--', '``', "''", '\\end{x}', '100 %', 'and'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
      fc.constantFrom('Ünïcode', 'Россия', '中国', 'é'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `x ${parts.join(' ')} y`.replace(/\s+/g, ' '))

describe('BibTeX', () => {
  test('every source comes back under its id, with title, author, date and kind', () => {
    const text = bibtex(
      [
        citation({ by: 'The Foreign Ministry of Cascadia', date: parseDate('1999-05-04')! }),
        citation({ id: 'desk', kind: 'judgement', title: "The desk's judgement" }),
      ],
      '1.2.3',
    )
    const [treaty, desk, program] = readBack(text)
    expect(treaty).toMatchObject({
      id: 'treaty-1999',
      title: 'Treaty of friendship',
      author: [{ family: 'The Foreign Ministry of Cascadia' }],
      issued: { 'date-parts': [[1999, 5, 4]] },
      keyword: 'published',
      note: 'published; Admiralty grade A1; it bears 1 quantity',
    })
    expect(desk).toMatchObject({ id: 'desk', title: "The desk's judgement", keyword: 'judgement' })
    expect(program).toMatchObject({ id: 'foedus', title: 'Foedus, version 1.2.3', keyword: 'software' })
  })

  test('whatever stands in a title or a name comes back as it was', () => {
    fc.assert(
      fc.property(awkward, awkward, (title, by) => {
        const [item] = readBack(bibtex([citation({ title, by })], '0'))
        expect([item?.title, item?.author?.[0]?.family]).toEqual([title, by])
      }),
      { numRuns: 300 },
    )
  })

  test('an address comes back as the same address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const [item] = readBack(bibtex([citation({ url })], '0'))
        expect(decodeURI(item?.URL ?? '')).toBe(decodeURI(url))
      }),
    )
  })

  test('no text ends its entry early or opens another', () => {
    const title = 'a}}\n@book{evil, title = {b'
    const items = readBack(bibtex([citation({ title })], '0'))
    expect(items.map(({ id }) => id)).toEqual(['treaty-1999', 'foedus'])
    expect(items[0]?.title).toBe('a}} @book{evil, title = {b')
  })

  test('a source that took the name of the program keeps it', () => {
    const items = readBack(bibtex([citation({ id: 'foedus' })], '0'))
    expect(items.map(({ id }) => id)).toEqual(['foedus', 'foedus-software'])
  })
})

describe('CSL-JSON', () => {
  const cited = [
    citation({ by: 'the desk', date: parseDate('1999-05-04')!, url: 'https://example.org/a' }),
    citation({ id: 'fit', kind: 'computed', title: 'A fit' }),
  ]

  test('comes back as it was written', () => {
    const items = cslJson(cited, '1.2.3') as unknown as readonly Item[]
    const back = plugins.input.chain(JSON.stringify(items), { generateGraph: false, strict: true })
    expect(back).toEqual(items)
  })

  test('has the types, names and dates that citation processors know', () => {
    expect(cslJson(cited, '1.2.3')).toEqual([
      {
        id: 'treaty-1999',
        type: 'document',
        title: 'Treaty of friendship',
        author: [{ literal: 'the desk' }],
        issued: { 'date-parts': [[1999, 5, 4]] },
        URL: 'https://example.org/a',
        keyword: 'published',
        note: 'published; Admiralty grade A1; it bears 1 quantity',
      },
      {
        id: 'fit',
        type: 'dataset',
        title: 'A fit',
        keyword: 'computed',
        note: 'computed; Admiralty grade A1; it bears 1 quantity',
      },
      {
        id: 'foedus',
        type: 'software',
        title: 'Foedus',
        author: [{ literal: 'the Foedus authors' }],
        version: '1.2.3',
        keyword: 'software',
      },
    ])
  })
})
