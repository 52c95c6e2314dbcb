import { z } from 'zod'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { isoDateSchema } from '#shared/domain/schemas.ts'
import {
  DEFAULT_BOOK,
  LETTER_RULES,
  type LetterBook,
  type LetterPeriod,
  letterRuleFor,
} from '#shared/features/journey/public.ts'

/** A letter that may take longer than this is not worth waiting for. */
export const MOST_DAYS = 365

/** Days by event type; null: no letter is expected. */
export const letterDaysSchema = z.record(
  z.string().refine((type) => letterRuleFor(type) !== null, { error: 'No letter comes after this kind of event' }),
  z
    .number({ error: 'Enter a number of days' })
    .int({ error: 'Enter whole days' })
    .min(1, { error: 'Enter 1 day or more' })
    .max(MOST_DAYS, { error: `Enter ${MOST_DAYS} days or fewer` })
    .nullable(),
)
export type LetterDays = z.infer<typeof letterDaysSchema>

/** What the practice chose, as it is kept: each choice holds for events from its day on. */
export const letterSettingSchema = z.object({
  periods: z.array(z.object({ from: isoDateSchema, days: letterDaysSchema, setOn: isoDateSchema, setBy: z.string() })),
})
export type LetterSetting = z.infer<typeof letterSettingSchema>

/** The id of the row that keeps it. */
export const LETTER_SETTING_ID = 'letters'

const NOTHING_CHOSEN: LetterSetting = { periods: [] }

/** The setting as stored; nothing chosen where there is none. @throws ZodError for what no version of the app wrote. */
export const letterSettingFrom = (stored: string | null): LetterSetting =>
  stored === null ? NOTHING_CHOSEN : letterSettingSchema.parse(JSON.parse(stored))

/** The days that hold, with the words that figures name them by. */
export const bookFrom = ({ periods }: LetterSetting): LetterBook => {
  const last = periods.at(-1)
  if (last === undefined) return DEFAULT_BOOK
  return { version: `${LETTER_RULES.version}, own days from ${formatIsoDate(last.from)}`, periods }
}

/** The days that hold for an event of a day: every rule with its own or the default number. */
export const daysInForce = (periods: readonly LetterPeriod[], date: IsoDate): Record<string, number | null> => {
  const chosen = periods.findLast((period) => period.from <= date)?.days ?? {}
  return Object.fromEntries(
    LETTER_RULES.rules.map(({ eventType, withinDays }) => [
      eventType,
      chosen[eventType] === undefined ? withinDays : chosen[eventType],
    ]),
  )
}

/** What holds from a day on once the new days are chosen: later choices are replaced, earlier ones stay. */
export const withNewDays = (
  setting: LetterSetting,
  chosen: { readonly from: IsoDate; readonly days: LetterDays; readonly setOn: IsoDate; readonly setBy: string },
): LetterSetting => ({ periods: [...setting.periods.filter(({ from }) => from < chosen.from), chosen] })

/** Event types whose letters come by other days under another setting, and from which event day on. */
export const changedTypes = (
  before: LetterSetting,
  after: LetterSetting,
): { types: string[]; from: IsoDate } | null => {
  const starts = [...before.periods, ...after.periods].map(({ from }) => from).toSorted()
  const differing = starts.flatMap((day) => {
    const [one, other] = [daysInForce(before.periods, day), daysInForce(after.periods, day)]
    const types = Object.keys(one).filter((type) => one[type] !== other[type])
    return types.length === 0 ? [] : [{ day, types }]
  })
  const [first] = differing
  return first === undefined ? null : { types: [...new Set(differing.flatMap(({ types }) => types))], from: first.day }
}
