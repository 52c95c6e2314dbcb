import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import type { BoardColumn } from '#shared/features/brainstorm/public.ts'
import classes from './brainstorm.module.css'

interface ThemeColumnProps {
  readonly column: BoardColumn
  /** Column as the pointer finds it. */
  readonly code: string
  /** A few words on the objective that the theme serves. */
  readonly objective: string | undefined
  readonly menu: readonly MenuItem[]
  /** A dragged note would come to stand at its end. */
  readonly marked: boolean
  readonly children: ReactNode
}

/** A theme with its notes, or the notes that are in none. */
export const ThemeColumn = ({ column, code, objective, menu, marked, children }: ThemeColumnProps): ReactNode => {
  const titleId = useId()
  const { theme, notes } = column
  return (
    <section
      className={classNames(classes.column, theme === null && classes.loose)}
      data-column={code}
      aria-labelledby={titleId}
    >
      <header className={classes.columnHead}>
        <h2 id={titleId}>{theme?.title ?? 'In no theme yet'}</h2>
        <span className={classes.count}>{notes.length}</span>
        {menu.length > 0 && (
          <Menu
            anchor={<IconButton icon={IconDots} label={`More for the theme ${theme?.title ?? ''}`} />}
            items={menu}
          />
        )}
      </header>
      {objective !== undefined && <p className={classes.serves}>{objective}</p>}
      {notes.length === 0 ? (
        <p className={classNames(classes.emptyColumn, marked && classes.emptyMarked)}>
          {theme === null ? 'Every note has a theme.' : 'Drag notes here, or press Alt and an arrow on a note.'}
        </p>
      ) : (
        <ul className={classNames(classes.notes, marked && classes.endMarked)}>{children}</ul>
      )}
    </section>
  )
}
