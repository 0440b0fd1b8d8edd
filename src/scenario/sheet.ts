/** The files as they come, turned into parsed sheets and the prose; what cannot be read at all is told here. */
import type { Fault, Span } from '../base/fault.ts'
import { firstSteering } from '../base/steering.ts'
import type { Layer, Sheet } from './entry.ts'
import { addAll, byText, fault } from './fault-list.ts'
import type { Node } from './node.ts'
import { parseYaml } from './parse.ts'
import { decodeFile } from './text-file.ts'
import type { TextFile } from './text-file.ts'

export interface Sheets {
  readonly sheets: readonly Sheet[]
  /** Markdown files, by path. */
  readonly prose: ReadonlyMap<string, string>
  /** False when some file could not be read to its end: then a name that is nowhere may stand there. */
  readonly whole: boolean
}

export function readSheets(files: readonly TextFile[], layer: Layer, faults: Fault[]): Sheets {
  const sheets: Sheet[] = []
  const prose = new Map<string, string>()
  let whole = true
  for (const file of [...files].sort((a, b) => byText(a.path, b.path))) {
    const decoded = decodeFile(file)
    if (decoded.kind === 'fault') {
      faults.push(decoded.fault)
      whole = false
      continue
    }
    const { text } = decoded
    if (file.path.endsWith('.md')) {
      const at = firstSteering(text)
      if (at >= 0) faults.push(steering({ file: file.path, start: at, end: at + 1 }))
      prose.set(file.path, text)
      continue
    }
    const parsed = layer === 'theory' ? parsedOnce(file.path, text) : parseSheet(file.path, text)
    addAll(faults, parsed.faults)
    const { root, brokenAt } = parsed
    if (!root || brokenAt !== undefined) whole = false
    if (root && root.kind !== 'map' && root.kind !== 'broken' && brokenAt === undefined) {
      whole = false
      const span = {
        file: file.path,
        start: root.span.start,
        end: Math.min(root.span.end, root.span.start + 1),
      }
      faults.push(
        fault('wrong-type', span, {
          says: 'a scenario file is a map from nouns to entries',
          expected: 'a map that begins with foedus: 1',
        }),
      )
    }
    sheets.push({
      path: file.path,
      text,
      layer,
      ...(root ? { root } : {}),
      ...(brokenAt === undefined ? {} : { brokenAt }),
    })
  }
  return { sheets, prose, whole }
}

function parseSheet(path: string, text: string): ReturnType<typeof parseYaml> {
  const parsed = parseYaml(path, text)
  const { root, faults } = parsed
  return root ? { ...parsed, faults: [...faults, ...steeringFaults(root)] } : parsed
}

/** What was last read under a path of the theory, which lies beneath every scenario of a process. */
const known = new Map<string, { readonly text: string; readonly parsed: ReturnType<typeof parseYaml> }>()

function parsedOnce(path: string, text: string): ReturnType<typeof parseYaml> {
  const before = known.get(path)
  if (before?.text === text) return before.parsed
  const parsed = parseSheet(path, text)
  known.set(path, { text, parsed })
  return parsed
}

/** An escape such as "\\x1b" in quotes gives characters that the file itself does not hold. */
export function steeringFaults(node: Node): Fault[] {
  switch (node.kind) {
    case 'scalar':
      return firstSteering(node.text) < 0 ? [] : [steering(node.span)]
    case 'list':
      return node.items.flatMap(steeringFaults)
    case 'map':
      return [...node.entries.values()].flatMap((entry) => steeringFaults(entry.node))
    case 'broken':
      return []
  }
}

function steering(span: Span): Fault {
  return fault(
    'control-character',
    span,
    'a text may hold no control or direction character: it would steer the screen',
  )
}
