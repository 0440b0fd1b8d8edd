/** Where a figure comes from: dated, graded, and never from after the day the scenario speaks from. */
import type * as z from 'zod'
import { parseDate } from '../base/date.ts'
import type { Context } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault, warning } from './fault-list.ts'
import type { Node } from './node.ts'
import { keySpan, spanAt } from './node.ts'
import { checkLeak } from './quantity.ts'
import type { Source } from './scenario.ts'
import * as shape from './shape.ts'

export interface SourceText {
  readonly kind: Source['kind']
  readonly title: string
  readonly by: string
  readonly date: string
  readonly url: string
  readonly grade: string
}

const KINDS: readonly Source['kind'][] = ['published', 'computed', 'unverified', 'judgement']

export const sourceShape: z.ZodObject = shape.fields({
  kind: shape.word(
    KINDS,
    'published: a page or data set says so. computed: from public data. unverified: known by a hint only. judgement: somebody thinks so.',
  ),
  title: shape.text('What it is called.'),
  by: shape.text('Who says so.').optional(),
  date: shape.date('When it was said; not after asOf.').optional(),
  url: shape.text('Where it can be read.').optional(),
  grade: shape.grade('Admiralty grade, A1 to F6; never on a judgement.').optional(),
})

export const SOURCES: Noun<SourceText> = {
  key: 'sources',
  container: 'map',
  called: 'source',
  shape: sourceShape,
}

export function readSource(context: Context, entry: Entry<SourceText>): Source | undefined {
  const { kind, title, by, url, grade, date } = entry.value
  const day = date === undefined ? undefined : parseDate(date)
  if (day !== undefined) {
    checkLeak(context, day, {
      span: spanAt(entry.node, ['date'], entry.at),
      called: `the source "${entry.id}"`,
    })
  }
  const graded = keySpan(entry.node, 'grade')
  if (kind === 'judgement' && graded) {
    context.faults.push(
      fault('graded-judgement', graded, {
        says: 'a judgement carries no Admiralty grade',
        suggestion: 'leave the grade out',
      }),
    )
  }
  if (kind === undefined || title === undefined) return undefined
  return {
    id: entry.id,
    kind,
    title,
    ...(by === undefined ? {} : { by }),
    ...(day === undefined ? {} : { date: day }),
    ...(url === undefined ? {} : { url }),
    ...(grade === undefined ? {} : { grade }),
  }
}

/** Only the analyst's own sources: the theory's serve every scenario. `roots`: all that is written, faulty or not. */
export function warnUnused(context: Context, roots: readonly Node[]): void {
  const used = new Set(roots.flatMap(sourcesIn))
  for (const entry of context.sources.values()) {
    if (entry.layer === 'theory' || used.has(entry.id)) continue
    context.faults.push(
      warning('unused-source', entry.at, {
        says: `nothing rests on the source "${entry.id}"`,
        suggestion: 'name it where it is used, or leave it out',
      }),
    )
  }
}

/** Every id that stands under the key `source`, at any depth. */
function sourcesIn(node: Node): string[] {
  if (node.kind === 'list') return node.items.flatMap(sourcesIn)
  if (node.kind !== 'map') return []
  return [...node.entries.values()].flatMap(({ key, node: value }) =>
    key === 'source' && value.kind === 'scalar' ? [value.text] : sourcesIn(value),
  )
}
