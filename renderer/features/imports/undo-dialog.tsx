import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { displayName, labelOf } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import { type ImportBatch, type KeptPerson, type UndoEffect, WHY_KEPT } from '#shared/features/imports/schema.ts'
import { counted } from './import-words.ts'
import classes from './imports.module.css'
import { useUndoImport } from './use-undo-import.ts'

const listWords = ({ listEntries, listEntriesDecided }: UndoEffect['goes']): string => {
  if (listEntries === 0) return ''
  const decided = listEntriesDecided === 0 ? '' : ` (${listEntriesDecided} decided)`
  return `${counted(listEntries, 'entry', 'entries')} of compared lists${decided}`
}

const goesWords = ({ goes }: UndoEffect): string => {
  const parts = [
    goes.people === 0 ? '' : counted(goes.people, 'person', 'people'),
    goes.diagnoses === 0 ? '' : counted(goes.diagnoses, 'diagnosis', 'diagnoses'),
    goes.events === 0 ? '' : counted(goes.events, 'event'),
    listWords(goes),
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nobody and nothing' : parts.join(', ')
}

const putBackWords = ({ putBack }: UndoEffect): string =>
  putBack.fields === 0
    ? 'Nothing'
    : `${counted(putBack.fields, 'field')} of ${counted(putBack.people, 'person', 'people')}`

const staysWords = ({ kept }: UndoEffect): string =>
  kept.people === 0
    ? 'Nothing was worked on since'
    : `${counted(kept.entries, 'entry', 'entries')} of ${counted(kept.people, 'person', 'people')}`

const nameOf = ({ person }: KeptPerson): string =>
  person.surname === '' ? 'No name' : displayName({ surname: person.surname, givenName: person.givenName })

const KeptPeople = ({ effect: { kept }, done }: { readonly effect: UndoEffect; readonly done: boolean }): ReactNode =>
  kept.people === 0 ? null : (
    <section aria-labelledby="kept-people" className={classes.kept}>
      <h3 id="kept-people">{done ? 'This stayed as it is' : 'This would stay as it is'}</h3>
      {/* A long list scrolls by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-labelledby="kept-people">
        {kept.list.map(({ person, entries }) => (
          <li key={person.id}>
            <Link href={`/people/${person.id}/journey`}>{nameOf({ person, entries })}</Link>
            <span className={classes.quiet}>{identityWords(person)}</span>
            {entries.map(({ what, why }, at) => (
              <span key={at}>{`${what}: ${labelOf(WHY_KEPT, why).toLowerCase()}`}</span>
            ))}
          </li>
        ))}
      </ul>
      {kept.people > kept.list.length && (
        <p
          className={classes.quiet}
        >{`and ${counted(kept.people - kept.list.length, 'other person', 'other people')}`}</p>
      )}
    </section>
  )

const Effect = ({ effect, done }: { readonly effect: UndoEffect; readonly done: boolean }): ReactNode => (
  <>
    <dl className={classes.effect}>
      <dt>{done ? 'Went' : 'Goes'}</dt>
      <dd>{goesWords(effect)}</dd>
      <dt>{done ? 'Was put back' : 'Is put back'}</dt>
      <dd>{putBackWords(effect)}</dd>
      <dt>{done ? 'Stayed' : 'Stays'}</dt>
      <dd>{staysWords(effect)}</dd>
    </dl>
    <KeptPeople effect={effect} done={done} />
  </>
)

interface UndoDialogProps {
  readonly batch: ImportBatch
  readonly onClose: () => void
}

/** Shows what undoing an import does, does it, and says what stayed. Nothing goes that was there before the import. */
export const UndoDialog = ({ batch, onClose }: UndoDialogProps): ReactNode => {
  const { undo, running, progress, error, stop } = useUndoImport()
  const [done, setDone] = useState<UndoEffect | null>(null)
  const told = useCoreQuery('imports', 'whatUndoDoes', { batchId: batch.id }, { enabled: done === null && !running })
  const queries = useQueryClient()
  // Anything that is changed anywhere can change the answer, so the next time it is asked for anew.
  useEffect(() => () => queries.removeQueries({ queryKey: ['imports', 'whatUndoDoes'] }), [queries])
  const confirm = async (): Promise<void> => {
    const effect = await undo(batch.id)
    if (effect === null) return
    if (effect.kept.people === 0) onClose()
    else setDone(effect)
  }
  const close = (): void => {
    if (running) stop()
    onClose()
  }
  if (done !== null) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={`“${batch.name}” is undone`}
        footer={
          <Button kind="filled" onClick={onClose} data-autofocus>
            Close
          </Button>
        }
      >
        <Effect effect={done} done />
      </Dialog>
    )
  }
  const trouble = error !== null && error.code !== 'cancelled' ? error : told.error
  // Asked before anything was tried: it was undone elsewhere, or came with a bundle and is another register's past.
  const isRefused = trouble === told.error && (trouble?.code === 'conflict' || trouble?.code === 'not-found')
  return (
    <Dialog
      open
      onClose={close}
      title={`Undo “${batch.name}”?`}
      footer={
        running ? undefined : (
          <>
            <Button onClick={onClose}>{isRefused ? 'Close' : 'Cancel'}</Button>
            {!isRefused && (
              <Button kind="filled" onClick={() => void confirm()} data-autofocus>
                Undo this import
              </Button>
            )}
          </>
        )
      }
    >
      {trouble !== null && (
        <InlineAlert tone="bad" title={isRefused ? 'It cannot be undone' : 'Nothing was undone'} spoken>
          {trouble.message}
        </InlineAlert>
      )}
      {running ? (
        <JobProgress progress={progress} title="Undoing the import" onCancel={stop}>
          If you cancel, everything stays as it is.
        </JobProgress>
      ) : (
        <>
          {error?.code === 'cancelled' && <InlineAlert spoken>Stopped. Nothing was undone.</InlineAlert>}
          {!isRefused && (
            <p>Only what this import brought goes. The import stays in the list with its rejected rows.</p>
          )}
          {told.data !== undefined && <Effect effect={told.data} done={false} />}
          {told.isPending && <SkeletonPanel lines={3} label="Working out what undoing does" />}
        </>
      )}
    </Dialog>
  )
}
