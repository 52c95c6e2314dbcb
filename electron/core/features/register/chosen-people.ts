import type { RegisterFilter, RegisterSort } from '#shared/features/register/schema.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ReadDb } from '../../db/database.ts'
import { countFound, idsQuery } from './list-query.ts'

interface Chosen {
  readonly list: RegisterFilter & { sort: RegisterSort; descending: boolean }
  /** Only these people of the list; null: all of it. */
  readonly personIds: readonly string[] | null
}

/** The people of a view, or who was chosen in it, in its order. */
export const chosenPeople = async (db: ReadDb, { list, personIds }: Chosen, today: IsoDate): Promise<string[]> => {
  const total = await countFound(db, list, today)
  const found = await idsQuery(db, list, today, total).execute()
  const chosen = personIds === null ? null : new Set(personIds)
  return found.flatMap(({ person_id: id }) => (chosen === null || chosen.has(id) ? id : []))
}
