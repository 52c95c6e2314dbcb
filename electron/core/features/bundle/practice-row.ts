import type { Manifest } from '#shared/features/bundle/schema.ts'
import type { Statements } from '../../db/sqlite/whole-tables.ts'

/** The practice as the manifest names it. */
export const readPracticeRow = (statements: Statements): Manifest['practice'] => {
  const row = statements.prepare('SELECT name, ods_code, is_demo FROM practice').get()
  if (row === undefined) throw new Error('a register without its practice')
  return { name: row['name'] as string, odsCode: row['ods_code'] as string, isDemo: row['is_demo'] === 1 }
}
