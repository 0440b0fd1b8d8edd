/** A candidate that would gladly join, for laws of coalitions. */
export type Values = Readonly<Record<string, number>>

export const KEEN: Values = {
  alignment: 0.8,
  harm: 0.6,
  dependence: 0.5,
  pressure: 0.5,
  cost: 0.3,
  domesticConstraint: 0.3,
}
