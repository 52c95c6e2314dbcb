/** What other parts of the core may use of imports: bytes to rows, cells as people read them, and who they are about. */
export { cleanCell } from './clean-cell.ts'
export { dateColumn, dateReader } from './dates-in-columns.ts'
export { findHeader } from './find-table.ts'
export { fieldOfHeading } from './headings.ts'
export { plainCell } from './layouts/layout.ts'
export type { FileRow, FileRows } from './file-rows.ts'
export type { ReadRows, RowSieve, WhenFull } from './read-rows.ts'
export { nameOfFile } from './given-bytes.ts'
export { shortEnough } from './short-enough.ts'
export { openSource } from './source.ts'
export { createDrafts } from './drafts.ts'
export {
  firstLine,
  type Incoming,
  type IncomingDiagnosis,
  type IncomingPerson,
  type RejectedBlock,
} from './incoming.ts'
export { asCancerOfPlace, listPeople, type ListPeople } from './list-people.ts'
export { lookThrough } from './look.ts'
export { type OurRow, registerMark } from './our-people.ts'
export { parcelDesk, readFromParcel } from './parcel-desk.ts'
export { readDraft } from './read-draft.ts'
export { canBeSameDay, partialOf, sameCancer } from './same-thing.ts'
export { diagnosisWords } from './words.ts'
export { refuseBomb, startOfEntry, type ZipEntry, zipDirectory } from './zip-directory.ts'
