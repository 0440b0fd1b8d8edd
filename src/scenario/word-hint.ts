/** The word of a short list that was probably meant: a near one, or the one that the text begins with. */
import { nearest } from '../base/nearest.ts'
import { byText } from './fault-list.ts'

/** `railway` begins with `rail`; a beginning of one or two letters says nothing. */
const BEGINNING = 3

export function wordMeant(text: string, known: readonly string[]): string | undefined {
  const near = nearest(text, known)
  if (near !== undefined) return near
  const begun = [...known]
    .sort(byText)
    .filter((word) => word.length >= BEGINNING && text.toLowerCase().startsWith(word))
  // The longest says most: `inland seaway` is the inland sea.
  return begun.reduce<string | undefined>(
    (best, word) => (best === undefined || word.length > best.length ? word : best),
    undefined,
  )
}
