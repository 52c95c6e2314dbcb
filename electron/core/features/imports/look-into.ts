import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { MOST_FILES, type Parcel, type ParcelItem } from '#shared/features/imports/parcel.ts'
import type { Environment, JobContext } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
import { isHidden, shownName } from './file-names.ts'
import { explainReadError } from './given-bytes.ts'
import { recogniseFile, unusable } from './recognise-file.ts'
import { lookIntoZip, type ZippedFiles } from './zipped-files.ts'

/** A file of several, before it is looked at. */
interface Found {
  readonly name: string
  readonly bytes: number
  readonly file: GivenFile
  /** Why it is not to be read at all. */
  readonly why: string | null
}

interface FoundTogether {
  readonly found: readonly Found[]
  readonly leftOut: Parcel['leftOut']
}

interface Chosen {
  readonly fileHandles: readonly string[]
  readonly folderHandles: readonly string[]
}

const HANDLE_BYTES = 24

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const onDisk = (path: string): Found => ({
  name: shownName(basename(path)),
  bytes: sizeOf(path),
  file: { path, zipped: null },
  why: null,
})

const entriesIn = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (cause) {
    throw explainReadError(cause)
  }
}

/** The files directly inside a folder. What is a link to elsewhere is not followed. */
const inFolder = (folder: string): FoundTogether => {
  const entries = entriesIn(folder)
  const seen = entries.filter(({ name }) => !isHidden(name))
  const files = seen.filter((entry) => entry.isFile())
  if (files.length > MOST_FILES)
    throw refuse(`There are more than ${MOST_FILES} files in this folder. Choose the lists that you need.`)
  return {
    found: files.map(({ name }) => onDisk(join(folder, name))),
    leftOut: {
      hidden: entries.length - seen.length,
      folders: seen.filter((entry) => entry.isDirectory()).length,
    },
  }
}

const inZip = (path: string, { files, hidden }: ZippedFiles): FoundTogether => ({
  found: files.map(({ name, why, zipped }) => ({ name, why, bytes: zipped.unpacked, file: { path, zipped } })),
  leftOut: { hidden, folders: 0 },
})

const gather = ({ files }: Environment, { fileHandles, folderHandles }: Chosen): FoundTogether => {
  const given = fileHandles.map((handle) => files.given(handle).path)
  const folders = folderHandles.map((handle) => inFolder(files.path(handle, 'read-folder')))
  const seen = given.filter((path) => !isHidden(basename(path)))
  const sum = (count: (one: FoundTogether['leftOut']) => number): number =>
    folders.reduce((total, { leftOut }) => total + count(leftOut), 0)
  return {
    found: [...seen.map(onDisk), ...folders.flatMap(({ found }) => found)],
    leftOut: { hidden: given.length - seen.length + sum(({ hidden }) => hidden), folders: sum((one) => one.folders) },
  }
}

/** The second of a name is told apart by its number, because both may be taken. */
const numbered = (found: readonly Found[]): Found[] => {
  const before = new Map<string, number>()
  return found.map((one) => {
    const count = (before.get(one.name) ?? 0) + 1
    before.set(one.name, count)
    return count === 1 ? one : { ...one, name: `${one.name} (number ${count} of this name)` }
  })
}

const handleFor = ({ ids, files }: Environment, { path, zipped }: GivenFile): string => {
  const handle = ids.bytes(HANDLE_BYTES).toString('base64url')
  if (zipped === null) files.grant(handle, path, 'read')
  else files.grantZipped(handle, path, zipped)
  return handle
}

const itemsOf = async ({ env, report }: JobContext, found: readonly Found[]): Promise<ParcelItem[]> => {
  const inOrder = found.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB', { numeric: true }))
  const items: ParcelItem[] = []
  for (const [place, { name, bytes, file, why }] of numbered(inOrder).entries()) {
    await report({ step: 'Looking at files', done: place, total: found.length, unit: 'files' })
    const recognised = why === null ? await recogniseFile(file) : unusable(why)
    const fileHandle = recognised.why === null ? handleFor(env, file) : null
    const untaken = { state: 'left', trouble: null, madeId: null, comparedId: null } as const
    items.push({ place, name, bytes, ...recognised, fileHandle, ...untaken })
  }
  return items
}

/**
 * Looks at what was chosen together.
 * @returns null where that is a single file to be read by itself; else what is in it, each file with what it is.
 * @throws AppError `validation` or `io` in a plain sentence when it cannot be looked into.
 */
export const lookInto = async (context: JobContext, chosen: Chosen): Promise<Parcel | null> => {
  const { env } = context
  await context.report({ step: 'Looking at files', done: 0, total: null, unit: 'files' })
  const [only] = chosen.fileHandles
  if (only !== undefined && chosen.fileHandles.length === 1 && chosen.folderHandles.length === 0) {
    const file = env.files.given(only)
    const zip = file.zipped === null ? await lookIntoZip(file) : null
    if (zip === null) return null
    const { found, leftOut } = inZip(file.path, zip)
    return { from: 'zip', name: shownName(basename(file.path)), items: await itemsOf(context, found), leftOut }
  }
  const { found, leftOut } = gather(env, chosen)
  if (found.length === 0)
    throw refuse('There is no file in what you chose, only what systems hide. Choose the folder with the lists.')
  if (found.length > MOST_FILES)
    throw refuse(`That is more than ${MOST_FILES} files. Choose the lists that you need, some at a time.`)
  const [folder] = chosen.folderHandles
  const isFolder = folder !== undefined && chosen.folderHandles.length === 1 && chosen.fileHandles.length === 0
  return {
    from: isFolder ? 'folder' : 'files',
    name: isFolder ? shownName(basename(env.files.path(folder, 'read-folder'))) : null,
    items: await itemsOf(context, found),
    leftOut,
  }
}
