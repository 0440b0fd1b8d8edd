/**
 * A case of the one-file format as an eve in the language of scenarios, so that the checker holds it to every law that
 * it holds an analyst to. Nothing is inferred from what a relation is called, save where the word names a clause:
 * `defence` and `consultation` are that clause, `defence_disputed` is one of defence that leaves the means to the
 * giver, so that level 1 honours it.
 */
import { CLAUSES, type Clause } from '../scenario/scenario.ts'
import { type CaseText, OF_FOE, OF_FRIEND, type SupporterText } from './benchmark-shape.ts'

/** Longer than the slowest help takes to come. */
const HORIZON = '180 days'
/** No trigger is stated in this format: every promise covers every form. */
const ANY_FORM = 'war'
const SOURCE = 'coder'

/** `Poland/Czechoslovakia` → `poland-czechoslovakia`; empty where nothing of it can stand in an id. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
}

/** Ids of the two sides: several who fight together are one actor, called after the first. */
export function sidesOf({ attackers, targets }: CaseText): Readonly<Record<'attacker' | 'target', string>> {
  return { attacker: slugOf(attackers[0] ?? ''), target: slugOf(targets[0] ?? '') }
}

/** Groups that are no state are left out: these inputs cannot tell when one enters. */
export function isAsked({ kind }: SupporterText): boolean {
  return kind !== 'nonstate'
}

/** JSON, which the language reads as it reads YAML. */
export function eveText(coded: CaseText, file: string): string {
  const { name, start, attackers, targets } = coded
  const sides = sidesOf(coded)
  const asked = coded.supporters.filter(isAsked)
  const belligerent = (names: readonly string[]): object => ({ name: names.join(', '), kind: 'state' })
  const scenario = {
    foedus: 1,
    title: name,
    asOf: start,
    sources: { [SOURCE]: { kind: 'unverified', title: `Inputs of ${coded.id} as coded in ${file}` } },
    actors: {
      [sides.attacker]: belligerent(attackers),
      [sides.target]: belligerent(targets),
      ...Object.fromEntries(asked.map((one) => [slugOf(one.actor), actorOf(one)])),
    },
    ties: tiesOf(asked, sides),
    crisis: {
      attackers: [sides.attacker],
      targets: [sides.target],
      form: ANY_FORM,
      start,
      horizon: HORIZON,
      source: SOURCE,
    },
  }
  return `${JSON.stringify(scenario, null, 1)}\n`
}

/** Without a size: nobody counts on others. */
function actorOf({ actor, kind = 'state' }: SupporterText): object {
  return { name: actor, kind, size: { value: 0, source: SOURCE } }
}

/** Who is tied to both sides has one tie to each, which says all that either row says of it. */
function tiesOf(
  asked: readonly SupporterText[],
  sides: Readonly<Record<'attacker' | 'target', string>>,
): object[] {
  const ties = new Map<string, object>()
  const add = (from: string, to: string, more: object): void => {
    const id = `${from}-${to}`
    ties.set(id, { from, to, source: SOURCE, ...ties.get(id), ...more })
  }
  for (const one of asked) {
    const from = slugOf(one.actor)
    const foe = one.recipient === 'target' ? 'attacker' : 'target'
    add(from, sides[one.recipient], { ...promisesOf(one, sides[foe]), ...picked(one, OF_FRIEND) })
    add(from, sides[foe], picked(one, OF_FOE))
  }
  return [...ties.values()]
}

function picked({ inputs }: SupporterText, keys: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(keys).map(([key, field]) => [field, inputs[key]]))
}

/** By the word that names it. */
const NAMED: Readonly<Record<string, Clause>> = {
  defence: 'defence',
  defence_disputed: 'defence',
  consultation: 'consultation',
}

/** A promise that does not bind is one that excepts the other side. */
function promisesOf(
  { obligationType = 'none', clauses, binds = true, discretion, requiredLevel }: SupporterText,
  foe: string,
): object {
  const named =
    clauses === undefined && Object.hasOwn(NAMED, obligationType) ? NAMED[obligationType] : undefined
  const isFree = discretion ?? (named !== undefined && obligationType === 'defence_disputed')
  return {
    label: obligationType,
    clauses: Object.fromEntries(CLAUSES.map((clause) => [clause, clauses?.[clause] ?? clause === named])),
    casusFoederis: {
      discretion: isFree,
      ...(binds ? {} : { exclusions: [foe] }),
      ...(requiredLevel === undefined ? {} : { requiredLevel }),
    },
  }
}
