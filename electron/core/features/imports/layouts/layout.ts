import type { ImportFact, ImportLayout } from '#shared/features/imports/schema.ts'
import type { FileRow, FileRows } from '../file-rows.ts'

/** A row of data together with the rows that continue it: always one or more. */
export type Block = readonly FileRow[]

/** A file seen as a table: what its headings are, which rows hold data and what was set aside on the way. */
export interface Table {
  readonly layout: ImportLayout
  /** Line of the headings, from 1. */
  readonly headerLine: number
  /** As written, line breaks mended to spaces. */
  readonly headings: readonly string[]
  readonly body: FileRows
  readonly facts: readonly ImportFact[]
  /** Rows without a single filled cell, above and below the headings. */
  readonly blankRows: number
}

/** One way of laying out a file of people. `fits` and `table` are pure. */
export interface Layout {
  readonly code: ImportLayout
  /** True when the preamble and the headings are those of this layout. */
  fits(preamble: readonly FileRow[], headings: readonly string[]): boolean
  /** Facts from the headings and the rows above them. */
  facts(preamble: readonly FileRow[], headings: readonly string[]): ImportFact[]
  /** True when a row goes on about the person of the row before. `isIdentifier`: which columns say who somebody is. */
  continues(row: FileRow, isIdentifier: (column: number) => boolean): boolean
}

/** A cell for reading: line breaks and runs of spaces become one space. */
export const plainCell = (cell: string | undefined): string => (cell ?? '').replace(/\s+/g, ' ').trim()

/** For a layout in which every row says itself who it is about. */
export const eachRowAlone = (): boolean => false
