/** The name of an input that is no quantity, in words: a promise, a border, a vote. */
import type { Domain } from '../scenario/flow.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { armsName, placeName, routeName, shipmentName } from './flow-metric-text.ts'
import { forceFieldText } from './force-field-text.ts'
import { spaced } from './names.ts'
import { withArticle } from './phrase.ts'
import { casusName, seatName } from './promise-text.ts'
import { BY_DOMAIN } from './reach-text.ts'

/** By its path where there are no words for it. */
export function fieldText(path: string, scenario: Scenario): string {
  const { ties, actors, council } = scenario
  const [noun, id = '', field = '', detail = ''] = path.split('.')
  const tie = noun === 'ties' ? ties.get(id) : undefined
  if (tie !== undefined) {
    const [from, to] = [tie.from, tie.to].map((end) => actors.get(end)?.name ?? end)
    if (field === 'clauses') return `${withArticle(detail)} clause ${from} → ${to}`
    if (field === 'casusFoederis') return casusName(detail, `${from} → ${to}`)
    if (field === 'contiguous') return `${from} and ${to} are neighbours`
  }
  if (noun === 'actors' && field === 'nuclear') return `${actors.get(id)?.name ?? id} is nuclear-armed`
  const draft = noun === 'council' ? council?.drafts.find((one) => one.id === id) : undefined
  if (draft && field === 'votes') {
    return `the vote of ${actors.get(detail)?.name ?? detail} on “${draft.title}” (yes, abstain, no, absent)`
  }
  return (
    CRISIS[path] ??
    seatName(path, scenario) ??
    flowFieldText(path, scenario) ??
    forceFieldText(path, scenario) ??
    path
  )
}

const CRISIS: Readonly<Record<string, string>> = {
  'crisis.form': 'the form of the attack',
  'crisis.theatre': 'the theatre',
  'crisis.attackers': 'the attackers',
  'crisis.targets': 'the attacked',
  'crisis.horizon': 'the horizon',
}

type Words = Readonly<Record<string, (name: string) => string>>

const CONSENT: Words = {
  of: (place) => `the state whose consent opens ${place}`,
  for: (place) => `the state for which ${place} is opened`,
  level: (place) => `the level of enablement that opens ${place}`,
}

const ROUTES: Words = {
  from: (route) => `the beginning of ${route}`,
  to: (route) => `the end of ${route}`,
  carrier: (route) => `the carrier of ${route}`,
  mode: (route) => `the mode of ${route}`,
}

const SHIPMENTS: Words = {
  from: (goods) => `the places from which ${goods} can set out`,
  to: (goods) => `the place for which ${goods} is bound`,
  by: (goods) => `the state whose support ${goods} is`,
  for: (goods) => `the state that gets ${goods}`,
  cargo: (goods) => `the kind of ${goods}`,
}

const ARMS: Readonly<Record<string, string>> = {
  contract: 'the contract',
  releaseBy: 'the day by which a release is judged',
  from: 'who supplies them',
  to: 'who gets them',
}

function whetherConsent(place: string): string {
  return `whether ${place} opens only by consent`
}

function flowFieldText(path: string, scenario: Scenario): string | undefined {
  const [noun, id = '', field = '', detail = ''] = path.split('.')
  if (noun === 'places' && field === 'reach') return `who can strike ${placeName(id, scenario)}`
  if (noun === 'places' && field === 'consent')
    return (CONSENT[detail] ?? whetherConsent)(placeName(id, scenario))
  if (noun === 'places' && field === 'in')
    return `the state in whose territory ${placeName(id, scenario)} lies`
  if (noun === 'shipments' && scenario.shipments.has(id))
    return SHIPMENTS[field]?.(shipmentName(id, scenario))
  if (noun === 'routes' && ROUTES[field] !== undefined) return ROUTES[field](routeName(id, scenario))
  if (noun === 'routes' && field === 'reach') {
    return `who can stop ${routeName(id, scenario)} ${BY_DOMAIN[detail as Domain] ?? detail}`
  }
  if (noun === 'arms') {
    const what = field === 'releaseGiven' ? `what release was judged at: ${spaced(detail)}` : ARMS[field]
    return what === undefined ? undefined : `${armsName(id, scenario)}: ${what}`
  }
  return undefined
}
