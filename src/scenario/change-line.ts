/** A change in one line: its name on screens, and the key under which its world is found. */
import type { ChangeRead } from './do.ts'
import type { Node } from './node.ts'

/** One line, in the order as written: `ties.russia-iran.stake = 0.9; without north-korea`. */
export function changeLine({ patches, settings, without }: ChangeRead): string {
  return [
    ...patches.map(({ path }) => `patch ${path}`),
    ...settings.map(({ path, value }) => `${path} = ${inline(value)}`),
    ...without.map(({ name }) => `without ${plainly(name)}`),
  ].join('; ')
}

/** What could be taken for the joints of the line stands in quotes, so that two changes never read the same. */
function plainly(text: string): string {
  return /[;,=:[\]{}"]/.test(text) ? JSON.stringify(text) : text
}

function inline(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return node.plain ? plainly(node.text) : JSON.stringify(node.text)
    case 'list':
      return `[${node.items.map(inline).join(', ')}]`
    case 'map':
      return `{ ${[...node.entries.values()].map(({ key, node: value }) => `${plainly(key)}: ${inline(value)}`).join(', ')} }`
    case 'broken':
      return ''
  }
}
