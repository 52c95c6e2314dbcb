import type { ReactNode } from 'react'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { FieldChange, ImportRow } from '#shared/features/imports/schema.ts'
import { bannerOfRow, lineWords } from './import-words.ts'
import classes from './check.module.css'

const oursCell = (change: FieldChange): ReactNode => {
  if (change.ours === null) return <span className={classes.quiet}>blank</span>
  if (!change.taken) return <b>{change.ours}</b>
  return (
    <s className={classes.old}>
      <VisuallyHidden>was </VisuallyHidden>
      {change.ours}
    </s>
  )
}

const theirsCell = ({ taken, theirs }: FieldChange): ReactNode =>
  taken ? <span className={classes.fresh}>{theirs}</span> : <span>{theirs}</span>

const whatCell = ({ taken }: FieldChange): ReactNode => (
  <StatusMark kind={taken ? 'on-track' : 'not-started'}>{taken ? 'Take file' : 'Keep ours'}</StatusMark>
)

const Changes = ({ changes }: { readonly changes: readonly FieldChange[] }): ReactNode => (
  <PlainTable
    caption="Field by field, ours beside the file"
    rows={changes}
    rowId={(_change, index) => String(index)}
    columns={[
      { id: 'field', header: 'Field', rowHeader: true, width: '16%', cell: ({ label }) => label },
      { id: 'ours', header: 'Ours', width: '18%', cell: oursCell },
      { id: 'theirs', header: 'In the file', width: '30%', cell: theirsCell },
      { id: 'what', header: 'What will happen', cell: whatCell },
      { id: 'why', header: 'Why', width: '20%', cell: ({ why }) => why },
    ]}
  />
)

/** Of somebody new everything comes from the file, so there is nothing to lay beside it. */
const NewFacts = ({ changes }: { readonly changes: readonly FieldChange[] }): ReactNode => (
  <PlainTable
    caption="What will be added"
    rows={changes}
    rowId={(_change, index) => String(index)}
    columns={[
      { id: 'field', header: 'Field', rowHeader: true, width: '25%', cell: ({ label }) => label },
      { id: 'theirs', header: 'Will be added', cell: theirsCell },
    ]}
  />
)

const matchWords = ({ outcome, matchedOn }: ImportRow): string => {
  if (outcome === 'new') return 'Nobody on the register has this number, or this name and date of birth.'
  return outcome === 'same'
    ? `Matched on ${matchedOn ?? ''}. Nothing in the file is new to us.`
    : `Matched on ${matchedOn ?? ''}.`
}

const Reason = ({ row }: { readonly row: ImportRow }): ReactNode => (
  <InlineAlert tone="bad" title="Not brought in">
    {`${row.reason ?? ''}. Save the rejected rows, mend this one there or in the practice system, and bring it in again.`}
  </InlineAlert>
)

/** What will happen to one person of the file, field by field. One record at a time. */
export const PersonDecision = ({ row }: { readonly row: ImportRow }): ReactNode => (
  <>
    <PatientBanner
      patient={bannerOfRow(row)}
      layout="strip"
      actions={<span className={classes.bannerLine}>{lineWords(row)}</span>}
    />
    {row.outcome === 'new' ? (
      <NewFacts changes={row.changes} />
    ) : (
      row.changes.length > 0 && <Changes changes={row.changes} />
    )}
    <div className={classes.notes}>
      {row.outcome === 'rejected' ? <Reason row={row} /> : <InlineAlert>{matchWords(row)}</InlineAlert>}
      {row.warnings.map((warning) => (
        <InlineAlert key={warning} tone="warn" title="Worth a look">
          {`${warning}.`}
        </InlineAlert>
      ))}
    </div>
  </>
)
