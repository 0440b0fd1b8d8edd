/** The name of an input that is no quantity, in words: a promise, a border, a vote. */
import type { Scenario } from '../scenario/scenario.ts'
import { withArticle } from './phrase.ts'

/** By its path where there are no words for it. */
export function fieldText(path: string, { ties, actors, council }: Scenario): string {
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
  return path
}
