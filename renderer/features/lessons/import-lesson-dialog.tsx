import type { ReactNode } from 'react'
import { BringInDialog } from '#renderer/app/bring-in-dialog.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
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
  return (
    <BringInDialog
      title={looked.data?.card.title ?? 'Bring in a lesson card'}
      width={720}
      looked={looked}
      isHere={looked.data?.alreadyHere === true}
      bringIn={({ card, checksum }) =>
        doUndoable(core.lessons.bringIn({ fileHandle, checksum }), `Brought in: ${card.title}.`, onFailure)
      }
      onClose={onClose}
    >
      {({ alreadyHere, card, checksum, practice }) => (
        <>
          {alreadyHere && (
            <InlineAlert tone="warn" title="This card is here already">
              It is the same to the last letter. There is nothing to bring in.
            </InlineAlert>
          )}
          <LessonView card={card} practice={practice} />
          <p className={classes.quiet}>{`Its checksum is right and begins ${checksum.slice(0, 8)}.`}</p>
        </>
      )}
    </BringInDialog>
  )
}
