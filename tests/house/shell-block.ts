/**
 * The commands of a fenced shell block, each with the exit code that the page
 * promises. A `sh` block holds commands only; in a `console` block a command
 * follows `$ ` and the rest is what it printed.
 */
import type { Block } from './markdown.ts'

export interface Command {
  /** The line as a shell would get it, without its comment. */
  readonly line: string
  /** From `# exit N` at the end of the line; 0 unless stated. */
  readonly exit: number
  /** foedus: run it. script: a script of package.json. setup: what comes before. unknown: cannot be proved. */
  readonly kind: 'foedus' | 'script' | 'setup' | 'unknown'
  /** Line in the page, from 1. */
  readonly at: number
}

const KINDS: readonly (readonly [RegExp, Command['kind']])[] = [
  [/^(npx )?foedus( |$)/, 'foedus'],
  [/^node dist\/cli\/main\.js( |$)/, 'foedus'],
  [/^npm (start|test|run [\w:-]+)( |$)/, 'script'],
  [/^(git clone|cd|npm (ci|install|i)) ?/, 'setup'],
]

export function commandsOf(block: Block): readonly Command[] {
  const commands: Command[] = []
  let held = ''
  for (const [index, written] of block.text.split('\n').entries()) {
    if (held === '' && block.language === 'console' && !written.startsWith('$ ')) continue
    const line = held + (held === '' && block.language === 'console' ? written.slice(2) : written.trim())
    held = line.endsWith('\\') ? line.slice(0, -1) : ''
    if (held === '' && line !== '' && !line.startsWith('#'))
      commands.push(commandOf(line, block.line + 1 + index))
  }
  return commands
}

/** The script that `npm start`, `npm test` or `npm run x` names. */
export function scriptOf({ line }: Command): string {
  const [, first = '', second = ''] = line.split(/\s+/)
  return first === 'run' ? second : first
}

function commandOf(line: string, at: number): Command {
  const bare = line.replace(/\s+#.*$/, '').trim()
  const exit = /#.*\bexit (\d+)/.exec(line)?.[1]
  const kind = KINDS.find(([pattern]) => pattern.test(bare))?.[1] ?? 'unknown'
  return { line: bare, exit: Number(exit ?? 0), kind, at }
}
