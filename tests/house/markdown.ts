/**
 * A page of the documentation as the docs test reads it: its links, the anchors
 * that its headings make, and its fenced blocks. Markdown's common part, no more.
 */

export interface Block {
  /** The word after the fence; empty when there is none. */
  readonly language: string
  readonly text: string
  /** Line of the opening fence, from 1. */
  readonly line: number
}

export interface Page {
  /** Targets as written, of inline, image and reference links. */
  readonly links: readonly { readonly target: string; readonly line: number }[]
  readonly anchors: ReadonlySet<string>
  readonly blocks: readonly Block[]
}

interface Line {
  readonly text: string
  readonly line: number
}

export function pageOf(text: string): Page {
  const { prose, blocks } = split(text)
  return { links: prose.flatMap(linksOf), anchors: anchorsOf(prose), blocks }
}

/** Fences split a page: what stands between them is a block, the rest is prose. */
function split(text: string): { readonly prose: readonly Line[]; readonly blocks: readonly Block[] } {
  const prose: Line[] = []
  const blocks: Block[] = []
  let open:
    | { readonly fence: string; readonly language: string; readonly line: number; readonly body: string[] }
    | undefined
  for (const [index, written] of text.split('\n').entries()) {
    const [, fence, info = ''] = /^\s*(```+|~~~+)(.*)$/.exec(written) ?? []
    if (open === undefined) {
      if (fence === undefined) prose.push({ text: written, line: index + 1 })
      else open = { fence, language: info.trim().split(/\s/)[0] ?? '', line: index + 1, body: [] }
    } else if (fence?.startsWith(open.fence) && info.trim() === '') {
      blocks.push({ language: open.language, text: open.body.join('\n'), line: open.line })
      open = undefined
    } else open.body.push(written)
  }
  if (open !== undefined) throw new Error(`the fence of line ${open.line} is never closed`)
  return { prose, blocks }
}

function linksOf({ text, line }: Line): readonly { readonly target: string; readonly line: number }[] {
  const plain = text.replace(/`[^`]*`/g, '')
  const inline = [...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)]
  const reference = [...plain.matchAll(/^\s*\[[^\]]+\]:\s*<?(\S+?)>?(\s|$)/g)]
  return [...inline, ...reference].map((match) => ({ target: match[1] ?? '', line }))
}

/** As GitHub makes them: lower case, punctuation gone, spaces to hyphens, a number after a repeated one. */
function anchorsOf(prose: readonly Line[]): ReadonlySet<string> {
  const anchors = new Set<string>()
  const seen = new Map<string, number>()
  for (const { text } of prose) {
    for (const match of text.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? '')
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(text)?.[1]
    if (heading === undefined) continue
    const slug = slugOf(heading)
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    anchors.add(times === 0 ? slug : `${slug}-${times}`)
  }
  return anchors
}

function slugOf(heading: string): string {
  const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/<[^>]*>/g, '')
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}
