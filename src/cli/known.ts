/** An id that was asked for on the command line, held against those there are. */
import { nearest } from '../base/nearest.ts'

/** What to say of one that is not there; undefined of one that is, and where none was asked for. */
export function unknownText(
  what: string,
  given: string | undefined,
  known: readonly string[],
): string | undefined {
  if (given === undefined || known.includes(given)) return undefined
  const begun = known.filter((id) => given !== '' && id.startsWith(given))
  const meant = nearest(given, known) ?? (begun.length === 1 ? begun[0] : undefined)
  return `there is no ${what} ${given}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}

/** What to say of a claim that `--claim` names and that is not there. */
export function noClaimText(id: string, known: readonly string[]): string {
  const near = nearest(id, known)
  return `error: no claim is called "${id}"${near === undefined ? '' : ` (did you mean ${near}?)`}\n`
}
