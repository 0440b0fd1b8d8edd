/**
 * The scorecard: how well what the model says of a crisis that it has not seen agrees with what was recorded, beside
 * those who say how often it happens. Everything that a reader is told is computed here; the faces only word it.
 */
import { CHANNELS, type ChannelId } from '../../scenario/scenario.ts'
import { climatology, obligationOnly } from './baseline.ts'
import { stakeAlone, type StakeOf } from './baseline-stake.ts'
import { sameAsLastTime } from './baseline-last.ts'
import { type Estimate, LEAST_CRISES, RESAMPLES, resamplesOf } from './bootstrap.ts'
import { type Calibration, calibrationOf } from './calibration.ts'
import { coverageOf, MASSES } from './coverage.ts'
import type { Agreement } from '../sheet/agreement.ts'
import { areaUnder, type Asked } from './discrimination.ts'
import type { Cell, Forecaster } from '../prediction.ts'
import { type Bin, binsOf, type Murphy, murphyOf } from './reliability.ts'
import { atLeast, MEASURES, SUBSTANTIAL } from './score.ts'
import { type Bar, barsOf, type Scores } from './bars.ts'
import type { Codings } from './codings.ts'
import { type GroupForecast, inOrder, type Predicted, type RowFact, rowKey } from './input.ts'
import { channelScores, type ChannelScore, slices, type Slice } from './slices.ts'
import { type Ground, groundOf, read, type Scored, scoresOf } from './standings.ts'
import { type VoidCount, voidsOf } from './voids.ts'
import { type Kind, kindsOf, type Miss, worstCells } from './weak.ts'

export interface ScoreOptions {
  readonly seed: number
  /** What the baselines are counted over; the cells themselves unless stated. A cell's own case is always left out. */
  readonly training?: readonly Cell[]
  /** By key of the row, for what the model is bad at and for what one input alone says. */
  readonly facts?: ReadonlyMap<string, RowFact>
  /** Of the rows of `training`; `facts` unless stated. */
  readonly trainingFacts?: ReadonlyMap<string, RowFact>
  /** Crises for which no bar was declared. */
  readonly barless?: boolean
  /** The same coded otherwise, in the closed form. */
  readonly codings?: Codings
  readonly agreement?: SheetAgreement
  /** What was ever scored, from history/models.yaml. */
  readonly variants?: readonly Variant[]
  readonly resamples?: number
}

/** How far a sheet agrees with the coding that ships. */
export interface SheetAgreement {
  /** Its file. */
  readonly sheet: string
  /** Its inputs are those of the model. */
  readonly played?: boolean
  readonly groups: Agreement['groups']
  readonly variables: Agreement['variables']
}

/** A coding, compared with the clauses that ship and with what is usual. */
export interface CodingScore extends Scored {
  /** Below 0 it is better than climatology. */
  readonly lessClimatology?: Estimate
}

/** A model that was scored, whatever came of it. */
export interface Variant {
  readonly id: string
  readonly date: string
  readonly rps: number
  /** Why it was scored, or why it was the last. */
  readonly why?: string
  readonly [more: string]: string | number | undefined
}

export interface Reliability {
  readonly id: 'any' | 'combat'
  readonly cells: number
  readonly events: number
  readonly bins: readonly Bin[]
  readonly murphy: Murphy
  /** Absent where events are too few. */
  readonly line?: Calibration
}

export interface Area {
  readonly channel: ChannelId
  readonly events: number
  readonly others: number
  /** Absent where only one kind was recorded. */
  readonly area?: Estimate
}

export interface Coverage {
  readonly mass: number
  readonly inside: Estimate
  readonly stated: number
  readonly width: Estimate
}

export interface Scorecard {
  readonly seed: number
  readonly resamples: number
  readonly cases: readonly string[]
  readonly cells: number
  /** Supporters of one side in one case. */
  readonly rows: number
  /** Cells that a rule shuts, so that nothing in them is forecast for sure; 0 where no closed form tells. */
  readonly shut: number
  /** The model first. */
  readonly scores: Scores
  /** None for crises for which none was declared. */
  readonly bars: readonly Bar[]
  readonly byCase: readonly Slice[]
  readonly byChannel: readonly Slice[]
  readonly channels: readonly ChannelScore[]
  readonly areas: readonly Area[]
  readonly reliability: readonly Reliability[]
  readonly coverage: readonly Coverage[]
  readonly voids: VoidCount
  readonly worst: readonly Miss[]
  readonly kinds: readonly Kind[]
  /** Ranked scores of the closed form, of the codings, and of the cells of which the coder was sure. */
  readonly beside: {
    readonly frozen?: readonly Scored[]
    readonly codings?: readonly CodingScore[]
    readonly sure: readonly Scored[]
    /** Obligation-only less climatology. */
    readonly obligation: Estimate
  }
  /** Absent where nobody else has coded the crises. */
  readonly agreement?: SheetAgreement
  readonly groups: readonly GroupForecast[]
  readonly variants: readonly Variant[]
}

export function scorecard(predicted: Predicted, options: ScoreOptions): Scorecard {
  const { seed, variants = [], facts = new Map<string, RowFact>() } = options
  const { trainingFacts = facts, barless = false } = options
  const training = options.training ?? predicted.cells
  const { codings, agreement } = options
  const others = codings === undefined ? [] : [codings.clauses, codings.labels, codings.second]
  const extras = [predicted.frozen, ...others].filter((one) => one !== undefined)
  const { cells, forecasters } = inOrder(predicted.cells, [predicted.model, ...extras])
  if (cells.length === 0) throw new Error('nothing was recorded, so nothing can be scored')
  const model: Forecaster = { id: 'model', odds: forecasters[0]!.odds }
  const [climate, owed, last] = [climatology, obligationOnly, sameAsLastTime].map((make) =>
    make(cells, training),
  )
  const stakeIn =
    (known: ReadonlyMap<string, RowFact>): StakeOf =>
    (cell) =>
      known.get(rowKey(cell))?.stake
  const stake = stakeAlone(cells, training, { cells: stakeIn(facts), training: stakeIn(trainingFacts) })
  const all = [model, climate!, owed!, last!, stake]
  const drawn = (cases: number): number => (cases < LEAST_CRISES ? 0 : (options.resamples ?? RESAMPLES))
  const ground = groundOf(cells, (cases) => resamplesOf(cases, seed, drawn(cases)))
  const scores: Scores = {
    rps: scoresOf(ground, all, { measure: MEASURES[0]! }),
    log: scoresOf(ground, all, { measure: MEASURES[1]! }),
    combat: scoresOf(ground, all, { measure: MEASURES[2]! }),
  }
  const rest = forecasters.slice(1)
  const ranked = (given: readonly Forecaster[]): readonly Scored[] =>
    scoresOf(ground, given, { measure: MEASURES[0]! })
  const codingScores = (given: readonly Forecaster[]): readonly CodingScore[] =>
    ranked(given).map((scored, at) => {
      const difference = ranked([given[at]!, climate!])[1]?.difference
      return { ...scored, ...(difference === undefined ? {} : { lessClimatology: difference }) }
    })
  return {
    seed,
    resamples: ground.resamples.length,
    cases: ground.cases,
    cells: cells.length,
    rows: new Set(cells.map(({ of, supporter, recipient }) => `${of}/${supporter}/${recipient}`)).size,
    shut: predicted.frozen === undefined ? 0 : rest[0]!.odds.filter(([none]) => none === 1).length,
    scores,
    bars: barless ? [] : barsOf(scores),
    ...slices(ground, all),
    channels: channelScores(ground, model, climate!),
    areas: CHANNELS.map((channel) => areaOf(ground, model, channel)),
    reliability: [
      reliabilityOf('any', asking(ground, model, { level: 1 }), ground),
      ...(cells.some(({ channel }) => channel === 'combat')
        ? [reliabilityOf('combat', asking(ground, model, { level: SUBSTANTIAL, channel: 'combat' }), ground)]
        : []),
    ],
    coverage: MASSES.map((mass) => coverage(ground, model, mass)),
    voids: voidsOf(cells.length, predicted.voids),
    worst: worstCells(cells, model),
    kinds: kindsOf(ground, { model, climatology: climate!, facts }),
    beside: {
      ...(predicted.frozen === undefined
        ? {}
        : { frozen: ranked([model, { ...rest[0]!, id: 'closed form' }]) }),
      ...(codings === undefined ? {} : { codings: codingScores(rest.slice(predicted.frozen ? 1 : 0)) }),
      sure: scoresOf(ground, all, { measure: MEASURES[0]!, chosen: ({ unsure }) => !unsure }),
      obligation: ranked([owed!, climate!])[1]!.difference!,
    },
    ...(agreement === undefined ? {} : { agreement }),
    groups: predicted.groups,
    variants,
  }
}

interface Question {
  readonly level: number
  /** Absent: every channel. */
  readonly channel?: ChannelId
}

/** The cells as yes-or-no questions: was it so much or more? */
function asking({ cells, of }: Ground, { odds }: Forecaster, { level, channel }: Question): readonly Asked[] {
  return cells.flatMap((cell, at) =>
    channel === undefined || cell.channel === channel
      ? [{ of: of[at]!, p: atLeast(odds[at]!, level), happened: cell.recorded >= level }]
      : [],
  )
}

function areaOf(ground: Ground, model: Forecaster, channel: ChannelId): Area {
  const asked = asking(ground, model, { level: SUBSTANTIAL, channel })
  const events = asked.filter(({ happened }) => happened).length
  const area = read(ground, areaUnder(asked, ground.cases.length))
  return { channel, events, others: asked.length - events, ...(area === undefined ? {} : { area }) }
}

function reliabilityOf(id: Reliability['id'], asked: readonly Asked[], { resamples }: Ground): Reliability {
  const line = calibrationOf(asked, resamples)
  return {
    id,
    cells: asked.length,
    events: asked.filter(({ happened }) => happened).length,
    bins: binsOf(asked),
    murphy: murphyOf(asked),
    ...(line === undefined ? {} : { line }),
  }
}

function coverage(ground: Ground, { odds }: Forecaster, mass: number): Coverage {
  const cells = ground.cells.map(({ recorded }, at) => ({ of: ground.of[at]!, odds: odds[at]!, recorded }))
  const { inside, stated, width } = coverageOf(cells, ground.cases.length, mass)
  return {
    mass,
    inside: read(ground, inside)!,
    stated: read(ground, stated)!.value,
    width: read(ground, width)!,
  }
}
