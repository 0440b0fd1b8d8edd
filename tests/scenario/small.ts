/** A small scenario with a council and a group, and the ways tests change it. */
import type { Fault } from '../../src/base/fault.ts'
import type { Checked } from '../../src/base/fault.ts'
import { setFile, withoutFile } from '../../src/scenario/change.ts'
import type { ChangeText } from '../../src/scenario/check.ts'
import { checkScenario } from '../../src/scenario/check.ts'
import type { Claim, Scenario } from '../../src/scenario/scenario.ts'
import { BRIDGE, coveredBy } from './bridge.ts'
import { shippedTheory } from './theory.ts'

const theory = shippedTheory()

const COUNCIL = `votingRules:
  trio:
    - { since: 1990-01-01, until: 2030-01-01, seats: 3, threshold: 2, veto: true }
council:
  name: The council of three
  rule: trio
  members: [{ actor: avalon }, { actor: borduria, permanent: true }, { actor: cascadia }]
  drafts:
    - id: stop
      title: A ceasefire
      type: ceasefire
      favours: avalon
      sponsor: cascadia
      tabled: 10 % to 30 %
      source: desk
      votes: { avalon: [0.8, 0.1, 0.1], borduria: [0, 0, 1], cascadia: [1, 0, 0] }
proxies:
  militia:
    source: desk
    autonomy: 0.2 to 0.6
    request: 0.3 to 0.9
    depletion: 0.1 to 0.3
    fear: 0.2 to 0.5
    hostConstraint: 0.1 to 0.4
    strength: 0.2 to 0.4
    opposition: 0.1 to 0.5
    rate: 1 to 9 count/day
`
const GROUPS = `  militia: { kind: nonstate, patron: avalon }
  strays: { kind: nonstate, patron: avalon }
`

export const SMALL: string = BRIDGE.replace('claims:\n', () => `${COUNCIL}claims:\n`).replace(
  'ties:\n',
  () => `${GROUPS}ties:\n`,
)

const NONE: ChangeText = { patches: [], set: [], without: [] }

export interface Changed {
  readonly patch?: string
  readonly patches?: ChangeText['patches']
  readonly set?: Readonly<Record<string, string>>
  /** As `set`, where a path may stand twice. */
  readonly settings?: ChangeText['set']
  readonly without?: readonly string[]
  /** The scenario, when it is not the small one. */
  readonly base?: string
}

function changeOf({ patch, patches, set, settings, without }: Changed): ChangeText {
  return {
    ...NONE,
    ...(patches ? { patches } : {}),
    ...(patch === undefined ? {} : { patches: [{ path: 'patch.yaml', bytes: patch }] }),
    ...(set ? { set: Object.entries(set).map(([path, value]) => ({ path, value })) } : {}),
    ...(settings ? { set: settings } : {}),
    ...(without ? { without } : {}),
  }
}

export function changed(change: Changed): Checked<Scenario> {
  const files = [{ path: 'small.yaml', bytes: change.base ?? SMALL }]
  return checkScenario({ files, theory, change: changeOf(change) })
}

/** Fails when the change has a fault. */
export function world(change: Changed = {}): Scenario {
  const { value, faults } = changed(change)
  if (!value) throw new Error(JSON.stringify(faults))
  return value
}

/** Severity, code, file and covered text of all that is told. */
export function toldOf(change: Changed): [string, string, string | undefined][] {
  const { patches, set, without } = changeOf(change)
  const files = [
    { path: 'small.yaml', bytes: change.base ?? SMALL },
    ...patches,
    ...set.map(setFile),
    ...without.map(withoutFile),
  ]
  const texts = new Map(files.map(({ path, bytes }) => [path, String(bytes)]))
  return changed(change).faults.map((fault: Fault) => [
    fault.code,
    fault.span?.file ?? '',
    coveredBy(fault, texts),
  ])
}

/** Without places, which name the line a thing stood on. */
export function placeless(scenario: Scenario): unknown {
  return JSON.parse(
    JSON.stringify(scenario, (key, value: unknown) =>
      key === 'span' ? undefined : value instanceof Map ? [...(value as Map<string, unknown>)] : value,
    ),
  )
}

/** The small scenario with its one claim in other words. */
export function asking(claim: string, more = ''): string {
  const [before = ''] = SMALL.split('claims:\n')
  return `${before}${more}claims:\n${claim
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`
}

/** A claim that cascadia fights for avalon. */
export const TROOPS: string = 'that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }'

/** The small world with one claim of these lines. */
export function claim(...lines: readonly string[]): string {
  return asking(['- id: asked', ...lines.map((line) => `  ${line}`)].join('\n'))
}

/** The claim as it was read. */
export function read(...lines: readonly string[]): Claim {
  const [first] = world({ base: claim(...lines) }).claims
  if (!first) throw new Error('no claim was read')
  return first
}

/** What is told of it: codes, and the text that each covers. */
export function told(...lines: readonly string[]): [string, string | undefined][] {
  return toldOf({ base: claim(...lines) }).map(([code, , covered]) => [code, covered])
}
