/** What a file of outcomes may hold, entry by entry: the words of an editor's help, and of the faults. */
import * as z from 'zod'
import type { Noun } from '../scenario/entry.ts'
import { CHANNELS, type ChannelId } from '../scenario/scenario.ts'
import * as shape from '../scenario/shape.ts'
import { SOURCES } from '../scenario/source.ts'
import { CONFIDENCES, type Confidence } from './coded.ts'

export interface DeedText {
  readonly of: string
  readonly for: string
  readonly levels: Partial<Record<ChannelId, number>>
  readonly unsure: readonly ChannelId[]
  readonly confidence: Confidence
  readonly source: string
  readonly note: string
}

export interface EntryText {
  readonly of: string
  readonly entered: 'never' | number
  readonly within: number
  readonly inSample: boolean
  readonly source: string
  readonly note: string
}

export interface LeftText {
  readonly of: string
  readonly because: string
}

export interface OutcomeHead {
  readonly foedusOutcome: number
  readonly case: string
}

/** The highest level of support (docs/theory.md 1). */
const LEVEL_MAX = 3
/** Longer than any crisis is followed. */
const ENTERED_MAX = 36_500

const deedShape: z.ZodObject = shape.fields({
  of: shape.reference('The supporter.'),
  for: shape.reference('The belligerent that it might have supported.'),
  levels: shape
    .fields(
      Object.fromEntries(
        CHANNELS.map((id) => [id, shape.whole(`Highest level of ${id}.`, 0, LEVEL_MAX).optional()]),
      ),
    )
    .describe('By channel, the highest level of the whole crisis; a channel that is not stated is void.'),
  unsure: z
    .array(shape.word(CHANNELS, 'A channel.'))
    .describe('Channels of which the coder is least certain.')
    .optional(),
  confidence: shape.word(CONFIDENCES, 'How sure the coder is of the row as a whole.'),
  source: shape.reference('Where it is told.'),
  note: shape.text('What it did, in one line.').optional(),
})

export const DEEDS: Noun<DeedText> = {
  key: 'deeds',
  container: 'list',
  called: 'deed',
  shape: deedShape,
  idOf: ({ of, for: to }) => (of === undefined || to === undefined ? undefined : `${of} for ${to}`),
  idAt: 'of',
}

const NEVER_OR_DAYS = shape.pack(
  'wrong-type',
  'never, or whole days from the start to its first attack in force',
)

const entryShape: z.ZodObject = shape.fields({
  of: shape.reference('The group.'),
  entered: z
    .union([z.string().regex(/^never$/, NEVER_OR_DAYS), z.number().int().min(0).max(ENTERED_MAX)], {
      error: NEVER_OR_DAYS,
    })
    .describe('Days from the start to its first attack in force, or never.'),
  within: shape
    .whole(
      'Days that the fighting that was observed lasted; the horizon of the eve unless stated.',
      1,
      ENTERED_MAX,
    )
    .optional(),
  inSample: shape.flag('The weights of the groups were set on this very case.').optional(),
  source: shape.reference('Where it is told.'),
  note: shape.text('What it did, in one line.').optional(),
})

export const ENTRIES: Noun<EntryText> = {
  key: 'groups',
  container: 'list',
  called: 'group',
  shape: entryShape,
  idOf: ({ of }) => of,
  idAt: 'of',
}

const leftShape: z.ZodObject = shape.fields({
  of: shape.ownId('Who is left out.'),
  because: shape.text('Why no mechanism can be asked about it.'),
})

export const LEFT: Noun<LeftText> = {
  key: 'left',
  container: 'list',
  called: 'supporter left out',
  shape: leftShape,
  idOf: ({ of }) => of,
  idAt: 'of',
}

/** The head alone; what stands under the nouns is checked entry by entry. */
export const outcomeShape: z.ZodObject = shape.fields({
  foedusOutcome: z.literal(1, {
    error: (issue) => (issue.input === undefined ? undefined : shape.pack('wrong-version', '1')),
  }),
  case: shape.reference('The name of the folder.'),
  facts: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('For the reader; nothing is scored by it.')
    .optional(),
  [SOURCES.key]: shape.anything().optional(),
  [DEEDS.key]: shape.anything().optional(),
  [ENTRIES.key]: shape.anything().optional(),
  [LEFT.key]: shape.anything().optional(),
})
