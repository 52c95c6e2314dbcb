import { core } from '#renderer/app/core-client.ts'
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

const refusalWords = (cause: unknown): string =>
  cause instanceof AppError ? cause.message : 'Something went wrong. Nothing was printed: try again.'

/** Opens the system's print dialog for this page. Resolves to null, or to why it could not be printed. */
export const printThisPage = async (title: string): Promise<string | null> => {
  const outcome = await window.throughline.printPage({ title })
  return outcome.ok ? null : outcome.message
}

/** Enters the print in the audit trail first: what is not in the trail is not printed. */
export const printLetters = async (letters: readonly LetterText[]): Promise<string | null> => {
  const [first] = letters
  try {
    await core.letters.printed({
      personId: letters.length === 1 ? (first?.personId ?? null) : null,
      letters: letters.length,
    })
  } catch (cause) {
    return refusalWords(cause)
  }
  return printThisPage('Throughline letters')
}

/** The rows of a list for the printer; reading them is the print's entry in the audit trail. */
export const listToPrint = async (
  page: Omit<LetterPage, 'offset' | 'limit'>,
): Promise<{ readonly list: PrintedList } | { readonly failure: string }> => {
  try {
    return { list: await core.letters.forPrint(page) }
  } catch (cause) {
    return { failure: refusalWords(cause) }
  }
}
