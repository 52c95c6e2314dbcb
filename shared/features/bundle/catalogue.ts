import type { TableWords } from './describe.ts'
import { TABLES_OF_BRAINSTORM } from './tables-of-brainstorm.ts'
import { TABLES_OF_CONTACTS } from './tables-of-contacts.ts'
import { TABLES_OF_DEVELOPMENT } from './tables-of-development.ts'
import { TABLES_OF_LEARNING } from './tables-of-learning.ts'
import { TABLES_OF_LISTS } from './tables-of-lists.ts'
import { TABLES_OF_MEASURES } from './tables-of-measures.ts'
import { TABLES_OF_TOOLKIT } from './tables-of-toolkit.ts'
import { TABLES_OF_PEOPLE } from './tables-of-people.ts'
import { TABLES_OF_PLAN_LOGS } from './tables-of-plan-logs.ts'
import { TABLES_OF_PLANS } from './tables-of-plans.ts'
import { TABLES_OF_WORK } from './tables-of-work.ts'

/**
 * What a bundle holds: every table that people change, whole. Whoever adds a table or a column to the register adds it
 * here, or below with the reason why it stays out; until then no bundle is written, and the tests say so.
 */
export const BUNDLED_TABLES: readonly TableWords[] = [
  ...TABLES_OF_PEOPLE,
  ...TABLES_OF_WORK,
  ...TABLES_OF_LEARNING,
  ...TABLES_OF_LISTS,
  ...TABLES_OF_MEASURES,
  ...TABLES_OF_CONTACTS,
  ...TABLES_OF_PLANS,
  ...TABLES_OF_BRAINSTORM,
  ...TABLES_OF_PLAN_LOGS,
  ...TABLES_OF_TOOLKIT,
  ...TABLES_OF_DEVELOPMENT,
]

const FIGURES =
  'Figures of practices that somebody else publishes: about nobody on the register, each with its source, and brought in again from there.'

const WORKED_OUT = 'Worked out from other tables; made anew when a bundle is brought in.'

/** Tables that stay out of a bundle, each with the reason. */
export const TABLES_LEFT_OUT: Readonly<Record<string, string>> = {
  audit_entry:
    'The audit trail vouches for the register it was written in, entry by entry. A new register begins its own, whose first entries say which bundle it was made from; the old trail stays with the old register and its backups.',
  change:
    'The history of changes is part of the audit trail and is numbered by it. A bundle is the register as it stands; how it came to be so stays in the old register and its backups.',
  figure_set: FIGURES,
  figure_row: FIGURES,
  signing_key:
    'The private key that packs are signed with never leaves the register. One made from a bundle makes a key of its own, which those who check its packs see as a new one.',
  practice_pack:
    'Exact counts of other practices, which came sealed under a passphrase: a bundle would hold them open. They are brought in again from the packs themselves.',
  kept_text:
    'What somebody is still typing for a report that is not frozen yet. It is no record; its author finishes it where it was begun.',
  projection: 'Says by which rules the worked-out tables were made.',
  person_summary: WORKED_OUT,
  person_search: WORKED_OUT,
  register_row: WORKED_OUT,
  care_recall: WORKED_OUT,
  pathway_summary: WORKED_OUT,
  letter_gap: WORKED_OUT,
  letter_wait: WORKED_OUT,
  check_hit: WORKED_OUT,
  person_events: WORKED_OUT,
  duplicate_pair: 'Who may be here twice, as the last search found it; the next search finds it again.',
  duplicate_search: 'When that search was. Decisions that two records are two people are in the bundle.',
}

export interface ColumnLeftOut {
  readonly reason: string
  /** What stands there in a register that was made from a bundle. */
  readonly instead: number
}

/** Columns of bundled tables that stay out, as `table.column`. */
export const COLUMNS_LEFT_OUT: Readonly<Record<string, ColumnLeftOut>> = {
  'import_batch.audit_seq': {
    reason:
      'Names an entry of the audit trail, which stays with the register it was written in. The number would name another entry in a new register.',
    instead: 0,
  },
  'reconciliation_item.decided_seq': {
    reason: 'Names an entry of the audit trail, as above: what was decided stays, and is taken back by hand.',
    instead: 0,
  },
}
