/** What makes a claim uncertain, in words: chance, the assumptions, the rival rules, and how it comes out under each. */
import type { FormSplit, RuleSplit, Split } from '../judge/split.ts'
import { earnedText } from './earned-text.ts'
import { estimateText } from './number-text.ts'
import { percentTexts } from './percents.ts'
import { formText, ruleName } from './rule-text.ts'
import { spaced } from './names.ts'

/** A line for the parts, and one for each rule. */
export function splitTexts({ chance, parameters, rules, rulesTold, byRule }: Split): readonly string[] {
  const [luck, assumed, ruled] = percentTexts([chance, parameters, rules])
  return [
    `what makes it uncertain: chance ${luck}, the assumptions ${assumed}, rival rules of the theory ${rulesTold ? ruled : UNTOLD}`,
    ...byRule.map(
      (rule) => `${nameOf(rule)}: ${rule.forms.flatMap((form, at) => plainly(rule, form, at)).join(', ')}`,
    ),
  ]
}

/** A share of nothing would say that the rules do nothing. */
const UNTOLD = 'not told from chance at this size'

/** `the rival rules decide: deterrence none 0.72 (would hold), strong 0.31 (would fail)`; '' where they do not. */
export function decidingText(split: Split | undefined): string {
  const rules = (split?.byRule ?? []).filter(({ decides }) => decides)
  if (rules.length === 0) return ''
  // Of words nothing need be said where the verdict itself hangs on the rule.
  const turning = rules.filter(isTurning)
  const told = turning.length > 0 ? turning : rules
  const texts = told.map((rule) => {
    const forms = rule.forms.flatMap((form, at) =>
      plainly(rule, form, at).map(
        (text) => `${text} (${turning.length > 0 ? sideText(form) : wordText(form)})`,
      ),
    )
    return `${nameOf(rule)} ${forms.join(', ')}`
  })
  return `the rival rules decide${turning.length > 0 ? '' : ' the word'}: ${texts.join('; ')}`
}

/** What was asserted holds under one form and fails under another. */
function isTurning({ forms }: RuleSplit): boolean {
  return new Set(forms.flatMap(({ inside }) => (inside === undefined ? [] : [inside]))).size > 1
}

function nameOf({ rule }: RuleSplit): string {
  return spaced(ruleName(rule))
}

/** `strong 0.31`; nothing for a form that no draw had in force. */
function plainly({ rule }: RuleSplit, { p, interval }: FormSplit, form: number): readonly string[] {
  if (p === undefined || interval === undefined) return []
  return [`${formText(rule, form)} ${estimateText(p, interval).split(' ')[0]}`]
}

function sideText({ inside }: FormSplit): string {
  return inside ? 'would hold' : 'would fail'
}

function wordText({ earned }: FormSplit): string {
  return earned === undefined ? '' : earnedText(earned)
}
