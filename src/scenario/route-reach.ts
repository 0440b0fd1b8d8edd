/** Who can stop a route, by which means. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import type { Domain, Route } from './flow.ts'
import { DOMAINS } from './flow.ts'
import { actorName, readNames } from './named-party.ts'
import * as shape from './shape.ts'

export interface ReachText {
  readonly reach: Partial<Record<Domain, readonly (string | undefined)[]>>
}

const BY: Readonly<Record<Domain, string>> = {
  sea: 'Who can stop it with ships.',
  air: 'Who can stop it with aircraft and missiles.',
  land: 'Who can stop it with forces on the ground.',
  legal: 'Who can stop it by law and finance: sanctions, insurance, payments.',
}

export const reachShape: z.ZodObject = shape.fields(
  Object.fromEntries(DOMAINS.map((domain) => [domain, shape.references(BY[domain]).optional()])),
)

/** Whoever is not named cannot. */
export function readReach(context: Context, entry: Entry<ReachText>): Route['reach'] {
  const read = (domain: Domain): readonly string[] =>
    readNames(context, entry, {
      names: entry.value.reach?.[domain],
      path: ['reach', domain],
      name: actorName(context),
    })
  return { sea: read('sea'), air: read('air'), land: read('land'), legal: read('legal') }
}
