import type { IsoDate } from '#shared/domain/partial-date.ts'

/** The only source of time in the core. Tests hand in a frozen one. */
export interface Clock {
  /** An instant, ISO 8601 in UTC. */
  now(): string
  /** The calendar day in Europe/London. */
  today(): IsoDate
  /** Milliseconds since some fixed point, for durations only. */
  elapsed(): number
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Europe/London at an instant. */
export const londonDate = (instant: string): IsoDate => londonDay.format(new Date(instant))

/** Real time. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => londonDay.format(new Date()),
  elapsed: () => performance.now(),
}

/** A clock that stands still at an instant (elapsed time goes on), for demo data and tests. */
export const frozenClock = (instant: string): Clock => ({
  now: () => instant,
  today: () => londonDate(instant),
  elapsed: () => performance.now(),
})
