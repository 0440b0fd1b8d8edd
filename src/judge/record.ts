/** The verdict on a count over history: k of n, with the exact interval of Clopper & Pearson (1934), and only that. */
import type { CaseRecord, Claim } from '../scenario/scenario.ts'
import { compareWords } from './comparison.ts'
import { exactInterval, type Interval } from './interval.ts'
import { regionOf, wordAt } from './ladder.ts'
import { type Bench, type ClaimVerdict, type Found, judgeRegion, named } from './verdict.ts'

export function judgeRecord(
  claim: Claim & { readonly record: CaseRecord },
  bench: Pick<Bench, 'ladder' | 'baseRates'>,
): ClaimVerdict {
  const { ladder } = bench
  const n = claim.record.cases.length
  const held = claim.record.cases.filter((one) => one.held).length
  const p = held / n
  const { low, high } = exactInterval(held, n)
  const interval: Interval = { low, high, half: Math.max(p - low, high - p), basis: 'exact' }
  const { says } = claim
  const region = says === undefined ? undefined : regionOf(ladder, says)
  return {
    ...named(claim, bench),
    ...(region === undefined ? SILENT : onRegion(region, { p, interval })),
    p,
    count: held,
    interval,
    band: { low, high },
    ...(region === undefined ? {} : { region }),
    earned: wordAt(ladder, p),
    ...(says === undefined ? {} : { said: says, comparison: compareWords(ladder, says, p) }),
    thetaAlone: false,
    onlyInterval: true,
    drivers: [],
    record: { held, n },
  }
}

const SILENT: Found = { verdict: 'not testable', reason: { kind: 'asserts no likelihood' } }

function onRegion(
  region: Parameters<typeof judgeRegion>[0],
  { p, interval }: { readonly p: number; readonly interval: Interval },
): Found {
  const found = judgeRegion(region, {
    value: p,
    interval,
    thetaAlone: false,
    drivers: [],
    edges: [region.low, region.high].filter((edge) => edge > 0 && edge < 1),
    settles: () => Number.POSITIVE_INFINITY,
  })
  // Playouts add nothing to history.
  return found.reason.kind === 'needs more playouts'
    ? { ...found, reason: { kind: 'too few cases', edge: found.reason.edge } }
    : found
}
