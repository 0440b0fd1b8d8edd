/** A scenario file as a whole: its head, its nouns, and the published shape of both. */
import * as z from 'zod'
import { ACTORS, actorShape } from './actor.ts'
import { ARMS, armsShape } from './arms.ts'
import { ARSENALS, arsenalShape } from './arsenal.ts'
import { BASE_RATES, baseRateShape } from './base-rate.ts'
import { CHANNEL_NOUN, channelShape } from './channel.ts'
import { CLAIMS, claimShape } from './claim.ts'
import { COALITIONS, coalitionShape } from './coalition.ts'
import { CORRELATIONS, correlationShape } from './correlation.ts'
import { COUNCIL, councilShape } from './council.ts'
import { CRISIS, crisisShape } from './crisis.ts'
import { INJECTS, injectShape } from './inject.ts'
import { INTERDICTION, interdictionShape } from './interdiction.ts'
import { LADDERS, ladderShape } from './ladder.ts'
import { MARKETS, marketShape } from './market.ts'
import { PLACES, placeShape } from './place.ts'
import { PROXIES, proxyShape } from './proxy.ts'
import { ROUTES, routeShape } from './route.ts'
import { RULE_FORMS, ruleFormsShape } from './rule-form.ts'
import { CHANNELS } from './scenario.ts'
import * as shape from './shape.ts'
import { SHIPMENTS, shipmentShape } from './shipment.ts'
import { SOURCES, sourceShape } from './source.ts'
import { TIES, tieShape } from './tie.ts'
import { UNTESTED, untestedShape } from './untested.ts'
import { VOTING_RULES, ruleShape } from './voting-rule.ts'
import { WEIGHT_NOUN, weightsShape } from './weight.ts'

export interface HeadText {
  readonly foedus: number
  readonly title: string
  readonly asOf: string
  readonly ladder: string
  readonly assessment: string
}

const head = {
  foedus: z
    .literal(1, {
      error: (issue) => (issue.input === undefined ? undefined : shape.pack('wrong-version', '1')),
    })
    .describe('Version of the language: 1.'),
  title: shape.text('What the scenario is called.').optional(),
  asOf: shape.date('The day the scenario speaks from: nothing later is known.').optional(),
  ladder: shape.reference('Id of the ladder of estimative words; icd-203 unless stated.').optional(),
  assessment: shape
    .text('The prose under test: the name of a file beside this one, or the text itself.')
    .optional(),
}

const nouns: Record<string, z.ZodType> = {
  [SOURCES.key]: shape.idMap(sourceShape, 'Where figures come from, by id.').optional(),
  [ACTORS.key]: shape.idMap(actorShape, 'Who is in play, by id.').optional(),
  [TIES.key]: z.array(tieShape).describe('Who is tied to whom: one for each direction.').optional(),
  [CHANNEL_NOUN.key]: shape
    .fields(
      Object.fromEntries(
        CHANNELS.map((id) => [id, channelShape.describe(`Support by ${id} means.`).optional()]),
      ),
    )
    .describe('Overrides of the channels of support.')
    .optional(),
  [WEIGHT_NOUN.key]: weightsShape.describe('Overrides of the weights of the mechanisms.').optional(),
  [CRISIS.key]: crisisShape.describe('Who attacks whom, how, and for how long.').optional(),
  [PROXIES.key]: shape.idMap(proxyShape, 'Groups that may enter the fight, by actor id.').optional(),
  [PLACES.key]: shape.idMap(placeShape, 'Ports, crossings, airfields and coasts, by id.').optional(),
  [ROUTES.key]: shape.idMap(routeShape, 'Ways between places, each in one direction, by id.').optional(),
  [SHIPMENTS.key]: shape.idMap(shipmentShape, 'What is wanted from where to where, by id.').optional(),
  [INTERDICTION.key]: shape
    .idMap(interdictionShape, "What each belligerent does to the other side's traffic, by actor id.")
    .optional(),
  [ARMS.key]: shape.idMap(armsShape, 'Arms between a supplier and a recipient, by id.').optional(),
  [MARKETS.key]: shape.idMap(marketShape, 'What a state lives on, by the id of the seller.').optional(),
  [ARSENALS.key]: shape.idMap(arsenalShape, 'What each belligerent fights with, by actor id.').optional(),
  [COALITIONS.key]: shape
    .idMap(coalitionShape, 'Who may join a side, by the id of the belligerent that is joined.')
    .optional(),
  [RULE_FORMS.key]: ruleFormsShape
    .describe('Which form of a disputed rule of the theory is in force, or how likely each is.')
    .optional(),
  [COUNCIL.key]: councilShape.describe('The council that may authorise or condemn.').optional(),
  [INJECTS.key]: z.array(injectShape).describe('What may happen in the course of the crisis.').optional(),
  [CLAIMS.key]: z.array(claimShape).describe('What the sentences of the assessment claim.').optional(),
  [UNTESTED.key]: z.array(untestedShape).describe('Sentences without a claim, and why.').optional(),
  [CORRELATIONS.key]: z.array(correlationShape).describe('Quantities that move together.').optional(),
  [BASE_RATES.key]: shape.idMap(baseRateShape, 'How often the like has happened, by id.').optional(),
  [LADDERS.key]: shape.idMap(ladderShape, 'Ladders of estimative words, by id.').optional(),
  [VOTING_RULES.key]: shape.idMap(ruleShape, 'Voting rules, by id.').optional(),
}

const NOUN_KEYS: readonly string[] = Object.keys(nouns)

/** The head alone; the nouns are checked entry by entry. */
export const headShape: z.ZodObject = shape.fields({
  ...head,
  ...Object.fromEntries(NOUN_KEYS.map((key) => [key, shape.anything().optional()])),
})

export const documentShape: z.ZodObject = shape.fields({ ...head, ...nouns })
