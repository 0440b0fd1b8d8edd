/** Formulas of the pages, parsed strictly: what this renderer refuses, others may refuse in print. */
import temml from 'temml'

/** What is wrong with a formula, in one line; nothing where it can be set. */
export function mathFaults(tex: string): readonly string[] {
  try {
    temml.renderToString(tex, { displayMode: true, throwOnError: true, strict: true })
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
