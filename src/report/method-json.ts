/** The method as plain JSON: what the page says, for other programs. */
import { equationsTex, solveTex } from '../formula/tex.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import { equationText, solveText } from '../formula/print.ts'
import { DAY } from '../mechanisms/mechanisms.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'
import type { MethodFacts } from './method-facts.ts'

export function methodJson(facts: readonly MethodFacts[], options: JsonOptions): Json {
  return {
    ...envelope('method', options),
    day: DAY.map(({ step, mechanisms }) => ({ step, mechanisms: mechanisms.map(({ name }) => name) })),
    mechanisms: facts.map(({ mechanism, ...rest }) => ({
      name: mechanism.name,
      about: mechanism.about,
      limits: mechanism.limits,
      slow: mechanism.slow ?? false,
      blocks: blocksOf(mechanism),
      ...(toJson(rest) as { readonly [key: string]: Json }),
    })),
  }
}

/** Each block as text, and as LaTeX. */
function blocksOf({ blocks, kinds }: Mechanism): Json {
  return blocks.map(({ rounds, equations, solve }) => ({
    rounds,
    text: solve ? [solveText(solve)] : equations.map(equationText),
    latex: solve
      ? [solveTex(solve)]
      : equationsTex(
          equations.map((equation) => ({ equation, isFlag: kinds.get(equation.target)?.type === 'flag' })),
          { rounds },
        ),
  }))
}
