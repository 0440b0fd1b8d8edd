/**
 * A proposition in parts, so that neighbours that share a subject or a window need not repeat it, and several who
 * do the same are named together.
 */

export interface Phrase {
  readonly subject: string
  readonly says: string
  readonly window: string
  /** Of a subject, who does it, and whom it is for ('' where it is for nobody): those who do the same are joined. */
  readonly ends?: readonly [doer: string, recipient: string]
  /** Made of several phrases itself. */
  readonly nested?: boolean
}

export type Word = 'and' | 'or'

export function phraseText({ subject, says, window }: Phrase): string {
  return [subject === '' ? says : `${subject}: ${says}`, window].filter((part) => part !== '').join(', ')
}

export function jointPhrase(each: readonly Phrase[], word: Word): Phrase {
  const phrases = together(each, word)
  const shared = (key: 'subject' | 'window'): string => {
    const [first = ''] = phrases.map((phrase) => phrase[key])
    return phrases.every((phrase) => phrase[key] === first) ? first : ''
  }
  const [subject, window] = [shared('subject'), shared('window')]
  const texts = phrases.map((phrase, index) => {
    const repeated = subject !== '' || (index > 0 && phrases[index - 1]?.subject === phrase.subject)
    const lead = phrase.subject === '' || repeated ? '' : `${phrase.subject}: `
    const body = phrase.nested && phrase.says.includes('; ') ? `(${phrase.says})` : phrase.says
    return `${lead}${body}${window !== '' || phrase.window === '' ? '' : `, ${phrase.window}`}`
  })
  return { subject, says: texts.join(`; ${word} `), window, nested: true }
}

/** Neighbours that say the same of several become one: `Russia, China or Belarus → Iran`. */
function together(phrases: readonly Phrase[], word: Word): readonly Phrase[] {
  const groups: Phrase[][] = []
  for (const phrase of phrases) {
    const open = groups.at(-1)
    const before = open?.[0]
    const alike = before?.says === phrase.says && before.window === phrase.window
    const shared = before?.ends !== undefined && before.ends[1] === phrase.ends?.[1]
    if (open !== undefined && alike && shared) open.push(phrase)
    else groups.push([phrase])
  }
  return groups.map((group) => {
    const first = group[0]!
    if (group.length === 1 || first.ends === undefined) return first
    const [, recipient] = first.ends
    const named = listed(
      group.map(({ ends, subject }) => ends?.[0] ?? subject),
      word,
    )
    return { ...first, subject: recipient === '' ? named : `${named} → ${recipient}` }
  })
}

/** `a defence clause`, `an offence clause` */
export function withArticle(words: string): string {
  return `${/^[aeiou]/u.test(words) ? 'an' : 'a'} ${words}`
}

/** `Russia, China or Belarus` */
export function listed(names: readonly string[], word: Word): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}
