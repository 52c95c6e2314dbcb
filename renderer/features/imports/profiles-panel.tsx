import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { labelOf } from '#shared/domain/people.ts'
import type { ImportProfile } from '#shared/features/imports/profiles.ts'
import { IMPORT_LAYOUTS } from '#shared/features/imports/schema.ts'
import { counted, whenWords } from './import-words.ts'
import classes from './imports.module.css'

const profileWords = ({ layout, matched, columns, words, times, usedAt }: ImportProfile): string =>
  [
    labelOf(IMPORT_LAYOUTS, layout),
    `${matched} of ${counted(columns, 'column')} matched`,
    ...(words === 0 ? [] : [`${counted(words, 'word')} with a meaning`]),
    `used ${times === 1 ? 'once' : counted(times, 'time')}, last ${whenWords(usedAt).replace(/^Today/, 'today')}`,
  ].join(', ')

interface RenameProps {
  readonly profile: ImportProfile
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const Rename = ({ profile, onClose, onFailedUndo }: RenameProps): ReactNode => {
  const [name, setName] = useState(profile.name)
  const saving = useSaving()
  const save = async (): Promise<void> => {
    if (name.trim() === '') return saving.refuse({ name: 'Give the profile a name' })
    const { id: profileId, version } = profile
    const done = await saving.send(() =>
      doUndoable(core.imports.renameProfile({ profileId, version, name }), 'Profile renamed.', onFailedUndo),
    )
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename the profile"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="filled" busy={saving.busy} onClick={() => void save()}>
            Rename
          </Button>
        </>
      }
    >
      {saving.failure !== null && (
        <InlineAlert tone="bad" title="It was not renamed" spoken>
          {saving.failure}
        </InlineAlert>
      )}
      <TextField label="Name" maxLength={80} value={name} onChange={setName} error={saving.faults['name']} />
    </Dialog>
  )
}

/** How files of each shape were matched before. Deleting one changes nothing that was brought in. */
export const ProfilesPanel = (): ReactNode => {
  const list = useCoreQuery('imports', 'profiles', {})
  const [renaming, setRenaming] = useState<ImportProfile | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const profiles = list.data ?? []
  const remove = async ({ id: profileId, version, name }: ImportProfile): Promise<void> => {
    setTrouble(null)
    const { refused } = await doUndoable(
      core.imports.removeProfile({ profileId, version }),
      `“${name}” deleted.`,
      setTrouble,
    )
    if (refused !== null) setTrouble(refused.message)
  }
  if (profiles.length === 0 && trouble === null) return null
  return (
    <Panel title="Saved profiles" aside="They match the next file of the same shape">
      {trouble !== null && (
        <InlineAlert tone="bad" title="That was not done" spoken>
          {trouble}
        </InlineAlert>
      )}
      <ul className={classes.layers} aria-label="Saved profiles">
        {profiles.map((profile) => (
          <li key={profile.id} className={classes.profile}>
            <span className={classes.layerName}>
              <b>{profile.name}</b>
              <span className={classes.quiet}>{profileWords(profile)}</span>
            </span>
            <Button size="small" icon={IconPencil} onClick={() => setRenaming(profile)}>
              Rename<VisuallyHidden> {profile.name}</VisuallyHidden>
            </Button>
            <Button size="small" icon={IconTrash} onClick={() => void remove(profile)}>
              Delete<VisuallyHidden> {profile.name}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
      {renaming !== null && <Rename profile={renaming} onClose={() => setRenaming(null)} onFailedUndo={setTrouble} />}
    </Panel>
  )
}
