/** Where the sheet of the second coder of the shipped crises lies in the package. */
export const SECOND_SHEET = 'history/sheets/coder-b.csv'
