import { AppError } from '#shared/contract/errors.ts'
import type { Handout } from '#shared/features/handouts/contract.ts'
import { core } from '#renderer/app/core-client.ts'

/** Names of the jobs in the printer's queue. Nobody is named there. */
const TITLES: Readonly<Record<Handout, string>> = {
  handover_card: 'Throughline handover card',
  story: 'Throughline journey in plain words',
}

/**
 * Enters the print in the audit trail, then opens the system's print dialog for this page: what is not in the trail is
 * not printed. Resolves to null, or to why it could not be printed.
 */
export const printHandout = async (personId: string, what: Handout): Promise<string | null> => {
  try {
    await core.handouts.printed({ personId, what })
  } catch (cause) {
    return cause instanceof AppError ? cause.message : 'Something went wrong. Nothing was printed: try again.'
  }
  const printed = await window.throughline.printPage({ title: TITLES[what] })
  return printed.ok ? null : printed.message
}
