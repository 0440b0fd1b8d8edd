/** A change of the world in plain words: what a counterfactual supposes. */
import type { Scenario } from '../scenario/scenario.ts'
import { ATTACK } from '../scenario/do.ts'
import { lawText } from './amount-text.ts'
import { fieldText } from './field-text.ts'
import { placeName } from './flow-metric-text.ts'
import { injectName } from './force-metric-text.ts'
import { quantitiesById } from './inputs.ts'
import { spaced } from './names.ts'
import { withArticle } from './phrase.ts'
import { type ReachChange, reachChange, reachText } from './reach-text.ts'
import { actorName, quantityText } from './quantity-text.ts'
import { casusText, seatText } from './promise-text.ts'
import { namesText } from './value-text.ts'

/** `if a defence clause Russia → Iran were in force`, `with Russia's stake in Iran at 0.9` */
export function changeText(text: string, scenario: Scenario, world?: Scenario): string {
  const texts: string[] = []
  let open: ReachChange[] = []
  const close = (): void => {
    if (open.length > 0) texts.push(reachText(open))
    open = []
  }
  for (const part of partsOf(text)) {
    const [path, value = ''] = splitOnce(part, ' = ')
    const reach = reachChange(path, value, scenario)
    if (open.length > 0 && (reach?.lead !== open[0]?.lead || reach?.how !== open[0]?.how)) close()
    if (reach === undefined) texts.push(partText(part, scenario, world))
    else open.push(reach)
  }
  close()
  return texts.join(', and ')
}

/** Settings are parted by semicolons; those within braces belong to a value. */
function partsOf(text: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const piece of text.split('; ')) {
    parts[parts.length - 1] += piece
    depth += countOf(piece, /[[{]/gu) - countOf(piece, /[\]}]/gu)
    if (depth > 0) parts[parts.length - 1] += '; '
    else parts.push('')
  }
  return parts.filter((part) => part !== '')
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function partText(part: string, scenario: Scenario, world?: Scenario): string {
  if (part.startsWith(WITHOUT)) {
    const id = part.slice(WITHOUT.length)
    if (id === ATTACK) return 'without the attack'
    return `without ${scenario.actors.has(id) ? actorName(id, scenario) : `the mechanism ${id}`}`
  }
  const [path, value] = splitOnce(part, ' = ')
  return value === undefined ? `with ${part}` : settingText(path, plainValue(path, value, world), scenario)
}

/** What is written out with its range and its source is told as a number with its range. */
function plainValue(path: string, value: string, world: Scenario | undefined): string {
  const quantity = value.startsWith('{') && world ? quantitiesById(world).get(path) : undefined
  return quantity === undefined ? value : lawText(quantity)
}

const WITHOUT = 'without '

/** Fields that hold no quantity and are set whole. */
const NO_QUANTITIES: Readonly<Record<string, string>> = {
  'crisis.form': 'another form of the attack',
  'crisis.theatre': 'another theatre',
  'crisis.attackers': 'other attackers',
  'crisis.targets': 'other targets',
  'crisis.horizon': 'another horizon',
}

/** Nouns of which what holds no quantity has a name. */
const NAMED: readonly string[] = ['places', 'routes', 'shipments', 'arms', 'injects']

function settingText(path: string, value: string, scenario: Scenario): string {
  const [kind = '', id = '', field = '', detail = ''] = path.split('.')
  const tie = kind === 'ties' ? scenario.ties.get(id) : undefined
  if (tie !== undefined && field === 'clauses' && detail !== '') {
    const pair = `${actorName(tie.from, scenario)} → ${actorName(tie.to, scenario)}`
    if (value === 'true') return `if ${withArticle(detail)} clause ${pair} were in force`
    if (value === 'false') return `if no ${detail} clause ${pair} were in force`
  }
  if (kind === 'actors' && field === 'nuclear' && scenario.actors.has(id)) {
    const name = actorName(id, scenario)
    return value === 'true' ? `if ${name} were nuclear-armed` : `if ${name} were not nuclear-armed`
  }
  const seat = seatText(path, value, scenario)
  if (seat !== undefined) return seat
  if (kind === 'rules') return `under the rule of ${spaced(id)}: ${spaced(value)}`
  const isConsent = kind === 'places' && field === 'consent' && scenario.places.has(id)
  if (isConsent && detail === 'of')
    return `if the consent of ${actorName(value, scenario)} opened ${placeName(id, scenario)}`
  if (isConsent && detail === 'level')
    return `if enablement of level ${value} opened ${placeName(id, scenario)}`
  if (tie !== undefined && field === 'casusFoederis') {
    const pair = `${actorName(tie.from, scenario)} → ${actorName(tie.to, scenario)}`
    return casusText(detail, value, { pair, scenario })
  }
  if (kind === 'injects' && field === 'chance' && scenario.injects.has(id)) {
    if (value === '0') return `if ${injectName(id, scenario)} never came to pass`
    if (value === '1') return `if ${injectName(id, scenario)} were certain`
  }
  const named = NAMED.includes(kind) ? fieldText(path, scenario) : path
  const plainly = NO_QUANTITIES[path] ?? (named === path ? undefined : named)
  return plainly === undefined
    ? `with ${quantityText(path, scenario)} at ${value}`
    : `with ${plainly}: ${namesText(path, value, scenario) ?? value}`
}

function splitOnce(text: string, sign: string): readonly [string, string?] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + sign.length)]
}
