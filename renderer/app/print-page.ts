import { announce } from '#renderer/ui/live-region.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { type Print, PRINTS } from '#shared/features/audit/public.ts'
import { core } from './core-client.ts'

/**
 * Opens the system's print dialog for this page: only for what is in the audit trail already, as a list that was read to
 * be printed, and for what there is before there is a trail. Everything else prints by `printPaper` or `printNoted`.
 * @param title names the job in the printer's queue: no patient in it.
 * @returns null, or why nothing was printed.
 */
export const askPrinter = async (title: string): Promise<string | null> => {
  const outcome = await window.throughline.printPage({ title })
  return outcome.ok ? null : outcome.message
}

/**
 * Enters a print in the audit trail by a method of its own, then opens the print dialog: what is not in the trail is not
 * printed. @returns null, or why nothing was printed.
 */
export const printNoted = async (title: string, note: () => Promise<unknown>): Promise<string | null> => {
  try {
    await note()
  } catch (cause) {
    return cause instanceof AppError ? cause.message : 'Something went wrong. Nothing was printed: try again.'
  }
  return askPrinter(title)
}

/** The same for a page with nobody's record in it. @param recordId which plan, action or review it is of. */
export const printPaper = (print: Print, recordId: string | null = null): Promise<string | null> =>
  printNoted(PRINTS[print].title, () => core.audit.printed({ print, recordId }))

/** The same where a page has no place for a message: why nothing was printed is said aloud. */
export const printAloud = async (print: Print, recordId: string | null = null): Promise<void> => {
  const failure = await printPaper(print, recordId)
  if (failure !== null) announce(failure, 'assertive')
}
