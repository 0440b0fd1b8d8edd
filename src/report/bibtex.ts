/** The sources of a result as BibTeX, for a reference manager or a manuscript. */
import { formatDate } from '../base/date.ts'
import type { Citation } from './citation.ts'
import { keyOfProgram, noteOf, PROGRAM } from './citation-words.ts'
import { escaped } from './latex-escape.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `version`: of foedus, which is cited too. */
export function bibtex(cited: readonly Citation[], version: string): string {
  const program = entry(keyOfProgram(cited), [
    ['title', kept(`${PROGRAM.title}, version ${version}`)],
    ['author', kept(PROGRAM.by)],
    ['keywords', 'software'],
  ])
  return [...cited.map(sourceEntry), program].join('\n')
}

function sourceEntry(citation: Citation): string {
  const { id, kind, title, by, date, url } = citation.source
  const [year = '', month = '', day = ''] = date === undefined ? [] : formatDate(date).split('-')
  return entry(id, [
    ['title', kept(title)],
    ...(by === undefined ? [] : ([['author', kept(by)]] as const)),
    ...(date === undefined
      ? []
      : ([
          ['year', String(Number(year))],
          ['month', MONTHS[Number(month) - 1] ?? month],
          ['day', String(Number(day))],
        ] as const)),
    ...(url === undefined ? [] : ([['url', address(url)]] as const)),
    ['keywords', kind],
    ['note', escaped(noteOf(citation))],
  ])
}

type Field = readonly [name: string, value: string]

function entry(key: string, fields: readonly Field[]): string {
  // A month is one of BibTeX's own words and stands bare.
  const lines = fields.map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`}`)
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`
}

/** A second pair of braces keeps capitals as they are, and a name whole. */
function kept(text: string): string {
  return `{${escaped(text)}}`
}

/** Addresses stand as they are, but for what would end the field or break the line. */
function address(url: string): string {
  return url.replace(/[\s\\{}"<>^`|~]/gu, (sign) => encodeURIComponent(sign).replaceAll('~', '%7E'))
}
