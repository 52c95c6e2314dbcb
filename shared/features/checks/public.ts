/** What other features may use of the checks. */
export type { CheckEpisode, CheckEvent, CheckFacts, CheckPerson, Severity } from './facts.ts'
export { CHECK_RULES, checkRuleOf, type Finding, findingsOf } from './rules/all-rules.ts'
