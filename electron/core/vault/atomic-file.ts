import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'

const SENTENCES: Record<string, string> = {
  ENOSPC: 'The disk is full, so nothing was saved. Free some space and try again.',
  EDQUOT: 'Your share of the disk is full, so nothing was saved. Free some space and try again.',
  EACCES: 'This folder cannot be written to, so nothing was saved. Choose another folder or ask for permission.',
  EPERM: 'This folder cannot be written to, so nothing was saved. Choose another folder or ask for permission.',
  EROFS: 'This drive is read-only, so nothing was saved. Choose another folder.',
  ENOENT: 'The file or folder is no longer there. Choose it again.',
  EEXIST: 'A file stands where a folder of that name is needed. Move it away, or choose another folder.',
  ENOTDIR: 'That is not a folder. Choose a folder.',
  EISDIR: 'That is a folder, not a file. Choose a file.',
  EMFILE: 'Too many files are open on this computer. Close some programs and try again.',
}

/** Turns a failure of the disk that a person can act on into a plain sentence; anything else is passed on as it is. */
export const explainFileError = (cause: unknown): unknown => {
  const code = (cause as { code?: unknown } | null)?.code
  const sentence = typeof code === 'string' ? SENTENCES[code] : undefined
  return sentence === undefined ? cause : new AppError('io', sentence)
}

/**
 * Makes a file beside the place of another one. Nothing that lies there is written into: what was left over keeps the
 * rights that it was made with, and a link may lead into somebody else's hands.
 * @returns its number, open for writing; only its owner may read it.
 */
export const openBeside = (path: string): number => {
  rmSync(path, { force: true })
  return openSync(path, 'wx', 0o600)
}

/**
 * Writes a file whole or not at all: beside its place first, flushed to the disk, then moved over the old one.
 * @throws AppError `io` with a sentence when the disk refuses; the old file is still there.
 */
export const writeWhole = (path: string, content: string | Uint8Array): void => {
  const temporary = `${path}.part`
  try {
    const file = openBeside(temporary)
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw explainFileError(cause)
  }
}

/** Waits until a file or a folder is on the disk as it is now. Others go on meanwhile. */
const flush = async (path: string, flags: 'r' | 'r+'): Promise<void> => {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Moves a finished file over another so that after a power cut either the old or the whole new one is there. */
export const moveIntoPlace = async (from: string, to: string): Promise<void> => {
  await flush(from, 'r+')
  await rename(from, to)
  // Windows keeps no handle on a folder to flush; there the move is safe by itself.
  await flush(dirname(to), 'r').catch(() => undefined)
}
