/** The one-file format of coded crises, as other projects exchange it: JSON, a case in an entry. */
import * as z from 'zod'
import type { Noun } from '../scenario/entry.ts'
import { CHANNELS, type ChannelId, CLAUSES, type Clause } from '../scenario/scenario.ts'
import * as shape from '../scenario/shape.ts'
import { CONFIDENCES, type Confidence } from './coded.ts'
import { SHARES } from './labels.ts'

/** Key in the file → field of the tie to the one who may be helped. */
export const OF_FRIEND: Readonly<Record<string, string>> = {
  alignment: 'alignment',
  stake: 'stake',
  freeCapacity: 'freeCapacity',
  access: 'access',
  thirdPartyCost: 'thirdPartyCost',
  domesticConstraint: 'domesticConstraint',
  precommitment: 'precommitment',
}
/** Key in the file → field of the tie to the other side. */
export const OF_FOE: Readonly<Record<string, string>> = {
  rivalry: 'rivalry',
  nuclear: 'nuclearRisk',
  attackerPower: 'opponentPower',
}

const KINDS = ['state', 'nonstate', 'institution', 'bloc'] as const
const SIDES = ['attacker', 'target'] as const

export interface SupporterText {
  readonly actor: string
  readonly kind?: (typeof KINDS)[number]
  readonly recipient: (typeof SIDES)[number]
  readonly obligationType?: string
  readonly clauses?: Partial<Record<Clause, boolean>>
  readonly binds?: boolean
  readonly discretion?: boolean
  readonly requiredLevel?: number
  readonly inputs: Readonly<Record<string, number>>
  readonly support: Readonly<Partial<Record<ChannelId, number | null>>>
  readonly confidence: Confidence
  readonly lowConfidenceChannels?: readonly ChannelId[]
  readonly note?: string
}

export interface CaseText {
  readonly id: string
  readonly name: string
  readonly start: string
  readonly attackers: readonly string[]
  readonly targets: readonly string[]
  readonly supporters: readonly SupporterText[]
}

/** The highest level of support (docs/theory.md 1). */
const LEVEL_MAX = 3

const share = (): z.ZodType => z.number().min(0).max(1)

const inputsShape: z.ZodObject = shape.fields({
  ...Object.fromEntries([...Object.keys(OF_FRIEND), ...Object.keys(OF_FOE)].map((key) => [key, share()])),
  obligation: share().describe('Not read: what is owed follows from clauses.').optional(),
})

const supportShape: z.ZodObject = shape.fields(
  Object.fromEntries(
    CHANNELS.map((id) => [
      id,
      shape.whole(`Highest level of ${id}; null or absent: void.`, 0, LEVEL_MAX).nullable().optional(),
    ]),
  ),
)

export const supporterShape: z.ZodObject = shape.fields({
  actor: shape.text('Who might have helped.'),
  kind: shape.word(KINDS, 'A group that is no state is left out.').optional(),
  recipient: shape.word(SIDES, 'The side that it might have helped.'),
  obligationType: shape
    .word(Object.keys(SHARES), 'What the relation was called; defence and consultation name a clause.')
    .optional(),
  clauses: shape
    .fields(Object.fromEntries(CLAUSES.map((clause) => [clause, shape.flag('Promised.').optional()])))
    .describe('What was promised; wins over the word.')
    .optional(),
  binds: shape.flag('No where the casus foederis is not met.').optional(),
  discretion: shape.flag('The giver chooses its means; wins over the word.').optional(),
  requiredLevel: shape.whole('Level of combat that the clause asks for.', 1, LEVEL_MAX).optional(),
  inputs: inputsShape,
  support: supportShape,
  confidence: shape.word(CONFIDENCES, 'How sure the coder is of the row.'),
  lowConfidenceChannels: z.array(shape.word(CHANNELS, 'A channel.')).optional(),
  note: shape.text('What it did, in one line.').optional(),
})

const someNames = (): z.ZodType => z.array(z.string()).min(1)

export const caseShape: z.ZodObject = shape.fields({
  id: shape.ownId('What the case is called.'),
  name: shape.text('Its title.'),
  start: shape.date('The first day; nothing later was known.'),
  attackers: someNames().describe('One side; the first gives it its id.'),
  targets: someNames().describe('The other side.'),
  supporters: z.array(supporterShape).min(1),
  ...Object.fromEntries(
    [
      'set',
      'end',
      'unsc',
      'attackerCoalition',
      'route',
      'durationClass',
      'outcome',
      'sources',
      'teaches',
      'caseConfidence',
    ].map((key) => [key, shape.anything().describe('For the reader; nothing is scored by it.').optional()]),
  ),
})

export const CASES: Noun<CaseText> = {
  key: 'cases',
  container: 'list',
  called: 'case',
  shape: caseShape,
  idOf: ({ id }) => id,
  idAt: 'id',
}

/** The file as a whole; the cases are checked one by one. */
export const benchmarkShape: z.ZodObject = shape.fields({
  schema: shape.anything().optional(),
  [CASES.key]: shape.anything(),
})
