import { enableCompileCache } from 'node:module'
import { AppError } from '#shared/contract/errors.ts'
import { appVersion } from './app-version.ts'
import { type Arguments, type OptionName, readArguments, takesOptions } from './arguments.ts'
import { defectLog, type DefectLog } from './core-log.ts'
import { EXIT, exitCodeOf, UsageError } from './exit-codes.ts'
import { HELP } from './help.ts'
import type { Run } from './register-file.ts'
import { printResult, say, type Terminal } from './terminal.ts'

type Command = (run: Run) => unknown

interface KnownCommand {
  /** Besides those that every command takes. */
  readonly options: readonly OptionName[]
  /** Each is loaded only when it is asked for: help and a mistyped word answer at once. */
  readonly load: () => Promise<Command>
}

const COMMANDS: Readonly<Record<string, KnownCommand>> = {
  demo: {
    options: ['db', 'patients', 'seed', 'today'],
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  import: {
    options: ['db', 'user', 'profile', 'dates', 'dry-run', 'name'],
    load: async () => (await import('./commands/import-file.ts')).importFile,
  },
  figures: {
    options: ['db', 'user', 'kind', 'name', 'source', 'edition', 'as-at', 'from', 'to', 'dry-run'],
    load: async () => (await import('./commands/bring-in-figures.ts')).bringInFigures,
  },
  report: {
    options: [
      'db',
      'user',
      'from',
      'to',
      'out',
      'formats',
      'sections',
      'small-numbers',
      'purpose',
      'recipient',
      'stays-inside',
    ],
    load: async () => (await import('./commands/report.ts')).report,
  },
  backup: {
    options: ['db', 'user', 'out'],
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  bundle: {
    options: ['db', 'user', 'out', 'reason', 'format', 'lead'],
    load: async () => (await import('./commands/bundle.ts')).bundle,
  },
  fhir: {
    options: ['db', 'user', 'out', 'reason', 'person', 'identity', 'names-agreed'],
    load: async () => (await import('./commands/fhir.ts')).fhir,
  },
  call: {
    options: ['db', 'user', 'read', 'write', 'folder'],
    load: async () => (await import('./commands/call.ts')).call,
  },
  methods: {
    options: [],
    load: async () => (await import('./commands/methods.ts')).listEveryMethod,
  },
}

const commandOf = (given: Arguments): Promise<Command> => {
  const [word] = given.words
  if (word === undefined)
    throw new UsageError(
      'Say what to do: demo, import, figures, report, backup, bundle, fhir, call or methods. See --help.',
    )
  const found = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (found === undefined)
    throw new UsageError(
      'There is no such command. It takes demo, import, figures, report, backup, bundle, fhir, call or methods. See --help.',
    )
  takesOptions(given, word, found.options)
  return found.load()
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
  // The terminal was closed.
  process.on('SIGHUP', stop)
  return stopping.signal
}

const sentenceFor = (cause: unknown): string => {
  if (cause instanceof UsageError || cause instanceof AppError) return cause.message
  return 'Something went wrong in Throughline itself. Nothing was saved.'
}

const reportFailure = (terminal: Terminal, log: DefectLog, cause: unknown, quiet: boolean): number => {
  const code = cause instanceof UsageError ? 'usage' : cause instanceof AppError ? cause.code : 'internal'
  const details = cause instanceof AppError ? cause.details : {}
  printResult(terminal, { error: { code, message: sentenceFor(cause), ...details } })
  if (quiet) return exitCodeOf(cause)
  say(terminal, sentenceFor(cause))
  for (const [field, words] of Object.entries(details.fieldErrors ?? {}))
    say(terminal, `  ${field === '' ? 'The input' : field}: ${words}`)
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
    else {
      const command = await commandOf(given)
      printResult(terminal, await command({ given, terminal, signal: stopOnInterrupt(), log }))
    }
    return EXIT.done
  } catch (cause) {
    return reportFailure(terminal, log, cause, typed.includes('--json'))
  }
}

// Whoever reads the results may stop early, as `head` does. That is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => process.exit(cause.code === 'EPIPE' ? EXIT.done : EXIT.io))

// Compiled code is kept between runs, so the second start takes half the time. It holds none of the data.
enableCompileCache()

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
})
