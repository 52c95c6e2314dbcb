import { Fragment, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './count-bar.module.css'
import { StatusMark } from './status-mark.tsx'

type CountKind = 'new' | 'changed' | 'same' | 'disagree' | 'rejected'

type CountBarProps = {
  readonly rowsIn: number
  /** Only the kinds that can occur here: one that is left out is not printed, one that stands at 0 is. */
  readonly counts: Readonly<Partial<Record<CountKind, number>>>
  /** Other words for the counts once the rows are in: "added", "left alone", "waiting". */
  readonly words?: Partial<Record<CountKind, string>>
  /** Said when the sum is right. When it is not, the bar says so by itself. */
  readonly balanced?: string
}

const kinds: readonly CountKind[] = ['new', 'changed', 'same', 'disagree', 'rejected']

const usualWords: Record<CountKind, string> = {
  new: 'new',
  changed: 'changed',
  same: 'the same',
  disagree: 'disagree',
  rejected: 'rejected',
}

const grouped = (count: number): string => count.toLocaleString('en-GB')

/** Rows in = rows out, as a sum and a bar: colour and hatch both tell the parts apart. The check of every import. */
export const CountBar = ({
  rowsIn,
  counts,
  words = {},
  balanced = 'Every row accounted for',
}: CountBarProps): ReactNode => {
  const parts = kinds.flatMap((kind) => (counts[kind] === undefined ? [] : [{ kind, count: counts[kind] }]))
  const sum = parts.reduce((total, { count }) => total + count, 0)
  const missing = rowsIn - sum
  return (
    <section className={classes.panel} aria-label="Rows in the file">
      <p className={classes.sum}>
        <span className={classes.term}>
          <b>{grouped(rowsIn)}</b> rows in
        </span>
        {parts.map(({ kind, count }, index) => (
          <Fragment key={kind}>
            <span className={classes.sign}>{index === 0 ? '=' : '+'}</span>
            <span className={classNames(classes.term, classes.part, classes[kind])}>
              <b>{grouped(count)}</b> {words[kind] ?? usualWords[kind]}
            </span>
          </Fragment>
        ))}
        <span className={classes.verdict}>
          {missing === 0 ? (
            <StatusMark kind="on-track" pill>
              {balanced}
            </StatusMark>
          ) : (
            <StatusMark kind="off-track" pill>
              {`${grouped(Math.abs(missing))} rows ${missing > 0 ? 'unaccounted for' : 'too many'}`}
            </StatusMark>
          )}
        </span>
      </p>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <span key={kind} className={classes[kind]} style={{ flexGrow: count }} />
          ))}
      </div>
    </section>
  )
}
