/** What was put in, in `foedus run`: how often each inject came to pass. */
import { playoutsOf } from '../judge/interval.ts'
import type { Inject } from '../scenario/scenario.ts'
import { cameOf, dayText, sumOf } from './bins.ts'
import { binsOf, entry, type Played, titled } from './blocks.ts'
import { daysText, shareText } from './number-text.ts'
import { injectText } from './inject-text.ts'

export function injectBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  const rows = [...scenario.injects.values()].flatMap((inject) => injectRows(inject, played))
  return titled('What may come to pass', rows, options)
}

function injectRows(inject: Inject, { summary, scenario, options }: Played): readonly string[] {
  const bins = binsOf(summary, `happened:${inject.id}`)
  if (bins === undefined) return []
  const came = sumOf(cameOf(bins))
  const first = inject.when === undefined || came === 0 ? [] : [`first day ${dayText(bins)}`]
  const cells =
    isCertain(inject) && came === playoutsOf(summary.design)
      ? [`from day ${inject.day} in every playout`, ...lastsTexts(inject)]
      : [`came to pass ${shareText(came, summary.design)}`, ...first, ...whenTexts(inject)]
  const sets = options.verbose ? [`then ${injectText(inject, scenario)}`] : []
  return entry(inject.title, [...cells, ...sets], options)
}

/** On a day, whatever happens: nothing that is counted. */
function isCertain({ day, chance: { law } }: Inject): boolean {
  return day !== undefined && law.kind === 'fixed' && law.value === 1
}

function whenTexts(inject: Inject): readonly string[] {
  const { day, when } = inject
  return [
    ...(day === undefined ? [] : [`from day ${day}`]),
    ...(when === undefined ? [] : [`once ${when.text}`]),
    ...lastsTexts(inject),
  ]
}

function lastsTexts({ lasts }: Inject): readonly string[] {
  return lasts === undefined ? [] : [`for ${daysText(lasts)}`]
}
