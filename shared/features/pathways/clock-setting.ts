import { z } from 'zod'
import { NATIONS } from '#shared/domain/people.ts'
import { isoDateSchema, shortText } from '#shared/domain/schemas.ts'
import { ADJUSTED_CLOCKS } from './schema.ts'

/** A clock that allows more than this measures nothing. */
export const MOST_CLOCK_DAYS = 365

/** Days and target by clock. */
export const clockDaysSchema = z.partialRecord(
  z.enum(ADJUSTED_CLOCKS, { error: 'No such clock is counted' }),
  z.object({
    days: z
      .number({ error: 'Enter a number of days' })
      .int({ error: 'Enter whole days' })
      .min(1, { error: 'Enter 1 day or more' })
      .max(MOST_CLOCK_DAYS, { error: `Enter ${MOST_CLOCK_DAYS} days or fewer` }),
    /** Per cent; null: none is known. */
    target: z
      .number({ error: 'Enter a per cent' })
      .int({ error: 'Enter whole per cent' })
      .min(1, { error: 'Enter 1 per cent or more' })
      .max(100, { error: 'Enter 100 per cent or less' })
      .nullable(),
  }),
)
export type ClockDays = z.infer<typeof clockDaysSchema>

const nationSchema = z.enum(NATIONS.map(({ code }) => code))

/** One choice of the practice: it holds for the clocks of its nation that start from its day on. */
export const clockPeriodSchema = z.object({
  nation: nationSchema,
  from: isoDateSchema,
  clocks: clockDaysSchema,
  reason: shortText(300),
  setOn: isoDateSchema,
  setBy: z.string(),
})
export type ClockPeriod = z.infer<typeof clockPeriodSchema>

/** What clocks are counted by here: `clockRulesFor` makes the rules of it. */
export const clockChoicesSchema = z.object({ nation: nationSchema, periods: z.array(clockPeriodSchema) })
export type ClockChoices = z.infer<typeof clockChoicesSchema>

/** The id of the row that keeps the choices. */
export const CLOCK_SETTING_ID = 'clocks'

const storedSchema = z.object({ periods: z.array(clockPeriodSchema) })

/** The choices as stored; none where nothing was chosen. @throws ZodError for what no version of the app wrote. */
export const clockPeriodsFrom = (stored: string | null): ClockPeriod[] =>
  stored === null ? [] : storedSchema.parse(JSON.parse(stored)).periods

/** What is stored of the choices. */
export const storedClockPeriods = (periods: readonly ClockPeriod[]): string => JSON.stringify({ periods })

/** The choices once a new one is made: later ones of its nation are replaced, earlier ones and other nations' stay. */
export const withNewPeriod = (periods: readonly ClockPeriod[], chosen: ClockPeriod): ClockPeriod[] => [
  ...periods.filter(({ nation, from }) => nation !== chosen.nation || from < chosen.from),
  chosen,
]
