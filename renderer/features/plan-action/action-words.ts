import { daysBetween, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { milestoneStanding } from '#shared/features/plan/public.ts'
import type { PlanActionDetail, PlanMilestone } from '#shared/features/plan/schema.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

const KINDS = { met: 'done', missed: 'off-track', near: 'at-risk', to_come: 'not-started' } as const

/** How a milestone stands: met, late by so many days, to be met in so many, or to come. */
export const milestoneMark = (
  milestone: Pick<PlanMilestone, 'dueOn' | 'metOn'>,
  today: IsoDate,
): { readonly kind: StatusKind; readonly words: string } => {
  const standing = milestoneStanding(milestone, today)
  const days = daysBetween(today, milestone.dueOn)
  const near = days === 0 ? 'Today' : daysWords(days)
  const words = { met: 'Met', missed: `${daysWords(-days)} late`, near, to_come: 'To come' }
  return { kind: KINDS[standing], words: words[standing] }
}

/** The day of a milestone: on which it was met, or by which it is due. */
export const milestoneDay = ({ dueOn, metOn }: Pick<PlanMilestone, 'dueOn' | 'metOn'>): string =>
  metOn === null ? `Due ${formatIsoDate(dueOn)}` : formatIsoDate(metOn)

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** What it costs, in words and in pounds as far as either was written. */
export const costText = ({ costWords, costPence }: Pick<PlanActionDetail, 'costWords' | 'costPence'>): string =>
  [costWords, costPence === null ? '' : pounds.format(costPence / 100)].filter((part) => part !== '').join(', ')

/** `1 Apr 2026 to 31 Mar 2027`. */
export const datesText = ({ startsOn, dueOn }: Pick<PlanActionDetail, 'startsOn' | 'dueOn'>): string =>
  `${formatIsoDate(startsOn)} to ${formatIsoDate(dueOn)}`

/** `Mar 2027`, for narrow places. */
export const shortMonth = (month: string): string => `${spcMonth(month).slice(0, 3)} ${month.slice(0, 4)}`

/** Pounds as typed, in pence; `null` where nothing is, a fault where it is no sum. */
export const readPounds = (typed: string): { readonly pence: number | null } | { readonly fault: string } => {
  const text = typed.replace(/[£,\s]/g, '')
  if (text === '') return { pence: null }
  return /^\d{1,8}(\.\d{1,2})?$/.test(text)
    ? { pence: Math.round(Number(text) * 100) }
    : { fault: 'Enter pounds, such as 250 or 99.50, or leave it empty' }
}
