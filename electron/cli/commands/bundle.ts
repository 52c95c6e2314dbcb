import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { BUNDLE_FORMATS } from '#shared/features/bundle/schema.ts'
import { oneOf, required, requiredPath } from '../arguments.ts'
import { UsageError } from '../exit-codes.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

const HANDLE = 'file'
const FORMATS = BUNDLE_FORMATS.map(({ code }) => code)

const write = (run: Run): Promise<unknown> => {
  const path = requiredPath(run.given, 'out', 'the file to write')
  const reason = required(run.given, 'reason', 'why a file that names everybody is needed')
  const format = oneOf('format', run.given.text('format') ?? 'zip', FORMATS)
  if (existsSync(path))
    throw new AppError('conflict', 'A file lies at the place --out names. Choose another name, or move it away.')
  return withRegister(run, (client, core) => {
    core.env.files.grant(HANDLE, path, 'write')
    return runToEnd(run, client.bundle.write({ fileHandle: HANDLE, format, reason }, { signal: run.signal }))
  })
}

const fileOf = ({ given }: Run): string => {
  const [, word, file, ...more] = given.words
  if (file === undefined || more.length > 0) throw new UsageError(`Name one bundle: bundle ${word} FILE --db FILE.`)
  return resolve(file)
}

const check = (run: Run): Promise<unknown> => {
  const path = fileOf(run)
  return withRegister(run, (client, core) => {
    core.env.files.grant(HANDLE, path, 'read')
    return runToEnd(run, client.bundle.check({ fileHandle: HANDLE }, { signal: run.signal }))
  })
}

/** Brings a bundle in as the lead that `--lead` names, or as its only one. */
const bringIn = (run: Run): Promise<unknown> => {
  const path = fileOf(run)
  return withRegister(run, async (client, core, passphrase) => {
    core.env.files.grant(HANDLE, path, 'read')
    const { contentHash, leads } = await runToEnd(
      run,
      client.bundle.check({ fileHandle: HANDLE }, { signal: run.signal }),
    )
    const wanted = run.given.text('lead')
    const named = wanted === null ? leads : leads.filter(({ id, name }) => wanted === id || wanted === name)
    const [lead, ...others] = named
    if (lead === undefined || others.length > 0)
      throw new AppError(
        'conflict',
        'Say with --lead who of the bundle’s cancer leads you are. “bundle check” lists them.',
      )
    return runToEnd(
      run,
      client.bundle.bringIn({ fileHandle: HANDLE, contentHash, leadId: lead.id, passphrase }, { signal: run.signal }),
    )
  })
}

const fingerprint = (run: Run): Promise<unknown> =>
  withRegister(run, (client) => runToEnd(run, client.bundle.fingerprint({}, { signal: run.signal })))

const COMMANDS: Readonly<Record<string, (run: Run) => Promise<unknown>>> = {
  write,
  check,
  'bring-in': bringIn,
  fingerprint,
}

/** The whole register out to a file, and a register made from one. */
export const bundle = (run: Run): Promise<unknown> => {
  const [, word = ''] = run.given.words
  const found = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (found === undefined) throw new UsageError('bundle takes write, check, bring-in or fingerprint. See --help.')
  return found(run)
}
