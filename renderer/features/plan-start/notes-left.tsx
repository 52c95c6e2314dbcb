import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { BrainstormBoard, PlanNote } from '#shared/features/brainstorm/schema.ts'
import classes from './draft.module.css'

interface NotesLeftProps {
  readonly board: Pick<BrainstormBoard, 'themes'>
  readonly notes: readonly PlanNote[]
  /** null: they may only be read. */
  readonly onAdd: ((note: PlanNote) => void) | null
}

/** Notes that no action comes from, so that none is forgotten. */
export const NotesLeft = ({ board, notes, onAdd }: NotesLeftProps): ReactNode => {
  if (notes.length === 0) return null
  return (
    <Panel title="Notes not in the draft" aside={String(notes.length)} padding="flush">
      <ul className={classes.left} aria-label="Notes not in the draft">
        {notes.map((note) => (
          <li key={note.id}>
            <span>
              <b>{note.words}</b>
              <small>
                {board.themes.find(({ id }) => id === note.themeId)?.title ?? 'In no theme'}
                {note.votes > 0 && `, ${note.votes} ${note.votes === 1 ? 'vote' : 'votes'}`}
              </small>
            </span>
            {onAdd !== null && (
              <Button
                kind="quiet"
                size="small"
                data-print="hide"
                aria-label={`Add to the draft: ${note.words}`}
                onClick={() => onAdd(note)}
              >
                Add to the draft
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
