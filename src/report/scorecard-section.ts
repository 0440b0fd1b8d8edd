/** What a scorecard is laid out in: titles, paragraphs and tables, before anything knows of a screen or a page. */

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface Section {
  readonly title: string
  /** Paragraphs before the tables. */
  readonly says: readonly string[]
  readonly tables: readonly Table[]
  /** Paragraphs after them. */
  readonly notes?: readonly string[]
}
