/**
 * The screen of `foedus explain`: why a claim comes true in some playouts and not in others.
 * For every decision that it turns on the terms of either side stand beside each other, and the
 * most typical playout of each side is told.
 */
import type { Contrast } from '../engine/explain.ts'
import type { Answer } from '../engine/probe.ts'
import type { Question } from '../engine/question.ts'
import type { Trace, TraceEvent } from '../engine/trace.ts'
import type { Design } from '../engine/summary.ts'
import { playoutsOf } from '../judge/interval.ts'
import type { ClaimVerdict } from '../judge/verdict.ts'
import type { Claim, Scenario } from '../scenario/scenario.ts'
import { claimBlock } from './claim-block.ts'
import type { Colour } from './colour.ts'
import { keyText, questionNote, questionTitle } from './explain-text.ts'
import { isTurn } from './flow-trace-text.ts'
import { headline } from './headline.ts'
import { quantitiesById } from './inputs.ts'
import { countText } from './number-text.ts'
import { splitTexts } from './split-text.ts'
import { type Column, columnsOf, table } from './term-table.ts'
import { linesOf } from './trace-text.ts'
import { lengthOf, pad, wrap } from './wrap.ts'

/** A playout told because it is typical, and the command that tells all of it. */
export interface Told {
  readonly trace: Trace
  readonly command: string
}

/** Two sides that are set against each other: playouts, or two worlds of the same playouts. */
export interface Compared {
  /** What the columns of the two sides are called. */
  readonly heads: readonly [string, string]
  /** How they came about, a sentence each. */
  readonly says: readonly string[]
  /** By question; a side without an answer has no sizes. */
  readonly contrasts: readonly Contrast[]
  /** Heading and playouts told under it. */
  readonly typical: readonly { readonly title: string; readonly told: Told }[]
  /** The same playouts in two worlds: what is the same in both stands in one row. */
  readonly paired?: {
    /** Of the typical playout, by question: its answers in the two worlds. */
    readonly answers: readonly (readonly [Answer, Answer])[]
  }
}

export interface Explanation {
  readonly claim: Claim
  readonly found: ClaimVerdict
  readonly design: Design
  /** None where nothing was played for the claim: a fact of the inputs, or history. */
  readonly compared: readonly Compared[]
}

export interface ExplainScreenOptions {
  readonly width: number
  readonly colour: Colour
  readonly seed: number
  /** Every decision that the claim turns on, not only those that tell the sides apart most. */
  readonly all?: boolean
}

const INDENT = 4
/** More decisions than these are told on demand only. */
const FEW = 3
const FEW_KEYS = 12
const FEW_LINES = 6

export function explainScreen(
  explanation: Explanation,
  scenario: Scenario,
  options: ExplainScreenOptions,
): string {
  const { claim, found, design, compared } = explanation
  const { width, colour } = options
  const view = { scenario, quantities: quantitiesById(scenario), width, verbose: false, colour, design }
  const lines = [
    ...headline(scenario, `${countText(playoutsOf(design))} playouts`, options),
    '',
    ...wrap(`${claim.id}${claim.sentence === undefined ? '' : `, of sentence ${claim.sentence}`}`, {
      width,
      indent: 0,
    }).map(colour.strong),
    ...claimBlock(found, claim, view),
    ...(found.split ? splitTexts(found.split) : []).flatMap((text) =>
      wrap(text, { width, indent: INDENT, hang: INDENT + 2 }),
    ),
    ...(compared.length === 0 ? ['', ...wrap(NOTHING, { width, indent: 0 })] : []),
    ...compared.flatMap((one) => comparedBlock(one, { scenario, options, claim })),
  ]
  return `${lines.join('\n')}\n`
}

const NOTHING = 'No playout decides it: foedus check -v shows what it rests on.'

interface Place {
  readonly scenario: Scenario
  readonly options: ExplainScreenOptions
  readonly claim: Claim
}

function comparedBlock(compared: Compared, place: Place): string[] {
  const { width, all } = place.options
  const ordered = [...compared.contrasts].sort((a, b) => errorsOf(b) - errorsOf(a))
  const clear = ordered.filter(({ apart }) => apart?.isNoise !== true)
  const shown = all ? ordered : clear.slice(0, FEW)
  const noisy = all ? 0 : ordered.length - clear.length
  const left = all ? 0 : clear.length - shown.length
  const rest = [
    ...(left === 0 ? [] : [`It also turns on ${left} more that part less; --all shows them.`]),
    ...(noisy === 0 ? [] : [`${noisyText(noisy, clear.length)}; --all shows them.`]),
  ]
  return [
    '',
    ...compared.says.flatMap((text) => wrap(text, { width, indent: 0 })),
    ...shown.flatMap((contrast) => contrastBlock(contrast, compared, place)),
    ...(rest.length === 0 ? [] : ['', ...rest.flatMap((text) => wrap(text, { width, indent: 0 }))]),
    ...compared.typical.flatMap(({ title, told }) => typicalBlock(title, told, { ...place, compared })),
    ...closeUp(compared, shown[0], place),
  ]
}

/** Of the typical playout that a change turns, the decision that it turns on most, in both worlds. */
function closeUp(compared: Compared, first: Contrast | undefined, place: Place): string[] {
  const answers = first && compared.paired?.answers[compared.contrasts.indexOf(first)]
  const [{ told } = { told: undefined }] = compared.typical
  if (answers === undefined || told === undefined) return []
  const { width, colour } = place.options
  const means = answers.map((sizes) => (sizes === undefined ? { n: 0 } : { n: 1, sizes }))
  return [
    '',
    ...wrap(`In playout ${told.trace.number}: ${questionTitle(first!.question, place.scenario)}`, {
      width,
      indent: 0,
      hang: 2,
    }).map(colour.strong),
    ...meansTable({ ...first!, means }, compared, place),
  ]
}

/** How clearly the two sides part in one question. */
function errorsOf({ apart }: Contrast): number {
  return apart?.errors ?? 0
}

function noisyText(count: number, clear: number): string {
  const what = count === 1 ? '1 decision that it looks at parts' : `${count} decisions that it looks at part`
  return `${clear === 0 ? 'Nothing tells the sides apart: ' : ''}${what} no more than by chance`
}

/** Means of fewer playouts than these say little. */
const FEW_PLAYOUTS = 20

export function fewText(playouts: number): string {
  return playouts > 0 && playouts < FEW_PLAYOUTS ? ' (few: read with care)' : ''
}

function contrastBlock(contrast: Contrast, compared: Compared, place: Place): string[] {
  const { question, means } = contrast
  const { width, colour } = place.options
  const counted = means
    .map(({ n }, side) => `${countText(n)} ${compared.heads[side]}${fewText(n)}`)
    .join(', ')
  return [
    '',
    ...wrap(questionTitle(question, place.scenario), { width, indent: 0, hang: 2 }).map(colour.strong),
    ...wrap(`${questionNote(question)}; n: ${counted}`, { width, indent: 2 }).map(colour.dim),
    ...meansTable(contrast, compared, place),
  ]
}

/** A column for each side that has an answer, and their difference. */
function meansTable(
  { question, keys, means }: Contrast,
  { heads, paired }: Compared,
  { scenario, options: { width } }: Place,
): string[] {
  const sides = means.flatMap(({ sizes }, side) =>
    sizes === undefined ? [] : [partsOf(heads[side]!, sizes)],
  )
  const [one, other] = sides
  if (one === undefined) return wrap('it never arose', { width, indent: INDENT })
  const shown = columnsOf(sides)
  return table(keys, other === undefined ? shown : [...shown, differenceOf(shown[0]!, shown[1]!)], {
    width,
    indent: INDENT,
    wordsOf: (key) => keyText(key, scenario),
    noSum: isByKey(question),
    ...(isByKey(question) ? { most: FEW_KEYS } : {}),
    ...(paired === undefined ? {} : { same: 'all that is the same' }),
  })
}

/** The difference of the figures as they are shown, so that each row and each column adds up. */
function differenceOf(one: Column, other: Column): Column {
  const { terms, sum } = other.shown
  return {
    head: 'difference',
    sizes: one.sizes.map((size, key) => size - other.sizes[key]!),
    shown: { terms: one.shown.terms.map((term, key) => term - terms[key]!), sum: one.shown.sum - sum },
  }
}

function partsOf(head: string, sizes: readonly number[]): Parameters<typeof columnsOf>[0][number] {
  return { head, sizes, whole: sizes.reduce((sum, size) => sum + size, 0) }
}

function typicalBlock(
  title: string,
  { trace, command }: Told,
  { scenario, options: { width, colour }, compared }: Place & { readonly compared: Compared },
): string[] {
  const changes = (event: TraceEvent): boolean => event.from !== event.to && isTurn(event) !== false
  const about = linesOf(
    trace.events,
    scenario,
    (event) => changes(event) && compared.contrasts.some(({ question }) => isAbout(question, event)),
  )
  const lines = about.length > 0 ? about : linesOf(trace.events, scenario, isStory)
  const more = lines.length - FEW_LINES
  const lead = Math.max(0, ...lines.map(({ day }) => lengthOf(`day ${day}`))) + 2
  return [
    '',
    ...wrap(`${title}: playout ${trace.number}`, { width, indent: 0 }).map(colour.strong),
    ...(about.length > 0 ? [] : [lines.length === 0 ? '  nothing happened' : `  ${ELSE}`]),
    ...lines.slice(0, FEW_LINES).flatMap(({ day, says }) => {
      const [first = '', ...rest] = wrap(says, { width, indent: 2 + lead, hang: 4 + lead })
      return [`  ${pad(`day ${day}`, lead)}${first.trimStart()}`, ...rest]
    }),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...wrap(`→ ${command}`, { width, indent: 2, hang: 4 }),
  ]
}

const ELSE = 'nothing of this, but:'

/** What is told of a playout in which nothing of the claim's own came about. */
function isStory(event: TraceEvent): boolean {
  const { metric, from, to, stage } = event
  return from !== to && stage !== 'decided' && (isTurn(event) ?? !DAILY.includes(metric))
}

/** Of groups, what moves a little every day. */
const DAILY: readonly string[] = ['proxies.launches', 'proxies.fear', 'proxies.depletion']

/** Whose keys each stand for themselves. */
function isByKey({ kind }: Question): boolean {
  return kind === 'votes' || kind === 'ways'
}

function isAbout(question: Question, event: TraceEvent): boolean {
  if (question.kind !== 'ways') return subjectOf(question) === subjectOf(event)
  if (event.day > question.to) return false
  if (event.metric === 'routes.cut') return question.shipments.includes(event.of)
  return (
    subjectOf(question) === subjectOf(event) ||
    question.watched.some(({ metric, of }) => metric.name === event.metric && of === event.of)
  )
}

/** A metric of somebody; of a draft everything that happens to it belongs together. */
function subjectOf({ metric, of, for: recipient = '' }: Pick<TraceEvent, 'metric' | 'of' | 'for'>): string {
  return `${metric.startsWith('council.') ? 'council' : metric}/${of}/${recipient}`
}
