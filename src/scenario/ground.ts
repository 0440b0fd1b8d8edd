/**
 * From sheets to a scenario. First every entry is held against its shape, each alone;
 * then names, dates and figures are held against one another.
 */
import type { Fault } from '../base/fault.ts'
import { councilWithout, readWithout } from './absent.ts'
import { checkPatrons, readActor } from './actor.ts'
import type { Play } from './asked.ts'
import { askedOf } from './asked.ts'
import type { Prose } from './assessment.ts'
import { readBaseRate } from './base-rate.ts'
import { readChannels } from './channel.ts'
import { readClaim } from './claim.ts'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import { readCorrelations } from './correlation.ts'
import { readCouncil } from './council.ts'
import { readCrisis, startOf } from './crisis.ts'
import { fillDyads, findDyads } from './dyad.ts'
import type { World } from './dyad.ts'
import type { Sheet } from './entry.ts'
import { byId, readEach } from './entry.ts'
import { readFlows } from './flows.ts'
import { readForces } from './forces.ts'
import { byText } from './fault-list.ts'
import type { Head } from './head.ts'
import { findProse, readHead } from './head.ts'
import { checkChanged, readInjects } from './injects.ts'
import { readLadder } from './ladder.ts'
import type { Asked } from './look.ts'
import { allQuantities, excuse } from './named-quantity.ts'
import type { Entries } from './nouns.ts'
import { collectAll } from './nouns.ts'
import { warnIdlePromises } from './promise.ts'
import { readProxy } from './proxy.ts'
import { readRuleForms } from './rule-form.ts'
import type { Council, Crisis, Dyad, Ladder, Proxy, Scenario } from './scenario.ts'
import { readSource, warnUnused } from './source.ts'
import { readTie } from './tie.ts'
import { readUntested } from './untested.ts'
import { checkRule } from './voting-rule.ts'
import { readWeights } from './weight.ts'
import { warnNever } from './when-never.ts'
import type { Ground, Worlds } from './worlds.ts'

/** The ladder in force unless the scenario names another. */
const LADDER_DEFAULT = 'icd-203'

export interface Input extends Ground {
  readonly faults: Fault[]
  /** The sheets before any change. */
  readonly written: readonly Sheet[]
  readonly prose: ReadonlyMap<string, string>
  readonly whole: boolean
  /** Absent in a changed world: its claims make no worlds of their own. */
  readonly worlds?: Worlds
  /** Absent in the world of an inject: nothing is claimed of it, and nothing more is put in. */
  readonly injected?: Worlds
}

export function readGround(input: Input): Scenario | undefined {
  const head = readHead(input.faults, input.sheets)
  const entries = collectAll(input.sheets, input.faults)
  return input.whole ? readAll(input, head, entries) : undefined
}

/** The second pass. Nothing when something that the scenario cannot do without is at fault. */
function readAll(input: Input, head: Head, entries: Entries): Scenario | undefined {
  const { faults, sheets } = input
  const context = contextOf(input, head, entries)
  const sources = readEach(entries.sources, (entry) => readSource(context, entry))
  const channels = readChannels(context, entries.channels, head.whole)
  const weights = readWeights(context, entries.weights, head.whole)
  const rules = readRuleForms(context, entries.ruleForms, head.whole)
  for (const rule of entries.rules.values()) checkRule(context, rule)
  const play = readPlay(context, entries)
  const { world, crisis, start, dyads, proxies, forces, flows } = play
  const { without, attack } = readWithout(context, input.without, crisis)
  const { written, injected, worlds } = input
  const ties = world.ties
  const chamber = { start, crisis: dyads ? crisis : undefined, absent: without.actors, written, ties }
  const council = readChamber(context, entries, chamber)
  const ladders = readEach(entries.ladders, (entry) => readLadder(context, entry))
  const ladder = findLadder(context, head, { ladders, entries })
  const baseRates = readEach(entries.baseRates, (entry) => readBaseRate(context, entry))
  const prose = findProse(faults, head, input)
  const asked = askedOf(context, entries, { ...play, council, rules })
  const injects = readInjects(asked, entries.injects, { sheets, worlds: injected })
  const claims = injected ? readClaims(asked, entries, { ladder, prose, worlds }) : []
  const untested = readUntested(context, entries.untested, { claims: entries.claims, prose })
  const quantities = allQuantities({ ...play, council, injects, channels, weights, rules })
  const excused = excuse(entries)
  const correlations = dyads ? readCorrelations(context, entries.correlations, { quantities, excused }) : []
  // Of a changed world no warning is told. What rests on a source before a change still speaks for it.
  if (worlds)
    warnUnused(
      context,
      [...written, ...sheets].flatMap((sheet) => sheet.root ?? []),
    )
  const { title, day: asOf } = head
  if (title === undefined || asOf === undefined || !crisis || !ladder) return undefined
  const scenario: Scenario = {
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
    proxies,
    ...flows,
    ...forces,
    injects,
    rules,
    without,
    attack,
    ...(council ? { council } : {}),
    claims,
    untested,
    correlations,
    baseRates,
  }
  checkChanged(faults, scenario, entries.injects)
  if (injected) warnNever(faults, scenario, { entries: entries.injects, sheets })
  return scenario
}

function contextOf({ faults, sheets }: Input, head: Head, { sources, actors }: Entries): Context {
  const layers = new Map(sheets.map((sheet) => [sheet.path, sheet.layer]))
  return {
    faults,
    sources,
    actors,
    ...(head.day === undefined ? {} : { asOf: head.day }),
    layerOf: (file) => layers.get(file) ?? 'scenario',
    changed: new Set(),
  }
}

/** Who and what is in play: actors and ties, the crisis, groups, forces, and all that flows. */
function readPlay(context: Context, entries: Entries): Play {
  const start = startOf(entries.crisis, context.asOf)
  const found = readWorld(context, entries)
  const { crisis, dyads } = found
  const { world, forces } = readForces(context, entries, found)
  const proxies = readProxies(context, entries, dyads && crisis)
  const flows = readFlows(context, entries, { crisis, dyads, start })
  return { world, crisis, start, dyads, proxies, forces, flows }
}

/** The council, without those whom a change takes out. `crisis` only when its sides are known. */
function readChamber(
  context: Context,
  { council, drafts, rules }: Entries,
  known: Pick<Input, 'written'> & {
    ties: Scenario['ties']
    start: number | undefined
    crisis: Crisis | undefined
    absent: readonly string[]
  },
): Council | undefined {
  const { start, crisis, absent, written, ties } = known
  const stated = council && readCouncil(context, council, { drafts, rules, start, crisis, written, ties })
  return stated && councilWithout(context, stated, absent)
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
  const { crisis, sound } = entries.crisis
    ? readCrisis(context, entries.crisis)
    : { crisis: undefined, sound: false }
  if (!crisis || !sound) return { world: { actors, ties }, crisis, dyads: undefined }
  const dyads = findDyads(context, crisis, tieEntries)
  const world = fillDyads(
    context,
    { actors, ties },
    { crisis, dyads, tieEntries, actorEntries: entries.actors },
  )
  warnIdlePromises(context, crisis, { ties, entries: tieEntries })
  return { world, crisis, dyads }
}

/** `crisis` only when its sides are known. */
function readProxies(context: Context, entries: Entries, crisis: Crisis | undefined): Map<string, Proxy> {
  return readEach(entries.proxies, (entry) => readProxy(context, entry, { actors: entries.actors, crisis }))
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

function readClaims(
  asked: Asked,
  entries: Entries,
  beside: { ladder: Ladder | undefined; prose: Prose | undefined; worlds: Worlds | undefined },
): Scenario['claims'] {
  const { ladder, prose, worlds } = beside
  const sentences = prose?.places
  const texts = new Map(prose?.assessment.sentences.map(({ id, text }) => [id, text]))
  const names = { ladder, baseRates: entries.baseRates, sentences, texts, worlds }
  const claims = entries.claims.flatMap((entry) => readClaim(asked, entry, names) ?? [])
  return claims.sort((a, b) => byText(a.id, b.id))
}
