/** The first tally that does not come out the same, in words: of all bits the one to look at. */
import type { Design } from '../engine/summary.ts'
import { playoutsOf } from '../judge/interval.ts'
import type { Json } from './json.ts'
import { countText } from './number-text.ts'
import { own, same, type Tallies } from './tallies.ts'

/** `claim weapons: 7,412 → 7,398 of 16,384 playouts`; undefined when every bit is the same. */
export function firstTallyDifference(was: Tallies, is: Tallies, design: Design): string | undefined {
  for (const section of sectionsOf(was, is)) {
    const [before, now] = [own(was, section), own(is, section)]
    if (same(before, now)) continue
    if (!isMap(before) || !isMap(now)) return `${section}: ${tallyText(before, now, design)}`
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
    const name = names.find((one) => !same(own(before, one), own(now, one)))!
    return `${SINGULAR[section] ?? section} ${name}: ${tallyText(own(before, name), own(now, name), design)}`
  }
  return undefined
}

const SINGULAR: Readonly<Record<string, string>> = {
  claims: 'claim',
  sentences: 'sentence',
  vectors: 'counts of claim',
  histograms: 'histogram',
  means: 'mean',
  peaks: 'peak',
}

/** Claims come first: they are what a reader asks about. */
function sectionsOf(was: Tallies, is: Tallies): readonly string[] {
  const known = ['claims', 'sentences']
  const rest = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !known.includes(name))
  return [...known, ...rest.sort()]
}

function tallyText(before: Json | undefined, now: Json | undefined, design: Design): string {
  if (before === undefined) return 'was not in the receipt'
  if (now === undefined) return 'is no longer there'
  const [was, is] = [countOf(before), countOf(now)]
  if (was === undefined || is === undefined) return listText(before, now)
  const all = `of ${countText(playoutsOf(design))} playouts`
  if (was !== is) return `${countText(was)} → ${countText(is)} ${all}`
  return `the same ${countText(was)} ${all}, spread otherwise over batches and draws`
}

function countOf(tally: Json): number | undefined {
  const count = isMap(tally) ? own(tally, 'count') : undefined
  return typeof count === 'number' ? count : undefined
}

/** Two values, or the first place at which two lists part. */
function listText(before: Json | undefined, now: Json | undefined): string {
  if (!Array.isArray(before) || !Array.isArray(now)) return `${shown(before)} → ${shown(now)}`
  const [was, is] = [before as readonly Json[], now as readonly Json[]]
  if (was.length !== is.length) return `${was.length} → ${is.length} values`
  const place = was.findIndex((value, at) => !same(value, is[at]))
  return `value ${place}: ${shown(was[place])} → ${shown(is[place])}`
}

/** No name of a receipt may flood the screen. */
const SHOWN_MOST = 40

function shown(json: Json | undefined): string {
  const text = json === undefined ? 'nothing' : typeof json === 'string' ? json : JSON.stringify(json)
  return text.length > SHOWN_MOST ? `${text.slice(0, SHOWN_MOST)}…` : text
}

function isMap(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
