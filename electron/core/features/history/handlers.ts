import { AppError } from '#shared/contract/errors.ts'
import type { history } from '#shared/features/history/contract.ts'
import type { Handlers } from '../../context.ts'
import { historyOfPerson } from './queries.ts'

export const historyHandlers: Handlers<typeof history> = {
  async ofPerson({ db }, { personId }) {
    const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
    if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
    return historyOfPerson(db, personId)
  },
}
