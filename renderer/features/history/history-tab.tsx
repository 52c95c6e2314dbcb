import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { FieldChange, HistoryEntry, RowChange } from '#shared/features/history/contract.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { dayOf, timeOf } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { takeBack } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import classes from './history.module.css'

const KIND_WORDS: Readonly<Record<RowChange['kind'], string>> = {
  insert: 'Added',
  update: 'Changed',
  remove: 'Removed',
}

const Fields = ({ fields }: { readonly fields: readonly FieldChange[] }): ReactNode =>
  fields.length > 0 && (
    <dl className={classes.fields}>
      {fields.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            was <b>{before}</b>, now <b>{after}</b>
          </dd>
        </div>
      ))}
    </dl>
  )

type EntryProps = { readonly entry: HistoryEntry; readonly onUndo: ((seq: number) => void) | undefined }

const Entry = ({ entry, onUndo }: EntryProps): ReactNode => (
  <li className={classes.entry}>
    <span className={classes.time}>{timeOf(entry.at)}</span>
    <div className={classes.words}>
      <p>
        <b>{entry.sentence}</b> <span className={classes.who}>{entry.userName}</span>{' '}
        {entry.undone && <Badge>Taken back later</Badge>}
      </p>
      {entry.changes.length > 0 && (
        <ul className={classes.changes}>
          {entry.changes.map((change, index) => (
            // Two rows of one entry may be called the same; their order never changes.
            <li key={`${index} ${change.what}`}>
              {KIND_WORDS[change.kind]}: {change.what}
              <Fields fields={change.fields} />
            </li>
          ))}
        </ul>
      )}
    </div>
    {onUndo !== undefined && entry.canUndo && (
      <Button size="small" kind="quiet" icon={IconArrowBackUp} onClick={() => onUndo(entry.seq)}>
        Take back
      </Button>
    )}
  </li>
)

const fileWords = (count: number): string =>
  count === 1
    ? '1 row came in together with those of other people. Imports keeps who brought in which file and when.'
    : `${count} rows came in together with those of other people. Imports keeps who brought in which file and when.`

/** Who changed what about one person, day by day, the newest first. */
export const HistoryTab = ({ personId }: { readonly personId: string }): ReactNode => {
  const { data, error } = useCoreQuery('history', 'ofPerson', { personId })
  const mayWrite = useMay('journey.write')
  const [failure, setFailure] = useState<string>()
  const days = useMemo(() => [...Map.groupBy(data?.entries ?? [], ({ at }) => dayOf(at))], [data])
  const undo = (seq: number): void => {
    setFailure(undefined)
    void takeBack(seq, setFailure)
  }
  if (error !== null) {
    return (
      <div className={classes.page}>
        <InlineAlert tone="bad" spoken title="The history could not be read">
          {error.message}
        </InlineAlert>
      </div>
    )
  }
  if (data === undefined) return <SkeletonPanel label="Loading the history" lines={6} />
  return (
    <div className={classes.page}>
      {failure !== undefined && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      {days.map(([day, entries]) => (
        <Panel key={day} title={formatIsoDate(day)} padding="flush">
          <ul>
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} onUndo={mayWrite ? undo : undefined} />
            ))}
          </ul>
        </Panel>
      ))}
      {data.fromFiles > 0 && <p className={classes.files}>{fileWords(data.fromFiles)}</p>}
      {days.length === 0 && data.fromFiles === 0 && (
        <EmptyState title="Nothing has been changed yet">Every change from now on is kept here.</EmptyState>
      )}
    </div>
  )
}
