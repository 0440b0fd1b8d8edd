/**
 * Why nobody can say how a claim comes out: the variance of its outcome, p(1 − p), split into chance within a draw of
 * the parameters, the parameters, and which of the rival rules of the theory holds (docs/theory.md 23). Chance is taken
 * out of what lies between draws as in band.ts, and what draws add to the means of the rules is taken out of those.
 */
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import type { Design, FormOutcome, FormsTally } from '../engine/summary.ts'
import type { Ladder } from '../scenario/scenario.ts'
import type { Spread } from './band.ts'
import { type Interval, shareInterval, student } from './interval.ts'
import { contains, type Earned, type Region, wordAt } from './ladder.ts'
import { placesOf, type Sums, sumsOf } from './forms.ts'

/** The three parts are shares of the variance of the outcome, 0-1, and add up to 1. */
export interface Split {
  /** What luck decides once everything else is known. */
  readonly chance: number
  /** What the uncertain quantities decide. */
  readonly parameters: number
  /** What it decides which forms of the uncertain rules are in force, all rules together. */
  readonly rules: number
  /** Whether what the rules decide is told from chance; where it is not, `rules` is 0 because nothing can be said of it. */
  readonly rulesTold: boolean
  /** In the order of the tally. */
  readonly byRule: readonly RuleSplit[]
}

export interface RuleSplit {
  /** Id of the quantity that chooses the form: `rules.deterrence`. */
  readonly rule: string
  /** Share of the variance of the outcome that this rule decides alone, 0-1. */
  readonly share: number
  /** The word that is earned, or the side of what was asserted, is another under another form. */
  readonly decides: boolean
  /** By number of the form; one that no draw had in force has no `p`. */
  readonly forms: readonly FormSplit[]
}

export interface FormSplit {
  /** Draws of the parameters in which it was in force. */
  readonly draws: number
  /** P under this form, with its 95 % interval over those draws. */
  readonly p?: number
  readonly interval?: Interval
  readonly earned?: Earned
  /** Whether P under this form lies in what was asserted; absent where nothing was. */
  readonly inside?: boolean
}

/** Share of the claims in which chance alone may show something that the rules do. */
const FALSE_RULES = 0.01

/** What the split of one claim is made of. */
export interface SplitOf {
  readonly design: Design
  readonly spread: Spread
  readonly ladder: Ladder
  readonly region?: Region
}

/** Nothing where every rule is certain, or where it came out the same way in every playout. */
export function splitOf(id: string, forms: FormsTally | undefined, of: SplitOf): Split | undefined {
  const outcome = forms?.claims.get(id)
  if (forms === undefined || outcome === undefined) return undefined
  const { playouts } = of.design
  const cells = forms.draws.map((draws, at) => cellOf(outcome, at, draws))
  const all = sumsOf(cells)
  const p = all.sum / (all.draws * playouts)
  const whole = p * (1 - p)
  if (!(whole > 0)) return undefined
  const between = Math.min(whole, of.spread.variance)
  // All rules together, and each alone: so many chances to see something in nothing.
  const bar = { playouts, falsely: FALSE_RULES / (1 + forms.rules.length) }
  const alone = forms.rules.map((_, at) => {
    const groups = placesOf(forms, at).map((places) => sumsOf(places.map((place) => cells[place]!)))
    return { groups, variance: Math.min(between, betweenGroups(groups, bar)) }
  })
  // What rules do only together shows in the combinations, and what each does shows better by itself: there are fewer forms.
  const sum = alone.reduce((total, { variance }) => total + variance, 0)
  const rules = Math.min(between, Math.max(sum, betweenGroups(cells, bar)))
  const byRule = forms.rules.map(({ id: rule }, at): RuleSplit => {
    const { groups, variance } = alone[at]!
    const told = groups.map((group) => formOf(group, of))
    return { rule, share: variance / whole, decides: variance > 0 && decides(told), forms: told }
  })
  return {
    chance: (whole - between) / whole,
    parameters: (between - rules) / whole,
    rules: rules / whole,
    rulesTold: rules > 0,
    byRule,
  }
}

function cellOf({ sums, squares }: FormOutcome, at: number, draws: number): Sums {
  return { draws, sum: sums[at] ?? 0, square: squares[at] ?? 0 }
}

/**
 * Variance of p between groups of draws, in the share of a draw. The means of the groups would part a little by the
 * draws that fell into them even if the rules did nothing: that much, read off the spread within groups, is taken off
 * (one-way analysis of variance; Fisher 1925). Nothing where chance alone could have made all of it: the share of the
 * groups in the whole sum of squares then follows a beta law.
 */
function betweenGroups(
  groups: readonly Sums[],
  { playouts, falsely }: { readonly playouts: number; readonly falsely: number },
): number {
  const seen = groups.filter(({ draws }) => draws > 0)
  const all = sumsOf(seen)
  const mean = all.sum / all.draws
  let apart = 0
  let within = 0
  for (const { draws, sum, square } of seen) {
    const own = sum / draws
    apart += draws * (own - mean) * (own - mean)
    within += Math.max(0, square - draws * own * own)
  }
  const [between, free] = [seen.length - 1, all.draws - seen.length]
  // One draw a group says nothing of the spread within it.
  if (between <= 0 || free <= 0) return 0
  if (apart / (apart + within) <= betaQuantile(1 - falsely, between / 2, free / 2)) return 0
  return Math.max(0, apart - (between * within) / free) / all.draws / (playouts * playouts)
}

function formOf({ draws, sum, square }: Sums, { design, ladder, region }: SplitOf): FormSplit {
  if (draws === 0) return { draws }
  const { playouts } = design
  const total = draws * playouts
  const p = sum / total
  const variance =
    draws > 1 ? Math.max(0, square - (sum * sum) / draws) / (draws - 1) / (playouts * playouts) : 0
  const spread = variance > 0 ? variance : p * (1 - p)
  const half = student(draws) * Math.sqrt(spread / draws)
  return {
    draws,
    p,
    interval: shareInterval({ count: sum, total, n: draws, half, basis: 'draws' }),
    earned: wordAt(ladder, p),
    ...(region === undefined ? {} : { inside: contains(region, p) }),
  }
}

/** Two forms under which something else would be said, further apart than their errors together. */
function decides(forms: readonly FormSplit[]): boolean {
  return forms.some((one, at) =>
    forms.slice(at + 1).some((other) => saysElse(one, other) && isApart(one, other)),
  )
}

function saysElse(one: FormSplit, other: FormSplit): boolean {
  return wordsOf(one.earned) !== wordsOf(other.earned) || one.inside !== other.inside
}

function wordsOf(earned: Earned | undefined): string {
  if (earned === undefined) return ''
  return earned.kind === 'word' ? earned.word : `${earned.lower}/${earned.upper}`
}

function isApart(one: FormSplit, other: FormSplit): boolean {
  if (one.p === undefined || other.p === undefined) return false
  const [under, over] = one.p < other.p ? [one, other] : [other, one]
  const [up, down] = [under.interval!.high - under.p!, over.p! - over.interval!.low]
  return over.p! - under.p! > Math.sqrt(up * up + down * down)
}
