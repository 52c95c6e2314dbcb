import { dayNumber } from '#shared/domain/calendar.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { Facts, PersonFacts } from './facts.ts'
import { yearEnd, yearOf } from './financial-year.ts'
import type { Judged } from './indicators/conditions.ts'
import { episodeLookedAt, lastDayInTime } from './indicators/explain.ts'
import { judgeOf } from './indicators/interpret.ts'
import type { Readings } from './indicators/readings.ts'
import type { ShareRule } from './indicators/rule.ts'
import type { Standing } from './standing.ts'

/**
 * What becomes of somebody at the coming year end if nothing more happens.
 * counts: in the numerator. open: fails, and can still be put right in time. late: fails, and no longer can. exempt:
 * adjusted. The rest stand outside the list: left out by an exclusion, or undecided.
 */
export const OUTLOOKS = ['open', 'late', 'exempt', 'counts', 'excluded', 'undecided'] as const
export type Outlook = (typeof OUTLOOKS)[number]

/** One person under one rule. */
export interface Prospect {
  readonly person: PersonFacts
  readonly rule: ShareRule
  readonly standing: Standing
  readonly outlook: Outlook
  /** The last day on which it can still be done, for `open`, or could have been, for `late`. */
  readonly lastDay: number | null
  /** Rules that the same person is exempt from: other lists may have dropped them, and here they fail. */
  readonly exemptFrom: readonly string[]
}

/** When a day's question is about: the end of the year it lies in, with nothing known that came after it. */
export const judgedOn = (date: IsoDate): Judged => ({ end: dayNumber(yearEnd(yearOf(date))), known: dayNumber(date) })

const outlookOf = (standing: Standing, lastDay: number | null, { known }: Judged): Outlook | null => {
  switch (standing.is) {
    case 'outside':
      return null
    case 'counted':
      if (standing.met) return 'counts'
      return lastDay !== null && lastDay >= known ? 'open' : 'late'
    case 'adjusted':
      return 'exempt'
    default:
      return standing.is
  }
}

/**
 * Everybody whom any of the rules asks about, as the year would end for them. People who fail come first, the least
 * time left before the most.
 */
export const prospects = (facts: Facts, rules: readonly ShareRule[], date: IsoDate, readings: Readings): Prospect[] => {
  const when = judgedOn(date)
  const judges = rules.map((rule) => ({ rule, judge: judgeOf(rule, facts, when, readings) }))
  const found: Prospect[] = []
  for (const person of facts.people) {
    const standings = judges.map(({ rule, judge }) => ({ rule, standing: judge(person) }))
    const exempt = standings.flatMap(({ rule, standing }) => (standing.is === 'adjusted' ? [rule.code] : []))
    for (const { rule, standing } of standings) {
      if (standing.is === 'outside') continue
      const fails = standing.is === 'counted' && !standing.met
      const inTime = fails ? lastDayInTime(rule, episodeLookedAt(person, when)?.diagnosed ?? null, readings) : null
      const lastDay = inTime === null ? null : Math.min(inTime, when.end)
      const outlook = outlookOf(standing, lastDay, when)
      if (outlook !== null) found.push({ person, rule, standing, outlook, lastDay, exemptFrom: fails ? exempt : [] })
    }
  }
  return found.toSorted(
    (a, b) =>
      OUTLOOKS.indexOf(a.outlook) - OUTLOOKS.indexOf(b.outlook) ||
      (a.lastDay ?? 0) - (b.lastDay ?? 0) ||
      (a.person.id < b.person.id ? -1 : 1),
  )
}
