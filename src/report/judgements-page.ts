/**
 * The page of judgements of a scenario: every input that rests on somebody's judgement
 * or on nothing at all, with its range and its reason, so that a reader can quarrel with it.
 */
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import { lawText } from './amount-text.ts'
import { statedInputs } from './inputs.ts'
import { plain } from './number-text.ts'
import { actorName, quantityText } from './quantity-text.ts'

export function judgementsPage(scenario: Scenario): string {
  const inputs = statedInputs(scenario)
  const judged = inputs.filter((quantity) => kindOf(quantity, scenario) === 'judgement')
  const unverified = inputs.filter((quantity) => kindOf(quantity, scenario) === 'unverified')
  return [
    `# Judgements in “${scenario.title}”`,
    '',
    'Generated from the scenario; do not edit. Each number is what an analyst believed on the as-of date, as',
    'a median and a 5-95 % range. Nothing here was measured.',
    '',
    `${judged.length} of ${inputs.length} inputs are judgement, ${unverified.length} are known only by a hint.`,
    '',
    ...table('Judgement', judged, scenario),
    ...table('Known only by a hint', unverified, scenario),
    ...votes(scenario),
  ].join('\n')
}

function kindOf(quantity: Quantity, scenario: Scenario): string {
  return quantity.source === undefined
    ? 'judgement'
    : (scenario.sources.get(quantity.source)?.kind ?? 'judgement')
}

function table(title: string, quantities: readonly Quantity[], scenario: Scenario): string[] {
  if (quantities.length === 0) return []
  const rows = quantities.map((quantity) => {
    const cells = [quantityText(quantity.id, scenario), lawText(quantity), quantity.why ?? '', quantity.id]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return [`## ${title}`, '', '| input | value | why | path |', '|---|---|---|---|', ...rows, '']
}

/** Chances of every member's vote; they have the draft's source. */
function votes(scenario: Scenario): string[] {
  const { council } = scenario
  if (!council) return []
  return council.drafts.flatMap((draft) => {
    const rows = [...draft.votes].map(([member, chances]) => {
      const cells = [actorName(member, scenario), ...chances.map(plain)]
      return `| ${cells.join(' | ')} |`
    })
    return [
      `## Votes on “${draft.title}”`,
      '',
      '| member | yes | abstain | no | absent |',
      '|---|---|---|---|---|',
      ...rows,
      '',
    ]
  })
}
