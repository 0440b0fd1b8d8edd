/** A count over history that a claim rests on: the cases, and whether it was so in each. */
import * as z from 'zod'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import { fault, warning } from './fault-list.ts'
import type { Node } from './node.ts'
import { child, firstToken, spanAt } from './node.ts'
import type { CaseRecord } from './scenario.ts'
import * as shape from './shape.ts'

export const recordShape: z.ZodObject = shape.fields({
  of: shape.text('What counts as a case: wars of others in which it could have fought.'),
  cases: z
    .array(
      shape.fields({
        case: shape.text('What the case is called: Korea 1950.'),
        held: shape.flag('Whether it was so in this case.'),
        source: shape.reference('Where that is told.').optional(),
      }),
    )
    .min(1)
    .describe('Every case that counts, whether it was so or not.'),
})

/** What zod left of it. */
interface RecordText {
  readonly of?: string
  readonly cases?: readonly (
    | { readonly case?: string; readonly held?: boolean; readonly source?: string }
    | undefined
  )[]
}

export function readRecord(context: Context, value: unknown, node: Node | undefined): CaseRecord | undefined {
  if (typeof value !== 'object' || value === null || !node) return undefined
  const { of, cases } = value as RecordText
  const list = child(node, 'cases')
  const seen = new Set<string>()
  const read = (cases ?? []).map((stated, index): CaseRecord['cases'][number] | undefined => {
    const item = child(list, index)
    const { case: title, held } = stated ?? {}
    if (!item || title === undefined || held === undefined) return undefined
    const at = (key: string) => spanAt(item, [key], firstToken(item))
    if (seen.has(title)) {
      context.faults.push(fault('duplicate-id', at('case'), `the case "${title}" is counted twice`))
    }
    seen.add(title)
    if (stated?.source === undefined && !hasSource(item)) {
      context.faults.push(
        warning('unsourced', at('case'), {
          says: `the case "${title}" rests on no source`,
          suggestion: 'name the source that tells how it went',
        }),
      )
    }
    const source = resolveSource(context, stated?.source, at('source'))
    return { title, held, ...(source === undefined ? {} : { source }) }
  })
  if (of === undefined || read.length === 0 || !read.every((one) => one !== undefined)) return undefined
  return { of, cases: read }
}

function hasSource(item: Node): boolean {
  return child(item, 'source') !== undefined
}
