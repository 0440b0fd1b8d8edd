/** What the pages show of a screen: every block after an `<!-- excerpt: … -->`, and the command that prints it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Excerpt {
  readonly page: string
  readonly argv: readonly string[]
  readonly lines: readonly string[]
}

/** Every page of the project that shows screens. */
export function pagesOf(root: string): readonly string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  return ['README.md', ...docs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name))]
}

/** Throws when an excerpt has no block. */
export function excerptsOf(root: string, page: string): readonly Excerpt[] {
  const text = readFileSync(join(root, page), 'utf8')
  const found = [...text.matchAll(/<!-- excerpt: (.+?) -->\n```text\n([\s\S]*?)```/g)]
  const named = [...text.matchAll(/<!-- excerpt:/g)].length
  if (found.length !== named) throw new Error(`${page}: an excerpt without its block`)
  return found.map(([, command = '', block = '']) => ({
    page,
    argv: command.split(' '),
    lines: block.trimEnd().split('\n'),
  }))
}
