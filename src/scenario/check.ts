/**
 * The face of this folder: files in, a checked scenario or all its faults out.
 * First every entry is held against its shape, each alone; then names, dates and
 * figures are held against one another.
 */
import type { Checked, Fault } from '../base/fault.ts'
import { ACTORS, checkPatrons, readActor } from './actor.ts'
import { BASE_RATES, readBaseRate } from './base-rate.ts'
import { CHANNEL_NOUN, readChannels } from './channel.ts'
import { CLAIMS, readClaim } from './claim.ts'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import { CORRELATIONS, readCorrelations } from './correlation.ts'
import { collectDrafts, COUNCIL, readCouncil } from './council.ts'
import { CRISIS, readCrisis, startOf } from './crisis.ts'
import { fillDyads, findDyads } from './dyad.ts'
import type { World } from './dyad.ts'
import type { Entry, Sheet } from './entry.ts'
import { byId, checkOwnIds, collect } from './entry.ts'
import { byText, capFaults, sortFaults } from './fault-list.ts'
import type { Head } from './head.ts'
import { findProse, readHead } from './head.ts'
import { LADDERS, readLadder } from './ladder.ts'
import type { Council, Crisis, Dyad, Ladder, Quantity, Scenario } from './scenario.ts'
import { warnIdlePromises } from './promise.ts'
import { readSheets } from './sheet.ts'
import { readSource, SOURCES, warnUnused } from './source.ts'
import type { TextFile } from './text-file.ts'
import { hasLooseEnd, readTie, TIES } from './tie.ts'
import { readUntested, UNTESTED } from './untested.ts'
import { checkRule, VOTING_RULES } from './voting-rule.ts'
import { readWeights, WEIGHT_NOUN } from './weight.ts'

export type { TextFile } from './text-file.ts'

/** The ladder in force unless the scenario names another. */
const LADDER_DEFAULT = 'icd-203'

/** `.yaml` and `.yml` files hold the scenario, an `.md` file the prose under test; the theory lies beneath. */
export function checkScenario(input: {
  readonly files: readonly TextFile[]
  readonly theory: readonly TextFile[]
}): Checked<Scenario> {
  const faults: Fault[] = []
  const theory = readSheets(input.theory, 'theory', faults)
  const own = readSheets(input.files, 'scenario', faults)
  if (input.files.every((file) => file.path.endsWith('.md'))) {
    faults.push({
      code: 'empty',
      severity: 'fault',
      says: 'there is no scenario file here',
      expected: 'a file whose name ends in .yaml',
    })
  }
  const sheets = [...theory.sheets, ...own.sheets]
  const head = readHead(faults, sheets)
  const entries = collectAll(sheets, faults)
  // With a file unread, whatever it holds would seem to be missing everywhere else.
  const whole = theory.whole && own.whole && own.sheets.length > 0
  const value = whole ? readAll({ faults, head, entries, sheets, prose: own.prose }) : undefined
  const all = sortFaults(faults)
  const sorted = capFaults(all)
  if (all.some((found) => found.severity === 'fault')) return { faults: sorted }
  if (!value) throw new Error('a scenario without a fault was not read')
  return { value, faults: sorted }
}

type Entries = ReturnType<typeof collectAll>

function collectAll(sheets: readonly Sheet[], faults: Fault[]) {
  const entries = {
    sources: byId(collect(sheets, SOURCES, faults)),
    actors: byId(collect(sheets, ACTORS, faults)),
    ties: collect(sheets, TIES, faults),
    channels: collect(sheets, CHANNEL_NOUN, faults),
    weights: collect(sheets, WEIGHT_NOUN, faults),
    crisis: byId(collect(sheets, CRISIS, faults)).get(CRISIS.called),
    council: byId(collect(sheets, COUNCIL, faults)).get(COUNCIL.called),
    claims: collect(sheets, CLAIMS, faults),
    untested: byId(collect(sheets, UNTESTED, faults)),
    correlations: collect(sheets, CORRELATIONS, faults),
    baseRates: byId(collect(sheets, BASE_RATES, faults)),
    ladders: byId(collect(sheets, LADDERS, faults)),
    rules: byId(collect(sheets, VOTING_RULES, faults)),
  }
  checkOwnIds(entries.claims, faults)
  const { council } = entries
  const sheet = sheets.find((candidate) => candidate.path === council?.at.file)
  return { ...entries, drafts: council && sheet ? collectDrafts(council, sheet, faults) : [] }
}

interface Input {
  readonly faults: Fault[]
  readonly head: Head
  readonly entries: Entries
  readonly sheets: readonly Sheet[]
  readonly prose: ReadonlyMap<string, string>
}

/** The second pass. Nothing when something that the scenario cannot do without is at fault. */
function readAll(input: Input): Scenario | undefined {
  const { faults, head, entries, sheets } = input
  const layers = new Map(sheets.map((sheet) => [sheet.path, sheet.layer]))
  const context: Context = {
    faults,
    sources: entries.sources,
    actors: entries.actors,
    ...(head.day === undefined ? {} : { asOf: head.day }),
    layerOf: (file) => layers.get(file) ?? 'scenario',
  }
  const sources = readEach(entries.sources, (entry) => readSource(context, entry))
  const { world, crisis, dyads } = readWorld(context, entries)
  const channels = readChannels(context, entries.channels, head.whole)
  const weights = readWeights(context, entries.weights, head.whole)
  for (const rule of entries.rules.values()) checkRule(context, rule)
  const start = startOf(entries.crisis, context.asOf)
  const parts = { drafts: entries.drafts, rules: entries.rules, start, crisis: dyads ? crisis : undefined }
  const council = entries.council && readCouncil(context, entries.council, parts)
  const ladders = readEach(entries.ladders, (entry) => readLadder(context, entry))
  const ladder = findLadder(context, head, { ladders, entries })
  const baseRates = readEach(entries.baseRates, (entry) => readBaseRate(context, entry))
  const prose = findProse(faults, head, input)
  const claims = readClaims(context, {
    entries,
    world,
    crisis,
    dyads,
    council,
    ladder,
    sentences: prose?.places,
    texts: new Map(prose?.assessment.sentences.map(({ id, text }) => [id, text])),
  })
  const untested = readUntested(context, entries.untested, { claims: entries.claims, prose })
  const quantities = new Map(
    allQuantities({ world, channels, weights, council }).map((quantity) => [quantity.id, quantity]),
  )
  const excused = excuse(entries)
  const correlations = dyads ? readCorrelations(context, entries.correlations, { quantities, excused }) : []
  warnUnused(
    context,
    sheets.flatMap((sheet) => sheet.root ?? []),
  )
  const { title, day: asOf } = head
  if (title === undefined || asOf === undefined || !crisis || !ladder) return undefined
  return {
    title: title.text,
    asOf,
    ladder,
    ladders,
    ...(prose ? { assessment: prose.assessment } : {}),
    sources,
    actors: world.actors,
    ties: world.ties,
    channels,
    weights,
    crisis,
    dyads: dyads ?? [],
    ...(council ? { council } : {}),
    claims,
    untested,
    correlations,
    baseRates,
  }
}

/** By id, those that could be read. */
function readEach<T, R>(
  entries: ReadonlyMap<string, Entry<T>>,
  read: (entry: Entry<T>) => R | undefined,
): Map<string, R> {
  const result = new Map<string, R>()
  for (const [id, entry] of [...entries].sort((a, b) => byText(a[0], b[0]))) {
    const value = read(entry)
    if (value !== undefined) result.set(id, value)
  }
  return result
}

/** Actors, ties, crisis; the dyads only when the crisis is in order, since they follow from its sides. */
function readWorld(
  context: Context,
  entries: Entries,
): { world: World; crisis: Crisis | undefined; dyads: readonly Dyad[] | undefined } {
  const start = startOf(entries.crisis, context.asOf)
  const tieEntries = byId(entries.ties)
  const actors = readEach(entries.actors, (entry) => readActor(context, entry))
  checkPatrons(context, entries.actors)
  const ties = readEach(tieEntries, (entry) => readTie(context, entry, start))
  // A tie that lacks an end has no id; what else it says is still checked.
  for (const entry of entries.ties) if (entry.id === '') readTie(context, entry, start)
  const before = context.faults.length
  const crisis = entries.crisis && readCrisis(context, entries.crisis)
  const sound = crisis !== undefined && entries.crisis?.bad.length === 0 && context.faults.length === before
  if (!sound) return { world: { actors, ties }, crisis, dyads: undefined }
  const dyads = findDyads(context, crisis, tieEntries)
  const world = fillDyads(
    context,
    { actors, ties },
    { crisis, dyads, tieEntries, actorEntries: entries.actors },
  )
  warnIdlePromises(context, crisis, { ties, entries: tieEntries })
  return { world, crisis, dyads }
}

function findLadder(
  context: Context,
  head: Head,
  known: { ladders: ReadonlyMap<string, Ladder>; entries: Entries },
): Ladder | undefined {
  const id = head.ladder?.text ?? LADDER_DEFAULT
  const name = { code: 'unknown-ladder', called: 'ladder', known: known.entries.ladders }
  if (!resolve(context, id, { span: head.ladder?.span ?? head.whole, name })) return undefined
  return known.ladders.get(id)
}

interface Said {
  readonly entries: Entries
  readonly world: World
  readonly crisis: Crisis | undefined
  readonly dyads: readonly Dyad[] | undefined
  readonly council: Council | undefined
  readonly ladder: Ladder | undefined
  readonly sentences: ReadonlyMap<string, unknown> | undefined
  readonly texts: ReadonlyMap<string, string>
}

function readClaims(context: Context, said: Said): Scenario['claims'] {
  const { entries, world, crisis, dyads, council, ladder, sentences, texts } = said
  const facts = {
    ...world,
    tieEntries: byId(entries.ties),
    actorEntries: entries.actors,
    council,
    councilStated: entries.council !== undefined,
    filled: dyads !== undefined,
    loose: hasLooseEnd(entries.ties),
  }
  const asked = { context, crisis, dyads, drafts: byId(entries.drafts), facts }
  const names = { ladder, baseRates: entries.baseRates, sentences, texts }
  const claims = entries.claims.flatMap((entry) => readClaim(asked, entry, names) ?? [])
  return claims.sort((a, b) => byText(a.id, b.id))
}

type Holders = Pick<Scenario, 'channels' | 'weights'> & {
  readonly world: World
  readonly council: Council | undefined
}

function allQuantities({ world, channels, weights, council }: Holders): Quantity[] {
  const holders = [
    ...world.actors.values(),
    ...world.ties.values(),
    ...channels.values(),
    ...(council?.drafts ?? []),
  ]
  return [
    ...holders.flatMap((holder) => Object.values(holder.quantities)),
    ...[...channels.values()].flatMap((channel) => channel.reported ?? []),
    ...weights.values(),
  ]
}

/** Whether a quantity is missing only because its own entry is at fault. */
function excuse(entries: Entries): (id: string) => boolean {
  const groups: readonly [string, Iterable<Entry<unknown>>][] = [
    ['actors', entries.actors.values()],
    ['ties', entries.ties],
    ['channels', entries.channels],
    ['weights', entries.weights],
    ['council', entries.drafts],
  ]
  const prefixes = groups.flatMap(([noun, group]) =>
    [...group].filter((entry) => entry.bad.length > 0).map((entry) => `${noun}.${entry.id}`),
  )
  const loose = hasLooseEnd(entries.ties)
  return (id) =>
    (loose && id.startsWith('ties.')) ||
    prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}.`))
}
