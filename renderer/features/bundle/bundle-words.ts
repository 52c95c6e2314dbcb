import type { CheckedBundle, Fingerprint } from '#shared/features/bundle/schema.ts'

/** A file that was read through and is a bundle as it was written. */
export type Chosen = { readonly checked: CheckedBundle; readonly name: string; readonly handle: string }

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "340 people, 12,418 rows". */
export const holdsWords = ({ people, rows }: Pick<Fingerprint, 'people' | 'rows'>): string =>
  `${counted(people, 'person', 'people')}, ${counted(rows, 'row', 'rows')}`

const GROUP = 8

/** A content hash in groups of eight, as two people would read it to each other. */
export const hashGroups = (contentHash: string): string[] =>
  Array.from({ length: contentHash.length / GROUP }, (_, at) => contentHash.slice(at * GROUP, (at + 1) * GROUP))
