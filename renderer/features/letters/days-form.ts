import { readDay } from '#renderer/app/typed.ts'
import type { DateParts } from '#shared/domain/partial-date.ts'
import { LETTER_RULES } from '#shared/features/journey/public.ts'
import { type LetterDays, MOST_DAYS } from '#shared/features/letters/days.ts'

/** What stands in the boxes, by event type. Empty: no letter is expected. */
export type DaysForm = Readonly<Record<string, string>>

export const daysFormOf = (days: LetterDays): DaysForm =>
  Object.fromEntries(LETTER_RULES.rules.map(({ eventType }) => [eventType, days[eventType]?.toString() ?? '']))

type Read = { readonly from: string; readonly days: LetterDays } | { readonly faults: Readonly<Record<string, string>> }

/** What to save, or what to put right, by event type. */
export const readDaysForm = (form: DaysForm, fromParts: DateParts): Read => {
  const faults: Record<string, string> = {}
  const days: LetterDays = {}
  for (const { eventType } of LETTER_RULES.rules) {
    const typed = (form[eventType] ?? '').trim()
    if (typed === '') days[eventType] = null
    else if (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_DAYS)
      days[eventType] = Number(typed)
    else faults[eventType] = `Enter whole days from 1 to ${MOST_DAYS}, or leave it empty`
  }
  const read = readDay(fromParts)
  if ('fault' in read) faults['from'] = read.fault
  else if (read.day === null) faults['from'] = 'Enter the day from which they hold'
  if (Object.keys(faults).length > 0 || !('day' in read) || read.day === null) return { faults }
  return { from: read.day, days }
}
