/** The sources of a result as CSL-JSON, which citation processors and reference managers read. */
import { formatDate } from '../base/date.ts'
import type { Source } from '../scenario/scenario.ts'
import type { Citation } from './citation.ts'
import { keyOfProgram, noteOf, PROGRAM } from './citation-words.ts'
import type { Json } from './json.ts'

/** A source's kind says where it stands, not what it is: only computed ones are known to be data. */
const TYPES: Readonly<Record<Source['kind'], string>> = {
  published: 'document',
  computed: 'dataset',
  unverified: 'document',
  judgement: 'document',
}

/** `version`: of foedus, which is cited too. */
export function cslJson(cited: readonly Citation[], version: string): readonly Json[] {
  const program = {
    id: keyOfProgram(cited),
    type: 'software',
    title: PROGRAM.title,
    author: [{ literal: PROGRAM.by }],
    version,
    keyword: 'software',
  }
  return [...cited.map(item), program]
}

function item(citation: Citation): Json {
  const { id, kind, title, by, date, url } = citation.source
  return {
    id,
    type: TYPES[kind],
    title,
    ...(by === undefined ? {} : { author: [{ literal: by }] }),
    ...(date === undefined ? {} : { issued: { 'date-parts': [formatDate(date).split('-').map(Number)] } }),
    ...(url === undefined ? {} : { URL: url }),
    keyword: kind,
    note: noteOf(citation),
  }
}
