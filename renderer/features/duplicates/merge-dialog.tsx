import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import type { Belongings } from '#shared/features/duplicates/schema.ts'
import type { Person } from '#shared/features/register/schema.ts'
import classes from './duplicates.module.css'

const counted = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`]

/** `1 diagnosis, 5 events`: what hangs on a record. */
export const belongingsWords = ({ diagnoses, events, pathways, tasks }: Belongings): string => {
  const parts = [
    ...counted(diagnoses, 'diagnosis', 'diagnoses'),
    ...counted(events, 'event', 'events'),
    ...counted(pathways, 'pathway', 'pathways'),
    ...counted(tasks, 'task', 'tasks'),
  ]
  return parts.length === 0 ? 'Nothing but the details' : parts.join(', ')
}

type MergeDialogProps = {
  readonly kept: Person
  readonly other: Person
  readonly moves: Belongings
  readonly busy: boolean
  readonly error: string | undefined
  readonly onMerge: () => void
  readonly onClose: () => void
}

/** Names both before they become one, and says what moves. */
export const MergeDialog = ({ kept, other, moves, busy, error, onMerge, onClose }: MergeDialogProps): ReactNode => (
  <ConfirmDialog
    open
    title="Make one record of these two?"
    confirm="Merge"
    busy={busy}
    error={error}
    onCancel={onClose}
    onConfirm={onMerge}
  >
    <div className={classes.both}>
      <p>This record stays:</p>
      <PatientBanner layout="strip" label="Stays" patient={bannerOf(kept, today())} />
      <p>This one becomes part of it:</p>
      <PatientBanner layout="strip" label="Becomes part of it" patient={bannerOf(other, today())} />
    </div>
    <p>
      Moves over: {belongingsWords(moves).toLowerCase()}. Both histories stay readable. One undo brings both records
      back as they are.
    </p>
  </ConfirmDialog>
)
