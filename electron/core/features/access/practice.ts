import { AppError } from '#shared/contract/errors.ts'
import type { Practice, User } from '#shared/features/access/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PracticeTable } from '../../db/schema.ts'

const only = async (db: ReadDb): Promise<PracticeTable> => {
  const row = await db.selectFrom('practice').selectAll().executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This register has no practice details yet.')
  return row
}

/** The practice this register belongs to. There is one. */
export const readPractice = async (db: ReadDb): Promise<Practice & { demo: boolean }> => {
  const row = await only(db)
  return {
    name: row.name,
    odsCode: row.ods_code,
    nation: row.nation,
    listSize: row.list_size,
    listSizeOn: row.list_size_on,
    networkName: row.network_name,
    demo: row.is_demo === 1,
  }
}

export const savePractice = async ({ db, update }: CommandContext, practice: Practice): Promise<void> => {
  await update(
    'practice',
    (await only(db)).id,
    {
      name: practice.name,
      ods_code: practice.odsCode,
      nation: practice.nation,
      list_size: practice.listSize,
      list_size_on: practice.listSizeOn,
      network_name: practice.networkName,
    },
    null,
  )
}

/** Everyone with access, by name. */
export const readUsers = async (db: ReadDb): Promise<User[]> => {
  const rows = await db.selectFrom('user_account').selectAll().orderBy('name').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, jobTitle: row.job_title, role: row.access_role }))
}
