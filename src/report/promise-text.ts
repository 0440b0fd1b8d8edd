/** When a promise binds, and how a council decides, in words: as names of inputs, and as what a change supposes. */
import type { Scenario } from '../scenario/scenario.ts'
import { actorName, spaced } from './names.ts'

const CASUS: Readonly<Record<string, (pair: string) => string>> = {
  discretion: (pair) => `whether the promise ${pair} leaves the means to the giver`,
  requiredLevel: (pair) => `the level of combat that the promise ${pair} requires`,
  trigger: (pair) => `the forms of attack that bring the promise ${pair} into play`,
  scope: (pair) => `the theatres that the promise ${pair} covers`,
  exclusions: (pair) => `the attackers against whom the promise ${pair} does not run`,
}

/** `whether the promise Westria → Marland leaves the means to the giver` */
export function casusName(field: string, pair: string): string {
  return CASUS[field]?.(pair) ?? `${spaced(field)} of the promise ${pair}`
}

/** `if the promise Westria → Marland did not leave the means to the giver` */
export function casusText(
  field: string,
  value: string,
  { pair, scenario }: { readonly pair: string; readonly scenario: Scenario },
): string {
  if (field === 'discretion')
    return `if the promise ${pair} ${value === 'true' ? 'left' : 'did not leave'} the means to the giver`
  const ids = value.match(/[\p{L}\p{N}_-]+/gu) ?? []
  const said = ids.map((id) => actorName(id, scenario)).join(', ')
  return `with ${casusName(field, pair)}: ${said === '' ? 'nothing stated' : said}`
}

const RULE: Readonly<Record<string, string>> = {
  'council.rule': 'the voting rule of the council',
  'council.rule.threshold': 'the votes that the council needs',
  'council.rule.seats': 'the seats of the council',
  'council.rule.veto': 'whether permanent members have a veto',
}

/** A seat in the council or its rule, as an input; undefined for what is neither. */
export function seatName(path: string, scenario: Scenario): string | undefined {
  const member = PERMANENT.exec(path)?.[1]
  return member === undefined
    ? RULE[path]
    : `whether ${actorName(member, scenario)} has a permanent seat in the council`
}

const PERMANENT = /^council\.members\.([^.]+)\.permanent$/u

/** `if Russia had no permanent seat`, `under the voting rule nine-of-fifteen` */
export function seatText(path: string, value: string, scenario: Scenario): string | undefined {
  const member = PERMANENT.exec(path)?.[1]
  if (member !== undefined)
    return `if ${actorName(member, scenario)} had ${value === 'true' ? 'a' : 'no'} permanent seat`
  return path === 'council.rule' ? `under the voting rule ${value}` : undefined
}
