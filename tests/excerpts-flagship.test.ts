/** The pages that show the flagship's verdicts show what the command prints; it plays for minutes, so it has a file of its own. */
import { expect, test } from 'vitest'
import { EXCERPTS, hold, isFlagship } from './house/excerpt-law.ts'

const FLAGSHIP = EXCERPTS.filter(isFlagship)

test('the first page of all shows them', () => {
  expect(FLAGSHIP.map(({ page }) => page)).toContain('README.md')
})

hold(FLAGSHIP)
