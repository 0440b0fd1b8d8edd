/** A change of the world in plain words: what a counterfactual supposes. */
import type { Scenario } from '../scenario/scenario.ts'
import { withArticle } from './phrase.ts'
import { actorName, quantityText } from './quantity-text.ts'

/** `if a defence clause Russia → Iran were in force`, `with Russia's stake in Iran at 0.9` */
export function changeText(text: string, scenario: Scenario): string {
  return text
    .split('; ')
    .map((part) => partText(part, scenario))
    .join(', and ')
}

function partText(part: string, scenario: Scenario): string {
  if (part.startsWith(WITHOUT)) {
    const id = part.slice(WITHOUT.length)
    return `without ${scenario.actors.has(id) ? actorName(id, scenario) : `the mechanism ${id}`}`
  }
  const [path, value] = splitOnce(part, ' = ')
  return value === undefined ? `with ${part}` : settingText(path, value, scenario)
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
  const plainly = NO_QUANTITIES[path]
  return plainly === undefined
    ? `with ${quantityText(path, scenario)} at ${value}`
    : `with ${plainly}: ${value}`
}

function splitOnce(text: string, sign: string): readonly [string, string?] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + sign.length)]
}
