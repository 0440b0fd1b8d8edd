/**
 * The coding that Foedus does not use: a share of obligation for each word by which a coder called a relation. It is
 * kept for one comparison, of labels with clauses.
 */
import type { CodedCase } from './coded.ts'
import type { Row } from './row.ts'

/** By label; judgement of the coder of the fourteen crises. */
export const SHARES: Readonly<Record<string, number>> = {
  none: 0,
  friendship: 0.1,
  consultation: 0.25,
  partnership: 0.3,
  patron: 0.4,
  defence_disputed: 0.6,
  defence: 1,
}

/** The rows with the share of their label in every channel, whatever the clauses say; a tie without a label promises nothing. */
export function byLabels(rows: readonly Row[], { eve }: Pick<CodedCase, 'eve'>): Row[] {
  return rows.map((row) => {
    const label = eve.ties.get(`${row.supporter}-${row.recipient}`)?.label ?? 'none'
    const share = Object.hasOwn(SHARES, label) ? SHARES[label] : undefined
    if (share === undefined) throw new Error(`no share of obligation for the label ${label}`)
    return { ...row, owed: row.owed.map(() => share) }
  })
}
