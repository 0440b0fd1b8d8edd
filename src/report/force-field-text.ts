/** The name of an input of injects or of the council that is no quantity, in words. */
import type { Scenario } from '../scenario/scenario.ts'
import { injectName } from './force-metric-text.ts'

const INJECTS: Readonly<Record<string, (title: string) => string>> = {
  day: (title) => `the day of ${title}`,
  on: (title) => `the day of ${title}`,
  when: (title) => `what ${title} waits for`,
  lasts: (title) => `how long ${title} lasts`,
  change: (title) => `what ${title} sets`,
  set: (title) => `what ${title} sets`,
}

const COUNCIL: Readonly<Record<string, string>> = {
  'council.rule.bypass': 'whether the General Assembly can take up what is blocked',
  'council.blocs': 'who votes together',
}

/** Undefined for what is none of them. */
export function forceFieldText(path: string, scenario: Scenario): string | undefined {
  const [noun = '', id = '', field = '', detail] = path.split('.')
  if (noun === 'injects') return INJECTS[field]?.(injectName(id, scenario))
  if (noun !== 'council') return undefined
  if (id === 'blocs' && field !== '')
    return detail === 'rho'
      ? `how far the votes of bloc ${field} go together`
      : `who is in bloc ${field} of the council`
  const draft = scenario.council?.drafts.find((one) => one.id === id)
  return draft !== undefined && field === 'within'
    ? `the days within which “${draft.title}” is tabled`
    : COUNCIL[path]
}
