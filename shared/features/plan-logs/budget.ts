import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { PlanYear } from '#shared/features/plan/schema.ts'
import { planQuarters, planYear } from '#shared/features/plan/public.ts'
import type { Funding, Session } from './schema.ts'

/** Sums of quarter hours come out whole. */
const sum = (sessions: readonly Pick<Session, 'hours'>[]): number =>
  sessions.reduce((total, { hours }) => total + hours, 0)

const within =
  ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }) =>
  ({ heldOn }: Pick<Session, 'heldOn'>): boolean =>
    from <= heldOn && heldOn <= to

export interface BudgetQuarter {
  readonly quarter: 1 | 2 | 3 | 4
  readonly from: IsoDate
  readonly to: IsoDate
  readonly used: number
}

export interface BudgetOfAction {
  /** null: hours that went on no action of the plan. */
  readonly actionId: string | null
  readonly hours: number
}

export interface YearBudget {
  readonly year: PlanYear
  readonly from: IsoDate
  readonly to: IsoDate
  /** null: nobody wrote what the year is funded with. */
  readonly funded: number | null
  readonly pence: number | null
  readonly used: number
  /** Funded hours less those used: below 0 where more were used. null where nothing is known of the funding. */
  readonly left: number | null
  readonly quarters: readonly BudgetQuarter[]
  /** What the hours went on, the most first. */
  readonly byAction: readonly BudgetOfAction[]
  /**
   * over: more was used than is funded. fast: more than the part of the funded hours that falls to the quarters begun so
   * far. null: neither, or nothing to hold it against.
   */
  readonly warning: 'over' | 'fast' | null
}

const warningOf = (funded: number | null, used: number, quartersBegun: number): YearBudget['warning'] => {
  if (funded === null) return null
  if (used > funded) return 'over'
  return quartersBegun < 4 && used > (funded * quartersBegun) / 4 ? 'fast' : null
}

const byActionOf = (sessions: readonly Session[]): BudgetOfAction[] =>
  [...Map.groupBy(sessions, ({ actionId }) => actionId)]
    .map(([actionId, some]) => ({ actionId, hours: sum(some) }))
    .toSorted((a, b) => b.hours - a.hours || (a.actionId ?? '').localeCompare(b.actionId ?? ''))

interface BudgetFacts {
  readonly startsOn: IsoDate
  readonly funding: readonly Funding[]
  readonly sessions: readonly Session[]
}

/** The budget of one year of a plan: what is funded, what was used by quarter and on what, and what is left. */
export const yearBudget = (
  { startsOn, funding, sessions }: BudgetFacts,
  year: PlanYear,
  today: IsoDate,
): YearBudget => {
  const { from, to } = planYear(startsOn, year)
  const own = sessions.filter(within({ from, to }))
  const known = funding.find((one) => one.year === year)
  const funded = known?.hours ?? null
  const used = sum(own)
  const quarters = planQuarters(startsOn).filter((one) => one.year === year)
  return {
    year,
    from,
    to,
    funded,
    pence: known?.pence ?? null,
    used,
    left: funded === null ? null : funded - used,
    quarters: quarters.map((one) => ({
      quarter: one.quarter,
      from: one.from,
      to: one.to,
      used: sum(own.filter(within(one))),
    })),
    byAction: byActionOf(own),
    warning: warningOf(funded, used, quarters.filter((one) => one.from <= today).length),
  }
}

/** Sessions on days of none of the three years: they count in no budget. */
export const outsidePlan = (startsOn: IsoDate, sessions: readonly Session[]): Session[] => {
  const quarters = planQuarters(startsOn)
  return sessions.filter((session) => !quarters.some((one) => within(one)(session)))
}

/** "3.5 hours", "1 hour". */
export const hoursWords = (hours: number): string =>
  `${hours.toLocaleString('en-GB')} ${hours === 1 ? 'hour' : 'hours'}`

const MINUTES = 60
const QUARTERS = 4

/**
 * Hours as people type them: `3.5`, `3,5`, `3:30`, `3h 30`, `45 min`. In hours; or what to put right.
 * @returns a fault for what is no length of time, or none in whole quarters of an hour.
 */
export const readHours = (typed: string): { readonly hours: number } | { readonly fault: string } => {
  const text = typed.trim().toLowerCase()
  if (text === '') return { fault: 'Enter the hours, such as 3.5' }
  const clock = /^(\d{1,4})\s*(?::|h|hrs?|hours?)\s*(\d{1,2})\s*(?:m|mins?|minutes?)?$/.exec(text)
  const minutes = /^(\d{1,3})\s*(?:m|mins?|minutes?)$/.exec(text)
  const plain = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?)?$/.exec(text)
  const hours =
    clock !== null
      ? Number(clock[1]) + Number(clock[2]) / MINUTES
      : minutes !== null
        ? Number(minutes[1]) / MINUTES
        : plain !== null
          ? Number(plain[1]?.replace(',', '.'))
          : null
  if (clock !== null && Number(clock[2]) >= MINUTES)
    return { fault: 'An hour has 60 minutes: enter 3:30 for three and a half hours' }
  if (hours === null) return { fault: 'Enter the hours as a number, such as 3.5 or 3:30' }
  return Number.isInteger(hours * QUARTERS) ? { hours } : { fault: 'Use quarters of an hour, such as 3.25 or 3:15' }
}
