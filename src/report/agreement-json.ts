/** How far coders agree, as JSON: all of it, and every disagreement. */
import type { Agreement } from '../history/sheet/agreement.ts'
import { METRICS } from '../history/sheet/sheet.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'

export function agreementJson(found: Agreement, options: JsonOptions): Json {
  const { coders, cases, rows, variables, groups, disagreements } = found
  return {
    ...envelope('agreement', options),
    coders,
    cases,
    rows,
    groups: toJson(groups.map(({ group, ...alpha }) => ({ group, metric: METRICS[group], ...alpha }))),
    variables: toJson(variables.map(({ id, ...rest }) => ({ variable: id, ...rest }))),
    disagreements: disagreements.map(({ of, said, ...rest }) => ({
      case: of,
      ...rest,
      // In the order of the sheets; null where one said nothing.
      said: said.map((value) => value ?? null),
    })),
  }
}
