import type { IsoDate } from '#shared/domain/partial-date.ts'

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** The screens' only source of time. The core tells the day, so that every figure of a page is about the same one. */
let coreDay: IsoDate | null = null

/** Taken from the core whenever it says where it stands. */
export const setToday = (day: IsoDate): void => {
  coreDay = day
}

/** The calendar day in Europe/London. */
export const today = (): IsoDate => coreDay ?? londonDay.format(new Date())

/** "07:40" in Europe/London. */
export const timeOf = (instant: string): string => londonTime.format(new Date(instant))

/** The calendar day of an instant in Europe/London. */
export const dayOf = (instant: string): IsoDate => londonDay.format(new Date(instant))
