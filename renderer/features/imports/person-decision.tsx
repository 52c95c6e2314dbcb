import type { ReactNode } from 'react'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { DifferenceChoice } from '#shared/features/imports/differences.ts'
import type { FieldChange, ImportRow } from '#shared/features/imports/schema.ts'
import { DifferenceChoiceField } from './difference-choice.tsx'
import { bannerOfRow, lineWords } from './import-words.ts'
import classes from './check.module.css'
import { isOpenDifference } from './open-differences.ts'
import type { DifferencePlace } from './use-choices.ts'

const oursCell = (change: FieldChange): ReactNode => {
  if (change.ours === null) return <span className={classes.quiet}>blank</span>
  if (!change.taken || change.difference?.choice === 'both') return <b>{change.ours}</b>
  return (
    <s className={classes.old}>
      <VisuallyHidden>was </VisuallyHidden>
      {change.ours}
    </s>
  )
}

const theirsCell = ({ taken, theirs }: FieldChange): ReactNode =>
  taken ? <span className={classes.fresh}>{theirs}</span> : <span>{theirs}</span>

type OnChoose = (place: DifferencePlace, choice: DifferenceChoice | null) => void

const whatCell = (row: ImportRow, change: FieldChange, at: number, onChoose: OnChoose): ReactNode => {
  const { difference } = change
  if (difference === null) {
    return (
      <div className={classes.choice}>
        <StatusMark kind={change.taken ? 'on-track' : 'not-started'}>
          {change.taken ? 'Take theirs' : 'Keep ours'}
        </StatusMark>
        <span className={classes.quiet}>{change.why}</span>
      </div>
    )
  }
  const place = { line: row.line, code: difference.code, nth: difference.nth }
  return (
    <DifferenceChoiceField
      change={change}
      difference={difference}
      at={at}
      onChoose={(choice) => onChoose(place, choice)}
    />
  )
}

const Changes = ({ row, onChoose }: { readonly row: ImportRow; readonly onChoose: OnChoose }): ReactNode => {
  const rows = row.changes.map((change, at) => ({ change, at }))
  return (
    <PlainTable
      caption="Field by field, ours beside the file"
      rows={rows}
      rowId={({ at }) => String(at)}
      flagged={({ change }) => isOpenDifference(change)}
      columns={[
        { id: 'field', header: 'Field', rowHeader: true, width: '16%', cell: ({ change }) => change.label },
        { id: 'ours', header: 'Ours', width: '18%', cell: ({ change }) => oursCell(change) },
        { id: 'theirs', header: 'In the file', width: '20%', cell: ({ change }) => theirsCell(change) },
        {
          id: 'what',
          header: 'What will happen',
          cell: ({ change, at }) => whatCell(row, change, at, onChoose),
        },
      ]}
    />
  )
}

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

interface PersonDecisionProps {
  readonly row: ImportRow
  readonly onChoose: OnChoose
}

/** What will happen to one person of the file, field by field. One record at a time. */
export const PersonDecision = ({ row, onChoose }: PersonDecisionProps): ReactNode => (
  <>
    <PatientBanner
      patient={bannerOfRow(row)}
      layout="strip"
      actions={<span className={classes.bannerLine}>{lineWords(row)}</span>}
    />
    {row.outcome === 'new' ? (
      <NewFacts changes={row.changes} />
    ) : (
      row.changes.length > 0 && <Changes row={row} onChoose={onChoose} />
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
