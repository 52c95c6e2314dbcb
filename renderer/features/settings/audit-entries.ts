import type { z } from 'zod'
import type { auditEntrySchema } from '#shared/features/audit/contract.ts'

export type AuditEntry = z.output<typeof auditEntrySchema>

interface Kind {
  readonly label: string
  readonly tone: 'plain' | 'action' | 'hole' | 'added' | 'changed' | 'removed'
}

const KINDS: Readonly<Record<string, Kind>> = {
  view: { label: 'Viewed', tone: 'plain' },
  create: { label: 'Added', tone: 'added' },
  edit: { label: 'Changed', tone: 'changed' },
  remove: { label: 'Removed', tone: 'removed' },
  undo: { label: 'Undone', tone: 'changed' },
  import: { label: 'Import', tone: 'action' },
  export: { label: 'Export', tone: 'hole' },
  print: { label: 'Printed', tone: 'hole' },
  backup: { label: 'Backup', tone: 'added' },
  unlock: { label: 'Access', tone: 'plain' },
  settings: { label: 'Settings', tone: 'action' },
}

/** What sort of thing an entry is. */
export const kindOf = (verb: string): Kind => KINDS[verb] ?? { label: verb, tone: 'plain' }

/** How many rows it touched; nothing for a look. */
export const rowWords = ({ rowCount, undone }: Pick<AuditEntry, 'rowCount' | 'undone'>): string => {
  const rows = rowCount === 0 ? '' : rowCount === 1 ? '1 record' : `${rowCount.toLocaleString('en-GB')} records`
  return undone ? [rows, 'taken back since'].filter((part) => part !== '').join(', ') : rows
}

/** Features whose changes can be taken back from the trail. An import is undone from the list of imports. */
const TAKEN_BACK_HERE = ['register.', 'journey.']
const CHANGES = new Set(['create', 'edit', 'remove'])

/** Whether an entry is offered to be taken back. The core decides what of it still can be. */
export const canBeTakenBack = ({ method, verb, rowCount, undone }: AuditEntry): boolean =>
  !undone && rowCount > 0 && CHANGES.has(verb) && TAKEN_BACK_HERE.some((feature) => method.startsWith(feature))

export interface DayOfEntries {
  readonly day: string
  readonly entries: readonly AuditEntry[]
}

/** Entries under their days, in the order they come. */
export const byDay = (entries: readonly AuditEntry[], dayOf: (instant: string) => string): readonly DayOfEntries[] => {
  const days = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const day = dayOf(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, held]) => ({ day, entries: held }))
}
