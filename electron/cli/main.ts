import { AppError } from '#shared/contract/errors.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { backup } from './commands/backup.ts'
import { call } from './commands/call.ts'
import { demo } from './commands/demo.ts'
import { importFile } from './commands/import-file.ts'
import { listEveryMethod } from './commands/methods.ts'
import { report } from './commands/report.ts'
import { defectLog, type DefectLog } from './core-log.ts'
import { EXIT, exitCodeOf, UsageError } from './exit-codes.ts'
import { HELP } from './help.ts'
import { appVersion, type Run } from './register-file.ts'
import { printResult, say, type Terminal } from './terminal.ts'

type Command = (run: Run) => unknown

const COMMANDS: Readonly<Record<string, Command>> = {
  demo,
  import: importFile,
  report,
  backup,
  call,
  methods: listEveryMethod,
}

const commandOf = (given: Arguments): Command => {
  const [word] = given.words
  if (word === undefined) throw new UsageError('Say what to do: demo, import, report, backup, call or methods. See --help.')
  const found = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (found === undefined) throw new UsageError('There is no such command. It takes demo, import, report, backup, call or methods. See --help.')
  return found
}

/** Ctrl+C stops the work at its next safe point; a second one does not wait for that. */
const stopOnInterrupt = (): AbortSignal => {
  const stopping = new AbortController()
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(EXIT.cancelled)
    stopping.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return stopping.signal
}

const sentenceFor = (cause: unknown): string => {
  if (cause instanceof UsageError || cause instanceof AppError) return cause.message
  return 'Something went wrong in Throughline itself. Nothing was saved.'
}

const reportFailure = (terminal: Terminal, log: DefectLog, cause: unknown): number => {
  const code = cause instanceof UsageError ? 'usage' : cause instanceof AppError ? cause.code : 'internal'
  const details = cause instanceof AppError ? cause.details : {}
  printResult(terminal, { error: { code, message: sentenceFor(cause), ...details } })
  say(terminal, sentenceFor(cause))
  for (const [field, words] of Object.entries(details.fieldErrors ?? {})) say(terminal, `  ${field}: ${words}`)
  if (!(cause instanceof AppError) && !(cause instanceof UsageError) && cause instanceof Error) {
    log.write({ at: '', event: 'failed', code: 'internal', cause: `${cause.name}: ${cause.message}` })
  }
  for (const line of log.causes()) say(terminal, `  ${line}`)
  return exitCodeOf(cause)
}

const runCommandLine = async (typed: readonly string[], terminal: Terminal): Promise<number> => {
  const log = defectLog()
  try {
    const given = readArguments(typed)
    if (given.flag('help')) terminal.stdout.write(HELP)
    else if (given.flag('version')) terminal.stdout.write(`${appVersion()}\n`)
    else printResult(terminal, await commandOf(given)({ given, terminal, signal: stopOnInterrupt(), log }))
    return EXIT.done
  } catch (cause) {
    return reportFailure(terminal, log, cause)
  }
}

// Whoever reads the results may stop early, as `head` does. That is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => process.exit(cause.code === 'EPIPE' ? EXIT.done : EXIT.io))

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
})
