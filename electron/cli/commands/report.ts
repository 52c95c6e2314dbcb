import { REPORT_FORMATS, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import { existsSync, rmdirSync } from 'node:fs'
import { explainFileError } from '#core/vault/atomic-file.ts'
import { makeFolder } from '#core/vault/make-folder.ts'
import { oneOf, required, requiredDate, requiredPath } from '../arguments.ts'
import { UsageError } from '../exit-codes.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

const HANDLE = 'folder'
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

/** Freezes the network report for a period and writes it in the formats asked for. */
export const report = (run: Run): Promise<unknown> => {
  const { given, signal } = run
  if (given.words[1] !== 'network' || given.words.length > 2)
    throw new UsageError('Say which report: report network --db FILE --from DATE --to DATE --out FOLDER.')
  const from = requiredDate(given, 'from', 'the first day of the period')
  const to = requiredDate(given, 'to', 'the last day of the period')
  if (from > to) throw new UsageError('--from is after --to. Nothing was done: give the first day, then the last.')
  const folder = requiredPath(given, 'out', 'the folder to write to')
  const formats = (given.text('formats') ?? REPORT_FORMATS.join(','))
    .split(',')
    .map((format) => oneOf('formats', format.trim(), REPORT_FORMATS))
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
      const summary = await runToEnd(run, client.reports.build({ from, to, smallNumbers }, { signal }))
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
