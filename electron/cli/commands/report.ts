import { REPORT_FORMATS, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS } from '#shared/features/reports/sections.ts'
import { existsSync, rmdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { inspectPack, readPackFile } from '#core/features/packs/public.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { InspectedPack } from '#shared/features/packs/schema.ts'
import { explainFileError } from '#core/vault/atomic-file.ts'
import { makeFolder } from '#core/vault/make-folder.ts'
import { oneOf, required, requiredDate, requiredPath } from '../arguments.ts'
import { UsageError } from '../exit-codes.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

const HANDLE = 'folder'
/** What a sealed pack opens with; never an argument. */
const PACK_PASSPHRASE = 'THROUGHLINE_PACK_PASSPHRASE'
const RULES = SMALL_NUMBER_RULES.map((rule) => rule.code)

/** Makes the folder to write to. @returns what takes it away again where nothing was written to a new one. */
const makeOutFolder = (folder: string): (() => void) => {
  const isNew = !existsSync(folder)
  try {
    makeFolder(folder)
  } catch (cause) {
    throw explainFileError(cause)
  }
  return () => {
    try {
      if (isNew) rmdirSync(folder)
    } catch {
      // Something stands in it: that stays.
    }
  }
}

const VERIFY_HANDLE = 'pack'

const FAILURES = { 'other-key': 'conflict', 'wrong-passphrase': 'forbidden', sealed: 'forbidden' } as const

/** What a check found, without the report itself. @throws AppError for a pack that is not to be used. */
const told = <T extends InspectedPack>({ dataset: _shown, ...checked }: T): Omit<T, 'dataset'> => {
  const { state, sentence } = checked
  if (state === 'genuine' || state === 'new-key') return checked
  throw new AppError(Object.hasOwn(FAILURES, state) ? FAILURES[state as keyof typeof FAILURES] : 'validation', sentence)
}

/**
 * Whether a pack is genuine and unchanged. Without a register nobody's key is remembered: what is left is whether the
 * file is as it was signed, and the fingerprint to compare.
 */
const verify = (run: Run): Promise<unknown> => {
  const { given, signal, terminal } = run
  const [, , file, ...more] = given.words
  if (file === undefined || more.length > 0) throw new UsageError('Name one pack: report verify FILE.')
  const path = resolve(file)
  const passphrase = terminal.environment[PACK_PASSPHRASE] ?? ''
  if (given.text('db') === null) {
    return inspectPack(readPackFile(path), passphrase).then(({ figures: _counts, ...checked }) => told(checked))
  }
  return withRegister(run, async (client, core) => {
    core.env.files.grant(VERIFY_HANDLE, path, 'read')
    return told(await runToEnd(run, client.packs.verify({ fileHandle: VERIFY_HANDLE, passphrase }, { signal })))
  })
}

/** Freezes the network report for a period and writes it in the formats asked for, or checks a pack. */
export const report = (run: Run): Promise<unknown> => {
  const { given, signal } = run
  if (given.words[1] === 'verify') return verify(run)
  if (given.words[1] !== 'network' || given.words.length > 2)
    throw new UsageError(
      'Say which: report network --db FILE --from DATE --to DATE --out FOLDER, or report verify FILE.',
    )
  const from = requiredDate(given, 'from', 'the first day of the period')
  const to = requiredDate(given, 'to', 'the last day of the period')
  if (from > to) throw new UsageError('--from is after --to. Nothing was done: give the first day, then the last.')
  const folder = requiredPath(given, 'out', 'the folder to write to')
  const formats = (given.text('formats') ?? REPORT_FORMATS.join(','))
    .split(',')
    .map((format) => oneOf('formats', format.trim(), REPORT_FORMATS))
  const sections = (given.text('sections') ?? ALL_SECTIONS.join(','))
    .split(',')
    .map((section) => oneOf('sections', section.trim(), ALL_SECTIONS))
  const smallNumbers = oneOf('small-numbers', given.text('small-numbers') ?? 'hide-1-to-5', RULES)
  const sending = {
    purpose: required(given, 'purpose', 'what it is for'),
    recipient: required(given, 'recipient', 'whom it is for'),
    staysInside: given.flag('stays-inside'),
  }
  return withRegister(run, async (client, core) => {
    const giveUpFolder = makeOutFolder(folder)
    try {
      core.env.files.grant(HANDLE, folder, 'folder')
      const summary = await runToEnd(run, client.reports.build({ from, to, smallNumbers, sections }, { signal }))
      const written = await runToEnd(
        run,
        client.reports.export({ id: summary.id, folderHandle: HANDLE, formats, ...sending }, { signal }),
      )
      return { report: summary, ...written }
    } catch (cause) {
      giveUpFolder()
      throw cause
    }
  })
}
