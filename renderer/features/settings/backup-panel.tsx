import { IconDeviceFloppy, IconFolder, IconRestore } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreCommand, useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { Progress } from '#shared/contract/define.ts'
import type { Backup, BackupCounts } from '#shared/features/safekeeping/schema.ts'
import { momentWords, sizeWords } from './moments.ts'
import classes from './settings.module.css'
import { useMay } from '#renderer/app/use-may.ts'

const REASONS: Readonly<Record<Backup['reason'], string>> = {
  daily: 'Daily',
  asked: 'Asked for',
  'before-import': 'Before an import',
  'before-migration': 'Before an update',
  'before-restore': 'Before a restore',
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const holdsWords = ({ people, events }: Pick<Backup, 'people' | 'events'>, joint: string): string =>
  `${counted(people, 'person', 'people')}${joint}${counted(events, 'event', 'events')}`

type Tested = { readonly id: string; readonly counts: BackupCounts }

const Checked = ({ backup, tested }: { readonly backup: Backup; readonly tested: Tested | null }): ReactNode => {
  if (tested?.id !== backup.id) return <StatusMark kind="on-track">Opens, counts match</StatusMark>
  const same = tested.counts.people === backup.people && tested.counts.events === backup.events
  return same ? (
    <StatusMark kind="on-track">Restored as a test</StatusMark>
  ) : (
    <StatusMark kind="off-track">{`Holds ${holdsWords(tested.counts, ', ')}`}</StatusMark>
  )
}

const keptCopyColumns = (tested: Tested | null) => [
  {
    id: 'when',
    header: 'Kept copies',
    rowHeader: true,
    cell: ({ at, reason }: Backup) => (
      <span className={classes.when}>
        {momentWords(at)} <small>{REASONS[reason]}</small>
      </span>
    ),
  },
  { id: 'holds', header: 'Holds', cell: (backup: Backup) => holdsWords(backup, ', ') },
  {
    id: 'size',
    header: 'Size',
    align: 'end' as const,
    cell: ({ bytes }: Backup) => <span className={classes.oneLine}>{sizeWords(bytes)}</span>,
  },
  { id: 'checked', header: 'Checked', cell: (backup: Backup) => <Checked backup={backup} tested={tested} /> },
]

const KeptCopies = ({
  backups,
  tested,
}: {
  readonly backups: readonly Backup[]
  readonly tested: Tested | null
}): ReactNode => (
  <PlainTable
    caption="Kept copies, newest first"
    rows={backups}
    rowId={({ id }) => id}
    columns={keptCopyColumns(tested)}
  />
)

const JobProgress = ({
  progress,
  label,
}: {
  readonly progress: Progress | null
  readonly label: string
}): ReactNode => (
  <div className={classes.progress} role="status">
    <span>{progress?.step ?? label}</span>
    <ProgressBar
      label={label}
      value={
        progress === null || progress.total === null || progress.total < 2
          ? undefined
          : (progress.done / progress.total) * 100
      }
    />
  </div>
)

const BackupFolder = ({ folder }: { readonly folder: string }): ReactNode => {
  const set = useCoreCommand('safekeeping', 'setFolder')
  const mayChange = useMay('settings.write')
  const [refused, setRefused] = useState<string>()
  const choose = async (): Promise<void> => {
    const choice = await window.throughline.chooseFolder({ title: 'Keep backups in' })
    setRefused(choice.status === 'refused' ? choice.message : undefined)
    if (choice.status !== 'chosen') return
    set.mutate(
      { folderHandle: choice.file.handle },
      { onSuccess: () => showToast({ message: 'Backups are kept in the new folder from now on.' }) },
    )
  }
  const failure = refused ?? set.error?.message
  return (
    <div className={classes.folder}>
      {failure !== undefined && (
        <InlineAlert tone="bad" spoken>
          {failure}
        </InlineAlert>
      )}
      <p>
        Kept in <b className={classes.path}>{folder}</b>
      </p>
      {mayChange && (
        <Button size="small" icon={IconFolder} onClick={() => void choose()}>
          Choose another folder
        </Button>
      )}
    </div>
  )
}

const Headline = ({ newest }: { readonly newest: Backup | undefined }): ReactNode =>
  newest === undefined ? (
    <div className={classes.headline}>
      <StatusShape kind="at-risk" size={22} />
      <div>
        <h2>No copy yet</h2>
        <p>One is made every day by itself, and before every import.</p>
      </div>
    </div>
  ) : (
    <div className={classes.headline}>
      <StatusShape kind="on-track" size={22} />
      <div>
        <h2>Your data could be restored today</h2>
        <p>
          Copied {momentWords(newest.at).replace('Today', 'today at')}, opened, and {holdsWords(newest, ' and ')}{' '}
          counted.
        </p>
      </div>
    </div>
  )

/** The kept copies, a new one, and a trial that changes nothing. Replacing the register is done from the unlock screen. */
export const BackupPanel = (): ReactNode => {
  const status = useCoreQuery('safekeeping', 'status', {})
  const backUp = useCoreJob('safekeeping', 'backUpNow')
  const test = useCoreJob('safekeeping', 'testRestore')
  const mayRun = useMay('safekeeping.run')
  const [tested, setTested] = useState<Tested | null>(null)
  const backups = status.data?.backups ?? []
  const newest = backups[0]
  const busy = backUp.running || test.running
  const makeOne = async (): Promise<void> => {
    if (busy) return
    const made = await backUp.start({})
    if (made === null) return
    showToast({ message: `Backed up: ${holdsWords(made, ' and ')} counted.` })
    await status.refetch()
  }
  const tryOne = async (): Promise<void> => {
    if (newest === undefined || busy) return
    const counts = await test.start({ backupId: newest.id })
    if (counts === null) return
    setTested({ id: newest.id, counts })
    announce('The newest copy was opened aside and counted. Nothing was replaced.')
  }
  useCommands(
    mayRun
      ? [
          {
            id: 'safekeeping.backUp',
            title: 'Back up now',
            group: 'On this page',
            keys: ['B'],
            run: () => void makeOne(),
          },
        ]
      : [],
  )
  const failure = backUp.error ?? test.error ?? status.error
  return (
    <Panel
      padding="flush"
      footer={
        mayRun && (
          <>
            <Button kind="filled" icon={IconDeviceFloppy} keys="B" busy={backUp.running} onClick={() => void makeOne()}>
              Back up now
            </Button>
            {newest !== undefined && (
              <Button icon={IconRestore} busy={test.running} onClick={() => void tryOne()}>
                Test a restore
              </Button>
            )}
            <span className={classes.footNote}>To restore and replace, lock and choose “Restore a backup”.</span>
          </>
        )
      }
    >
      {status.data !== undefined && <Headline newest={newest} />}
      {failure !== null && (
        <div className={classes.inset}>
          <InlineAlert tone="bad" spoken title="That did not work">
            {failure.message}
          </InlineAlert>
        </div>
      )}
      {backUp.running && <JobProgress progress={backUp.progress} label="Backing up" />}
      {test.running && <JobProgress progress={test.progress} label="Testing a restore" />}
      {backups.length > 0 && <KeptCopies backups={backups} tested={tested} />}
      {status.data !== undefined && <BackupFolder folder={status.data.folder} />}
    </Panel>
  )
}
