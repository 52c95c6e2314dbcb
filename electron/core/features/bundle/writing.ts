import type { BundledTable, Manifest } from '#shared/features/bundle/schema.ts'
import type { Statements } from '../../db/sqlite/whole-tables.ts'
import type { TableLayout } from './layout.ts'
import type { OnRows } from './tables.ts'

/** What is written and how far it has come. */
export interface Writing {
  readonly statements: Statements
  readonly layouts: readonly TableLayout[]
  readonly onRows: OnRows
  manifest(tables: readonly BundledTable[], schemaSha256: string | null): Manifest
}
