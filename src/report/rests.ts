/** What rests on a source beside numbers: promises, votes, base rates, facts, cases, the words of likelihood. */
import { quantitiesRead } from '../engine/reads.ts'
import { isRunning } from '../engine/running.ts'
import { fittingRate } from '../judge/fitting-rate.ts'
import type { Claim, Condition, Scenario, Tie } from '../scenario/scenario.ts'
import { conditionText, factSources } from './condition-text.ts'
import { actorName, quantityText } from './quantity-text.ts'

/** Something that rests on a source, and its name. */
interface Rest {
  readonly source: string | undefined
  readonly statement: string
}

interface RestOptions {
  /** Beside each claim stands the rate of one class: no other is shown in the worlds that claims make. */
  readonly ratesByClass: boolean
}

export function restsOf(scenario: Scenario, options: RestOptions): readonly Rest[] {
  const { ladder, correlations } = scenario
  const read = new Set(quantitiesRead(scenario).map(({ id }) => id))
  return [
    ...tiesRead(scenario).map(({ source, from, to }) => ({
      source,
      statement: `what ${actorName(from, scenario)} has promised ${actorName(to, scenario)}`,
    })),
    ...councilRests(scenario),
    ...flowRests(scenario, read),
    ...correlations
      .filter(({ between }) => between.some((id) => read.has(id)))
      .map(({ between, source }) => ({
        source,
        statement: `that ${between.map((id) => quantityText(id, scenario)).join(' and ')} move together`,
      })),
    { source: ladder.source, statement: `the words of likelihood: ${ladder.title}` },
    ...scenario.claims.flatMap((claim) => claimRests(claim, scenario, options)),
  ]
}

/** Ties of supporters to belligerents, where something is stated beside numbers. */
function tiesRead({ ties, dyads, crisis }: Scenario): readonly Tie[] {
  const supporters = new Set(dyads.map(({ supporter }) => supporter))
  const belligerents = [...crisis.attackers, ...crisis.targets]
  return [...ties.values()].filter(
    (tie) => supporters.has(tie.from) && belligerents.includes(tie.to) && saysSomething(tie),
  )
}

function saysSomething({ clauses, contiguous, label, since, until }: Tie): boolean {
  return contiguous || Object.values(clauses).includes(true) || (label ?? since ?? until) !== undefined
}

function councilRests({ council }: Scenario): readonly Rest[] {
  if (council === undefined || council.drafts.length === 0) return []
  return [
    { source: council.rule.source, statement: `how ${council.name} votes` },
    ...council.drafts.map(({ source, title }) => ({ source, statement: `the votes on “${title}”` })),
  ]
}

/** Who can reach what, and what is signed, of all that the run reads something of. */
function flowRests({ places, routes, arms }: Scenario, read: ReadonlySet<string>): readonly Rest[] {
  const isRead = ({ quantities }: Pick<Scenario['crisis'], 'quantities'>): boolean =>
    Object.values(quantities).some(({ id }) => read.has(id))
  return [
    ...[...places.values()]
      .filter((place) => place.reach.length > 0 && isRead(place))
      .map(({ source, name }) => ({ source, statement: `who can strike ${name}` })),
    ...[...routes.values()]
      .filter((route) => Object.values(route.reach).some((by) => by.length > 0) && isRead(route))
      .map(({ source, name }) => ({ source, statement: `who can stop the route ${name}` })),
    ...[...arms.values()]
      .filter((item) => item.contract !== undefined && isRead(item))
      .map(({ source, name }) => ({ source, statement: `the contract for ${name}` })),
  ]
}

function claimRests(claim: Claim, scenario: Scenario, { ratesByClass }: RestOptions): readonly Rest[] {
  const byClass = ratesByClass && isAsked(claim, scenario)
  const rateId = claim.baseRate ?? (byClass ? fittingRate(claim, scenario) : undefined)
  const rate = rateId === undefined ? undefined : scenario.baseRates.get(rateId)
  const facts = [claim.that, claim.given].flatMap((condition) => (condition ? factsIn(condition) : []))
  return [
    ...(rate === undefined ? [] : [{ source: rate.source, statement: `base rate: ${rate.title}` }]),
    ...facts.flatMap((fact) =>
      factSources(fact, scenario).map((source) => ({
        source: source === '' ? undefined : source,
        statement: `fact: ${conditionText(fact, scenario)}`,
      })),
    ),
    ...(claim.record?.cases ?? []).map(({ source, title }) => ({ source, statement: `case: ${title}` })),
  ]
}

/** Whether the world of the claim computes what it asks: beside one that cannot be tested stands no rate by class. */
function isAsked({ that, given, do: change }: Claim, scenario: Scenario): boolean {
  const read = [that, given].flatMap((one) => (one === undefined ? [] : metricsIn(one)))
  return read.every((metric) => isRunning(change?.world ?? scenario, metric))
}

/** The metrics that a condition reads. */
function metricsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(metricsIn)
    case 'not':
      return metricsIn(condition.of)
    case 'metric':
      return [condition.metric]
    case 'fact':
    case 'order':
    case 'share':
      return []
  }
}

function factsIn(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn)
    case 'not':
      return factsIn(condition.of)
    case 'fact':
      return [condition]
    case 'metric':
    case 'order':
    case 'share':
      return []
  }
}
