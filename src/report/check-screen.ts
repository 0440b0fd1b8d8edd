/**
 * The screen of `foedus check`: one line of summary, then statement by statement,
 * worst first, each sentence with its claims, then the table of all sentences.
 * It only words what the judge found; it decides nothing.
 */
import type { Assessed } from '../judge/judge.ts'
import type { SentenceVerdict } from '../judge/sentence.ts'
import type { ClaimVerdict, Verdict } from '../judge/verdict.ts'
import { playoutsOf } from '../judge/interval.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { claimBlock, type ClaimView } from './claim-block.ts'
import type { Colour } from './colour.ts'
import { headline } from './headline.ts'
import { inputCount, quantitiesById } from './inputs.ts'
import { colourOf, rankOf, verdictCell } from './mark.ts'
import { countText, estimateText } from './number-text.ts'
import { sentenceTable } from './sentence-table.ts'
import { cut, flow, lengthOf, wrap } from './wrap.ts'

export interface CheckScreenOptions {
  /** Columns. */
  readonly width: number
  /** Adds bands, base rates, readings, drivers and sources. */
  readonly verbose: boolean
  readonly colour: Colour
  readonly seed: number
  /** The scenario as the user named it, for the next command. */
  readonly path?: string
}

export function checkScreen(assessed: Assessed, scenario: Scenario, options: CheckScreenOptions): string {
  const { width, verbose, colour } = options
  const view: ClaimView = {
    scenario,
    quantities: quantitiesById(scenario),
    width,
    verbose,
    colour,
    design: assessed.design,
  }
  const lines = [
    ...headline(scenario, `${countText(playoutsOf(assessed.design))} playouts`, options),
    ...counts(assessed, scenario, options),
    ...statementsOf(assessed).flatMap((statement) => statementBlock(statement, assessed, view)),
    ...looseClaims(assessed, view),
    ...table(assessed, options),
    ...nextLines(options),
  ]
  return `${lines.join('\n')}\n`
}

/** Sentences are counted, not claims; a scenario without any sentence counts its claims and says so. */
function counts(
  assessed: Assessed,
  scenario: Scenario,
  { width, colour }: CheckScreenOptions,
): readonly string[] {
  const bySentence = assessed.sentences.length > 0
  const number = (verdict: Verdict): number =>
    bySentence
      ? assessed.counts[verdict]
      : assessed.claims.filter((claim) => claim.verdict === verdict).length
  const words: readonly (readonly [Verdict, string])[] = [
    ['holds', 'hold'],
    ['fails', 'fail'],
    ['unresolved', 'unresolved'],
    ['not testable', 'not testable'],
  ]
  const lead = bySentence ? '' : 'claims: '
  const left = lead + words.map(([verdict, word]) => `${number(verdict)} ${word}`).join('   ')
  const styled =
    lead + words.map(([verdict, word]) => colourOf(verdict, colour)(`${number(verdict)} ${word}`)).join('   ')
  const { all, judged, assumed } = inputCount(scenario)
  const right = `${judged + assumed} of ${all} inputs are judgement${assumed > 0 ? ' or assumed' : ''}`
  const gap = width - lengthOf(left) - lengthOf(right)
  if (gap >= 3) return [styled + ' '.repeat(gap) + right]
  if (lengthOf(left) > width)
    return [...wrap(left, { width, indent: 0 }), ...wrap(right, { width, indent: 0 })]
  return [styled, ' '.repeat(Math.max(0, width - lengthOf(right))) + right]
}

interface Statement {
  readonly id: number
  readonly sentences: readonly SentenceVerdict[]
}

/** By the worst sentence; a tie goes by number. Within a statement the same. */
function statementsOf({ sentences }: Assessed): readonly Statement[] {
  const ids = [...new Set(sentences.map(({ statement }) => statement))]
  const statements = ids.map((id) => ({
    id,
    // A stable sort: sentences of one rank keep the order of the text.
    sentences: sentences
      .filter(({ statement }) => statement === id)
      .sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict)),
  }))
  const worst = ({ sentences: own }: Statement): number =>
    Math.min(...own.map(({ verdict }) => rankOf(verdict)))
  return statements.sort((a, b) => worst(a) - worst(b) || a.id - b.id)
}

function statementBlock(
  { id, sentences }: Statement,
  assessed: Assessed,
  view: ClaimView,
): readonly string[] {
  const { scenario, width, colour } = view
  const title = scenario.assessment?.statements.find((statement) => statement.id === id)?.title ?? ''
  const head = title === '' ? `Statement ${id}` : title
  const [first = '', ...rest] = wrap(head, { width, indent: 4 })
  return [
    '',
    colour.strong(` ${String(id).padEnd(2)} ${first.slice(4)}`),
    ...rest.map(colour.strong),
    ...sentences.flatMap((sentence) => sentenceBlock(sentence, assessed, view)),
  ]
}

function sentenceBlock(sentence: SentenceVerdict, assessed: Assessed, view: ClaimView): readonly string[] {
  const { width, verbose, colour, scenario } = view
  const { id, text = '', verdict, because } = sentence
  const indent = lengthOf(id) + 2
  const whole = `${id} ${text}`.trim()
  const lines = verbose ? wrap(whole, { width, indent: 1, hang: indent }) : [` ${cut(whole, width - 1)}`]
  const claims = assessed.claims.filter((claim) => claim.sentence === id)
  // One claim is the sentence's verdict; several are summed up in a line of their own.
  const sum = verdictCell(verdict, colour)
  if (claims.length > 1)
    lines.push(...flow([sum, ...jointCells(sentence), ...untestedCells(claims)], { width, indent: 2 }))
  if (claims.length === 0) {
    lines.push(...flow([sum], { width, indent: 2 }), ...wrap(because ?? '', { width, indent: 4 }))
  }
  const rest =
    sentence.inPart === undefined ? [] : wrap(`not tested: ${sentence.inPart}`, { width, indent: 4, hang: 6 })
  return [...lines, ...claims.flatMap((claim) => blockOf(claim, scenario, view)), ...rest]
}

function jointCells({ joint, failing, claims }: SentenceVerdict): readonly { readonly text: string }[] {
  return [
    ...(failing.length > 0
      ? [
          {
            text: `${failing.length} of ${claims.length} claims ${failing.length === 1 ? 'fails' : 'fail'}: ${failing.join(', ')}`,
          },
        ]
      : []),
    // One claim says no more together than alone.
    ...(joint === undefined || joint.of < 2
      ? []
      : [
          {
            text: `as ${jointName(joint.of, claims.length)}: ${estimateText(joint.p, joint.interval)} of the playouts`,
          },
        ]),
  ]
}

/** What a verdict on the whole does not rest on. */
function untestedCells(claims: readonly ClaimVerdict[]): readonly { readonly text: string }[] {
  const untested = claims.filter(({ verdict }) => verdict === 'not testable')
  return untested.length === 0 || untested.length === claims.length
    ? []
    : [{ text: `${untested.length} of ${claims.length} claims not testable` }]
}

function jointName(of: number, all: number): string {
  return of === all ? 'all of it says' : `${of} of its claims say together`
}

function blockOf(found: ClaimVerdict, scenario: Scenario, view: ClaimView): readonly string[] {
  const claim = scenario.claims.find((entry) => entry.id === found.id)
  if (claim === undefined) throw new Error(`unknown claim: ${found.id}`)
  return claimBlock(found, claim, view)
}

function looseClaims(assessed: Assessed, view: ClaimView): readonly string[] {
  const loose = assessed.claims.filter((claim) => claim.sentence === undefined)
  if (loose.length === 0) return []
  const sorted = [...loose].sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict))
  const blocks = sorted.flatMap((found) => [
    ...wrap(found.id, { width: view.width, indent: 1 }),
    ...blockOf(found, view.scenario, view),
  ])
  return [
    '',
    ...wrap('Claims that belong to no sentence', { width: view.width, indent: 1 }).map(view.colour.strong),
    ...blocks,
  ]
}

function table(assessed: Assessed, { width, colour }: CheckScreenOptions): readonly string[] {
  if (assessed.sentences.length === 0) return []
  return [
    '',
    ...wrap('Every sentence, and what tests it', { width, indent: 1 }).map(colour.strong),
    ...sentenceTable(
      assessed.sentences.map((sentence) => marked(sentence, assessed)),
      { width, colour },
    ),
  ]
}

/** Of a sentence that has a verdict, the claims that add nothing to it are named so. */
function marked(sentence: SentenceVerdict, { claims }: Assessed): SentenceVerdict {
  if (sentence.verdict === 'not testable') return sentence
  const untested = claims.filter(({ verdict }) => verdict === 'not testable').map(({ id }) => id)
  return {
    ...sentence,
    claims: sentence.claims.map((id) => (untested.includes(id) ? `${id} (not testable)` : id)),
  }
}

function nextLines({ verbose, path, width, colour }: CheckScreenOptions): readonly string[] {
  if (verbose || path === undefined) return []
  return [
    '',
    ...wrap(`bands, base rates and sources: foedus check ${path} -v`, { width, indent: 1 }).map(colour.dim),
  ]
}
