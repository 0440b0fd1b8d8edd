/** Who attacks whom, how, where, from when and for how long. */
import type * as z from 'zod'
import { parseDate } from '../base/date.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import { DAYS_MAX, readDays } from './days.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault, warning } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import { child, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShapes, VAGUE } from './quantity.ts'
import type { Crisis } from './scenario.ts'
import * as shape from './shape.ts'

export interface CrisisText {
  readonly attackers: readonly string[]
  readonly targets: readonly string[]
  readonly aims: string
  readonly form: string
  readonly theatre: string
  readonly start: string
  readonly source: string
}

/** What the end of the fighting and the way down from a clash hang on (docs/theory.md 11, 12). */
const FIELDS: readonly Field[] = [
  {
    name: 'duration',
    unit: 'day',
    bounds: [1, DAYS_MAX],
    absent: [5, 25, 120],
    anchor: true,
    about: 'Median length of the intense phase of the fighting.',
  },
  {
    name: 'mediator',
    unit: 'fraction',
    bounds: [0, 1],
    absent: [0, 0.3, 0.8],
    about: 'How well placed and how willing a mediator is.',
  },
  {
    name: 'channelsOpen',
    unit: 'fraction',
    bounds: [0, 1],
    absent: VAGUE,
    about: 'How far the two sides can still talk: lines, envoys, somebody who answers.',
  },
  {
    name: 'regimeThreat',
    unit: 'fraction',
    bounds: [0, 1],
    absent: VAGUE,
    about: 'How far the attack threatens the survival of the government attacked.',
  },
]

export const crisisShape: z.ZodObject = shape.fields({
  attackers: shape.references('The actors that attack.'),
  targets: shape.references('The actors that are attacked.'),
  aims: shape.text('What the attackers want.').optional(),
  form: shape.text('The form of attack, matched against the triggers of promises: air campaign.'),
  theatre: shape.text('Where it takes place, matched against the scope of promises.').optional(),
  start: shape.date('The first day; asOf unless stated.').optional(),
  horizon: shape.amount('How long the crisis is followed: 90 days.'),
  ...quantityShapes(FIELDS),
  source: shape.reference("Source of the crisis's quantities unless they name their own.").optional(),
})

export const CRISIS: Noun<CrisisText> = {
  key: 'crisis',
  container: 'one',
  called: 'crisis',
  shape: crisisShape,
}

export function startOf(entry: Entry<CrisisText> | undefined, asOf: number | undefined): number | undefined {
  if (!entry || isBad(entry, 'start')) return undefined
  const { start } = entry.value
  return start === undefined ? asOf : parseDate(start)
}

export interface CrisisRead {
  readonly crisis: Crisis | undefined
  /** Sides, form and days are in order: who may support whom follows from them. */
  readonly sound: boolean
}

export function readCrisis(context: Context, entry: Entry<CrisisText>): CrisisRead {
  const before = context.faults.length
  const frame = readFrame(context, entry)
  const sound =
    frame !== undefined &&
    context.faults.length === before &&
    entry.bad.every((bad) => FIELDS.some(({ name }) => bad === name || bad.startsWith(`${name}.`)))
  if (frame) warnPast(context, entry, frame.start)
  const source = entrySource(context, entry)
  const quantities = readFilled(context, entry, {
    fields: FIELDS,
    prefix: CRISIS.key,
    called: 'the crisis',
    source,
  })
  return { crisis: frame && { ...frame, quantities }, sound }
}

/** What has begun already is known in part, and the day of asOf stands for what is known. */
function warnPast(context: Context, entry: Entry<CrisisText>, start: number): void {
  if (context.asOf === undefined || start >= context.asOf) return
  const says = `the crisis begins ${context.asOf - start} days before asOf: what has happened since is played as if nobody knew it`
  const suggestion = 'let it begin on asOf or later, or date asOf back to its eve'
  const span = spanAt(entry.node, ['start'], entry.at)
  context.faults.push(warning('start-before-as-of', span, { says, suggestion }))
}

function readFrame(context: Context, entry: Entry<CrisisText>): Omit<Crisis, 'quantities'> | undefined {
  const attackers = readSide(context, entry, { key: 'attackers', code: 'no-attacker', called: 'attacker' })
  const targets = readSide(context, entry, { key: 'targets', code: 'no-target', called: 'target' })
  entry.value.targets?.forEach((id, index) => {
    if (id === undefined || !attackers.includes(id)) return
    const span = spanAt(entry.node, ['targets', index], entry.at)
    context.faults.push(
      fault('belligerent-both-sides', span, `"${id}" is an attacker and cannot be a target too`),
    )
  })
  const horizon = isBad(entry, 'horizon')
    ? undefined
    : readDays(context.faults, child(entry.node, 'horizon'), 'horizon')
  if (horizon !== undefined && horizon < 1) {
    context.faults.push(
      fault(
        'out-of-bounds',
        spanAt(entry.node, ['horizon'], entry.at),
        'the horizon lies at least 1 day ahead',
      ),
    )
  }
  const start = startOf(entry, context.asOf)
  const { aims, form, theatre } = entry.value
  if (form === undefined || horizon === undefined || start === undefined) return undefined
  return {
    attackers,
    targets,
    ...(aims === undefined ? {} : { aims }),
    form,
    ...(theatre === undefined ? {} : { theatre }),
    start,
    horizon,
  }
}

function readSide(
  context: Context,
  entry: Entry<CrisisText>,
  side: { key: 'attackers' | 'targets'; code: string; called: string },
): string[] {
  const stated = entry.value[side.key]
  if (stated === undefined) return []
  if (stated.length === 0) {
    context.faults.push(
      fault(
        side.code,
        spanAt(entry.node, [side.key], entry.at),
        `a crisis has at least one ${side.called}; here is none`,
      ),
    )
  }
  const known = stated.filter((id, index) => {
    const span = spanAt(entry.node, [side.key, index], entry.at)
    if (id === undefined || !resolveActor(context, id, span)) return false
    if (stated.indexOf(id) === index) return true
    context.faults.push(fault('duplicate-id', span, `"${id}" stands twice among the ${side.key}`))
    return false
  })
  return known.sort(byText)
}
