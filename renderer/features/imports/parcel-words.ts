import type { Parcel, ParcelItem } from '#shared/features/imports/parcel.ts'
import { counted } from './import-words.ts'

/** Where the list of files stands that were chosen together. */
export const SEVERAL = '/imports/several'

/** "12 kB", "1.4 MB". */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Those that can be taken here and were not yet, in their order. One that failed can be tried again. */
export const stillToTake = ({ items }: Parcel): readonly ParcelItem[] =>
  items.filter(({ fileHandle, state }) => fileHandle !== null && state !== 'done')

/** The first that nobody has tried; failing that, the first that failed. */
export const nextToTake = (parcel: Parcel): ParcelItem | null => {
  const open = stillToTake(parcel)
  return open.find(({ state }) => state === 'left') ?? open[0] ?? null
}

export const parcelTitle = ({ from }: Parcel): string =>
  ({ zip: 'Files in a zip file', folder: 'Files in a folder', files: 'Files chosen together' })[from]

/** "november.zip: 4 files, 1 done, 2 left, 1 not usable". */
export const parcelWords = (parcel: Parcel): string => {
  const { name, items } = parcel
  const count = (is: (item: ParcelItem) => boolean): number => items.filter(is).length
  const kinds = [
    [count(({ state }) => state === 'done'), 'done'],
    [count(({ fileHandle, state }) => fileHandle !== null && state === 'left'), 'left'],
    [count(({ state }) => state === 'failed'), 'failed'],
    [count(({ fileHandle }) => fileHandle === null), 'not taken here'],
  ] as const
  const parts = kinds.flatMap(([many, kind]) => (many === 0 ? [] : [`${many} ${kind}`]))
  return `${name === null ? '' : `${name}: `}${[counted(items.length, 'file'), ...parts].join(', ')}`
}

/** What is not in the list, and why; null where nothing is left out. */
export const leftOutWords = ({ from, leftOut: { hidden, folders } }: Parcel): string | null => {
  const sentences = [
    hidden === 0
      ? ''
      : `${counted(hidden, 'hidden file')} of the system ${hidden === 1 ? 'is' : 'are'} left out${from === 'zip' ? ' of the zip file' : ''}.`,
    folders === 0
      ? ''
      : `${counted(folders, 'folder')} inside ${folders === 1 ? 'was' : 'were'} not looked into: choose ${folders === 1 ? 'it' : 'each'} by itself.`,
  ].filter(Boolean)
  return sentences.length === 0 ? null : sentences.join(' ')
}
