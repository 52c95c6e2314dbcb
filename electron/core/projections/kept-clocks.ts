import { dayNumber } from '#shared/domain/calendar.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { type FactDate, VAGUENESS } from '#shared/features/measures/facts.ts'
import { spanOfDay } from '#shared/features/measures/event-span.ts'
import {
  type ClockCode,
  EVERY_CLOCK_CODE,
  type PathwayClock,
  type PathwayState,
  stepOf,
} from '#shared/features/pathways/public.ts'

/**
 * The clocks of one referral that stopped, as one text: first the day on which it was sent, then a piece of one length
 * for each clock, with its number, which treatment it is about, its two days and whether its start was assumed. A day is
 * counted from 1 March of the year 0 and has its vagueness after it (0 day, 1 month, 2 year).
 */
const DAY_DIGITS = 7
const DATE = DAY_DIGITS + 1
const ORDINAL_DIGITS = 2
const PIECE = 1 + ORDINAL_DIGITS + DATE + 1 + DATE
/** Makes every day that can be recorded positive. */
const FIRST_DAY = 719_468
const NOT_SENT = '-'.repeat(DATE)
const MOST_TREATMENTS = 99

const digits = (number: number, length: number): string => String(number).padStart(length, '0')

const written = ({ date, precision }: PartialDate): string =>
  digits(dayNumber(date) + FIRST_DAY, DAY_DIGITS) + String(VAGUENESS.indexOf(precision))

const read = (text: string, at: number): FactDate => {
  const day = Number(text.slice(at, at + DAY_DIGITS)) - FIRST_DAY
  const vagueness = Number(text.charAt(at + DAY_DIGITS))
  return { ...spanOfDay(day, vagueness), precision: VAGUENESS[vagueness] ?? 'day' }
}

/** A clock that stopped. */
export interface KeptClock {
  readonly code: ClockCode
  /** 1 for the first treatment, then 2 and on. */
  readonly ordinal: number
  readonly start: FactDate
  /** The receipt is not in the record, so it counts from another step. */
  readonly startAssumed: boolean
  readonly stop: FactDate
}

/** What is kept of a referral; nothing where nothing happened on it. */
export const keptClocks = ({ trail }: PathwayState, clocks: readonly PathwayClock[]): string => {
  if (trail.length === 0) return ''
  const sent = trail.find(({ event }) => stepOf(event.eventType) === 'sent')?.event
  const pieces = clocks.flatMap(({ code, ordinal, start, startAssumed, stop }) =>
    stop === null || ordinal > MOST_TREATMENTS
      ? []
      : String(EVERY_CLOCK_CODE.indexOf(code)) +
        digits(ordinal, ORDINAL_DIGITS) +
        written(start) +
        (startAssumed ? '1' : '0') +
        written(stop),
  )
  return (sent === undefined ? NOT_SENT : written(sent)) + pieces.join('')
}

/** What was kept of a referral. */
export const readKeptClocks = (
  text: string,
): { readonly sent: FactDate | null; readonly clocks: readonly KeptClock[] } => {
  const clocks: KeptClock[] = []
  for (let at = DATE; at < text.length; at += PIECE) {
    const start = at + 1 + ORDINAL_DIGITS
    const code = EVERY_CLOCK_CODE[Number(text.charAt(at))]
    if (code === undefined) continue
    clocks.push({
      code,
      ordinal: Number(text.slice(at + 1, start)),
      start: read(text, start),
      startAssumed: text.charAt(start + DATE) === '1',
      stop: read(text, start + DATE + 1),
    })
  }
  return { sent: text === '' || text.startsWith('-') ? null : read(text, 0), clocks }
}
