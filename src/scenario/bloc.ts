/** Members of a council whose votes go together. */
import * as z from 'zod'
import { nearest } from '../base/nearest.ts'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import type { Entry } from './entry.ts'
import { byText, fault, oneOf } from './fault-list.ts'
import { spanAt } from './node.ts'
import type { Bloc } from './scenario.ts'
import * as shape from './shape.ts'

export interface BlocText {
  readonly members: readonly (string | undefined)[]
  readonly rho: number
  readonly source: string
}

export const blocsShape: z.ZodType = z
  .array(
    shape.fields({
      members: z.array(z.string()).min(2).describe('Who votes together: two members or more.'),
      rho: z
        .number()
        .min(0)
        .max(1)
        .describe('How closely, as the correlation of the normal scores of their votes, 0 to 1.'),
      source: shape.reference('Where the coefficient comes from.').optional(),
    }),
  )
  .describe('Members whose votes go together; each sits in one bloc at most.')

/** `seats` absent: the members themselves are at fault, and nobody knows who sits here. */
export function readBlocs(
  context: Context,
  entry: Entry<{ readonly blocs: readonly (Partial<BlocText> | undefined)[] }>,
  seats: readonly string[] | undefined,
): Bloc[] {
  const taken = new Map<string, number>()
  const blocs = (entry.value.blocs ?? []).flatMap((stated, index): Bloc[] => {
    const at = (...path: (string | number)[]) => spanAt(entry.node, ['blocs', index, ...path], entry.at)
    const source = resolveSource(context, stated?.source, at('source'))
    const members = (stated?.members ?? []).filter((id, place): id is string => {
      if (id === undefined) return false
      const span = at('members', place)
      const before = taken.get(id)
      if (seats && !seats.includes(id)) {
        const says = `"${id}" is no member of the council and votes with nobody`
        const more = { expected: oneOf(seats), suggestion: nearest(id, seats) }
        context.faults.push(fault('bloc-unknown-member', span, { says, ...more }))
      } else if (before === index) {
        context.faults.push(fault('duplicate-id', span, `"${id}" stands twice in one bloc`))
      } else if (before !== undefined) {
        const says = `"${id}" stands in two blocs; its votes can go with one of them only`
        context.faults.push(
          fault('bloc-overlap', span, { says, suggestion: 'join the two blocs, or choose' }),
        )
      } else {
        taken.set(id, index)
        return true
      }
      return false
    })
    const rho = stated?.rho
    if (rho === undefined || members.length < 2) return []
    return [{ members: members.sort(byText), rho, ...(source === undefined ? {} : { source }) }]
  })
  return blocs.sort((a, b) => byText(a.members[0] ?? '', b.members[0] ?? ''))
}
