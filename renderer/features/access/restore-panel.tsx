import { IconFile } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { dayOf, timeOf } from '#renderer/app/clock.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Backup, BackupCounts } from '#shared/features/safekeeping/schema.ts'
import classes from './access.module.css'
import { useFocusKept } from './use-focus-kept.ts'
import { useShowState } from './use-show-state.ts'

type Chosen = { readonly backupId: string | null; readonly fileHandle: string | null }

const REASONS: Record<Backup['reason'], string> = {
  daily: 'daily',
  asked: 'asked for',
  'before-import': 'before an import',
  'before-migration': 'before an update',
  'before-restore': 'before a restore',
}

/** "Fri 20 Nov 2026, 18:02" for a backup. */
export const momentOf = (instant: string): string => `${formatIsoDate(dayOf(instant))}, ${timeOf(instant)}`

const count = new Intl.NumberFormat('en-GB')

const CompareTable = ({
  backup,
  current,
}: {
  readonly backup: BackupCounts
  readonly current: BackupCounts | null
}): ReactNode => {
  const rows: readonly [string, string, string][] = [
    ['People', count.format(backup.people), current === null ? 'cannot be opened' : count.format(current.people)],
    ['Diagnoses', count.format(backup.episodes), current === null ? '' : count.format(current.episodes)],
    ['Events', count.format(backup.events), current === null ? '' : count.format(current.events)],
    [
      'Last change',
      backup.lastChangeAt === null ? 'none' : momentOf(backup.lastChangeAt),
      current?.lastChangeAt == null ? '' : momentOf(current.lastChangeAt),
    ],
    ['Audit trail entries', count.format(backup.entries), current === null ? '' : count.format(current.entries)],
  ]
  return (
    <table className={classes.compare}>
      <caption className="visually-hidden">The backup beside the register it would replace</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">In the backup</th>
          <th scope="col">In the register now</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, theirs, ours]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{theirs}</td>
            <td>{ours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ChooseBackup = ({
  onChoose,
  onBack,
}: {
  readonly onChoose: (chosen: Chosen) => void
  readonly onBack: () => void
}): ReactNode => {
  const backups = useCoreQuery('safekeeping', 'listForRestore', {})
  const [refused, setRefused] = useState<string | null>(null)
  const browse = async (): Promise<void> => {
    const choice = await window.throughline.chooseFileToOpen({ title: 'Choose a backup', kinds: ['backup'] })
    if (choice.status === 'chosen') onChoose({ backupId: null, fileHandle: choice.file.handle })
    else setRefused(choice.status === 'refused' ? choice.message : null)
  }
  return (
    <div className={classes.form}>
      <p>Choose one. You will see what it holds beside what is here before anything is replaced.</p>
      {refused !== null && (
        <InlineAlert tone="bad" spoken>
          {refused}
        </InlineAlert>
      )}
      <div className={classes.backupList}>
        {(backups.data ?? []).map((backup) => (
          <Button key={backup.id} wide onClick={() => onChoose({ backupId: backup.id, fileHandle: null })}>
            {momentOf(backup.at)}: {count.format(backup.people)} people, {count.format(backup.events)} events,{' '}
            {REASONS[backup.reason]}
          </Button>
        ))}
      </div>
      <div className={classes.actions}>
        <Button onClick={onBack}>Back</Button>
        <Button icon={IconFile} onClick={() => void browse()}>
          Choose a file
        </Button>
      </div>
    </div>
  )
}

/** Restore in three looks: which backup, what it holds beside what is here, and the practice name to say so. */
export const RestorePanel = ({ onBack }: { readonly onBack: () => void }): ReactNode => {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const part = useFocusKept<HTMLDivElement>(chosen)
  return (
    <div ref={part}>
      {chosen === null ? (
        <ChooseBackup onChoose={setChosen} onBack={onBack} />
      ) : (
        <OpenBackup chosen={chosen} onBack={() => setChosen(null)} />
      )}
    </div>
  )
}

const OpenBackup = ({ chosen, onBack }: { readonly chosen: Chosen; readonly onBack: () => void }): ReactNode => {
  const show = useShowState()
  const about = useCoreQuery('safekeeping', 'usersOf', chosen)
  const compare = useCoreCommand('safekeeping', 'compare')
  const restore = useCoreCommand('safekeeping', 'restore')
  const [userId, setUserId] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [practiceName, setPracticeName] = useState('')
  const users = about.data?.users ?? []
  const user = userId ?? users[0]?.id ?? ''
  const credentials = { ...chosen, userId: user, passphrase }
  if (about.error !== null) {
    return (
      <div className={classes.form}>
        <InlineAlert tone="bad" spoken>
          {about.error.message}
        </InlineAlert>
        <div className={classes.actions}>
          <Button onClick={onBack}>Choose another</Button>
        </div>
      </div>
    )
  }
  const failure = restore.error ?? compare.error
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (compare.data === undefined) compare.mutate(credentials)
        else restore.mutate({ ...credentials, practiceName }, { onSuccess: ({ state }) => show(state) })
      }}
    >
      {about.data !== undefined && (
        <p>
          {about.data.backup.practiceName}, backed up {momentOf(about.data.backup.at)}
        </p>
      )}
      {compare.data === undefined ? (
        <>
          <SelectField
            id="backup-user"
            label="Who are you?"
            options={users.map(({ id, name }) => ({ value: id, label: name }))}
            value={user}
            onChange={setUserId}
          />
          <PassphraseField
            id="backup-passphrase"
            label="Passphrase when it was made"
            purpose="current"
            value={passphrase}
            onChange={setPassphrase}
            error={failure?.message}
          />
        </>
      ) : (
        <>
          <CompareTable {...compare.data} />
          {compare.data.trailLacksEntries && (
            <InlineAlert tone="bad" title="Entries are missing from the audit trail">
              The backup saw entries that the register’s trail does not have. Somebody changed the register outside
              Throughline, or put an older file in its place. Tell whoever looks after data protection at your practice.
            </InlineAlert>
          )}
          <InlineAlert tone="warn" title="This replaces the register">
            What is here now is kept as a safety copy in the backup folder. What was entered after the backup will not
            be in the register.
          </InlineAlert>
          <TextField
            id="practice-name"
            label="Type the practice name to replace the register"
            value={practiceName}
            onChange={setPracticeName}
            error={failure?.message}
          />
        </>
      )}
      <div className={classes.actions}>
        <Button onClick={onBack}>Back</Button>
        <Button
          type="submit"
          kind={compare.data === undefined ? 'filled' : 'danger'}
          busy={compare.isPending || restore.isPending}
        >
          {compare.data === undefined ? 'Open it and compare' : 'Replace the register'}
        </Button>
      </div>
    </form>
  )
}
