import { type ReactNode, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { DocumentView } from './document-view.tsx'
import type { FaceOf } from './editor/field-store.ts'
import type { Conflict } from './use-draft.ts'
import classes from './toolkit.module.css'
import paper from './document-view.module.css'

type ConflictDialogProps = {
  readonly conflict: Conflict
  readonly faceOf: FaceOf
  readonly busy: boolean
  readonly failure: string | null
  readonly onTheirs: () => void
  readonly onMine: () => void
}

const wordsFor = (by: string, isOwn: boolean) =>
  isOwn
    ? {
        title: 'You wrote in the same place',
        changed: 'You changed this in another window while you were writing here.',
        theirs: 'In the other window',
        mine: 'In this window',
        takeTheirs: 'Go on with the other window',
        takeMine: 'Go on with this window',
      }
    : {
        title: 'Somebody wrote in the same place',
        changed: `${by} changed what you were writing.`,
        theirs: `By ${by}`,
        mine: 'Yours',
        takeTheirs: 'Go on with theirs',
        takeMine: 'Go on with mine',
      }

/** Two wrote in the same place at once. Both texts are shown, and whichever is not gone on with stays in the history. */
export const ConflictDialog = (props: ConflictDialogProps): ReactNode => {
  const { conflict, faceOf, busy, failure, onTheirs, onMine } = props
  const [isUnanswered, setUnanswered] = useState(false)
  const user = useCoreQuery('access', 'state', {}).data?.user
  const words = wordsFor(conflict.by, user?.name === conflict.by)
  return (
    <Dialog
      open
      wantsAnswer
      onClose={() => setUnanswered(true)}
      title={words.title}
      width={1100}
      footer={
        <>
          <Button kind="filled" busy={busy} onClick={onTheirs}>
            {words.takeTheirs}
          </Button>
          <Button busy={busy} onClick={onMine}>
            {words.takeMine}
          </Button>
        </>
      }
    >
      {/* It comes while somebody types: a space or Enter that was meant for the text must press no button. */}
      <p
        tabIndex={-1}
        data-autofocus
      >{`${words.changed} Both texts are kept: the one that you do not go on with stays under Earlier states.`}</p>
      {isUnanswered && (
        <InlineAlert tone="info" spoken title="Nothing was chosen">
          Both texts are still here. Nothing more is saved until you say which of them goes on.
        </InlineAlert>
      )}
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <div className={classes.both}>
        <section aria-label={words.theirs}>
          <h3>{words.theirs}</h3>
          <article className={paper.page}>
            <DocumentView content={conflict.theirs.content} faceOf={faceOf} guidance />
          </article>
        </section>
        <section aria-label={words.mine}>
          <h3>{words.mine}</h3>
          <article className={paper.page}>
            <DocumentView content={conflict.mine.content} faceOf={faceOf} guidance />
          </article>
        </section>
      </div>
    </Dialog>
  )
}
