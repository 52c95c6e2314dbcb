import { AppError } from '#shared/contract/errors.ts'
import type { CommandContext } from '../../context.ts'
import { inOrder } from './people.ts'

/** Remembers that two records are two people. @throws AppError `not-found` when one is gone, `conflict` when it is said already. */
export const sayNotSame = async (
  context: CommandContext,
  { personId, otherId, reason }: { personId: string; otherId: string; reason: string | null },
): Promise<void> => {
  const { db, env, user } = context
  if (personId === otherId) throw new AppError('validation', 'Choose two records: these are one and the same.')
  const pair = inOrder(personId, otherId)
  const people = await db.selectFrom('person').select('id').where('id', 'in', [personId, otherId]).execute()
  if (people.length < 2)
    throw new AppError('not-found', 'One of the two records is no longer on the register. It may have been merged.')
  const said = await db
    .selectFrom('not_same_person')
    .select('id')
    .where('person_id', '=', pair.person_id)
    .where('other_person_id', '=', pair.other_person_id)
    .executeTakeFirst()
  if (said !== undefined) throw new AppError('conflict', 'Somebody has said so already.')
  await context.insert('not_same_person', {
    id: env.ids.next(),
    ...pair,
    reason: reason === '' ? null : reason,
    by_name: user.name,
    made_on: env.clock.today(),
  })
}

/** Forgets that two records are two people. @throws AppError `not-found`, `stale`. */
export const forgetNotSame = (context: CommandContext, id: string, version: number): Promise<void> =>
  context.remove('not_same_person', id, version)
