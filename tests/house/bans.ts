/**
 * What code may not say, where, and what to say instead. A ban finds a use of a
 * name as a value or an operator; a field of the same name is no use of it.
 */
import ts from 'typescript'
import { importsOf, nodesOf, placeOf } from './source.ts'
import type { Source } from './source.ts'

export interface Ban {
  readonly finds: (node: ts.Node) => boolean
  readonly what: string
  readonly instead: string
}

const PASSED_IN = 'a port passed in by the caller'

/** Pure folders touch no chance, no clock and no machine. */
export const IMPURE: readonly Ban[] = [
  { finds: member('Math', ['random']), what: 'Math.random', instead: 'a stream from base/stream.ts' },
  { finds: member('Date', ['now']), what: 'Date.now', instead: 'a clock passed in by the caller' },
  { finds: clockRead, what: 'the date of today', instead: 'a date passed in by the caller' },
  ...['process', 'console', 'performance', 'globalThis', 'WebAssembly', 'require', 'fetch', 'setTimeout'].map(
    (name) => ({
      finds: value(name),
      what: name,
      instead: PASSED_IN,
    }),
  ),
  { finds: nodeModule, what: 'a module of Node', instead: PASSED_IN },
]

const FORBIDDEN_MATH = [
  'exp',
  'log',
  'log2',
  'log10',
  'log1p',
  'expm1',
  'pow',
  'sin',
  'cos',
  'tan',
  'cbrt',
  'hypot',
]

/** Where bits count, nothing may differ between two machines: no library function that the language leaves open. */
export const INEXACT: readonly Ban[] = [
  {
    finds: member('Math', FORBIDDEN_MATH),
    what: 'a Math function that rounds as it likes',
    instead: 'base/elementary.ts',
  },
  {
    finds: mathAsValue,
    what: 'Math under another name',
    instead: 'its functions by name, or base/elementary.ts',
  },
  { finds: power, what: '**', instead: 'multiplication, or base/elementary.ts' },
]

/** Text never becomes code, anywhere. */
export const EVALUATING: readonly Ban[] = [
  { finds: value('eval'), what: 'eval', instead: 'the interpreter of formula/' },
  { finds: value('Function'), what: 'new Function', instead: 'the interpreter of formula/' },
]

/** The machine belongs to one file. */
export const PROCESS: readonly Ban[] = [
  { finds: value('process'), what: 'process', instead: 'what src/cli/main.ts passes in' },
  { finds: importing(/^(node:)?process$/), what: 'node:process', instead: 'what src/cli/main.ts passes in' },
]

export function banFaults(source: Source, bans: readonly Ban[]): readonly string[] {
  return nodesOf(source).flatMap((node) =>
    bans
      .filter((ban) => ban.finds(node))
      .map((ban) => `${placeOf(source, node)}: ${ban.what} is banned here, use ${ban.instead}`),
  )
}

function value(name: string): (node: ts.Node) => boolean {
  return (node) => ts.isIdentifier(node) && node.text === name && isRead(node)
}

function member(object: string, names: readonly string[]): (node: ts.Node) => boolean {
  return (node) =>
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === object &&
    names.includes(node.name.text)
}

function clockRead(node: ts.Node): boolean {
  const isDate = (callee: ts.Expression): boolean => ts.isIdentifier(callee) && callee.text === 'Date'
  if (ts.isNewExpression(node)) return isDate(node.expression) && (node.arguments ?? []).length === 0
  return ts.isCallExpression(node) && isDate(node.expression)
}

/** `const { exp } = Math` and `Math['exp']` would slip past a search for `Math.exp`. */
function mathAsValue(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || node.text !== 'Math' || !isRead(node)) return false
  return !(ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node)
}

function power(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
    node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
  )
}

function nodeModule(node: ts.Node): boolean {
  return importing(/^node:/)(node)
}

function importing(pattern: RegExp): (node: ts.Node) => boolean {
  return (node) =>
    ts.isStringLiteral(node) &&
    pattern.test(node.text) &&
    importsOf({ path: '', text: '', tree: node.getSourceFile() }).some((entry) => entry.node === node.parent)
}

/** A name that stands for a value: not a field's name, nor the name that a declaration gives, nor a type. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isTypeReferenceNode(parent))
    return false
  if (ts.isBindingElement(parent)) return parent.initializer === node
  const isNamed = 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent)
  return !isNamed
}
