/** The name of an input that is no quantity, in words: a promise, a border, a vote. */
import type { Domain } from '../scenario/flow.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { armsName, placeName, routeName } from './flow-metric-text.ts'
import { spaced } from './names.ts'
import { withArticle } from './phrase.ts'
import { BY_DOMAIN } from './reach-text.ts'

/** By its path where there are no words for it. */
export function fieldText(path: string, scenario: Scenario): string {
  const { ties, actors, council } = scenario
  const [noun, id = '', field = '', detail = ''] = path.split('.')
  const tie = noun === 'ties' ? ties.get(id) : undefined
  if (tie !== undefined) {
    const [from, to] = [tie.from, tie.to].map((end) => actors.get(end)?.name ?? end)
    if (field === 'clauses') return `${withArticle(detail)} clause ${from} → ${to}`
    if (field === 'contiguous') return `${from} and ${to} are neighbours`
  }
  if (noun === 'actors' && field === 'nuclear') return `${actors.get(id)?.name ?? id} is nuclear-armed`
  const draft = noun === 'council' ? council?.drafts.find((one) => one.id === id) : undefined
  if (draft && field === 'votes') {
    return `the vote of ${actors.get(detail)?.name ?? detail} on “${draft.title}” (yes, abstain, no, absent)`
  }
  return flowFieldText(path, scenario) ?? path
}

const ARMS: Readonly<Record<string, string>> = {
  contract: 'the contract',
  releaseBy: 'the day by which a release is judged',
  from: 'who supplies them',
  to: 'who gets them',
}

function flowFieldText(path: string, scenario: Scenario): string | undefined {
  const [noun, id = '', field = '', detail = ''] = path.split('.')
  if (noun === 'places' && field === 'reach') return `who can strike ${placeName(id, scenario)}`
  if (noun === 'places' && field === 'consent')
    return `who has to open ${placeName(id, scenario)} (${detail})`
  if (noun === 'routes' && field === 'reach') {
    return `who can stop ${routeName(id, scenario)} ${BY_DOMAIN[detail as Domain] ?? detail}`
  }
  if (noun === 'arms') {
    const what = field === 'releaseGiven' ? `what release was judged at: ${spaced(detail)}` : ARMS[field]
    return what === undefined ? undefined : `${armsName(id, scenario)}: ${what}`
  }
  return undefined
}
