import { AppError } from '#shared/contract/errors.ts'
import type { BundleFormat, Manifest } from '#shared/features/bundle/schema.ts'

/** A row of a bundle and where it stands. */
export interface BundleRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A bundle whose list of contents was read; nothing in it is believed yet. */
export interface OpenBundle {
  readonly format: BundleFormat
  readonly manifest: Manifest
  /** The rows of a table, its heading first, a slice at a time. @throws AppError `validation`. */
  rows(table: string): AsyncGenerator<BundleRow[], void, void>
  /** Where a row stands, in words. */
  place(table: string, line?: number): string
}

/** A bundle that is not as it was written. */
export const refuseBundle = (what: string): AppError =>
  new AppError(
    'validation',
    `This bundle is damaged or was changed after it was written. ${what} Nothing was brought in.`,
  )
