/** The published schema is the one that checks: written by `UPDATE=1 npx vitest run tests/scenario/schema.test.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenarioSchema } from '../../src/scenario/schema.ts'
import { BRIDGE } from './bridge.ts'
import { FORCES } from './forces.ts'
import { STRAIT } from './strait.ts'

const ROOT = join(import.meta.dirname, '../..')
const FILE = join(ROOT, 'schema/foedus-1.json')

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema | readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly description?: string
  readonly definitions?: Readonly<Record<string, Schema>>
}

const schema = scenarioSchema() as Schema

test('schema/foedus-1.json is what the shapes say', () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`
  if (process.env['UPDATE'] === '1') writeFileSync(FILE, text)
  expect(readFileSync(FILE, 'utf8')).toBe(text)
})

/** As much of a validator as this schema needs; what it does not know, it refuses. */
function accepts(rule: Schema, value: unknown): boolean {
  if (rule.$ref !== undefined)
    return accepts(schema.definitions?.[rule.$ref.replace('#/definitions/', '')] ?? { enum: [] }, value)
  if (rule.allOf && !rule.allOf.every((part) => accepts(part, value))) return false
  if (rule.anyOf && !rule.anyOf.some((part) => accepts(part, value))) return false
  if ('const' in rule && rule.const !== value) return false
  if (rule.enum && !rule.enum.includes(value)) return false
  if (rule.type === undefined) return true
  if (typeof rule.type !== 'string') return rule.type.some((type) => accepts({ ...rule, type }, value))
  if (rule.type === 'string')
    return typeof value === 'string' && (rule.pattern === undefined || new RegExp(rule.pattern).test(value))
  if (rule.type === 'number' || rule.type === 'integer')
    return (
      typeof value === 'number' && value >= (rule.minimum ?? -Infinity) && value <= (rule.maximum ?? Infinity)
    )
  if (rule.type === 'boolean') return typeof value === 'boolean'
  if (rule.type === 'array') return Array.isArray(value) && acceptsItems(rule, value)
  if (rule.type !== 'object' || typeof value !== 'object' || value === null || Array.isArray(value))
    return false
  const entries = Object.entries(value)
  return (
    (rule.required ?? []).every((key) => key in value) &&
    entries.every(([key, inner]) => {
      const own = rule.properties?.[key] ?? rule.additionalProperties ?? true
      return typeof own === 'boolean' ? own : accepts(own, inner)
    })
  )
}

function acceptsItems(rule: Schema, value: readonly unknown[]): boolean {
  const { items } = rule
  if (items === undefined) return true
  if (!Array.isArray(items)) return value.every((item) => accepts(items as Schema, item))
  return (
    value.length >= items.length &&
    value.every((item, index) => accepts((items[index] ?? { enum: [] }) as Schema, item))
  )
}

test('the schema takes every shipped file and refuses a misspelt key', () => {
  expect(accepts(schema, parse(BRIDGE))).toBe(true)
  expect(accepts(schema, parse(STRAIT))).toBe(true)
  expect(accepts(schema, parse(FORCES))).toBe(true)
  const scenarios = readdirSync(join(ROOT, 'scenarios')).map((name) => join('scenarios', name))
  for (const folder of ['theory', ...scenarios]) {
    for (const name of readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.yaml'))) {
      expect([name, accepts(schema, parse(readFileSync(join(ROOT, folder, name), 'utf8')))]).toEqual([
        name,
        true,
      ])
    }
  }
  expect(accepts(schema, parse(BRIDGE.replace('alignment:', 'aligment:')))).toBe(false)
  expect(accepts(schema, parse(BRIDGE.replace('kind: state', 'kind: stat')))).toBe(false)
  for (const [right, wrong] of [
    ['repair:', 'repare:'],
    ['mode: road', 'mode: rood'],
    ['cargo: food', 'cargo: wine'],
    ['strikes:', 'strike:'],
    ['level: 2', 'level: 4'],
    ['discount:', 'discont:'],
    ['legal: [borduria]', 'law: [borduria]'],
  ] as const) {
    expect([wrong, accepts(schema, parse(STRAIT.replace(right, wrong)))]).toEqual([wrong, false])
  }
  for (const [right, wrong] of [
    ['    missile:', '    missle:'],
    ['{ stock: 400, ', '{ '],
    ['regionalMandate:', 'mandate:'],
    ['pressure:', 'presure:'],
    ['  deterrence:', '  deterence:'],
    ['graded: 50 %', 'grade: 50 %'],
  ] as const) {
    expect([wrong, accepts(schema, parse(FORCES.replace(right, wrong)))]).toEqual([wrong, false])
  }
})

test('every field of every noun says what it is for', () => {
  const silent: string[] = []
  const visit = (rule: Schema, path: string): void => {
    for (const [key, inner] of Object.entries(rule.properties ?? {})) {
      if (inner.description === undefined && inner.$ref === undefined) silent.push(`${path}.${key}`)
      visit(inner, `${path}.${key}`)
    }
    if (typeof rule.additionalProperties === 'object') visit(rule.additionalProperties, `${path}.*`)
    if (rule.items && !Array.isArray(rule.items)) visit(rule.items as Schema, `${path}[]`)
    for (const part of rule.anyOf ?? []) visit(part, path)
  }
  visit(schema, '')
  for (const [name, rule] of Object.entries(schema.definitions ?? {})) visit(rule, name)
  expect(silent).toEqual([])
})
