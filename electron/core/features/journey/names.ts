import type { ReadDb } from '../../db/database.ts'

/** Names that a typed line may hold: who works here, and the hospitals that the register knows. */
export const namesInUse = async (db: ReadDb): Promise<{ people: string[]; hospitals: string[] }> => {
  const users = await db.selectFrom('user_account').select('name').orderBy('name').execute()
  const ofEpisodes = await db
    .selectFrom('cancer_episode')
    .select('hospital')
    .where('hospital', 'is not', null)
    .distinct()
    .execute()
  const ofPathways = await db
    .selectFrom('pathway')
    .select('hospital')
    .where('hospital', 'is not', null)
    .distinct()
    .execute()
  const hospitals = new Set([...ofEpisodes, ...ofPathways].flatMap(({ hospital }) => hospital ?? []))
  return { people: users.map(({ name }) => name), hospitals: [...hospitals].toSorted() }
}
