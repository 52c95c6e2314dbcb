import { Fragment, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './count-bar.module.css'
import { StatusMark } from './status-mark.tsx'

type CountKind = 'new' | 'changed' | 'same' | 'disagree' | 'rejected'

type CountBarProps = {
  readonly rowsIn: number
  readonly counts: Readonly<Record<CountKind, number>>
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
  const sum = kinds.reduce((total, kind) => total + counts[kind], 0)
  const missing = rowsIn - sum
  return (
    <section className={classes.panel} aria-label="Rows in the file">
      <p className={classes.sum}>
        <span className={classes.term}>
          <b>{grouped(rowsIn)}</b> rows in
        </span>
        {kinds.map((kind, index) => (
          <Fragment key={kind}>
            <span className={classes.sign}>{index === 0 ? '=' : '+'}</span>
            <span className={classNames(classes.term, classes.part, classes[kind])}>
              <b>{grouped(counts[kind])}</b> {words[kind] ?? usualWords[kind]}
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
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <span key={kind} className={classes[kind]} style={{ flexGrow: counts[kind] }} />
          ))}
      </div>
    </section>
  )
}
