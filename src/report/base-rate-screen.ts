/** Counted rates, each with its interval, and beside them what the model gives over some scenarios. */
import type { ReferenceRate } from '../judge/reference-rate.ts'
import type { BaseRate, Source } from '../scenario/scenario.ts'
import { countText } from './number-text.ts'
import { wrap } from './wrap.ts'

/** Where what is told about a rate begins. */
const INDENT = 3

const LIES: Readonly<Record<NonNullable<ReferenceRate['lies']>, string>> = {
  within: 'the two intervals overlap',
  above: 'the model lies ABOVE what was counted',
  below: 'the model lies BELOW what was counted',
}

/** Counted rates are small, and their intervals narrow: three decimals. */
const DECIMALS = 3

function shown(p: number): string {
  return p.toFixed(DECIMALS)
}

/** `0.036 [0.023-0.054], n 390`; a share alone has neither. */
function rateText({ value, low, high, n }: BaseRate): string {
  if (low === undefined || high === undefined) return `${shown(value)}, published as a share alone`
  const span = `${shown(value)} [${shown(low)}-${shown(high)}]`
  return n === undefined ? span : `${span}, n ${countText(n)}`
}

/** Every shipped rate. */
export function ratesScreen(
  rates: ReadonlyMap<string, BaseRate>,
  sources: ReadonlyMap<string, Source>,
  width: number,
): string {
  const lines = [...rates.values()].flatMap((rate) => [
    ...wrap(`${rate.id}  ${rateText(rate)}`, { width, indent: 0 }),
    ...wrap(rate.title, { width, indent: INDENT }),
    ...(rate.source === undefined
      ? []
      : wrap(`source: ${sources.get(rate.source)?.title ?? rate.source}`, { width, indent: INDENT })),
    '',
  ])
  return [
    ...wrap('How often it happened: 90 % intervals, narrower than the truth, since cases cluster by war.', {
      width,
      indent: 0,
    }),
    '',
    ...lines,
  ].join('\n')
}

/** What the model gives for each class, beside what was counted. */
export function comparisonScreen(
  found: readonly ReferenceRate[],
  { scenarios, width }: { readonly scenarios: number; readonly width: number },
): string {
  const missed = found.filter(({ lies }) => lies === 'above' || lies === 'below').length
  const asked = found.filter(({ lies }) => lies !== undefined).length
  return [
    ...wrap(
      `What was counted, and what the model gives over ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`,
      { width, indent: 0 },
    ),
    ...wrap(
      `${asked - missed} of ${asked} classes agree, ${missed} do not. Scenarios are picked because they are salient, so that force is commoner in them than among all openings.`,
      { width, indent: 0 },
    ),
    '',
    ...found.flatMap((one) => block(one, width)),
  ].join('\n')
}

function block({ reference, rate, found, model, lies }: ReferenceRate, width: number): string[] {
  const told = (text: string): string[] => wrap(text, { width, indent: INDENT })
  const head = [...wrap(rate.title, { width, indent: 0 }), ...told(`counted  ${rateText(rate)}`)]
  if (!model || !lies) return [...head, ...told('model    nothing in these scenarios belongs here'), '']
  const seen = found.filter(({ weight }) => weight > 0)
  const spread = `from ${shown(model.least)} to ${shown(model.most)}`
  return [
    ...head,
    ...told(`model    ${shown(model.p)} ±${shown(model.half)}, ${seen.length} instances ${spread}`),
    ...told(reference.counts),
    ...told(LIES[lies]),
    '',
  ]
}
