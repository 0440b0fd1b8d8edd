/**
 * A look over the tokens of a YAML text before it is composed: anchors, aliases
 * and tags with their exact places, and nesting that would exhaust the stack.
 * It runs on the flat token stream, so no input can make it deep or slow.
 */
import { Lexer } from 'yaml'

export interface Mark {
  readonly kind: 'anchor' | 'alias' | 'tag'
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface Lexemes {
  readonly marks: readonly Mark[]
  /** Where nesting first passes the limit. */
  readonly tooDeepAt?: number
}

/** Levels of lists and maps in one another: the language itself needs about eight. */
export const DEPTH_MAX = 64

const SCALAR_FOLLOWS = '\x1f'
/** Signs of the lexer that stand for no character of the text. */
const SIGNS: readonly string[] = ['\x02', '\x18', SCALAR_FOLLOWS]
const MARKS: Readonly<Record<string, Mark['kind']>> = { '&': 'anchor', '*': 'alias', '!': 'tag' }

export function scanLexemes(text: string): Lexemes {
  const marks: Mark[] = []
  let at = 0
  let scalar = false
  let flow = 0
  let line = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (SIGNS.includes(lexeme)) {
      scalar = lexeme === SCALAR_FOLLOWS
      continue
    }
    const end = at + lexeme.length
    if (!scalar) {
      const kind = MARKS[lexeme[0] ?? '']
      if (kind && lexeme !== '!') marks.push({ kind, text: lexeme, start: at, end })
      if (lexeme === '[' || lexeme === '{') flow += 1
      else if (lexeme === ']' || lexeme === '}') flow = Math.max(0, flow - 1)
      else if (lexeme === '-' || lexeme === '?') line += 1
      else if (lexeme.includes('\n')) line = 0
      if (flow > DEPTH_MAX || line > DEPTH_MAX) return { marks, tooDeepAt: at }
    }
    scalar = false
    at = end
  }
  return { marks }
}
