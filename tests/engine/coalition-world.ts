/** Coalitions for the small worlds of the tests: candidates whom nothing moves unless a world says otherwise. */
import type { Coalition, Law } from '../../src/scenario/scenario.ts'
import { quantity } from './quantity.ts'

type Values = Readonly<Record<string, number | Law>>

/** By leader: regionalMandate, and the candidates with what moves them; `size` is the actor's. */
export type CoalitionOptions = Readonly<
  Record<string, { readonly mandate?: number; readonly candidates?: Readonly<Record<string, Values>> }>
>

/** A candidate whom nothing moves and nothing holds back. */
const CANDIDATE: Values = {
  alignment: 0,
  dependence: 0,
  harm: 0,
  cost: 0,
  domesticConstraint: 0,
  pressure: 0,
}

export function coalitionsOf(options: CoalitionOptions = {}): Map<string, Coalition> {
  return new Map(
    Object.keys(options)
      .sort()
      .map((leader) => {
        const { mandate = 0, candidates = {} } = options[leader]!
        const prefix = `coalitions.${leader}`
        return [
          leader,
          {
            leader,
            quantities: { regionalMandate: quantity(`${prefix}.regionalMandate`, mandate) },
            candidates: new Map(
              Object.keys(candidates)
                .sort()
                .map((actor) => {
                  const { size: _size, ...values } = { ...CANDIDATE, ...candidates[actor] }
                  const quantities = Object.fromEntries(
                    Object.entries(values).map(([field, law]) => [
                      field,
                      quantity(`${prefix}.candidates.${actor}.${field}`, law!),
                    ]),
                  )
                  return [actor, { actor, quantities }]
                }),
            ),
          },
        ]
      }),
  )
}

/** The sizes of the candidates, by actor: one half unless stated. */
export function sizesOf(options: CoalitionOptions = {}): Map<string, number | Law> {
  return new Map(
    Object.values(options).flatMap(({ candidates = {} }) =>
      Object.entries(candidates).map(([actor, { size = 0.5 }]): [string, number | Law] => [actor, size]),
    ),
  )
}
