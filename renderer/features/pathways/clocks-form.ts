import { readDay } from '#renderer/app/typed.ts'
import { type DateParts, type IsoDate } from '#shared/domain/partial-date.ts'
import { type ClockDays, MOST_CLOCK_DAYS } from '#shared/features/pathways/clock-setting.ts'
import type { ClockCode } from '#shared/features/pathways/schema.ts'

/** What stands in the boxes of one clock. An empty target: none is known. */
export interface ClockBoxes {
  readonly days: string
  readonly target: string
}

/** What stands in the boxes, by clock. */
export type ClocksForm = Readonly<Partial<Record<ClockCode, ClockBoxes>>>

/** The boxes filled in with what holds now. */
export const clocksFormOf = (codes: readonly ClockCode[], now: ClockDays): ClocksForm =>
  Object.fromEntries(
    codes.map((code) => [
      code,
      { days: now[code]?.days.toString() ?? '', target: now[code]?.target?.toString() ?? '' },
    ]),
  )

/** The box of a clock, as faults and fields name it. */
export const boxOf = (code: ClockCode, part: keyof ClockBoxes): string => `${code}-${part}`

interface Typed {
  readonly form: ClocksForm
  readonly from: DateParts
  readonly reason: string
}

type Read =
  | { readonly choice: { readonly from: IsoDate; readonly clocks: ClockDays; readonly reason: string } }
  | { readonly faults: Readonly<Record<string, string>> }

const wholeNumber = (typed: string, most: number): number | null => {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= most ? number : null
}

/** What to save, or what to put right, by box. */
export const readClocksForm = (codes: readonly ClockCode[], { form, from, reason }: Typed): Read => {
  const faults: Record<string, string> = {}
  const clocks: ClockDays = {}
  for (const code of codes) {
    const typed = { days: form[code]?.days.trim() ?? '', target: form[code]?.target.trim() ?? '' }
    const days = wholeNumber(typed.days, MOST_CLOCK_DAYS)
    const target = wholeNumber(typed.target, 100)
    if (days === null) faults[boxOf(code, 'days')] = `Enter whole days from 1 to ${MOST_CLOCK_DAYS}`
    else clocks[code] = { days, target }
    if (target === null && typed.target !== '')
      faults[boxOf(code, 'target')] = 'Enter a whole number from 1 to 100, or leave it empty'
  }
  const read = readDay(from)
  if ('fault' in read) faults['from'] = read.fault
  else if (read.day === null) faults['from'] = 'Enter the day from which they hold'
  if (reason.trim() === '') faults['reason'] = 'Say why, and where the days are written'
  if (Object.keys(faults).length > 0 || !('day' in read) || read.day === null) return { faults }
  return { choice: { from: read.day, clocks, reason: reason.trim() } }
}
