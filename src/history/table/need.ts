/** Which columns a task looks at, and for what, so that a table without one of them can be told so in its own words. */
import { columnsOf } from './measure.ts'
import type { Task } from './tasks.ts'

export interface Need {
  readonly column: string
  /** A name may be any text, a number may be blank, an outcome is 0 or 1. */
  readonly kind: 'name' | 'number' | 'outcome'
  /** `alignment`, `the outside view`: everything that reads it. */
  readonly reads: readonly string[]
}

/** Each column once for each kind, in the order in which they are first needed. */
export function needsOf({ only, outcome, conflict, mapping, outside }: Task): readonly Need[] {
  const all: readonly (readonly [Need['kind'], string, string])[] = [
    ['name', conflict, 'the conflict of a row'],
    ...(only ? [['name', only.column, 'the choice of rows'] as const] : []),
    ['outcome', outcome, 'the outcome'],
    ...mapping.lines.flatMap(({ input, parts, times = [] }) =>
      [...parts.map(({ measure }) => measure), ...times]
        .flatMap(columnsOf)
        .map((column) => ['number', column, input] as const),
    ),
    ...mapping.promises.flatMap(({ when }) =>
      columnsOf(when).map((column) => ['number', column, 'promises'] as const),
    ),
    ...outside.map(({ column }) => ['number', column, 'the outside view'] as const),
  ]
  const found = new Map<string, { kind: Need['kind']; column: string; reads: Set<string> }>()
  for (const [kind, column, what] of all) {
    const key = `${kind}:${column}`
    const need = found.get(key) ?? { kind, column, reads: new Set<string>() }
    need.reads.add(what)
    found.set(key, need)
  }
  return [...found.values()].map(({ kind, column, reads }) => ({ kind, column, reads: [...reads] }))
}
