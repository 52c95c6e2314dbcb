import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { MenuItem } from '#renderer/ui/menu.tsx'
import type { BoardColumn } from '#shared/features/brainstorm/public.ts'
import type { PlanNote, PlanTheme } from '#shared/features/brainstorm/schema.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { NoteCard, type NoteDoing } from './note-card.tsx'
import { ThemeColumn } from './theme-column.tsx'
import { LOOSE, type NoteDrag } from './use-note-drag.ts'
import classes from './brainstorm.module.css'

interface NotesBoardProps {
  readonly plan: Pick<Plan, 'objectives'>
  readonly columns: readonly BoardColumn[]
  /** In columns by theme; otherwise one wall of all notes. */
  readonly grouped: boolean
  readonly big: boolean
  readonly hintId: string
  readonly drag: NoteDrag | null
  readonly doing: { readonly notes: NoteDoing; readonly themeMenu: (theme: PlanTheme) => readonly MenuItem[] } | null
  readonly onNewTheme: () => void
}

const LOOKS = [classes.paper2, classes.paper3, classes.paper4]

/** Notes in no theme are yellow; each theme after takes the next colour. The theme's name says the same in words. */
const lookOf = (columns: readonly BoardColumn[], { themeId }: PlanNote): string | undefined => {
  if (themeId === null) return classes.paper1
  const at = columns.findIndex(({ theme }) => theme?.id === themeId) - 1
  return LOOKS[at % LOOKS.length]
}

/** All notes: as one wall while they are written, in columns once they are grouped. */
export const NotesBoard = (props: NotesBoardProps): ReactNode => {
  const { plan, columns, grouped, big, drag, doing } = props
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const all = columns.flatMap(({ notes }) => notes)
  const activeId = all.some(({ id }) => id === focusedId) ? focusedId : (all[0]?.id ?? null)
  const isOver = (themeId: string | null, beforeId: string | null): boolean =>
    drag !== null && drag.over !== null && drag.over.themeId === themeId && drag.over.beforeId === beforeId
  const card = (note: PlanNote, theme?: string): ReactNode => (
    <NoteCard
      key={note.id}
      note={note}
      look={lookOf(columns, note)}
      active={!grouped || note.id === activeId}
      onFocus={() => setFocusedId(note.id)}
      dragged={drag?.noteId === note.id ? { x: drag.x, y: drag.y } : null}
      marked={isOver(note.themeId, note.id)}
      big={big}
      theme={theme}
      hintId={props.hintId}
      doing={doing?.notes ?? null}
    />
  )
  if (all.length === 0 && !grouped)
    return (
      <EmptyState title="The wall is empty">
        {doing === null
          ? 'Nobody has written a note yet.'
          : 'What worries you most about cancer care here? Write it down as it comes: it is sorted later.'}
      </EmptyState>
    )
  if (!grouped)
    return (
      <ul className={classes.wall} aria-label="Notes">
        {columns.flatMap(({ theme, notes }) => notes.map((note) => card(note, theme?.title)))}
      </ul>
    )
  return (
    <div className={classes.columns} role="group" aria-label="Themes">
      {columns.map((column) => {
        const { theme, notes } = column
        const objective = plan.objectives.find(({ id }) => id === theme?.objectiveId)
        return (
          <ThemeColumn
            key={theme?.id ?? LOOSE}
            column={column}
            code={theme?.id ?? LOOSE}
            objective={objective === undefined ? undefined : `Serves objective ${objective.number}: ${objective.words}`}
            menu={theme === null || doing === null ? [] : doing.themeMenu(theme)}
            marked={isOver(theme?.id ?? null, null)}
          >
            {notes.map((note) => card(note))}
          </ThemeColumn>
        )
      })}
      {doing !== null && (
        <div className={classes.newTheme} data-print="hide">
          <Button kind="quiet" icon={IconPlus} onClick={props.onNewTheme}>
            {columns.length === 1 ? 'Your first theme' : 'Another theme'}
          </Button>
        </div>
      )}
    </div>
  )
}
