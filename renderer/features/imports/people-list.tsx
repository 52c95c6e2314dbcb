import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { identityWords } from '#shared/domain/person-line.ts'
import { displayName } from '#shared/domain/people.ts'
import type { ImportRow } from '#shared/features/imports/schema.ts'
import { lineWords } from './import-words.ts'
import classes from './check.module.css'
import { nextOpen } from './open-differences.ts'

/** People on one page of the list. */
export const PEOPLE_A_PAGE = 100

interface PeopleListProps {
  readonly rows: readonly ImportRow[]
  readonly total: number
  readonly offset: number
  /** Place of the one shown beside the list, on this page. */
  readonly shown: number
  /** Counts the moves by key, after which the row shown takes the focus. */
  readonly moves: number
  readonly onShow: (index: number) => void
  readonly onPage: (offset: number) => void
}

const nameOf = (row: ImportRow): string =>
  row.surname === '' ? 'No name in the file' : displayName({ surname: row.surname, givenName: row.givenName })

/** What there is to decide about somebody in whom both sides differ; of others, where they stand in the file. */
const asideOf = (row: ImportRow): ReactNode => {
  if (row.outcome !== 'conflict') return lineWords(row)
  return nextOpen(row.changes) >= 0 ? (
    <StatusMark kind="at-risk" pill>
      Decide
    </StatusMark>
  ) : (
    <StatusMark kind="done">Decided</StatusMark>
  )
}

const PersonRow = ({
  row,
  current,
  onShow,
}: {
  readonly row: ImportRow
  readonly current: boolean
  readonly onShow: () => void
}): ReactNode => (
  <li>
    <button
      type="button"
      className={classNames(classes.person, current && classes.personNow)}
      aria-current={current || undefined}
      onClick={onShow}
      onFocus={onShow}
    >
      <span className={classes.personName}>
        <b>{nameOf(row)}</b>
        <span>{identityWords(row)}</span>
      </span>
      <span className={classes.personLine}>{asideOf(row)}</span>
    </button>
  </li>
)

/** The people of one outcome. What is shown beside the list follows the focus. */
export const PeopleList = ({ rows, total, offset, shown, moves, onShow, onPage }: PeopleListProps): ReactNode => {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (moves > 0) list.current?.querySelectorAll('button')[shown]?.focus()
  }, [moves, shown, rows])
  const last = Math.min(offset + rows.length, total)
  return (
    <>
      <ol className={classes.people} ref={list} start={offset + 1}>
        {rows.map((row, index) => (
          <PersonRow key={row.line} row={row} current={index === shown} onShow={() => onShow(index)} />
        ))}
      </ol>
      {total > PEOPLE_A_PAGE && (
        <div className={classes.pages}>
          <IconButton
            icon={IconChevronLeft}
            label="People before"
            disabled={offset === 0}
            onClick={() => onPage(Math.max(0, offset - PEOPLE_A_PAGE))}
          />
          <span role="status">{`${(offset + 1).toLocaleString('en-GB')} to ${last.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}</span>
          <IconButton
            icon={IconChevronRight}
            label="More people"
            disabled={last >= total}
            onClick={() => onPage(offset + PEOPLE_A_PAGE)}
          />
        </div>
      )}
    </>
  )
}
