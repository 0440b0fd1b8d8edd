/** Small made-up crises for the laws of histories: a few supporters of countries that never were. */
import type { Fault } from '../../src/base/fault.ts'
import type { Kernel } from '../../src/engine/kernel.ts'
import type { Plan } from '../../src/engine/plan.ts'
import type { CodedCase, Deed } from '../../src/history/coded.ts'
import { makeKernel } from '../../src/host/engine.ts'
import { checkScenario, type TextFile } from '../../src/scenario/check.ts'
import { CHANNELS, type ChannelId, type Scenario } from '../../src/scenario/scenario.ts'
import { shippedTheory } from '../scenario/theory.ts'

const THEORY = shippedTheory()

export function kernelOf(plan: Plan): Kernel {
  return makeKernel(plan)
}

/** The inputs of one supporter; what is not stated is 0.5. */
export interface Made {
  readonly id: string
  readonly for?: 'avalon' | 'borduria'
  readonly label?: string
  readonly kind?: 'state' | 'institution'
  readonly clauses?: string
  readonly friend?: Readonly<Record<string, number>>
  readonly foe?: Readonly<Record<string, number>>
}

const FRIEND: Readonly<Record<string, number>> = {
  alignment: 0.5,
  stake: 0.5,
  freeCapacity: 0.5,
  access: 0.5,
  thirdPartyCost: 0.5,
  domesticConstraint: 0.5,
  precommitment: 0.5,
}
const FOE: Readonly<Record<string, number>> = { rivalry: 0.5, nuclearRisk: 0.5, opponentPower: 0.5 }

/** Borduria attacks Avalon. */
export function eveText(supporters: readonly Made[], more = ''): string {
  const actors = supporters.map(
    ({ id, kind = 'state' }) => `  ${id}: { kind: ${kind}, size: { value: 0, source: desk } }`,
  )
  const ties = supporters.flatMap(({ id, label, clauses, friend, foe, ...rest }) => {
    const to = rest.for ?? 'avalon'
    const other = to === 'avalon' ? 'borduria' : 'avalon'
    const said = (fields: object): string =>
      Object.entries(fields)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ')
    const named = label === undefined ? '' : `label: ${label}, `
    const promised = clauses === undefined ? '' : `clauses: { ${clauses} }, `
    return [
      `  - { from: ${id}, to: ${to}, source: desk, ${named}${promised}${said({ ...FRIEND, ...friend })} }`,
      `  - { from: ${id}, to: ${other}, source: desk, ${said({ ...FOE, ...foe })} }`,
    ]
  })
  return `foedus: 1
title: A quarrel over a bridge
asOf: 2020-01-01
sources:
  desk: { kind: judgement, title: The desk, by: the desk, date: 2019-12-15 }
actors:
  avalon: { kind: state, ownIntelligence: { value: 0.5, source: desk }, commercialIntelligence: { value: 0.5, source: desk } }
  borduria: { kind: state, ownIntelligence: { value: 0.5, source: desk }, commercialIntelligence: { value: 0.5, source: desk } }
${actors.join('\n')}
ties:
${ties.join('\n')}
crisis: { attackers: [borduria], targets: [avalon], form: air campaign, horizon: 60 days, source: desk, duration: 10 to 70 days, mediator: 0.3, regimeThreat: 0.4, channelsOpen: 0.5 }
${more}`
}

export function checkedEve(text: string, theory: readonly TextFile[] = THEORY): Scenario {
  const { value, faults } = checkScenario({ files: [{ path: 'eve.yaml', bytes: text }], theory })
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

export function deed(supporter: string, levels: readonly (number | undefined)[], recipient = 'avalon'): Deed {
  const known = CHANNELS.flatMap((channel, at): [ChannelId, number][] => {
    const level = levels[at]
    return level === undefined ? [] : [[channel, level]]
  })
  return { supporter, recipient, levels: new Map(known), confidence: 'high', unsure: new Set() }
}

export function coded(id: string, eve: Scenario, deeds: readonly Deed[]): CodedCase {
  return { id, eve, deeds, groups: [], left: [] }
}

/** Code, and the very text that it points to. */
export function told(faults: readonly Fault[], texts: ReadonlyMap<string, string>): [string, string][] {
  return faults.map(({ code, span }) => [
    code,
    span ? (texts.get(span.file) ?? '').slice(span.start, span.end) : '',
  ])
}
