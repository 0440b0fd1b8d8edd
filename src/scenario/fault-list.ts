/** The making of faults and warnings, and the order in which they are told. */
import type { Fault, Span } from '../base/fault.ts'

export interface Words {
  readonly says: string
  readonly expected?: string | undefined
  readonly suggestion?: string | undefined
}

/** How many names a fault lists before it only counts the rest. */
const NAMES_SHOWN = 12

/** A bare text is only the sentence. */
export function fault(code: string, span: Span, words: string | Words): Fault {
  return { code, severity: 'fault', span, ...said(words) }
}

export function warning(code: string, span: Span, words: string | Words): Fault {
  return { code, severity: 'warning', span, ...said(words) }
}

function said(words: string | Words): Pick<Fault, 'says' | 'expected' | 'suggestion'> {
  if (typeof words === 'string') return { says: words }
  const { says, expected, suggestion } = words
  return {
    says,
    ...(expected === undefined ? {} : { expected }),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** Nobody reads more. Beyond them no hints are sought, which would take long in a file of nothing but slips. */
const FAULTS_MAX = 1_000

export function isFull(faults: readonly Fault[]): boolean {
  return faults.length > FAULTS_MAX
}

/** The first thousand, and that there are more. */
export function capFaults(sorted: readonly Fault[]): readonly Fault[] {
  const next = sorted[FAULTS_MAX]
  if (!next) return sorted
  const says = `there are more than ${FAULTS_MAX} faults and warnings; from here on they are not told`
  return [
    ...sorted.slice(0, FAULTS_MAX),
    { code: 'too-many-faults', severity: 'fault', ...(next.span ? { span: next.span } : {}), says },
  ]
}

/** One by one: a file may hold more faults than a call may have arguments. */
export function addAll(faults: Fault[], more: Iterable<Fault>): void {
  for (const found of more) faults.push(found)
}

/** `one of avalon, borduria`, for the expected field of a fault. */
export function oneOf(names: Iterable<string>): string {
  return listed([...names].sort(byText))
}

/** The same in the order given. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none: there is none'
  const shown = names.slice(0, NAMES_SHOWN).join(', ')
  const rest = names.length - NAMES_SHOWN
  return rest > 0 ? `one of ${shown} and ${rest} more` : `one of ${shown}`
}

/** All of them, however many: where nothing else says what there is. */
export function allOf(names: readonly string[]): string {
  return names.length === 0 ? listed(names) : `one of ${names.join(', ')}`
}

/** The same for the same fault at the same place. */
export function keyOfFault({ span, code, says }: Fault): string {
  return JSON.stringify([span?.file ?? '', span?.start ?? 0, span?.end ?? 0, code, says])
}

/** By file, then place; the same fault once. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const seen = new Map<string, Fault>()
  for (const found of faults) {
    const key = keyOfFault(found)
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
