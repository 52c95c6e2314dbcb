import { AppError } from '#shared/contract/errors.ts'
import type { Registration, RegistrationFields } from '#shared/features/register/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { PracticeRegistrationTable } from '../../db/schema-of-work.ts'
import { refuse, registrationErrors } from './field-rules.ts'
import { partialFrom } from '../../db/rows.ts'

const registrationColumns = (
  registration: RegistrationFields,
): Omit<NewRow<'practice_registration'>, 'id' | 'person_id'> => ({
  practice_name: registration.practiceName,
  ods_code: registration.odsCode,
  registered_from: registration.from?.date ?? null,
  registered_from_precision: registration.from?.precision ?? null,
  registered_to: registration.to?.date ?? null,
  registered_to_precision: registration.to?.precision ?? null,
})

const registrationFrom = (row: PracticeRegistrationTable): Registration => ({
  id: row.id,
  personId: row.person_id,
  version: row.version,
  practiceName: row.practice_name,
  odsCode: row.ods_code,
  from: partialFrom(row.registered_from, row.registered_from_precision),
  to: partialFrom(row.registered_to, row.registered_to_precision),
})

/** Where somebody was registered: those that still run first, then the newest. */
export const registrationsOf = async (db: ReadDb, personId: string): Promise<Registration[]> => {
  const rows = await db
    .selectFrom('practice_registration')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy((order) => order('registered_to', 'is not', null))
    .orderBy('registered_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(registrationFrom)
}

/** @throws AppError `validation` by field, `not-found` when the person is gone. */
export const addRegistration = async (
  context: CommandContext,
  personId: string,
  registration: RegistrationFields,
): Promise<string> => {
  refuse(registrationErrors(registration, context.env.clock.today()))
  const person = await context.db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  const id = context.env.ids.next()
  await context.insert('practice_registration', { id, person_id: personId, ...registrationColumns(registration) })
  return id
}

/** @throws AppError `validation` by field, `not-found`, `stale`. */
export const saveRegistration = (
  context: CommandContext,
  id: string,
  version: number,
  registration: RegistrationFields,
): Promise<number> => {
  refuse(registrationErrors(registration, context.env.clock.today()))
  return context.update('practice_registration', id, registrationColumns(registration), version)
}

/** @throws AppError `not-found`, `stale`. */
export const removeRegistration = (context: CommandContext, id: string, version: number): Promise<void> =>
  context.remove('practice_registration', id, version)
