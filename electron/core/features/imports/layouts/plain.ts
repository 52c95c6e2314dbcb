import { eachRowAlone, type Layout } from './layout.ts'

/** A row of headings, then rows that each say who they are about: spreadsheets, our own files, whatever has no layout of its own. */
export const plain: Layout = {
  code: 'plain',
  fits: () => true,
  facts: () => [],
  continues: eachRowAlone,
}
