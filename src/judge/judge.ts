/**
 * The face of the judge: from what was asked and what was counted to the
 * verdicts on every claim and every sentence. It looks nothing up, draws nothing
 * and keeps the order of the scenario; sorting is the report's affair.
 */
import type { ArmOutcome } from '../engine/paired.ts'
import type { Design, Summary } from '../engine/summary.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Played, verdictOf } from './claim.ts'
import { judgeSentence, type SentenceVerdict } from './sentence.ts'
import type { ClaimVerdict, Verdict } from './verdict.ts'

export interface Assessed {
  readonly design: Design
  /** Id of the ladder in force. */
  readonly ladder: string
  /** One per claim, in the order of the scenario. */
  readonly claims: readonly ClaimVerdict[]
  /** One per sentence, in the order of the text. */
  readonly sentences: readonly SentenceVerdict[]
  /** Sentences by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>
}

/** `arms` holds the changed worlds that claims ask about, by the text of the change. */
export function judge(
  scenario: Scenario,
  summary: Summary,
  arms?: ReadonlyMap<string, ArmOutcome>,
): Assessed {
  const { design } = summary
  const played: Played = { scenario, summary, ...(arms === undefined ? {} : { arms }) }
  const claims = scenario.claims.map((claim) => verdictOf(claim, played))
  const sentences = sentencesOf(scenario).map((sentence) => {
    const untested = scenario.untested.get(sentence.id)
    const tally = summary.sentences.get(sentence.id)
    return judgeSentence(sentence, {
      claims: claims.filter((claim) => claim.sentence === sentence.id),
      design,
      ...(untested === undefined ? {} : { untested }),
      ...(tally === undefined ? {} : { tally }),
    })
  })
  const counts: Record<Verdict, number> = { holds: 0, fails: 0, unresolved: 0, 'not testable': 0 }
  for (const sentence of sentences) counts[sentence.verdict] += 1
  return { design, ladder: scenario.ladder.id, claims, sentences, counts }
}

interface Named {
  readonly id: string
  readonly statement: number
  readonly text?: string
}

/** The sentences of the text; then, by number, those that only a claim or `untested:` names. */
function sentencesOf(scenario: Scenario): readonly Named[] {
  const written: readonly Named[] = scenario.assessment?.sentences ?? []
  const known = new Set(written.map((sentence) => sentence.id))
  const named = new Set<string>(scenario.untested.keys())
  for (const claim of scenario.claims) if (claim.sentence !== undefined) named.add(claim.sentence)
  const others = [...named].filter((id) => !known.has(id)).sort(byNumber)
  return [...written, ...others.map((id) => ({ id, statement: parts(id)[0] ?? 0 }))]
}

/** 7.2 before 7.10. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let place = 0; place < Math.max(left.length, right.length); place++) {
    const difference = (left[place] ?? -1) - (right[place] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

function parts(id: string): readonly number[] {
  return id.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
