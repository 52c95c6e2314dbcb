import { statSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import { MOST_FILES } from '#shared/features/imports/parcel.ts'
import type { GivenFile, ZippedFile } from '../../files.ts'
import { explainReadError, readHead, readWhole } from './given-bytes.ts'
import { isHidden, shownName } from './file-names.ts'
import { refuseBomb, startOfEntry, type ZipEntry, zipDirectory } from './zip-directory.ts'
import { isZip, kindOfZip } from './zip-kinds.ts'

/** The files of a zip file that are worth looking at. */
export interface ZippedFiles {
  readonly files: readonly {
    /** With its folders. */
    readonly name: string
    /** Why it is not to be read, by its place alone. */
    readonly why: string | null
    readonly zipped: ZippedFile
  }[]
  readonly hidden: number
}

/** Of all files together, unpacked. */
const LARGEST_TOGETHER = 1_000_000_000

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

const OUTSIDE =
  'Its name leads outside the zip file, which no program does by itself. Ask whoever sent it, and unpack it only if they know why.'
const PACKED_OTHERWISE =
  'It is packed in a way that Throughline does not open. Unpack the zip file and choose the list.'

const leadsOutside = (name: string): boolean =>
  /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).some((folder) => folder === '..')

const isFolder = ({ name }: ZipEntry): boolean => /[/\\]$/.test(name)

/** Files that lie over each other make a small zip file unpack to any size. */
const refuseOverlaps = (entries: readonly (ZipEntry & { readonly from: number })[]): void => {
  const inOrder = entries.toSorted((one, other) => one.at - other.at)
  for (const [place, { from, packed }] of inOrder.entries()) {
    const next = inOrder[place + 1]
    if (next !== undefined && next.at < from + packed)
      throw refuse(
        'The files in this zip file lie over each other, as they do in none that a program makes. It was not opened.',
      )
  }
}

const refuseTogether = (entries: readonly ZipEntry[]): void => {
  if (entries.length === 0) throw refuse('There is no list in this zip file. Choose the file with the list.')
  if (entries.length > MOST_FILES)
    throw refuse(
      `This zip file holds more than ${MOST_FILES} files. Unpack it and choose the lists that you need, some at a time.`,
    )
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST_TOGETHER)
    throw refuse(
      'This zip file unpacks to far more than lists of people need, so it was not opened. Ask for the lists one by one.',
    )
}

const changedAt = (path: string): ZippedFile['zip'] => {
  try {
    const { size, mtimeMs } = statSync(path)
    return { size, changedAt: mtimeMs }
  } catch (cause) {
    throw explainReadError(cause)
  }
}

/**
 * Looks into a zip file of files. Nothing of it is written to the disk, whatever the names in it say.
 * @returns null for a workbook, a bundle and whatever else is one file, though it is zipped.
 * @throws AppError `validation` when it is damaged, protected, too large in any way, or without files; `io`.
 */
export const lookIntoZip = async (file: GivenFile): Promise<ZippedFiles | null> => {
  if (!isZip((await readHead(file)).head)) return null
  const zip = changedAt(file.path)
  const bytes = await readWhole(file)
  const entries = zipDirectory(bytes)
  if (kindOfZip(bytes, entries) !== 'other') return null
  const files = entries.filter((entry) => !isFolder(entry))
  const shown = files.filter(({ name }) => !isHidden(name))
  refuseTogether(shown)
  const placed = shown.map((entry) => ({ ...entry, from: startOfEntry(bytes, entry) }))
  refuseOverlaps(placed)
  await refuseBomb(bytes, shown)
  return {
    hidden: files.length - shown.length,
    files: placed.map(({ name, from, packed, unpacked, isDeflated, crc }) => ({
      name: shownName(name),
      why: leadsOutside(name) ? OUTSIDE : !isDeflated && packed !== unpacked ? PACKED_OTHERWISE : null,
      zipped: { name: shownName(name.split(/[/\\]/).at(-1) ?? name), from, packed, unpacked, isDeflated, crc, zip },
    })),
  }
}
