import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { UsageError } from './exit-codes.ts'

const OPTIONS = {
  db: { type: 'string' },
  user: { type: 'string' },
  patients: { type: 'string' },
  seed: { type: 'string' },
  today: { type: 'string' },
  profile: { type: 'string' },
  kind: { type: 'string' },
  source: { type: 'string' },
  edition: { type: 'string' },
  'as-at': { type: 'string' },
  dates: { type: 'string' },
  name: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  formats: { type: 'string' },
  sections: { type: 'string' },
  lead: { type: 'string' },
  reason: { type: 'string' },
  out: { type: 'string' },
  'small-numbers': { type: 'string' },
  purpose: { type: 'string' },
  recipient: { type: 'string' },
  'stays-inside': { type: 'boolean' },
  identity: { type: 'string' },
  'names-agreed': { type: 'boolean' },
  person: { type: 'string', multiple: true },
  read: { type: 'string', multiple: true },
  write: { type: 'string', multiple: true },
  folder: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

export type OptionName = keyof typeof OPTIONS

/** What was typed: words in order, then options. */
export interface Arguments {
  readonly words: readonly string[]
  /** Names of the options that were given. */
  readonly given: readonly string[]
  flag(name: OptionName): boolean
  text(name: OptionName): string | null
  texts(name: OptionName): readonly string[]
}

const PASSPHRASE_OPTION = /^-{1,2}(?:p|pass|passphrase|password)(?:=|$)/i

/** @throws UsageError with what to type instead. Never repeats a value. */
export const readArguments = (typed: readonly string[]): Arguments => {
  if (typed.some((argument) => PASSPHRASE_OPTION.test(argument))) {
    throw new UsageError(
      'A passphrase is never an argument: other programs on this computer could read it. Set THROUGHLINE_PASSPHRASE, or leave it out and type it when asked.',
    )
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    })
    const given = values as Record<string, string | boolean | string[] | undefined>
    return {
      words: positionals,
      given: Object.keys(given),
      flag: (name) => given[name] === true,
      text: (name) => (typeof given[name] === 'string' ? given[name] : null),
      texts: (name) => (Array.isArray(given[name]) ? given[name] : []),
    }
  } catch (cause) {
    const option = /'(-{1,2}[\w-]+)/.exec(cause instanceof Error ? cause.message : '')?.[1]
    throw new UsageError(
      `${option === undefined ? 'The options were not understood' : `Option ${option} was not understood`}. See --help.`,
    )
  }
}

/** Options that every command takes. */
const ALWAYS: readonly OptionName[] = ['json', 'help', 'version']

/** @throws UsageError for an option of another command, which would otherwise be passed over as if it had been obeyed. */
export const takesOptions = ({ given }: Arguments, command: string, options: readonly OptionName[]): void => {
  const foreign = given.find((name) => ![...ALWAYS, ...options].some((option) => option === name))
  if (foreign !== undefined)
    throw new UsageError(`${command} does not take --${foreign}. Nothing was done. See --help.`)
}

/**
 * For a command that takes nothing but options.
 * @throws UsageError for a word after it, which would otherwise be passed over as if it had been obeyed.
 */
export const takesOnlyOptions = ({ words }: Arguments, command: string): void => {
  if (words.length > 1)
    throw new UsageError(`${command} takes options only, such as --db FILE. Nothing was done. See --help.`)
}

/** The text of an option that must be there. */
export const required = (given: Arguments, name: OptionName, meaning: string): string => {
  const value = given.text(name)
  if (value === null || value === '') throw new UsageError(`--${name} is missing: ${meaning}.`)
  return value
}

/** An absolute path from an option that must be there. */
export const requiredPath = (given: Arguments, name: OptionName, meaning: string): string =>
  resolve(required(given, name, meaning))

/** A whole number within bounds, or the usual one where the option is left out. */
export const wholeNumber = (
  given: Arguments,
  name: OptionName,
  usual: number,
  bounds: readonly [least: number, most: number],
): number => {
  const text = given.text(name)
  if (text === null) return usual
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < bounds[0] || value > bounds[1]) {
    throw new UsageError(`--${name} takes a whole number from ${bounds[0]} to ${bounds[1]}.`)
  }
  return value
}

/** A date option; null where it is left out. */
export const optionalDate = (given: Arguments, name: OptionName): IsoDate | null => {
  const text = given.text(name)
  if (text !== null && !isIsoDate(text))
    throw new UsageError(`--${name} takes a date that exists, written year-month-day, such as 2026-03-31.`)
  return text
}

/** A date option that must be there. */
export const requiredDate = (given: Arguments, name: OptionName, meaning: string): IsoDate => {
  required(given, name, meaning)
  return optionalDate(given, name) ?? ''
}

/** One of a closed list of words. */
export const oneOf = <T extends string>(name: OptionName, text: string, allowed: readonly T[]): T => {
  const found = allowed.find((word) => word === text)
  if (found === undefined) throw new UsageError(`--${name} takes ${allowed.join(', ')}.`)
  return found
}
