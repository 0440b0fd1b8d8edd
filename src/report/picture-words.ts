/** The words of a picture: its heads, what stands under it, and what it shows for those who cannot see it. */
import { formatDate } from '../base/date.ts'
import type { Series, SeriesLine } from '../engine/series.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { actorName } from './names.ts'
import { countText, daysText } from './number-text.ts'
import { shareText } from './picture-panel.ts'

export const SUBTITLE: string =
  'Who is given what, day by day: share of playouts in which at least one supporter gives it'

/** Said in place of a picture that would have no column. */
export const NOBODY = 'no third party here chooses whom to support, so there is nothing to draw'

/** `Iran (attacked)` */
export function headText(recipient: string, scenario: Scenario): string {
  const role = scenario.crisis.attackers.includes(recipient) ? 'attacker' : 'attacked'
  return `${actorName(recipient, scenario)} (${role})`
}

/** Three lines: how to read it, and what it was made from. */
export function footLines({ asOf, crisis, ladder }: Scenario, { playouts }: Series, seed: number): string[] {
  return [
    'Thin line: any support in effect on the day. Thick line: substantial support or more (level 2 of 3). The number is the',
    'share on the last day. Light: 5 to 95 % over what the parameters may be. Dark: the error of the counting, 95 %.',
    `Source: foedus picture, as of ${formatDate(asOf)}, ${daysText(crisis.horizon)}, n = ${countText(playouts)} playouts, seed ${seed}. Words: ${ladder.title}.`,
  ]
}

/** One sentence a belligerent: where support peaks, channel by channel. */
export function description({ lines }: Series, scenario: Scenario): string {
  const recipients = [...new Set(lines.map(({ recipient }) => recipient))]
  const sentences = recipients.map((recipient) => {
    const peaks = CHANNEL_LABELS.map((channel) => {
      const peak = (level: number): string => {
        const found = lines.find(
          (line) => line.recipient === recipient && line.channel === channel && line.level === level,
        )
        return shareText(peakOf(found))
      }
      return `${channel} ${peak(1)} and ${peak(2)}`
    })
    return `${headText(recipient, scenario)}: ${peaks.join(', ')}.`
  })
  return `The highest share of playouts on any day with any support, and with substantial support. ${sentences.join(' ')}`
}

function peakOf(line: SeriesLine | undefined): number {
  return Math.max(0, ...(line?.mean ?? []))
}
