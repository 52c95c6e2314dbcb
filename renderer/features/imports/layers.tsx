import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { ImportBatch } from '#shared/features/imports/schema.ts'
import { layerWords, undoneWords, whenWords } from './import-words.ts'
import classes from './imports.module.css'
import { useUndoImport } from './use-undo-import.ts'

interface LayerProps {
  readonly batch: ImportBatch
  readonly current: boolean
  readonly onUndo: () => void
}

const Layer = ({ batch, current, onUndo }: LayerProps): ReactNode => (
  <li className={classNames(classes.layer, current && classes.layerNow)} aria-current={current || undefined}>
    <span className={classes.layerMark} aria-hidden="true" />
    <span className={classes.layerName}>
      <Link href={`/imports/${batch.id}/done`}>{batch.name}</Link>
      <span className={classes.quiet}>{`${whenWords(batch.at)}, ${batch.userName}`}</span>
    </span>
    <span
      className={classes.layerCounts}
    >{`${batch.undoneAt === null ? '' : 'Was: '}${layerWords(batch.counts)}`}</span>
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
  const { undo, running, trouble } = useUndoImport()
  const confirm = async (batch: ImportBatch): Promise<void> => {
    if (await undo(batch.id)) setAsked(null)
  }
  return (
    <Panel title="Imports are layers" aside="Lift one out without losing later work">
      <ol className={classes.layers}>
        {batches.map((batch) => (
          <Layer key={batch.id} batch={batch} current={batch.id === currentId} onUndo={() => setAsked(batch)} />
        ))}
      </ol>
      <ConfirmDialog
        open={asked !== null}
        title={`Undo “${asked?.name ?? ''}”?`}
        confirm="Undo this import"
        busy={running}
        error={trouble ?? undefined}
        onCancel={() => setAsked(null)}
        onConfirm={() => void (asked !== null && confirm(asked))}
      >
        What it added goes, and what it changed is put back. Whatever somebody worked on since stays as it is now. The
        import stays in this list with its rejected rows.
      </ConfirmDialog>
    </Panel>
  )
}
