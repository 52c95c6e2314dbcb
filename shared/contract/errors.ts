/**
 * The closed set of ways a call can fail. Everything else is a defect and arrives as `internal` with a reference
 * that can be looked up in the log. Messages are plain sentences for the person at the screen: they never hold
 * patient data, SQL or keys.
 */
export const ERROR_CODES = [
  'validation',
  'not-found',
  'conflict',
  'stale',
  'forbidden',
  'locked',
  'io',
  'cancelled',
  'core-gone',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** What travels beside the message. `fieldErrors` maps a field's path in the input to the words above its box. */
export interface ErrorDetails {
  fieldErrors?: Record<string, string>
  /** Found beside the cause in the log. */
  reference?: string
  /** For a refused passphrase: how long until the next try, in whole seconds. */
  waitSeconds?: number
  /** For `conflict`: the record it collides with. */
  recordId?: string
}

/** An expected failure. Anything else that is thrown is a defect. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** True for the codes above; used where an error arrives from another process as plain data. */
export const isErrorCode = (text: string): text is ErrorCode => (ERROR_CODES as readonly string[]).includes(text)
