/** The JSON Schema of a scenario file, made from the very shapes that check it, for editors to complete and explain. */
import * as z from 'zod'
import { documentShape } from './document.ts'

/** Draft 7, which editors' YAML support reads. */
export function scenarioSchema(): object {
  const schema = z.toJSONSchema(documentShape, { target: 'draft-7', io: 'input', unrepresentable: 'any' })
  return { ...schema, title: 'Foedus scenario, version 1' }
}
