import type { ReadDb } from './database.ts'

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
