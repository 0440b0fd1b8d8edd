/**
 * A directed, dated tie: what one actor has promised another, and what it sees
 * in it. Promises are five clauses; the label is only a label.
 */
import type * as z from 'zod'
import { parseDate } from '../base/date.ts'
import { readFields } from './actor.ts'
import type { Context } from './context.ts'
import { resolveActor, resolveSource } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault, warning } from './fault-list.ts'
import { child, keySpan, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShape, quantityShapes, readQuantity, share, VAGUE } from './quantity.ts'
import type { CasusFoederis, Clause, Quantity, Tie } from './scenario.ts'
import { CLAUSES } from './scenario.ts'
import * as shape from './shape.ts'

export interface TieText {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly until: string
  readonly label: string
  readonly source: string
  readonly clauses: Partial<Record<Clause, boolean>>
  readonly casusFoederis: Partial<CasusFoederis> & { readonly why?: string }
  readonly contiguous: boolean
}

/** Half the circumference of the earth: nothing is further away. */
const DISTANCE_MAX = 20_040

/** What a decision to support the other end of the tie reads. */
export const SUPPORT_FIELDS: readonly Field[] = [
  share('alignment', 'How alike the two want the world.', VAGUE),
  share('access', 'How well help can reach the recipient.', VAGUE),
  share('thirdPartyCost', 'What helping would cost with third parties.', VAGUE),
  share('domesticConstraint', 'What holds the giver back at home.', VAGUE),
  share('precommitment', 'How far the giver has already bound itself in this crisis.', 0),
]
const STAKE: Field = share(
  'stake',
  'What the giver has at stake in the other; stating it makes the giver a potential supporter.',
)
const TRUST: Field = share(
  'trust',
  'How far the recipient relies on, and can use, what the giver tells it; alignment unless stated.',
)
const FREE_CAPACITY: Field = share(
  'freeCapacity',
  'Share of its force the giver can spare at the distance of the fight; instead of utilisation and distance.',
)
const DISTANCE: Field = {
  name: 'distance',
  unit: 'km',
  bounds: [0, DISTANCE_MAX],
  about: 'Distance over which force must be sent.',
}
/** What a decision to support the other side reads of the tie to this opponent. */
export const OPPONENT_FIELDS: readonly Field[] = [
  share('rivalry', 'How far the two are rivals.', 0),
  share(
    'nuclearRisk',
    'Weight of the nuclear danger between the two; 1 if both have nuclear weapons, unless stated.',
    0,
  ),
  share('opponentPower', 'How strong the opponent is against the giver.', VAGUE),
]
const TIE_FIELDS: readonly Field[] = [
  ...SUPPORT_FIELDS,
  STAKE,
  TRUST,
  FREE_CAPACITY,
  DISTANCE,
  ...OPPONENT_FIELDS,
]
const DEPENDENCE: Field = share(
  'dependence',
  "Share of the giver's flow in this sector that depends on the other.",
)

const CLAUSE_WORDS: Readonly<Record<Clause, string>> = {
  defence: 'Promises to fight when the other is attacked.',
  offence: 'Promises to join when the other attacks.',
  neutrality: 'Promises not to help those who fight the other.',
  nonaggression: 'Promises not to use force against the other.',
  consultation: 'Promises to consult in a crisis with the aim of a common line.',
}

const casusShape = shape.fields({
  trigger: shape.texts('Forms of attack that bind; none stated: every form.').optional(),
  scope: shape.texts('Theatres that are covered; none stated: everywhere.').optional(),
  exclusions: shape.references('Attackers against whom the promise does not run.').optional(),
  why: shape.text('Why it is meant so, where the promise does not bind in this crisis.').optional(),
  requiredLevel: shape
    .whole('Level of combat that a defence or offence clause requires, 1 to 3; 2 unless stated.', 1, 3)
    .optional(),
  discretion: shape.flag('The giver chooses how to help; then level 1 honours the promise.').optional(),
})

export const tieShape: z.ZodObject = shape.fields({
  from: shape.reference('The giver: who promises.'),
  to: shape.reference('The recipient: who is promised.'),
  since: shape.date('In force from this day.').optional(),
  until: shape.date('In force up to this day.').optional(),
  label: shape.text('What the parties call it; nothing is inferred from it.').optional(),
  source: shape
    .reference("The treaty or report; also the source of the tie's quantities unless they name their own.")
    .optional(),
  clauses: shape
    .fields(
      Object.fromEntries(CLAUSES.map((clause) => [clause, shape.flag(CLAUSE_WORDS[clause]).optional()])),
    )
    .describe('The five obligations; what is not stated is not promised.')
    .optional(),
  casusFoederis: casusShape.describe('When the promise binds.').optional(),
  contiguous: shape.flag('The giver reaches the recipient over a common border or inland sea.').optional(),
  ...quantityShapes(TIE_FIELDS),
  dependence: shape
    .idMap(quantityShape(DEPENDENCE), "By sector: share of the giver's flow that depends on the other.")
    .optional(),
})

export const TIES: Noun<TieText> = {
  key: 'ties',
  container: 'list',
  called: 'tie',
  shape: tieShape,
  idOf: ({ from, to }) => (from === undefined || to === undefined ? undefined : `${from}-${to}`),
}

/** A tie as it is stated; what stands in for the rest is filled in later. `start`: first day of the crisis. */
export function readTie(context: Context, entry: Entry<TieText>, start: number | undefined): Tie {
  const { from = '', to = '', label, contiguous = false } = entry.value
  const id = `${from}-${to}`
  checkEnds(context, entry)
  const source = resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at))
  const inherited = source ?? entry.value.source
  const since = day(entry.value.since)
  const until = day(entry.value.until)
  const quantities = readFields(context, entry, {
    fields: TIE_FIELDS,
    prefix: `ties.${id}`,
    source: inherited,
    mayExpect: ['freeCapacity'],
  })
  return {
    id,
    from,
    to,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(label === undefined ? {} : { label }),
    ...(source === undefined ? {} : { source }),
    clauses: readClauses(context, entry, { since, until, start }),
    casusFoederis: readCasus(context, entry),
    contiguous,
    quantities,
    dependence: readDependence(context, entry, { id, source: inherited }),
  }
}

function day(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseDate(text)
}

function checkEnds(context: Context, entry: Entry<TieText>): void {
  const { from, to } = entry.value
  if (from !== undefined && !resolveActor(context, from, spanAt(entry.node, ['from'], entry.at)))
    entry.bad.push('from')
  if (to !== undefined && to === from) {
    context.faults.push(
      fault(
        'self-tie',
        spanAt(entry.node, ['to'], entry.at),
        `a tie runs between two actors; this one runs from "${to}" to itself`,
      ),
    )
    entry.bad.push('to')
  } else if (to !== undefined && !resolveActor(context, to, spanAt(entry.node, ['to'], entry.at)))
    entry.bad.push('to')
}

/** A clause counts when it is stated and in force on the first day. */
function readClauses(
  context: Context,
  entry: Entry<TieText>,
  dates: { since: number | undefined; until: number | undefined; start: number | undefined },
): Record<Clause, boolean> {
  const { since, until, start } = dates
  const stated = entry.value.clauses ?? {}
  const some = CLAUSES.some((clause) => stated[clause] === true)
  const begun = since === undefined || start === undefined || since <= start
  const lasting = until === undefined || start === undefined || until >= start
  if (since !== undefined && until !== undefined && since > until) {
    context.faults.push(
      fault(
        'dates-not-ascending',
        spanAt(entry.node, ['until'], entry.at),
        'a tie ends after it begins; this one ends before',
      ),
    )
  } else if (some && !lasting) {
    const says = 'this tie ends before the crisis begins: its clauses read as false'
    context.faults.push(warning('expired-tie', spanAt(entry.node, ['until'], entry.at), says))
  } else if (some && !begun) {
    const says = 'this tie begins after the crisis does: its clauses read as false'
    context.faults.push(warning('tie-not-yet', spanAt(entry.node, ['since'], entry.at), says))
  }
  const force = begun && lasting
  return {
    defence: force && stated.defence === true,
    offence: force && stated.offence === true,
    neutrality: force && stated.neutrality === true,
    nonaggression: force && stated.nonaggression === true,
    consultation: force && stated.consultation === true,
  }
}

function readCasus(context: Context, entry: Entry<TieText>): CasusFoederis {
  const casus = entry.value.casusFoederis ?? {}
  const exclusions = (casus.exclusions ?? []).flatMap((id, index) => {
    const span = spanAt(entry.node, ['casusFoederis', 'exclusions', index], entry.at)
    return id !== undefined && resolveActor(context, id, span) ? [id] : []
  })
  return {
    trigger: [...(casus.trigger ?? [])].sort(byText),
    scope: [...(casus.scope ?? [])].sort(byText),
    exclusions: exclusions.sort(byText),
    requiredLevel: casus.requiredLevel ?? 2,
    discretion: casus.discretion ?? false,
  }
}

function readDependence(
  context: Context,
  entry: Entry<TieText>,
  tie: { id: string; source: string | undefined },
): Map<string, Quantity> {
  const node = child(entry.node, 'dependence')
  const sectors = node?.kind === 'map' ? [...node.entries.values()].sort((a, b) => byText(a.key, b.key)) : []
  const dependence = new Map<string, Quantity>()
  for (const sector of sectors) {
    if (isBad(entry, `dependence.${sector.key}`)) continue
    // No mechanism reads it yet, so it may also stand as what the analyst expects.
    const use = {
      field: DEPENDENCE,
      id: `ties.${tie.id}.dependence.${sector.key}`,
      source: tie.source,
      mayExpect: true,
    }
    const quantity = readQuantity(context, sector.node, use)
    if (quantity) dependence.set(sector.key, quantity)
    else entry.bad.push(`dependence.${sector.key}`)
  }
  return dependence
}

/** Whether the tie makes its giver a potential supporter, even when the figure itself is at fault. */
export function statesStake(entry: Entry<TieText>): boolean {
  return keySpan(entry.node, 'stake') !== undefined || isBad(entry, 'stake')
}

/** True when an end of some tie is at fault: then nobody knows which tie it was meant to be. */
export function hasLooseEnd(entries: readonly Entry<TieText>[]): boolean {
  return entries.some((entry) => entry.id === '' || isBad(entry, 'from') || isBad(entry, 'to'))
}
