/**
 * What may happen in the course of a crisis: on a day, or once a condition holds. What it sets makes a world of its own,
 * checked like any other, that has the same actors and things in it; the engine goes over to its values for a while.
 */
import * as z from 'zod'
import { parseDate } from '../base/date.ts'
import { readFields } from './actor.ts'
import { readDays } from './days.ts'
import type { Entry, Noun, Sheet } from './entry.ts'
import { isBad } from './entry.ts'
import { fault } from './fault-list.ts'
import { entrySource } from './filled.ts'
import type { Asked } from './look.ts'
import { child, firstToken, keySpan, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { assumedQuantity, quantityShape } from './quantity.ts'
import type { Change, Inject } from './scenario.ts'
import * as shape from './shape.ts'
import { readWhen } from './when.ts'
import type { Worlds } from './worlds.ts'

export interface InjectText {
  readonly id: string
  readonly title: string
  readonly on: string | number
  readonly when: string
  readonly lasts: string | number
  readonly set: Readonly<Record<string, unknown>>
  readonly source: string
}

const CHANCE: Field = {
  name: 'chance',
  unit: 'fraction',
  bounds: [0, 1],
  absent: 1,
  about: 'Probability that it happens at all, if its day or its condition comes; 1 unless stated.',
}

export const injectShape: z.ZodObject = shape.fields({
  id: shape.ownId('Its id, named by claims and in paths.'),
  title: shape.text('What happens.'),
  on: shape.amount('When it takes effect: 20 days from the start, or a date. This or when.').optional(),
  when: shape
    .text(
      'It takes effect on the day after the first evening on which this holds: escalation.rung[russia, iran] >= 6 && t >= 10. Metrics, with whom they are of in brackets; t, the day; comparisons, arithmetic, &&, || and !.',
    )
    .optional(),
  lasts: shape.amount('For how long: 30 days; to the end unless stated.').optional(),
  chance: quantityShape(CHANCE).optional(),
  set: z
    .record(z.string(), z.unknown())
    .describe(
      'Values by path, in the place of those of the scenario: actors.russia.utilisation: 40 %. Values only: nobody and nothing comes or goes.',
    ),
  source: shape.reference('Source of its chance, unless that names its own.').optional(),
})

export const INJECTS: Noun<InjectText> = {
  key: 'injects',
  container: 'list',
  called: 'inject',
  shape: injectShape,
  idOf: ({ id }) => id,
  idAt: 'id',
}

interface Around {
  readonly sheets: readonly Sheet[]
  readonly worlds: Worlds
}

export function readInject(asked: Asked, entry: Entry<InjectText>, around: Around): Inject | undefined {
  const { context } = asked
  const { id, title } = entry.value
  const source = entrySource(context, entry)
  const start = readStart(asked, entry, around.sheets)
  const lasts = readLasts(asked, entry)
  const fields = { fields: [CHANCE], prefix: `injects.${entry.id}`, source }
  const { chance } = readFields(context, entry, fields)
  const change = readSet(asked, entry, around.worlds)
  if (id === undefined || title === undefined || !start || !change) return undefined
  return {
    id,
    title,
    ...start,
    ...(lasts === undefined ? {} : { lasts }),
    chance: chance ?? assumedQuantity(CHANCE, `injects.${id}.chance`),
    change,
    ...(source === undefined ? {} : { source }),
  }
}

/** Its day or its condition, of which there is exactly one. */
function readStart(
  asked: Asked,
  entry: Entry<InjectText>,
  sheets: readonly Sheet[],
): Pick<Inject, 'day' | 'when'> | undefined {
  const { faults } = asked.context
  const states = (key: string): boolean => keySpan(entry.node, key) !== undefined || isBad(entry, key)
  if (states('on') === states('when')) {
    if (entry.node.kind === 'map' && entry.node.partial) return undefined
    const both = states('on')
    faults.push(
      fault('inject-start', (both ? keySpan(entry.node, 'when') : undefined) ?? entry.at, {
        says: both
          ? 'an inject comes on a day or when a condition holds; this one states both'
          : 'an inject comes on a day or when a condition holds; this one states neither',
        expected: both ? 'on, or when' : 'on: 20 days, or when: termination.ended',
      }),
    )
    return undefined
  }
  if (states('on')) {
    const day = readDay(asked, entry)
    return day === undefined ? undefined : { day }
  }
  const node = child(entry.node, 'when')
  if (node?.kind !== 'scalar' || isBad(entry, 'when')) return undefined
  const file = sheets.find(({ path }) => path === node.span.file)?.text
  const when = readWhen(asked, node, file)
  return when && { when }
}

/** Days from the start, within the horizon. */
function readDay({ context, crisis }: Asked, entry: Entry<InjectText>): number | undefined {
  const node = child(entry.node, 'on')
  if (node?.kind !== 'scalar' || isBad(entry, 'on')) return undefined
  const date = parseDate(node.text.trim())
  if (date !== undefined && !crisis) return undefined
  const day = date === undefined ? readDays(context.faults, node, 'on') : date - (crisis?.start ?? 0)
  if (day === undefined || !crisis || (day >= 0 && day <= crisis.horizon)) return day
  const says =
    day < 0
      ? 'an inject comes in the course of the crisis; this one comes before its first day'
      : `an inject comes within the horizon of ${crisis.horizon} days; this one comes on day ${day}`
  const suggestion = day < 0 ? 'state what is so from the beginning in the scenario itself' : undefined
  context.faults.push(fault('inject-out-of-time', node.span, { says, suggestion }))
  return undefined
}

function readLasts({ context }: Asked, entry: Entry<InjectText>): number | undefined {
  if (isBad(entry, 'lasts')) return undefined
  const days = readDays(context.faults, child(entry.node, 'lasts'), 'lasts')
  if (days !== undefined && days < 1) {
    const span = spanAt(entry.node, ['lasts'], entry.at)
    context.faults.push(fault('out-of-bounds', span, 'an inject lasts 1 day or more'))
  }
  return days
}

/** What is decided on the eve, before any inject: what is worked out there reads the weights and the rules. */
const THEORY: readonly string[] = [
  'weights',
  'channels',
  'rules',
  'votingRules',
  'ladder',
  'ladders',
  'baseRates',
]

function readSet({ context }: Asked, entry: Entry<InjectText>, worlds: Worlds): Change | undefined {
  const set = child(entry.node, 'set')
  const at = keySpan(entry.node, 'set') ?? entry.at
  if (set?.kind !== 'map' || isBad(entry, 'set')) return undefined
  if (set.entries.size === 0) {
    const says = 'an inject sets something; this one sets nothing'
    context.faults.push(fault('inject-sets-nothing', firstToken(set), { says, expected: 'paths and values' }))
    return undefined
  }
  const paths = [...set.entries.values()].map(({ key, keySpan: span }) => ({ noun: key.split('.')[0], span }))
  const own = paths.filter(({ noun }) => noun === INJECTS.key)
  for (const { span } of own) {
    const says = 'an inject changes the crisis, not whether another one happens'
    const suggestion = 'let the other one wait for it: when: inject.happened[...]'
    context.faults.push(fault('inject-sets-inject', span, { says, suggestion }))
  }
  const theory = paths.filter(({ noun = '' }) => THEORY.includes(noun))
  for (const { noun = '', span } of theory) {
    const says = `an inject changes the crisis, not the theory by which it is played; ${noun} belong to the theory`
    const suggestion = 'ask under do: of a claim, or with --set, what another theory would say'
    context.faults.push(fault('inject-sets-theory', span, { says, suggestion }))
  }
  return own.length + theory.length > 0 ? undefined : worlds.changeAt(entry.node, at, context.faults)
}
