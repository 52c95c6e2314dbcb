import { AppError } from '#shared/contract/errors.ts'
import type { handouts, HandoutFacts } from '#shared/features/handouts/contract.ts'
import type { Handlers } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { readContacts } from '../settings/public.ts'

const requirePerson = async (db: ReadDb, personId: string): Promise<void> => {
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
}

const newestSummary = async (db: ReadDb, personId: string): Promise<HandoutFacts['summary']> => {
  const row = await db
    .selectFrom('treatment_summary as summary')
    .innerJoin('journey_event as event', 'event.id', 'summary.event_id')
    .select(['summary.aim', 'summary.alert_symptoms', 'summary.contact'])
    .where('summary.person_id', '=', personId)
    .orderBy('event.event_date', 'desc')
    .orderBy('event.id', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { aim: row.aim, alertSymptoms: row.alert_symptoms, contact: row.contact }
}

export const handoutHandlers: Handlers<typeof handouts> = {
  async facts({ db }, { personId }) {
    await requirePerson(db, personId)
    const practice = await db.selectFrom('practice').select('name').executeTakeFirst()
    return {
      practiceName: practice?.name ?? '',
      contacts: await readContacts(db),
      summary: await newestSummary(db, personId),
    }
  },
  async printed(context, { personId, what }) {
    await requirePerson(context.db, personId)
    context.note({ what })
    return {}
  },
}
