import type { NationCode } from '#shared/domain/people.ts'

/** Calendar months, or the 3 months of the cancer rules, of which there are two readings (see `readings.ts`). */
export type Limit = { readonly months: number } | 'three-months'

/**
 * One thing that a rule asks. "The end" is the last day of the year. "Diagnosed" is the most recent diagnosis that
 * counts for the register. "Done" is what the rule asks for, held on or after that diagnosis.
 */
export type Condition =
  /** Diagnosed earlier than so long before the end. */
  | { readonly diagnosed: 'before'; readonly months: number }
  /** Diagnosed later than so long before the end. */
  | { readonly diagnosed: 'after'; readonly limit: Limit }
  /** Done earlier than so long before the end (`before`), or on that day too (`by`). */
  | { readonly done: 'before' | 'by'; readonly months: number }
  /** Done within so long of the diagnosis, or of the letter that confirmed it. */
  | { readonly done: 'within'; readonly limit: Limit; readonly of: 'diagnosis' | 'confirmation' }
  | { readonly notDone: true }
  /** Two invitations at least so many days apart, both in so many months to the end. */
  | { readonly invited: 'twice'; readonly apartDays: number; readonly months: number }
  | { readonly said: 'declined' | 'unsuitable'; readonly months: number }
  /** Registered with the practice later than so long before the end. */
  | { readonly registered: 'after'; readonly limit: Limit }
  | { readonly all: readonly Condition[] }

/** A reason for which somebody is left out, with the rule set's own code for it where it has one. */
export interface Step {
  readonly code: string
  readonly words: string
  readonly when: Condition
}

/** How a rule stood in its years. */
export type RuleStatus = 'paid' | 'income-protected' | 'good-practice' | 'historic'

interface Dated {
  readonly code: string
  readonly version: string
  readonly nation: NationCode
  /** The financial years it was in force, by the year each begins; `null`: still. */
  readonly firstYear: number
  readonly lastYear: number | null
  readonly status: RuleStatus
  readonly label: string
  /** What it counts, in whole sentences. */
  readonly text: string
  readonly source: string
  /** What rests on memory and nobody has checked against the rule itself. */
  readonly unverified: readonly string[]
  /** `6 points, 50% to 90%`. */
  readonly worth: string | null
}

/** How many people are on the register. */
export interface RegisterRule extends Dated {
  readonly kind: 'register'
}

/** Of how many people something was done. */
export interface ShareRule extends Dated {
  readonly kind: 'share'
  readonly contact: 'support' | 'review'
  /** A review counts with a structured template only, where the reading says so. */
  readonly asksTemplate: boolean
  /** In the order in which they are tested; the first that holds gives the reason. Always out of the denominator. */
  readonly exclusions: readonly Step[]
  readonly numerator: Condition
  /** Personalised care adjustments, in order. Out of the denominator while the numerator is not met. */
  readonly adjustments: readonly Step[]
}

export type IndicatorRule = RegisterRule | ShareRule
