/**
 * The screen of `foedus cite`: what a result rests on in three lists, because a
 * reference, a hint and a judgement are not the same, then what rests on nothing.
 */
import { formatDate } from '../base/date.ts'
import type { Scenario, Source } from '../scenario/scenario.ts'
import type { Citation, Citations } from './citation.ts'
import { countOf, PROGRAM } from './citation-words.ts'
import type { Colour } from './colour.ts'
import { quantityText } from './quantity-text.ts'
import { wrap } from './wrap.ts'

export interface CitationScreenOptions {
  readonly width: number
  readonly colour: Colour
  /** Version of the program. */
  readonly version: string
}

const LISTS: readonly {
  readonly kinds: readonly Source['kind'][]
  readonly head: string
  readonly none: string
}[] = [
  {
    kinds: ['published', 'computed'],
    head: 'References: published, or computed from public data',
    none: 'nothing that was published or computed',
  },
  {
    kinds: ['unverified'],
    head: 'Unverified: known by a hint only, to be looked up before they are quoted',
    none: 'nothing unverified',
  },
  {
    kinds: ['judgement'],
    head: 'Judgement: somebody thinks so; no reference',
    none: 'no judgement',
  },
]

export function citationScreen(
  citations: Citations,
  scenario: Scenario,
  options: CitationScreenOptions,
): string {
  const { width, colour, version } = options
  const { cited } = citations
  const title = `What “${scenario.title}” rests on: ${cited.length} ${cited.length === 1 ? 'source' : 'sources'}`
  const lines = [
    ...wrap(title, { width, indent: 0 }).map(colour.strong),
    ...LISTS.flatMap(({ kinds, head, none }) => {
      const own = cited.filter(({ source }) => kinds.includes(source.kind))
      return [
        '',
        ...wrap(`${head} (${own.length})`, { width, indent: 0 }).map(colour.strong),
        ...(own.length === 0 ? wrap(none, { width, indent: 2 }) : []),
        ...own.flatMap((citation) => block(citation, scenario, options)),
      ]
    }),
    '',
    ...wrap('Software', { width, indent: 0 }).map(colour.strong),
    ...wrap(`${PROGRAM.title}, version ${version}, by ${PROGRAM.by}`, { width, indent: 2, hang: 4 }),
    '',
    ...wrap(restText(citations), { width, indent: 0 }),
  ]
  return `${lines.join('\n')}\n`
}

function block(
  citation: Citation,
  scenario: Scenario,
  { width, colour }: CitationScreenOptions,
): readonly string[] {
  const { source, quantities, statements } = citation
  // Several levels of one thing may bear one name.
  const names = [...new Set(quantities.map((id) => quantityText(id, scenario)))].join('; ')
  const count = countOf(citation)
  return [
    ...wrap(`[${source.id}] ${referenceText(source)}`, { width, indent: 2, hang: 4 }),
    ...statements.flatMap((statement) => wrap(statement, { width, indent: 6, hang: 8 })).map(colour.dim),
    ...(count === '' ? [] : wrap(`${count}: ${names}`, { width, indent: 6, hang: 8 })).map(colour.dim),
  ]
}

/** `Treaty of friendship, 1999-05-04 (published, A1)` */
function referenceText({ title, by, date, url, kind, grade }: Source): string {
  const whose = by === undefined ? title : `${by}: ${title}`
  const named = [whose, date === undefined ? '' : formatDate(date), url ?? ''].filter((part) => part !== '')
  return `${named.join(', ')} (${[kind, grade ?? ''].filter((part) => part !== '').join(', ')})`
}

function restText({ unsourced, assumed }: Citations): string {
  const plural = (n: number): string => `${n} ${n === 1 ? 'quantity' : 'quantities'}`
  return [
    `${plural(unsourced.length)} without a source${listed(unsourced)}`,
    `${plural(assumed.length)} not stated, so a vague range stands in${listed(assumed)}`,
  ].join('; ')
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? '' : ` (${ids.join(', ')})`
}
