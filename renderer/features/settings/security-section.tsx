import type { ReactNode } from 'react'
import { useCoreQuery, useCoreCommand } from '#renderer/app/core-query.ts'
import { DataList } from '#renderer/ui/data-list.tsx'
import { SwitchField } from '#renderer/ui/fields/choice-fields.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { LOCK_AFTER_MINUTES, type Settings } from '#shared/features/settings/contract.ts'
import { BackupPanel } from './backup-panel.tsx'
import { SettingLine } from './setting-line.tsx'
import classes from './settings.module.css'
import { useMay } from '#renderer/app/use-may.ts'

const minutesText = (minutes: number): string => `${minutes} min`

const LockPanel = (): ReactNode => {
  const settings = useCoreQuery('settings', 'get', {})
  const save = useCoreCommand('settings', 'save')
  const mayChange = useMay('settings.write')
  const now = settings.data
  if (now === undefined) return null
  const change = (part: Partial<Settings>): void => save.mutate({ ...now, ...part })
  return (
    <Panel title="Lock">
      {save.error !== null && (
        <InlineAlert tone="bad" spoken title="Not changed">
          {save.error.message}
        </InlineAlert>
      )}
      <SettingLine title="Lock after" hint="Or when the computer locks">
        {mayChange ? (
          <SegmentedField
            label="Lock after"
            options={LOCK_AFTER_MINUTES.map((minutes) => ({
              value: minutesText(minutes),
              label: minutesText(minutes),
            }))}
            value={minutesText(now.lockAfterMinutes)}
            onChange={(text) =>
              change({
                lockAfterMinutes:
                  LOCK_AFTER_MINUTES.find((minutes) => minutesText(minutes) === text) ?? now.lockAfterMinutes,
              })
            }
          />
        ) : (
          minutesText(now.lockAfterMinutes)
        )}
      </SettingLine>
      <SwitchField
        label="Hide from screen sharing"
        hint="The window is black in Teams and in screenshots"
        disabled={!mayChange}
        checked={now.hideFromScreenSharing}
        onChange={(hideFromScreenSharing) => change({ hideFromScreenSharing })}
      />
    </Panel>
  )
}

const RecoveryPanel = (): ReactNode => (
  <Panel title="Recovery sheet">
    <p className={classes.note}>
      Made once, when the register was set up. Keep it in the practice safe: if a passphrase is forgotten it is the only
      way back in, and nobody can make another from here.
    </p>
  </Panel>
)

const EncryptionPanel = (): ReactNode => {
  const users = useCoreQuery('access', 'users', {})
  const count = users.data?.length ?? 0
  return (
    <Panel title="Encryption">
      <DataList
        facts={[
          { term: 'Register file', value: <StatusMark kind="on-track">Encrypted, 256-bit key</StatusMark> },
          { term: 'Backups', value: <StatusMark kind="on-track">Encrypted with the same key</StatusMark> },
          { term: 'Key held by', value: `${count === 1 ? '1 passphrase' : `${count} passphrases`}, 1 recovery sheet` },
          { term: 'Network', value: 'Never connects' },
        ]}
      />
    </Panel>
  )
}

/** Whether the data could be restored today, when the window locks, and how the file is kept. */
export const SecuritySection = (): ReactNode => (
  <>
    <VisuallyHidden>
      <h1>Security and backup</h1>
    </VisuallyHidden>
    <div className={classes.columns}>
      <BackupPanel />
      <div className={classes.stack}>
        <LockPanel />
        <RecoveryPanel />
        <EncryptionPanel />
      </div>
    </div>
  </>
)
