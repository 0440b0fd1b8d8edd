/** A study of a table as JSON, with the mapping of columns that it used. */
import type { Study } from '../history/table/study.ts'
import type { Task } from '../history/table/tasks.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'

export function tableJson(study: Study, task: Task, options: JsonOptions): Json {
  const { channels, level, outcome, conflict, folds, mapping, outside } = task
  return {
    ...envelope('history-table', options),
    study: toJson(study),
    with: toJson({
      outcome,
      conflict,
      channels,
      level,
      ...(folds === undefined ? {} : { folds }),
      outside,
      mapping,
    }),
  }
}
