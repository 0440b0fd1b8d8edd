/** Quantities of a draft before the council in plain words. */
import type { Scenario } from '../scenario/scenario.ts'
import { actorName, spaced } from './names.ts'

const DRAFTS: Readonly<Record<string, (title: string) => string>> = {
  tabled: (title) => `the chance that ${title} is tabled`,
  showdown: (title) => `the wish for a vote on ${title} even if it is lost`,
  strength: (title) => `how much ${title} asks for`,
  blame: (title) => `how far ${title} lays blame`,
  conduct: (title) => `how bad the conduct looks that ${title} is about`,
  cosponsors: (title) => `how many sponsor ${title}`,
  assembly: (title) => `the chance that ${title}, once blocked, is taken to the General Assembly`,
  assemblyAdopts: (title) => `the chance that the General Assembly adopts ${title}`,
}

/** Undefined where no draft is named; `path` is the id without its first part. */
export function draftText(path: readonly string[], scenario: Scenario): string | undefined {
  const draft = scenario.council?.drafts.find((entry) => path.includes(entry.id))
  if (draft === undefined) return undefined
  const title = `“${draft.title}”`
  const field = path.at(-1) ?? ''
  const member = path.at(-2) ?? ''
  if (member !== draft.id && scenario.actors.has(member))
    return `${spaced(field)} of ${actorName(member, scenario)} in the vote on ${title}`
  return DRAFTS[field]?.(title) ?? `${spaced(field)} of ${title}`
}
