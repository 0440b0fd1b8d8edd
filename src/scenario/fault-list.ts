/** The making of faults and warnings, and the order in which they are told. */
import type { Fault, Span } from '../base/fault.ts'

export interface More {
  readonly expected?: string | undefined
  readonly suggestion?: string | undefined
}

/** How many names a fault lists before it only counts the rest. */
const NAMES_SHOWN = 12

export function fault(code: string, span: Span, says: string, more: More = {}): Fault {
  return make('fault', code, span, says, more)
}

export function warning(code: string, span: Span, says: string, more: More = {}): Fault {
  return make('warning', code, span, says, more)
}

function make(severity: Fault['severity'], code: string, span: Span, says: string, more: More): Fault {
  return {
    code,
    severity,
    span,
    says,
    ...(more.expected === undefined ? {} : { expected: more.expected }),
    ...(more.suggestion === undefined ? {} : { suggestion: more.suggestion }),
  }
}

/** `one of avalon, borduria`, for the expected field of a fault. */
export function oneOf(names: Iterable<string>): string {
  const sorted = [...names].sort(byText)
  if (sorted.length === 0) return 'none: there is none'
  const shown = sorted.slice(0, NAMES_SHOWN).join(', ')
  const rest = sorted.length - NAMES_SHOWN
  return rest > 0 ? `one of ${shown} and ${rest} more` : `one of ${shown}`
}

/** By file, then place; the same fault once. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const seen = new Map<string, Fault>()
  for (const found of faults) {
    const { file, start, end } = found.span ?? { file: '', start: 0, end: 0 }
    const key = JSON.stringify([file, start, end, found.code, found.says])
    if (!seen.has(key)) seen.set(key, found)
  }
  return [...seen.values()].sort(
    (a, b) =>
      byText(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      byText(a.code, b.code) ||
      byText(a.says, b.says),
  )
}

/** Order by code units: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
