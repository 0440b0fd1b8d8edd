/** Which metric was probably meant, and what else there is to ask of the same family. */
import { nearest } from '../base/nearest.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Words } from './fault-list.ts'
import { byText, listed } from './fault-list.ts'

/** From this length on the beginning of a name is a hint. */
const BEGINNING = 2

export function metricHint(name: string): Pick<Words, 'expected' | 'suggestion'> {
  const all = METRICS.map((metric) => metric.name).sort(byText)
  const [family = ''] = name.split('.')
  const own = all.filter((known) => known.startsWith(`${family}.`))
  const others = all.filter((known) => !own.includes(known))
  return { expected: listed([...own, ...others]), suggestion: meant(name, { all, own }) }
}

function meant(
  name: string,
  { all, own }: { all: readonly string[]; own: readonly string[] },
): string | undefined {
  const part = lastOf(name)
  const named = all.filter((known) => lastOf(known) === part)
  if (named.length === 1) return named[0]
  if (own.length === 0) return nearest(name, all)
  const close = nearest(part, own.map(lastOf))
  if (close !== undefined) return own.find((known) => lastOf(known) === close)
  const begun = own.filter((known) => lastOf(known).startsWith(part))
  return part.length >= BEGINNING && begun.length === 1 ? begun[0] : undefined
}

function lastOf(name: string): string {
  return name.split('.').at(-1) ?? name
}
