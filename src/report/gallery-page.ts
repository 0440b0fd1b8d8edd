/**
 * The gallery: every scenario that is shipped, with what it asks, how its verdicts add up and its picture. What is
 * asked and the verdicts are quoted from the scenario's own page, where a test holds them to the command.
 */
import { NOBODY } from './picture-words.ts'

export interface Exhibit {
  /** Name of the folder under `scenarios/`. */
  readonly id: string
  readonly title: string
  /** The text of `docs/scenarios/ID.md`. */
  readonly page: string
  /** False where nobody may support a belligerent, so that a picture would be empty. */
  readonly isDrawn: boolean
}

export function galleryPage(exhibits: readonly Exhibit[]): string {
  return [
    '# Gallery',
    '',
    'Generated from the scenarios and their pages; do not edit. Each picture is what `foedus picture` draws: in what',
    'share of playouts each belligerent is given what, day by day. It shows no verdict; what an assessment says of the',
    'crisis, and whether that holds, stands on the page of the scenario.',
    '',
    ...exhibits.flatMap(exhibit),
  ].join('\n')
}

function exhibit({ id, title, page, isDrawn }: Exhibit): string[] {
  const file = `docs/scenarios/${id}.md`
  return [
    `## ${title}`,
    '',
    `${questionOf(page, file)} [More](scenarios/${id}.md)`,
    '',
    `<!-- excerpt: check scenarios/${id} -->`,
    '```text',
    ...summaryOf(page, { id, file }),
    '```',
    '',
    isDrawn ? `![Who is given what, day by day: ${title}](gallery/${id}.svg)` : `No picture: ${NOBODY}.`,
    '',
  ]
}

const ASKED = /^\*\*What is asked\.\*\* (.*)$/m

/** What is asked, up to its first question mark, without links. */
function questionOf(page: string, file: string): string {
  const asked = ASKED.exec(page)?.[1] ?? ''
  const question = /^[^?]*\?/.exec(asked)?.[0]
  if (question === undefined) throw new Error(`${file} has no paragraph "**What is asked.** …?"`)
  return question.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}

/** After the head: a blank line, dots for what is left out, or the end of the block. */
const ENDS: readonly string[] = ['', '…', '```']

/** The head of the screen of `foedus check`: title, what was played, how the verdicts add up. */
function summaryOf(page: string, { id, file }: { readonly id: string; readonly file: string }): string[] {
  const block = page.split(`<!-- excerpt: check scenarios/${id} -->\n\`\`\`text\n`)[1]
  const lines = block?.split('\n') ?? []
  const end = lines.findIndex((line) => ENDS.includes(line.trim()))
  if (end < 1) throw new Error(`${file} shows no excerpt of: check scenarios/${id}`)
  return lines.slice(0, end)
}
