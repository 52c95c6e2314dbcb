import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { ContactFields } from '#shared/features/contacts/schema.ts'
import type { CommandContext } from '../../context.ts'

const checkSpoken = ({ env }: CommandContext, day: IsoDate | null): void => {
  const today = env.clock.today()
  if (day === null || day <= today) return
  const words = `This day is still to come. Enter one up to ${formatIsoDate(today)}`
  throw new AppError('validation', words, { fieldErrors: { lastSpokenOn: words } })
}

const columnsOf = ({ lastSpokenOn, notes, ...fields }: ContactFields) => ({
  ...fields,
  notes: notes === '' ? null : notes,
  last_spoken_on: lastSpokenOn,
})

/** Adds a contact. @throws AppError `validation` for a day of speaking that is still to come. */
export const addContact = async (context: CommandContext, fields: ContactFields): Promise<string> => {
  checkSpoken(context, fields.lastSpokenOn)
  const id = context.env.ids.next()
  await context.insert('contact', { id, ...columnsOf(fields) })
  return id
}

/** Changes a contact. @throws AppError as {@link addContact}, and `not-found` or `stale` as the recorder does. */
export const saveContact = async (
  context: CommandContext,
  which: { readonly id: string; readonly version: number },
  fields: ContactFields,
): Promise<number> => {
  checkSpoken(context, fields.lastSpokenOn)
  return context.update('contact', which.id, columnsOf(fields), which.version)
}

/** Notes when a contact was last spoken to. @throws AppError as {@link saveContact}. */
export const noteSpoken = async (
  context: CommandContext,
  which: { readonly id: string; readonly version: number },
  on: IsoDate,
): Promise<number> => {
  checkSpoken(context, on)
  return context.update('contact', which.id, { last_spoken_on: on }, which.version)
}
