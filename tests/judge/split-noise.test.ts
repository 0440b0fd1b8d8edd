/** Where the rules do nothing, nothing is seen of them: neither a share nor a decision. */
import { expect, test } from 'vitest'
import { spreadOf } from '../../src/judge/band.ts'
import { splitOf } from '../../src/judge/split.ts'
import { type Drawn, formsOf, outcomeOf, type Rule } from './forms.ts'
import { designOf, ladder } from './make.ts'

const PLAYOUTS = 8
const RULES: readonly Rule[] = [
  { id: 'rules.capacity', forms: 2 },
  { id: 'rules.deterrence', forms: 3 },
  { id: 'rules.obligation', forms: 3 },
  { id: 'rules.secrecy', forms: 2 },
]

/** A plain generator with the same numbers everywhere: only its evenness matters here. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

test('of sixty claims on which no rule bears, at most two show any share of rules, and that a small one', () => {
  const shares = Array.from({ length: 60 }, (_, claim) => {
    const next = numbers(1000 + claim)
    for (let at = 0; at < 20; at++) next()
    const drawn = Array.from({ length: 256 }, (): Drawn => {
      const forms = RULES.map((rule) => Math.floor(next() * rule.forms))
      // The assumptions settle it: few draws, and those wholly, as of an input that only a few draws have.
      return { forms, successes: next() < 0.13 ? PLAYOUTS : 0 }
    })
    const design = designOf([drawn.map(({ successes }) => successes)], PLAYOUTS)
    const spread = spreadOf(outcomeOf(drawn, PLAYOUTS), design)
    return splitOf('it', formsOf('it', RULES, drawn), { design, spread, ladder: ladder('icd-203') })!
  })
  const seen = shares.filter(({ rules }) => rules > 0)
  expect(seen.length).toBeLessThanOrEqual(2)
  for (const { rules } of seen) expect(rules).toBeLessThan(0.15)
  expect(shares.filter(({ byRule }) => byRule.some((rule) => rule.decides)).length).toBeLessThanOrEqual(1)
})
