import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { Button } from '#renderer/ui/button.tsx'
import classes from './plan-logs.module.css'

type LogLineProps = {
  /** What the line is called: its button opens it. */
  readonly title: string
  readonly onOpen: (() => void) | undefined
  /** Stands before the words: a number or a day. */
  readonly before?: ReactNode
  readonly mark?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** One entry of a log. */
export const LogLine = ({ title, onOpen, before, mark, children, actions }: LogLineProps): ReactNode => (
  <li className={classes.line}>
    {before !== undefined && <span className={classes.before}>{before}</span>}
    <span className={classes.words}>
      {onOpen === undefined ? (
        <b>{title}</b>
      ) : (
        <button type="button" data-line className={classes.open} onClick={onOpen}>
          {title}
        </button>
      )}
      {children}
    </span>
    {(mark !== undefined || actions !== undefined) && (
      <span className={classes.end}>
        {mark}
        {actions !== undefined && <span className={classes.does}>{actions}</span>}
      </span>
    )}
  </li>
)

/** The entries of a log: J and K, or Tab, go from one to the next, and Enter opens. */
export const LogList = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => {
  const list = useRef<HTMLUListElement>(null)
  const step = (by: 1 | -1): boolean => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    const here = lines.findIndex((line) => line === document.activeElement)
    const next = here === -1 ? (by === 1 ? lines[0] : lines.at(-1)) : lines[here + by]
    next?.focus()
    return next !== undefined
  }
  useCommands([
    { id: 'log.next', title: 'Next entry', group: 'On this page', keys: ['J'], keysOnly: true, run: () => step(1) },
    {
      id: 'log.before',
      title: 'Entry before',
      group: 'On this page',
      keys: ['K'],
      keysOnly: true,
      run: () => step(-1),
    },
  ])
  return (
    <ul ref={list} className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** The button that adds an entry, and its keys. */
export const AddEntry = ({ title, onAdd }: { readonly title: string; readonly onAdd: () => void }): ReactNode => {
  useCommands([{ id: 'log.add', title, group: 'On this page', keys: ['N', 'A'], icon: IconPlus, run: onAdd }])
  return (
    <Button kind="filled" icon={IconPlus} keys="N" onClick={onAdd}>
      {title}
    </Button>
  )
}
