/**
 * The verdict on one sentence of the assessment, from the verdicts on its claims:
 * it fails with any of them and holds with all of them (docs/theory.md 8).
 */
import type { Design, OutcomeTally } from '../engine/summary.ts'
import type { Sentence } from '../scenario/scenario.ts'
import { type Interval, intervalOf, playoutsOf } from './interval.ts'
import type { ClaimVerdict, Reason, Verdict } from './verdict.ts'

export interface SentenceVerdict {
  /** `7.3` */
  readonly id: string
  readonly statement: number
  /** Absent when the scenario carries no assessment. */
  readonly text?: string
  readonly verdict: Verdict
  /** Ids of its claims. */
  readonly claims: readonly string[]
  /** Ids of the claims that fail. */
  readonly failing: readonly string[]
  /** Why it is not testable. */
  readonly because?: string
  /** Why its claims do not test the whole of it. */
  readonly inPart?: string
  /** Share of playouts that went as its claims about events and facts say together, and how many those are. */
  readonly joint?: { readonly p: number; readonly interval: Interval; readonly of: number }
}

export interface SentenceEvidence {
  readonly claims: readonly ClaimVerdict[]
  /** What the analyst wrote under `untested:`. */
  readonly untested?: string
  readonly tally?: OutcomeTally
  readonly design: Design
}

export function judgeSentence(
  sentence: { readonly id: string; readonly statement: number; readonly text?: Sentence['text'] },
  evidence: SentenceEvidence,
): SentenceVerdict {
  const { claims, tally, design } = evidence
  const testable = claims.filter((claim) => claim.verdict !== 'not testable')
  const failing = claims.filter((claim) => claim.verdict === 'fails').map((claim) => claim.id)
  const verdict = verdictOf(testable)
  const joint =
    tally === undefined || testable.length === 0
      ? undefined
      : { p: tally.count / playoutsOf(design), interval: intervalOf(tally, design), of: joined(claims) }
  return {
    id: sentence.id,
    statement: sentence.statement,
    ...(sentence.text === undefined ? {} : { text: sentence.text }),
    verdict,
    claims: claims.map((claim) => claim.id),
    failing,
    ...(verdict === 'not testable' ? { because: becauseOf(evidence) } : {}),
    ...(claims.length > 0 && evidence.untested !== undefined ? { inPart: evidence.untested } : {}),
    ...(joint === undefined ? {} : { joint }),
  }
}

/** Claims that a playout can come out as: what is asserted of events, and facts. */
function joined(claims: readonly ClaimVerdict[]): number {
  return claims.filter(
    ({ kind, said, reason }) =>
      reason.kind !== 'left out' && (kind === 'fact' || (kind === 'probability' && said !== undefined)),
  ).length
}

function verdictOf(testable: readonly ClaimVerdict[]): Verdict {
  if (testable.length === 0) return 'not testable'
  if (testable.some((claim) => claim.verdict === 'fails')) return 'fails'
  return testable.every((claim) => claim.verdict === 'holds') ? 'holds' : 'unresolved'
}

function becauseOf({ untested, claims }: SentenceEvidence): string {
  const reasons = new Set(
    claims.map(({ reason }) => BECAUSE[reason.kind] ?? BECAUSE['asserts no likelihood']),
  )
  return claims.length > 0 ? [...reasons].join('; ') : (untested ?? 'no claim tests it')
}

const BECAUSE: Readonly<Partial<Record<Reason['kind'], string>>> = {
  'asserts no likelihood': 'it asserts no likelihood',
  'too few given': 'its condition came true too seldom',
  'ratio not estimable': 'its ratio stands on too few events',
  'left out': 'it asks about what does not run here',
  'not compared': 'its change was not played',
  'nothing changed': 'its change changes nothing that is read',
}
