import { formatIsoDate, type IsoDate, MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { ACTION_STATUSES, type ActionStatus, type Plan } from './schema.ts'
import { monthOfPlanYear, yearAt } from './years.ts'

/** `30 June 2025`, as a sentence has it. */
const longDate = (date: IsoDate): string =>
  `${Number(date.slice(8))} ${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`

const whereWords = (startsOn: IsoDate, endsOn: IsoDate, today: IsoDate): string => {
  const year = yearAt(startsOn, today)
  if (year !== null) return `Year ${year} of 3, month ${monthOfPlanYear(startsOn, today) ?? 1}.`
  return today < startsOn ? `Begins on ${longDate(startsOn)}.` : `Ended on ${longDate(endsOn)}.`
}

/** How a plan stands, in a line: where in its three years, signed when, and which baselines were frozen last. */
export const planLine = (
  plan: Pick<Plan, 'startsOn' | 'endsOn' | 'state' | 'signedOn' | 'closedOn' | 'baselines'>,
  today: IsoDate,
): string => {
  if (plan.state === 'draft')
    return `Draft, from ${longDate(plan.startsOn)} to ${longDate(plan.endsOn)}. Not signed yet.`
  const signed = plan.signedOn === null ? '' : ` Signed ${longDate(plan.signedOn)}.`
  if (plan.state === 'closed') return `Closed${plan.closedOn === null ? '' : ` ${longDate(plan.closedOn)}`}.${signed}`
  const frozen = plan.baselines
    .filter(({ frozenOn, year }) => frozenOn !== null && year > 0)
    .toSorted((a, b) => b.year - a.year)[0]
  const baselines =
    frozen?.frozenOn == null
      ? ''
      : ` Year ${Math.min(frozen.year + 1, 3)} baselines frozen ${longDate(frozen.frozenOn)}.`
  return `${whereWords(plan.startsOn, plan.endsOn, today)}${signed}${baselines}`
}

/** The word of a status. */
export const statusLabel = (status: ActionStatus): string =>
  ACTION_STATUSES.find(({ code }) => code === status)?.label ?? status

/** Why nothing can be written into a plan that is closed. */
export const closedWords = (closedOn: IsoDate | null): string =>
  `This plan was closed${closedOn === null ? '' : ` on ${formatIsoDate(closedOn)}`} and is kept as it was. Nothing in it can be changed any more.`
