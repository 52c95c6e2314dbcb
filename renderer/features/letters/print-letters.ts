import { core } from '#renderer/app/core-client.ts'
import { printNoted } from '#renderer/app/print-page.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { LetterPage, LetterRow } from '#shared/features/letters/schema.ts'

/** A letter as it will be sent. */
export interface LetterText {
  readonly personId: string
  readonly text: string
}

/** A list of letters as it will be printed. */
export interface PrintedList {
  readonly rows: readonly LetterRow[]
  readonly total: number
}

/** Enters the print in the audit trail first: what is not in the trail is not printed. */
export const printLetters = (letters: readonly LetterText[]): Promise<string | null> =>
  printNoted('Throughline letters', () =>
    core.letters.printed({
      personId: letters.length === 1 ? (letters[0]?.personId ?? null) : null,
      letters: letters.length,
    }),
  )

/** The rows of a list for the printer; reading them is the print's entry in the audit trail. */
export const listToPrint = async (
  page: Omit<LetterPage, 'offset' | 'limit'>,
): Promise<{ readonly list: PrintedList } | { readonly failure: string }> => {
  try {
    return { list: await core.letters.forPrint(page) }
  } catch (cause) {
    const failure = cause instanceof AppError ? cause.message : 'Something went wrong. Nothing was printed: try again.'
    return { failure }
  }
}
