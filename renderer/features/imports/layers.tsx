import { IconArrowBackUp, IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { ImportBatch } from '#shared/features/imports/schema.ts'
import { layerWords, undoneWords, whenWords } from './import-words.ts'
import classes from './imports.module.css'
import { RenameDialog } from './rename-dialog.tsx'
import { UndoDialog } from './undo-dialog.tsx'

interface LayerProps {
  readonly batch: ImportBatch
  readonly current: boolean
  readonly onUndo: () => void
  readonly onRename: () => void
}

const Layer = ({ batch, current, onUndo, onRename }: LayerProps): ReactNode => (
  <li className={classNames(classes.layer, current && classes.layerNow)} aria-current={current || undefined}>
    <span className={classes.layerMark} aria-hidden="true" />
    <span className={classes.layerName}>
      <Link href={`/imports/${batch.id}/done`}>{batch.name}</Link>
      <span className={classes.quiet}>{`${whenWords(batch.at)}, ${batch.userName}`}</span>
      <span className={classes.layerCounts}>{layerWords(batch.counts)}</span>
    </span>
    <IconButton icon={IconPencil} label={`Rename ${batch.name}`} onClick={onRename} />
    {batch.undoneAt === null ? (
      <Button size="small" icon={IconArrowBackUp} onClick={onUndo}>
        Undo<VisuallyHidden> {batch.name}</VisuallyHidden>
      </Button>
    ) : (
      <StatusMark kind="not-started">{undoneWords(batch)}</StatusMark>
    )}
  </li>
)

interface LayersProps {
  readonly batches: readonly ImportBatch[]
  /** The import that the page is about. */
  readonly currentId?: string
}

/** Imports as layers, newest on top. Any of them can be lifted out without losing later work. */
export const Layers = ({ batches, currentId }: LayersProps): ReactNode => {
  const [asked, setAsked] = useState<ImportBatch | null>(null)
  const [named, setNamed] = useState<ImportBatch | null>(null)
  return (
    <Panel title="Imports are layers" aside="Lift one out without losing later work">
      <ol className={classes.layers}>
        {batches.map((batch) => (
          <Layer
            key={batch.id}
            batch={batch}
            current={batch.id === currentId}
            onUndo={() => setAsked(batch)}
            onRename={() => setNamed(batch)}
          />
        ))}
      </ol>
      {asked !== null && <UndoDialog batch={asked} onClose={() => setAsked(null)} />}
      {named !== null && <RenameDialog batch={named} onClose={() => setNamed(null)} />}
    </Panel>
  )
}
