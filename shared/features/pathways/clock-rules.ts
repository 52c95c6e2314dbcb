import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, type NationCode, NATIONS } from '#shared/domain/people.ts'
import type { ClockDays, ClockPeriod } from './clock-setting.ts'
import { ADJUSTED_CLOCKS, type AdjustmentReason, type ClockCode } from './schema.ts'

/** How many days a clock allows by itself, for what share of people, and how sure we are of it. */
export interface ClockStandard {
  readonly days: number
  /** Per cent of those whose clock ended that are to be within it. null: not known to us. */
  readonly target: number | null
  /** Read in the guidance itself. false: a default from memory, which the practice may change. */
  readonly verified: boolean
  readonly source: string
}

/** What holds for a clock that started on some day. */
export interface ClockAllowance extends Pick<ClockStandard, 'days' | 'target' | 'verified'> {
  /** Printed beside every figure. */
  readonly version: string
  /** The short form for crowded places, after the days: `v12.1`. */
  readonly shortVersion: string
  /** The practice's own choice that it goes by; null: the default. */
  readonly chosen: ClockPeriod | null
}

export interface ClockRules {
  readonly nation: NationCode
  readonly version: string
  readonly shortVersion: string
  /** The clocks that the nation counts, as they are where nobody chose otherwise. */
  readonly standards: Readonly<Partial<Record<ClockCode, ClockStandard>>>
  /** What the practice chose for this nation, by the first day of each choice. */
  readonly periods: readonly ClockPeriod[]
  /** The reasons for which days may be taken off. */
  readonly adjustments: readonly AdjustmentReason[]
}

type NationRules = Omit<ClockRules, 'periods'>

const GUIDANCE = 'CWT guidance v12.1, July 2025'

/** England since 1 October 2023, when ten standards became three. Day 0 is the day of receipt; the last day is within. */
const ENGLAND: NationRules = {
  nation: 'england',
  version: GUIDANCE,
  shortVersion: 'v12.1',
  standards: {
    told_28: { days: 28, target: 75, verified: true, source: `${GUIDANCE}; 80% asked for by March 2026` },
    treated_31: { days: 31, target: 96, verified: true, source: GUIDANCE },
    treated_62: { days: 62, target: 85, verified: true, source: `${GUIDANCE}; 75% asked for by March 2026` },
  },
  adjustments: ['first_appointment_missed', 'reasonable_offer_declined'],
}

const fromMemory = (days: number, target: number | null, more = ''): ClockStandard => ({
  days,
  target,
  verified: false,
  source: `Written from memory, not read in the nation’s guidance.${more}`,
})

const uncheckedRules = (nation: NationCode): Pick<NationRules, 'nation' | 'version' | 'shortVersion'> => ({
  nation,
  version: `${labelOf(NATIONS, nation)}, default not checked against guidance`,
  shortVersion: 'not checked',
})

/** Scotland: 62 and 31 days. Wales: one suspected cancer pathway of 62 days, nothing taken off. Northern Ireland: 14, 31 and 62. */
const RULES: Readonly<Record<NationCode, NationRules>> = {
  england: ENGLAND,
  scotland: {
    ...uncheckedRules('scotland'),
    standards: { treated_31: fromMemory(31, 95), treated_62: fromMemory(62, 95) },
    adjustments: ENGLAND.adjustments,
  },
  wales: {
    ...uncheckedRules('wales'),
    standards: {
      treated_62: fromMemory(
        62,
        75,
        ' Wales counts from the point of suspicion; here it counts from the receipt. Nothing is taken off.',
      ),
    },
    adjustments: [],
  },
  'northern-ireland': {
    ...uncheckedRules('northern-ireland'),
    standards: {
      seen_14: fromMemory(14, null, ' For referrals of suspected breast cancer and breast symptoms.'),
      treated_31: fromMemory(31, 98),
      treated_62: fromMemory(62, 95),
    },
    adjustments: ENGLAND.adjustments,
  },
}

/**
 * The rules that count for a practice of a nation.
 * @param periods what the practice chose, of whichever nation it was then, in the order of their first days.
 */
export const clockRulesFor = (nation: NationCode, periods: readonly ClockPeriod[] = []): ClockRules => ({
  ...RULES[nation],
  periods: periods.filter((period) => period.nation === nation),
})

/** Every clock that some nation counts: worked-out rows go by these, and a list takes those of its own nation. */
export const EVERY_CLOCK: ClockRules = {
  ...clockRulesFor('england'),
  standards: { ...RULES['northern-ireland'].standards, ...ENGLAND.standards },
}

/**
 * What a clock allows that started on a day: a choice holds for the clocks that start from its own first day.
 * @returns null where the nation does not count this clock.
 */
export const allowanceFor = (rules: ClockRules, code: ClockCode, start: IsoDate): ClockAllowance | null => {
  const standard = rules.standards[code]
  if (standard === undefined) return null
  const { days, target, verified } = standard
  const period = rules.periods.findLast(({ from, clocks }) => from <= start && clocks[code] !== undefined)
  if (period === undefined)
    return { days, target, verified, version: rules.version, shortVersion: rules.shortVersion, chosen: null }
  return {
    days,
    target,
    ...period.clocks[code],
    verified,
    version: `${labelOf(NATIONS, rules.nation)}, own days from ${formatIsoDate(period.from)}`,
    shortVersion: 'own days',
    chosen: period,
  }
}

/** Days and target of every clock of the nation, as they hold for clocks that start on a day. */
export const clocksInForce = (rules: ClockRules, start: IsoDate): ClockDays =>
  Object.fromEntries(
    ADJUSTED_CLOCKS.flatMap((code) => {
      const allowance = allowanceFor(rules, code, start)
      return allowance === null ? [] : [[code, { days: allowance.days, target: allowance.target }]]
    }),
  )

/** The clocks that the practice may change: those that nobody has read in guidance. */
export const changeableClocks = ({ standards }: ClockRules): ClockCode[] =>
  ADJUSTED_CLOCKS.filter((code) => standards[code]?.verified === false)
