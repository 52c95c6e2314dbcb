import { readFileSync } from 'node:fs'
import { app } from 'electron'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import { writeWholeFile } from './atomic-file.ts'
import { answerAtOnce, hearPage, text } from './ipc.ts'

const FILE = 'preferences.json'
const LONGEST = 4000

type Kept = boolean | number | string | { readonly [name: string]: Kept }

const isWord = (value: string): boolean => /^[A-Za-z][A-Za-z-]{0,30}$/.test(value)

const isKept = (value: unknown, depth: number): value is Kept => {
  if (typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 10_000
  if (typeof value === 'string') return isWord(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return false
  return Object.entries(value).every(([name, inner]) => isWord(name) && isKept(inner, depth - 1))
}

/**
 * The preferences in a text, or null where it holds anything else. The file is not encrypted, so it takes switches,
 * small numbers and single words, and nothing that could carry a name, a date or an NHS number.
 */
export const readKept = (json: string): string | null => {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && isKept(value, 2) ? JSON.stringify(value) : null
  } catch {
    return null
  }
}

const recall = (): string => {
  try {
    return readKept(readFileSync(`${app.getPath('userData')}/${FILE}`, 'utf8')) ?? '{}'
  } catch {
    return '{}'
  }
}

/** Keeps how the person likes the window between runs. Gives what settles once every change heard of is on the disk. */
export const offerPreferences = (): (() => Promise<void>) => {
  let kept = recall()
  let writing = Promise.resolve()
  answerAtOnce(SHELL_CHANNELS.readPreferences, 'app', () => kept)
  hearPage(SHELL_CHANNELS.keepPreferences, ['app'], (payload) => {
    const wanted = readKept(text(payload, LONGEST))
    if (wanted === null || wanted === kept) return
    kept = wanted
    // One after the other, and a profile that cannot be written to costs no more than the preferences.
    writing = writing
      .then(() => writeWholeFile(app.getPath('userData'), FILE, Buffer.from(wanted)))
      .catch(() => undefined)
  })
  return () => writing
}
