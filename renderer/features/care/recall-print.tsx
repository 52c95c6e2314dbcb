import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { askPrinter } from '#renderer/app/print-page.ts'
import { NarrowedLine } from '#renderer/ui/narrowed-line.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { displayName, labelOf } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { CONTACT_KINDS } from '#shared/features/care/kinds.ts'
import { RECALL_STATES, type RecallRow } from '#shared/features/care/schema.ts'
import { type RecallAddress, recallFilterOf } from './recall-address.ts'
import { cancerWords, diagnosedWords, dueMark, triedWords } from './recall-words.ts'
import classes from './care.module.css'

type RecallPrintProps = { readonly address: RecallAddress; readonly onDone: () => void }

type Loaded = { readonly rows: readonly RecallRow[]; readonly total: number }

const kindLabel = ({ kind }: RecallAddress): string => CONTACT_KINDS.find(({ code }) => code === kind)?.plural ?? ''

/** What the list is narrowed to beside kind and state. Everybody in the list of a lead has that lead. */
const narrowedWords = ({ lead, group }: RecallAddress, rows: readonly RecallRow[]): readonly string[] => [
  ...(lead === 'nobody' ? ['no named lead'] : []),
  ...(lead === 'nobody' || recallFilterOf({ lead, group }).lead === 'anyone'
    ? []
    : [`named lead ${rows[0]?.namedLeadName ?? 'as chosen'}`]),
  ...(group === null ? [] : [tumourGroupLabel(group)]),
]

const personCell = ({ person }: RecallRow): ReactNode => (
  <>
    {displayName({ ...person, title: null })}
    <br />
    {identityWords(person)}
  </>
)

const Sheet = ({ address, rows, total }: Loaded & { readonly address: RecallAddress }): ReactNode => {
  const day = dayNow()
  const narrowed = narrowedWords(address, rows)
  return (
    <>
      <h1>{`${kindLabel(address)}: ${labelOf(RECALL_STATES, address.state).toLowerCase()}`}</h1>
      <NarrowedLine narrowed={narrowed} className={classes.reason} />
      <p className={classes.reason}>
        {`${formatIsoDate(day)}. ${rows.length < total ? `The first ${rows.length} of ${total} people.` : `${total} people.`} Confidential: destroy after use.`}
      </p>
      <PlainTable
        caption="People to ask"
        rows={rows}
        rowId={({ person }) => person.id}
        columns={[
          {
            id: 'person',
            header: 'Person',
            rowHeader: true,
            cell: personCell,
          },
          { id: 'diagnosis', header: 'Diagnosis', cell: (row) => `${cancerWords(row)}. ${diagnosedWords(row)}` },
          { id: 'due', header: 'Due', cell: (row) => `${formatIsoDate(row.dueDate)}, ${dueMark(row, day).words}` },
          {
            id: 'tried',
            header: 'Tried',
            cell: (row) =>
              Object.values(triedWords(row, day))
                .filter((part) => part !== '')
                .join(', '),
          },
          { id: 'done', header: 'What became of it', width: '22%', cell: () => '' },
        ]}
      />
    </>
  )
}

/** The list on paper, with room to write: shown as it will print, then the printer is asked. The print is audited. */
export const RecallPrint = ({ address, onDone }: RecallPrintProps): ReactNode => {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const wanted = useEffectEvent(() => ({ ...recallFilterOf(address), kind: address.kind, state: address.state }))
  useEffect(() => {
    core.care.forPrint(wanted()).then(setLoaded, (cause: unknown) => {
      setFailure(cause instanceof AppError ? cause.message : 'The list could not be read. Try again.')
    })
  }, [])
  useEffect(() => {
    if (loaded === null) return
    void askPrinter('Care reviews').then(setFailure)
  }, [loaded])
  return (
    <div className={classes.printed}>
      <p data-print="hide">
        <Button onClick={onDone}>Back to the list</Button>
      </p>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="Not printed">
          {failure}
        </InlineAlert>
      )}
      {loaded === null && failure === null && <SkeletonPanel label="Getting the list ready" lines={8} />}
      {loaded !== null && <Sheet address={address} {...loaded} />}
    </div>
  )
}
