import type { NationCode } from '#shared/domain/people.ts'
import type { AdjustmentReason, ClockCode } from './schema.ts'

/** How many days a clock allows, and how sure we are of it. */
export interface ClockAllowance {
  readonly days: number
  /** Read in the guidance itself. false: a default from memory that this nation's guidance has to confirm. */
  readonly verified: boolean
}

export interface ClockRules {
  readonly nation: NationCode
  /** Printed beside every figure. */
  readonly version: string
  /** The short form for crowded places: `62-day v12.1`. */
  readonly shortVersion: string
  readonly allows: Readonly<Partial<Record<ClockCode, ClockAllowance>>>
  /** The reasons for which days may be taken off. */
  readonly adjustments: readonly AdjustmentReason[]
}

/** England since 1 October 2023, when ten standards became three. Day 0 is the day of receipt; the last day is within. */
const ENGLAND: ClockRules = {
  nation: 'england',
  version: 'CWT guidance v12.1, July 2025',
  shortVersion: 'v12.1',
  allows: {
    told_28: { days: 28, verified: true },
    treated_31: { days: 31, verified: true },
    treated_62: { days: 62, verified: true },
  },
  adjustments: ['first_appointment_missed', 'reasonable_offer_declined'],
}

const fromMemory = (days: number): ClockAllowance => ({ days, verified: false })

/** Scotland: 62 and 31 days. Wales: one suspected cancer pathway of 62 days, nothing taken off. Northern Ireland: 31 and 62. */
const RULES: Readonly<Record<NationCode, ClockRules>> = {
  england: ENGLAND,
  scotland: {
    nation: 'scotland',
    version: 'Scotland, default not checked against guidance',
    shortVersion: 'not checked',
    allows: { treated_31: fromMemory(31), treated_62: fromMemory(62) },
    adjustments: ENGLAND.adjustments,
  },
  wales: {
    nation: 'wales',
    version: 'Wales, default not checked against guidance',
    shortVersion: 'not checked',
    allows: { treated_62: fromMemory(62) },
    adjustments: [],
  },
  'northern-ireland': {
    nation: 'northern-ireland',
    version: 'Northern Ireland, default not checked against guidance',
    shortVersion: 'not checked',
    allows: { treated_31: fromMemory(31), treated_62: fromMemory(62) },
    adjustments: ENGLAND.adjustments,
  },
}

/** The rules that count for a practice of a nation. */
export const clockRulesFor = (nation: NationCode): ClockRules => RULES[nation]
