import type { Layout } from './layout.ts'

/** A row of headings, then rows that each say who they are about: SystmOne, hospital lists, spreadsheets, our own files. */
export const plain: Layout = {
  code: 'plain',
  fits: () => true,
  facts: () => [],
  continues: () => false,
}
