/** A coding sheet as JSON: what is empty on the sheet is left out. */
import { type Coding, VARIABLES } from '../history/sheet/sheet.ts'
import { envelope, type Json, type JsonOptions } from './json.ts'

export function sheetJson(codings: readonly Coding[], options: JsonOptions): Json {
  return { ...envelope('sheet', options), rows: codings.map(codingJson) }
}

function codingJson({ of, supporter, recipient, values, confidence, unsure, note }: Coding): Json {
  const said = VARIABLES.flatMap(({ id, group }): [string, Json][] => {
    const value = values.get(id)
    return value === undefined ? [] : [[id, group === 'promises' ? value === 1 : value]]
  })
  return {
    case: of,
    supporter,
    recipient,
    ...Object.fromEntries(said),
    ...(confidence === undefined ? {} : { confidence }),
    ...(unsure.size === 0 ? {} : { unsure: [...unsure] }),
    ...(note === undefined ? {} : { note }),
  }
}
