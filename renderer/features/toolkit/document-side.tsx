import type { Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { Tabs } from '#renderer/ui/tabs.tsx'
import type { OpenDocument } from '#shared/features/toolkit/schema.ts'
import { Changes, ThisFact, TypedLine } from './changes-panel.tsx'
import { Comments, NewComment } from './comments-panel.tsx'
import { type ChosenField, goToBlock, goToField, quoteOf, setFrozen } from './editor/editor-actions.ts'
import type { useComments } from './use-comments.ts'
import classes from './document.module.css'

type Side = 'changes' | 'comments'

type DocumentSideProps = {
  readonly document: OpenDocument
  readonly editor: Editor
  readonly field: ChosenField | null
  readonly side: Side
  readonly onSide: (side: Side) => void
  readonly comments: ReturnType<typeof useComments>
  readonly mayWrite: boolean
  /** Does something in the text, once the text is there to be written in. */
  readonly write: (then: () => void) => void
}

/** Beside the text: what has changed, the chosen fact, the comments, and whether a person is named in the text. */
export const DocumentSide = (props: DocumentSideProps): ReactNode => {
  const { document, editor, field, side, onSide, comments, mayWrite, write } = props
  const open = document.comments.filter(({ resolvedOn }) => resolvedOn === null).length
  const value = field === null ? null : (document.values.find(({ code }) => code === field.code) ?? null)
  return (
    <aside className={classes.side} aria-label="Beside the text" data-print="hide">
      <div className={classes.sideTabs}>
        <Tabs
          label="Beside the text"
          tabs={[
            { id: 'changes', label: 'Changes', count: document.changedFields.length },
            { id: 'comments', label: 'Comments', count: open },
          ]}
          active={side}
          onChange={onSide}
        />
      </div>
      <div className={classes.sideBody}>
        {side === 'changes' ? (
          <>
            <Changes
              lastIssue={document.lastIssue}
              changes={document.changedFields}
              today={dayNow()}
              aboutPerson={document.person !== null}
              onGo={(code) => write(() => goToField(editor, code))}
            />
            <ThisFact
              value={value}
              frozen={field?.frozen ?? null}
              onFreeze={mayWrite ? (frozen) => setFrozen(editor, frozen) : null}
            />
          </>
        ) : (
          <>
            {comments.quote !== null && (
              <NewComment
                quote={comments.quote}
                busy={comments.busy}
                failure={comments.failure}
                onSave={(words) => void comments.save(words)}
                onCancel={comments.cancel}
              />
            )}
            <Comments
              comments={document.comments}
              quoteOf={(markId) => quoteOf(editor, markId)}
              doing={{ ...comments.doing, goTo: (markId) => write(() => comments.doing.goTo(markId)) }}
              mayWrite={mayWrite}
            />
          </>
        )}
      </div>
      {document.person === null && (
        <TypedLine typed={document.typed} onGo={(block) => write(() => goToBlock(editor, block))} />
      )}
    </aside>
  )
}
