import type { Handout } from '#shared/features/handouts/contract.ts'
import { core } from '#renderer/app/core-client.ts'
import { printNoted } from '#renderer/app/print-page.ts'

/** Names of the jobs in the printer's queue. Nobody is named there. */
const TITLES: Readonly<Record<Handout, string>> = {
  handover_card: 'Throughline handover card',
  story: 'Throughline journey in plain words',
}

/**
 * Enters the print in the audit trail, then opens the system's print dialog for this page: what is not in the trail is
 * not printed. Resolves to null, or to why it could not be printed.
 */
export const printHandout = (personId: string, what: Handout): Promise<string | null> =>
  printNoted(TITLES[what], () => core.handouts.printed({ personId, what }))
