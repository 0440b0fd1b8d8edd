/**
 * What happened, read from its own file and held against the eve: everybody who might have helped has a deed, and
 * nobody else has. All faults are told at once, each where it stands.
 */
import type { Checked, Fault, Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import { type Context, resolve, resolveSource } from '../scenario/context.ts'
import { byId, collect, type Entry, isBad, type Sheet } from '../scenario/entry.ts'
import { addAll, capFaults, fault, oneOf, sortFaults } from '../scenario/fault-list.ts'
import { firstToken, keySpan, spanAt } from '../scenario/node.ts'
import { checkShape } from '../scenario/shape-fault.ts'
import type { ChannelId, Dyad, Scenario } from '../scenario/scenario.ts'
import { readSheets } from '../scenario/sheet.ts'
import { readSource, SOURCES, warnUnused } from '../scenario/source.ts'
import type { TextFile } from '../scenario/text-file.ts'
import type { CodedCase, Deed, Entry as Entered } from './coded.ts'
import {
  DEEDS,
  type DeedText,
  ENTRIES,
  type EntryText,
  LEFT,
  type LeftText,
  type OutcomeHead,
  outcomeShape,
} from './outcome-shape.ts'

export type Outcome = Pick<CodedCase, 'deeds' | 'groups' | 'left'>

/** Without an eve, because that has faults of its own, the file is held against its shape alone. */
export function readOutcome(
  file: TextFile,
  { id, eve }: { readonly id: string; readonly eve: Scenario | undefined },
): Checked<Outcome> {
  const faults: Fault[] = []
  const { sheets, whole } = readSheets([file], 'scenario', faults)
  const [sheet] = sheets
  const value = sheet?.root?.kind === 'map' ? readSheet(sheet, { id, eve, faults, whole }) : undefined
  const sorted = capFaults(sortFaults(faults))
  const sound = sorted.every(({ severity }) => severity === 'warning')
  return value !== undefined && sound ? { value, faults: sorted } : { faults: sorted }
}

interface Reading {
  readonly id: string
  readonly eve: Scenario | undefined
  readonly faults: Fault[]
  /** False where the file could not be read to its end: what seems missing may stand there. */
  readonly whole: boolean
}

function readSheet(sheet: Sheet, { id, eve, faults, whole }: Reading): Outcome | undefined {
  checkHead(sheet, { id, faults, whole })
  const sources = byId(collect([sheet], SOURCES, faults))
  const deeds = collect([sheet], DEEDS, faults)
  const groups = collect([sheet], ENTRIES, faults)
  const left = collect([sheet], LEFT, faults)
  if (!whole) return undefined
  // What is told of a crisis was written after it: no source is too late.
  const context: Context = {
    faults,
    sources,
    actors: new Map(),
    layerOf: () => 'scenario',
    changed: new Set(),
  }
  for (const source of sources.values()) readSource(context, source)
  for (const entry of [...deeds, ...groups])
    resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at))
  if (sheet.root) warnUnused(context, [sheet.root])
  if (!eve) return undefined
  const place = (key: string): Span => keySpan(sheet.root, key) ?? firstToken(sheet.root!)
  checkDeeds(context, deeds, { eve, at: place(DEEDS.key) })
  checkGroups(context, groups, { eve, at: place(ENTRIES.key) })
  checkLeft(context, left, eve)
  return { deeds: deeds.map(deedOf), groups: groups.map(enteredOf), left: left.map(leftOf) }
}

function checkHead({ root }: Sheet, { id, faults, whole }: Omit<Reading, 'eve'>): void {
  if (!root) return
  const shaped = checkShape(outcomeShape, root, { span: firstToken(root), key: '' })
  addAll(
    faults,
    shaped.faults.filter(({ code }) => whole || code !== 'missing-key'),
  )
  const { case: called } = shaped.value as Partial<OutcomeHead>
  if (called === undefined || called === id) return
  faults.push(
    fault('wrong-case', spanAt(root, ['case'], firstToken(root)), {
      says: `this file lies in the folder of "${id}" and tells of "${called}"`,
      expected: id,
      suggestion: id,
    }),
  )
}

interface Against {
  readonly eve: Scenario
  /** The place of a fault about what is nowhere. */
  readonly at: Span
}

function checkDeeds(context: Context, deeds: readonly Entry<DeedText>[], { eve, at }: Against): void {
  for (const deed of deeds) checkPair(context, deed, eve)
  // Nobody knows whom a deed without its ends was meant for.
  if (deeds.some((deed) => isBad(deed, 'of') || isBad(deed, 'for') || deed.id === '')) return
  const told = new Set(deeds.map(({ id }) => id))
  for (const { supporter, recipient } of eve.dyads) {
    if (told.has(`${supporter} for ${recipient}`)) continue
    context.faults.push(
      fault('missing-deed', at, {
        says: `"${supporter}" might have supported "${recipient}": nothing says what it did`,
        suggestion: `{ of: ${supporter}, for: ${recipient}, levels: { … } }, or take its stake out of the eve`,
      }),
    )
  }
}

/** Both ends are actors of the eve, and the one might have helped the other. */
function checkPair(context: Context, deed: Entry<DeedText>, eve: Scenario): void {
  const { of, for: to } = deed.value
  const isActor = (key: 'of' | 'for'): boolean => {
    const name = deed.value[key]
    const span = spanAt(deed.node, [key], deed.at)
    const known = { code: 'unknown-actor', called: 'actor of the eve', known: eve.actors }
    const found = name !== undefined && resolve(context, name, { span, name: known })
    if (!found) deed.bad.push(key)
    return found
  }
  const ends = [isActor('of'), isActor('for')]
  if (ends.includes(false) || of === undefined || to === undefined) return
  if (eve.dyads.some((dyad) => dyad.supporter === of && dyad.recipient === to)) return
  deed.bad.push('for')
  context.faults.push(
    fault('no-dyad', spanAt(deed.node, ['for'], deed.at), {
      says: `on the eve "${of}" has no stake in "${to}", so nothing is asked of that pair`,
      expected: oneOf(eve.dyads.map(nameOf)),
      suggestion: meant(eve.dyads, { of, to }),
    }),
  )
}

function nameOf({ supporter, recipient }: Dyad): string {
  return `${supporter} for ${recipient}`
}

/** The pair with one of the two ends, where there is only one such. */
function meant(
  dyads: readonly Dyad[],
  { of, to }: { readonly of: string; readonly to: string },
): string | undefined {
  const [ofHim, forIt] = [
    dyads.filter(({ supporter }) => supporter === of),
    dyads.filter(({ recipient }) => recipient === to),
  ]
  const likely = ofHim.length > 0 ? ofHim : forIt
  const name = nearest(`${of} for ${to}`, likely.map(nameOf))
  return name ?? (likely.length === 1 ? nameOf(likely[0]!) : undefined)
}

function checkGroups(context: Context, groups: readonly Entry<EntryText>[], { eve, at }: Against): void {
  const name = { code: 'unknown-group', called: 'group of the eve', known: eve.proxies }
  for (const group of groups) {
    const { of } = group.value
    if (of === undefined || !resolve(context, of, { span: spanAt(group.node, ['of'], group.at), name }))
      group.bad.push('of')
    checkWithin(context, group, eve)
  }
  if (groups.some((group) => isBad(group, 'of'))) return
  for (const id of eve.proxies.keys()) {
    if (groups.some((group) => group.id === id)) continue
    context.faults.push(
      fault('missing-group', at, {
        says: `the group "${id}" might have entered: nothing says whether it did`,
        suggestion: `{ of: ${id}, entered: never }`,
      }),
    )
  }
}

/** No forecast reaches further than its eve is followed. */
function checkWithin({ faults }: Context, group: Entry<EntryText>, { crisis: { horizon } }: Scenario): void {
  const { within } = group.value
  if (within === undefined || within <= horizon) return
  const says = `the eve is followed for ${horizon} days; within ${within} reaches beyond them`
  const span = spanAt(group.node, ['within'], group.at)
  const words = { says, expected: `at most ${horizon}`, suggestion: String(horizon) }
  faults.push(fault('within-beyond-horizon', span, words))
}

function checkLeft(context: Context, left: readonly Entry<LeftText>[], { dyads, proxies }: Scenario): void {
  for (const { id, node, at } of left) {
    if (!proxies.has(id) && !dyads.some(({ supporter }) => supporter === id)) continue
    const says = `"${id}" is asked about on the eve, and cannot be left out as well`
    context.faults.push(
      fault('left-but-asked', spanAt(node, ['of'], at), { says, suggestion: 'keep one of the two' }),
    )
  }
}

function deedOf({ value }: Entry<DeedText>): Deed {
  const { of = '', for: to = '', levels = {}, unsure = [], confidence = 'low', note } = value
  return {
    supporter: of,
    recipient: to,
    levels: new Map(Object.entries(levels) as [ChannelId, number][]),
    confidence,
    unsure: new Set(unsure),
    ...(note === undefined ? {} : { note }),
  }
}

function enteredOf({ value }: Entry<EntryText>): Entered {
  const { of = '', entered = 'never', within, inSample = false, note } = value
  return {
    group: of,
    ...(entered === 'never' ? {} : { day: entered }),
    ...(within === undefined ? {} : { within }),
    inSample,
    ...(note === undefined ? {} : { note }),
  }
}

function leftOf({ value }: Entry<LeftText>): CodedCase['left'][number] {
  return { supporter: value.of ?? '', because: value.because ?? '' }
}
