import { IconDots, IconMinus, IconPlus } from '@tabler/icons-react'
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { PlanNote } from '#shared/features/brainstorm/schema.ts'
import { inShort } from './brainstorm-writes.ts'
import classes from './brainstorm.module.css'

/** What may be done with a note; left out where it may only be read. */
export interface NoteDoing {
  readonly edit: (note: PlanNote) => void
  readonly vote: (note: PlanNote, by: 1 | -1) => void
  readonly onKey: (event: KeyboardEvent, note: PlanNote) => void
  readonly onPointerDown: (event: PointerEvent, noteId: string) => void
  readonly menuOf: (note: PlanNote) => readonly MenuItem[]
}

interface NoteCardProps {
  readonly note: PlanNote
  readonly look: string | undefined
  /** Whether Tab comes to this one: the arrows lead from it to the others. */
  readonly active: boolean
  readonly onFocus: () => void
  /** How far it has been dragged. */
  readonly dragged: { readonly x: number; readonly y: number } | null
  /** A dragged note would come to stand before it. */
  readonly marked: boolean
  /** Hides who said it: the note is read from the back of a room. */
  readonly big: boolean
  readonly theme?: string | undefined
  readonly hintId: string
  readonly doing: NoteDoing | null
}

const votesWords = (votes: number): string => (votes === 1 ? 'vote' : 'votes')

const Votes = ({ note, tab, doing }: { readonly note: PlanNote; readonly tab: number; readonly doing: NoteDoing }) => (
  <>
    <IconButton
      icon={IconMinus}
      iconSize={15}
      tabIndex={tab}
      label={`Take a vote from: ${inShort(note.words)}`}
      aria-disabled={note.votes === 0 || undefined}
      onClick={() => note.votes > 0 && doing.vote(note, -1)}
    />
    <b className={classes.votes}>
      {note.votes}
      <VisuallyHidden>{` ${votesWords(note.votes)}`}</VisuallyHidden>
    </b>
    <IconButton
      icon={IconPlus}
      iconSize={15}
      tabIndex={tab}
      label={`Vote for: ${inShort(note.words)}`}
      onClick={() => doing.vote(note, 1)}
    />
  </>
)

/** One note: its words, its votes, and what can be done with it. */
export const NoteCard = ({
  note,
  look,
  active,
  dragged,
  marked,
  big,
  theme,
  doing,
  ...rest
}: NoteCardProps): ReactNode => {
  const tab = active ? 0 : -1
  const style: CSSProperties = dragged === null ? {} : { transform: `translate(${dragged.x}px, ${dragged.y}px)` }
  return (
    <li
      className={classNames(classes.note, look, dragged !== null && classes.dragged, marked && classes.marked)}
      style={style}
      data-note={note.id}
    >
      <button
        type="button"
        className={classes.words}
        tabIndex={tab}
        aria-describedby={rest.hintId}
        onFocus={rest.onFocus}
        onKeyDown={(event) => doing?.onKey(event, note)}
        onPointerDown={(event) => doing?.onPointerDown(event, note.id)}
        onClick={() => doing?.edit(note)}
      >
        {note.words}
      </button>
      {(theme !== undefined || note.actionCode !== null || (note.saidBy !== null && !big)) && (
        <p className={classes.under}>
          {theme !== undefined && <span>{theme}</span>}
          {note.saidBy !== null && !big && <span>{note.saidBy}</span>}
          {note.actionCode !== null && <span>{`Action ${note.actionCode}`}</span>}
        </p>
      )}
      <div className={classes.foot}>
        {doing === null ? (
          <span>{`${note.votes} ${votesWords(note.votes)}`}</span>
        ) : (
          <>
            <Votes note={note} tab={tab} doing={doing} />
            <span className={classes.more}>
              <Menu
                anchor={
                  <IconButton icon={IconDots} iconSize={15} tabIndex={tab} label={`More for: ${inShort(note.words)}`} />
                }
                items={doing.menuOf(note)}
              />
            </span>
          </>
        )}
      </div>
    </li>
  )
}
