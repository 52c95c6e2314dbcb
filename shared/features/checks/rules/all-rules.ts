import type { CheckFacts, CheckRule, Found, Severity, SubjectTable } from '../facts.ts'
import { known } from './dates.ts'
import { DIAGNOSIS_DATE_RULES, TYPES_BY_DIAGNOSIS } from './diagnosis-dates.ts'
import { EVENT_RULES, TYPES_TOGETHER } from './event-rules.ts'
import { KIND_RULES } from './kind-rules.ts'
import { PERSON_RULES } from './person-rules.ts'
import { SIDE_RULES } from './side-rules.ts'
import { SITE_RULES } from './site-rules.ts'
import { STAGE_RULES } from './stage-rules.ts'

/** Every rule, in the order in which a form asks. */
export const CHECK_RULES: readonly CheckRule[] = [
  ...PERSON_RULES,
  ...SITE_RULES,
  ...SIDE_RULES,
  ...STAGE_RULES,
  ...KIND_RULES,
  ...DIAGNOSIS_DATE_RULES,
  ...EVENT_RULES,
]

const BY_CODE = new Map(CHECK_RULES.map((rule) => [rule.code, rule]))

/** The rule of a code, or undefined for one that is gone. */
export const checkRuleOf = (code: string): CheckRule | undefined => BY_CODE.get(code)

/** Something that a rule questions about one row. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly table: SubjectTable
  readonly subjectId: string
  readonly words: string
  /** The values that it rests on, as one text: equal while none of them has changed. */
  readonly fingerprint: string
  /** The last day on which it holds; null for good. */
  readonly until: string | null
}

const findingOf = ({ code, severity, version }: CheckRule, found: Found): Finding => ({
  rule: code,
  severity,
  table: found.table,
  subjectId: found.id,
  words: found.words,
  fingerprint: JSON.stringify([version, ...found.restsOn]),
  until: found.until ?? null,
})

const TYPES_LOOKED_FOR: ReadonlySet<string> = new Set([...TYPES_BY_DIAGNOSIS, ...TYPES_TOGETHER])

/** What every rule finds about one person. Clean records give the same empty list. */
export const findingsOf = (facts: CheckFacts): readonly Finding[] => {
  const all = known(facts, TYPES_LOOKED_FOR)
  let findings: Finding[] | null = null
  for (const rule of CHECK_RULES) {
    for (const found of rule.find(all)) (findings ??= []).push(findingOf(rule, found))
  }
  return findings ?? NO_FINDINGS
}

const NO_FINDINGS: readonly Finding[] = []
