import type { ReadDb } from './database.ts'
import type { PracticeTable } from './schema.ts'
import type { PracticeRegistrationTable } from './schema-of-work.ts'

/** Registrations with this practice only: known by its code, or by its name where no code is recorded. */
export const ownRegistrations = (db: ReadDb) =>
  db
    .selectFrom('practice_registration as registration')
    .innerJoin('practice', (join) =>
      join.on((where) =>
        where.or([
          where('registration.ods_code', '=', where.ref('practice.ods_code')),
          where.and([
            where('registration.ods_code', 'is', null),
            where('registration.practice_name', '=', where.ref('practice.name')),
          ]),
        ]),
      ),
    )

/** The same of a row that is no longer in its table. */
export const isOwnRegistration = (
  row: Pick<PracticeRegistrationTable, 'ods_code' | 'practice_name'>,
  practice: Pick<PracticeTable, 'ods_code' | 'name'> | undefined,
): boolean => (row.ods_code === null ? row.practice_name === practice?.name : row.ods_code === practice?.ods_code)
