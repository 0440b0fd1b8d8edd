/** A coding sheet as CSV text (RFC 4180), the columns' names first. */
import { type Coding, COLUMNS, VARIABLES } from './sheet.ts'

export function sheetText(codings: readonly Coding[]): string {
  return [COLUMNS, ...codings.map(cellsOf)].map((cells) => `${cells.map(quoted).join(',')}\n`).join('')
}

function cellsOf({ of, supporter, recipient, values, confidence, unsure, note }: Coding): string[] {
  return [
    of,
    supporter,
    recipient,
    ...VARIABLES.map(({ id, group }) => valueText(group === 'promises', values.get(id))),
    confidence ?? '',
    [...unsure].join(' '),
    note ?? '',
  ]
}

function valueText(isPromise: boolean, value: number | undefined): string {
  if (value === undefined) return ''
  return isPromise ? (value === 1 ? 'yes' : 'no') : String(value)
}

/** Only where it is needed. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
