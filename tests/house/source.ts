/**
 * The text of the project as the law of the house reads it: each file with its
 * syntax tree, so that a word in a comment or a string is never taken for code.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
}

/** Made or fetched, never written by hand; not part of the project's text. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'dist-bench', '.cache'])

export function sourceOf(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
}

/** Every code file under the folders, sorted. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  return filesOf(root)
    .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')))
}

/** Every file of the project, from the root, sorted. */
export function filesOf(root: string, folder = ''): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    ({ name }) => !NOT_OURS.has(name),
  )
  return entries
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesOf(root, path) : [path]
    })
    .sort()
}

/** `base` of `src/base/fault.ts`; nothing for a file that stands directly in src/. */
export function folderOf(path: string): string | undefined {
  const parts = path.split('/')
  return parts[0] === 'src' && parts.length > 2 ? parts[1] : undefined
}

/** What the file imports, re-exports or loads: the written specifier and where it stands. */
export function importsOf(source: Source): readonly { readonly specifier: string; readonly node: ts.Node }[] {
  return nodesOf(source).flatMap((node) => {
    const named = moduleNameOf(node)
    return named !== undefined && ts.isStringLiteralLike(named) ? [{ specifier: named.text, node }] : []
  })
}

export function nodesOf(source: Source): readonly ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source.tree, visit)
  return nodes
}

/** `src/base/fault.ts:12` */
export function placeOf(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1}`
}

function moduleNameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0]
  return undefined
}
