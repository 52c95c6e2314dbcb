/** What other parts of the core may use of reading files: bytes to rows, and cells as people read them. */
export { cleanCell } from './clean-cell.ts'
export { dateColumn, dateReader } from './dates-in-columns.ts'
export { fieldOfHeading } from './headings.ts'
export { plainCell } from './layouts/layout.ts'
export type { FileRow, FileRows } from './file-rows.ts'
export type { ReadRows } from './read-rows.ts'
export { shortEnough } from './short-enough.ts'
export { openSource } from './source.ts'
