/**
 * All sentences of the assessment in one table: the claims that test each, or
 * the reason why none does. It ends the screen so that nothing is passed over in
 * silence (docs/theory.md 8).
 */
import type { SentenceVerdict } from '../judge/sentence.ts'
import type { Colour } from './colour.ts'
import { colourOf, markOf } from './mark.ts'
import { cut, lengthOf, pad, wrap } from './wrap.ts'

export function sentenceTable(
  sentences: readonly SentenceVerdict[],
  { width, colour }: { readonly width: number; readonly colour: Colour },
): readonly string[] {
  const numbers = Math.max(0, ...sentences.map(({ id }) => lengthOf(id)))
  // Number, mark and gaps; the rest is shared between the sentence and its claims.
  const left = 1 + numbers + 1 + 1 + 1
  const texts = sentences.some(({ text }) => text !== undefined) ? Math.floor((width - left) / 2) - 1 : 0
  const hang = left + texts + (texts > 0 ? 2 : 0)
  return sentences.flatMap((sentence) => {
    const { id, verdict, text = '', claims, because, inPart } = sentence
    const last =
      because === undefined
        ? claims.join(', ')
        : claims.length > 0
          ? `${because}: ${claims.join(', ')}`
          : because
    const whole = inPart === undefined ? last : `${last}; not tested: ${inPart}`
    const [first = '', ...rest] = wrap(whole, { width: width - hang, indent: 0 })
    const mark = colourOf(verdict, colour)(markOf(verdict))
    const middle = texts > 0 ? `${pad(cut(text, texts), texts)}  ` : ''
    const head = ` ${pad(id, numbers)} ${mark} ${middle}${first}`.trimEnd()
    return [head, ...rest.map((line) => ' '.repeat(hang) + line)]
  })
}
