import { urlChoice } from '#renderer/app/url-state.ts'
import type { ImportCounts, ImportOutcome } from '#shared/features/imports/schema.ts'

/** Order of the tabs: what wants somebody's choice first, then what changes the register. */
export const OUTCOME_TABS: readonly { id: ImportOutcome; label: string }[] = [
  { id: 'conflict', label: 'Disagree' },
  { id: 'changed', label: 'Changed' },
  { id: 'new', label: 'New' },
  { id: 'rejected', label: 'Rejected' },
  { id: 'same', label: 'Same' },
]

/** The tab in the address; `first` is the first that holds anybody. */
export const checkFields = {
  show: urlChoice(['first', 'changed', 'conflict', 'new', 'rejected', 'same'] as const, 'first'),
}

/** The tab to show. */
export const outcomeShown = (show: ImportOutcome | 'first', { people }: ImportCounts): ImportOutcome =>
  show === 'first' ? (OUTCOME_TABS.find(({ id }) => people[id] > 0)?.id ?? 'same') : show
