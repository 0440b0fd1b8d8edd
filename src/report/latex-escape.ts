/** A text that means itself where LaTeX reads: none of its signs is taken for a command. */

/** `\` must come first in what is replaced, so all are replaced in one pass. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
}

/** Two of them would be drawn together into a dash or a quotation mark. */
const JOINED: ReadonlySet<string> = new Set(['-', "'", ','])

/** One line. */
export function escaped(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const signs = [...line].map((sign, at) =>
    JOINED.has(sign) && line[at - 1] === sign ? `{}${sign}` : (SPECIAL[sign] ?? sign),
  )
  return signs.join('')
}
