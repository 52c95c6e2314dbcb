import type { ReactNode } from 'react'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import { countBoth, HARM_ORDER } from '#shared/features/pathways/harm.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { pathwayName, priorityLabel } from '#shared/features/pathways/words.ts'
import { NarrowedLine } from '#renderer/ui/narrowed-line.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { attentionOf, bothWords, placeOf, waitOf } from './referral-words.ts'
import classes from './referrals.module.css'

type PrintedReferralsProps = {
  readonly rows: readonly SafetyNetRow[]
  /** What the list is narrowed to; nothing where every open referral is printed. */
  readonly narrowed: readonly string[]
  readonly today: IsoDate
}

/** The list on paper: every line of it, not only those in view. */
export const PrintedReferrals = ({ rows, narrowed, today }: PrintedReferralsProps): ReactNode => (
  <div className={classes.printed}>
    <h2>{`Open referrals on ${formatIsoDate(today)}`}</h2>
    <NarrowedLine narrowed={narrowed} />
    <p>{`${bothWords(countBoth(rows))}. ${HARM_ORDER.sentences.join(' ')}`}</p>
    <PlainTable
      caption="Open referrals"
      rows={rows}
      rowId={({ pathwayId }) => pathwayId}
      columns={[
        {
          id: 'person',
          header: 'Person',
          rowHeader: true,
          cell: ({ person }) => `${displayName(person)}, ${identityWords(person)}`,
        },
        {
          id: 'pathway',
          header: 'Pathway',
          cell: ({ tumourGroup, priority }) => `${pathwayName(tumourGroup)}, ${priorityLabel(priority)}`,
        },
        { id: 'waiting', header: 'Waiting', cell: (row) => Object.values(waitOf(row, today)).join(' ') },
        {
          id: 'place',
          header: 'Where it stands',
          cell: (row) => Object.values(placeOf(row)).filter(Boolean).join(', '),
        },
        { id: 'attention', header: 'Wants doing', cell: (row) => attentionOf(row, today).main },
        { id: 'hospital', header: 'Hospital', cell: ({ hospital }) => hospital ?? 'Not recorded' },
      ]}
    />
  </div>
)
