import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { LessonView } from './lesson-view.tsx'
import classes from './lessons.module.css'

type ImportLessonDialogProps = {
  readonly fileHandle: string
  readonly onClose: () => void
  readonly onFailure: (words: string) => void
}

/** What the file of a card holds, shown before anything of it is kept. */
export const ImportLessonDialog = ({ fileHandle, onClose, onFailure }: ImportLessonDialogProps): ReactNode => {
  const looked = useCoreQuery('lessons', 'inspect', { fileHandle })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const file = looked.data
  const mayBring = file !== undefined && !file.alreadyHere
  const bringIn = async (): Promise<void> => {
    if (file === undefined) return
    setBusy(true)
    const work = core.lessons.bringIn({ fileHandle, checksum: file.checksum })
    const { refused } = await doUndoable(work, `Brought in: ${file.card.title}.`, onFailure)
    setBusy(false)
    if (refused === null) onClose()
    else setFailure(refused.message)
  }
  const wrong = failure ?? looked.error?.message ?? null
  return (
    <Dialog
      open
      onClose={onClose}
      title={file === undefined ? 'Bring in a lesson card' : file.card.title}
      width={720}
      footer={
        <>
          {mayBring && (
            <Button kind="filled" busy={busy} onClick={() => void bringIn()} data-autofocus>
              Bring it in
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            {mayBring ? 'Leave it out' : 'Close'}
          </Button>
        </>
      }
    >
      {wrong !== null && (
        <InlineAlert tone="bad" spoken title="Nothing was brought in">
          {wrong}
        </InlineAlert>
      )}
      {file === undefined && wrong === null && <SkeletonPanel label="Looking at the file" lines={4} />}
      {file !== undefined && (
        <>
          {file.alreadyHere && (
            <InlineAlert tone="warn" title="This card is here already">
              It is the same to the last letter. There is nothing to bring in.
            </InlineAlert>
          )}
          <LessonView card={file.card} practice={file.practice} />
          <p className={classes.quiet}>{`Its checksum is right and begins ${file.checksum.slice(0, 8)}.`}</p>
        </>
      )}
    </Dialog>
  )
}
