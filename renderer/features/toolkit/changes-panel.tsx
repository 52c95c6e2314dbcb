import { IconArrowRight, IconInfoCircle, IconLock, IconLockOpen } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { labelOf } from '#shared/domain/people.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { FIELD_CLASSES } from '#shared/features/toolkit/labels.ts'
import type { ChangedField, FieldValue, IssueHead, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { explainPath } from './explain-path.ts'
import classes from './document.module.css'

/** Of a table that changed only the rows that are other than they were. */
const rowsThatDiffer = ({ code, was, now }: ChangedField): Pick<ChangedField, 'was' | 'now'> => {
  if (!code.startsWith('table.')) return { was, now }
  const before = was.split('; ')
  const after = now.split('; ')
  const only = (rows: readonly string[], others: readonly string[]): string =>
    rows.filter((row) => !others.includes(row)).join('; ') || 'no such row'
  return { was: only(before, after), now: only(after, before) }
}

const Change = ({
  change,
  number,
  onGo,
}: {
  readonly change: ChangedField
  readonly number: number
  readonly onGo: () => void
}): ReactNode => {
  const { was, now } = rowsThatDiffer(change)
  return (
    <li className={classes.change}>
      <span className={classes.changeNumber} aria-hidden="true">
        {number}
      </span>
      <div>
        <button type="button" className={classes.changeName} onClick={onGo}>
          <VisuallyHidden>{`Change ${number}: `}</VisuallyHidden>
          {change.label}
        </button>
        <p className={classes.wasNow}>
          <VisuallyHidden>Was</VisuallyHidden>
          <s className={classes.was}>{was}</s>
          <Icon of={IconArrowRight} size={16} />
          <VisuallyHidden>now</VisuallyHidden>
          <span className={classes.now}>{now}</span>
        </p>
        <span className={classes.from}>{change.from}</span>
      </div>
    </li>
  )
}

type ChangesProps = {
  readonly lastIssue: IssueHead | null
  readonly changes: readonly ChangedField[]
  readonly today: string
  readonly aboutPerson: boolean
  readonly onGo: (code: string) => void
}

/** Every fact that is other than it was when the document was last sent. */
export const Changes = ({ lastIssue, changes, today, aboutPerson, onGo }: ChangesProps): ReactNode => (
  <section className={classes.sideTop} aria-label="What has changed">
    <h2>{lastIssue === null ? 'Not issued yet' : `Changed since issue ${lastIssue.number}`}</h2>
    <p className={classes.quiet}>
      {lastIssue === null
        ? 'Once it is issued, every fact that moves afterwards is listed here.'
        : `${formatIsoDate(lastIssue.issuedOn)} to ${formatIsoDate(today)}`}
    </p>
    {lastIssue !== null && changes.length === 0 && (
      <p className={classes.nothing}>
        <StatusShape kind="done" size={15} />
        {aboutPerson ? 'Facts about a person are not followed.' : 'Nothing has changed.'}
      </p>
    )}
    <ol className={classes.changes}>
      {changes.map((change, index) => (
        <Change key={change.code} change={change} number={index + 1} onGo={() => onGo(change.code)} />
      ))}
    </ol>
  </section>
)

type ThisFactProps = {
  readonly value: FieldValue | null
  readonly frozen: string | null
  /** null: may only read. */
  readonly onFreeze: ((frozen: string | null) => void) | null
}

const SAID: Partial<Record<FieldValue['state'], string>> = {
  unknown: 'No fact has this name. It stands in the text as its name, and is not issued.',
  unsafe: 'This fact has no place in a document for these readers.',
  none: 'There is nothing to say yet.',
}

/** A table as it is kept in the text: lines of cells parted by tabs, which therefore stand in no cell. */
const frozenWords = ({ table, words }: FieldValue): string =>
  table === null
    ? words
    : [table.head, ...table.rows]
        .map((row) => row.map((cell) => cell.replaceAll(/\s*[\t\n]\s*/g, ' ')).join('\t'))
        .join('\n')

/** What the chosen fact shows, by which rule, and whether it may be sent out. */
export const ThisFact = ({ value, frozen, onFreeze }: ThisFactProps): ReactNode => {
  if (value === null) {
    return (
      <section className={classes.fact} aria-label="This fact">
        <h3>This fact</h3>
        <p className={classes.quiet}>Choose a fact in the text to see where it comes from.</p>
      </section>
    )
  }
  const path = explainPath(value)
  const said = SAID[value.state]
  return (
    <section className={classes.fact} aria-label="This fact">
      <h3>This fact</h3>
      {said !== undefined && <p>{said}</p>}
      <DataList
        facts={[
          { term: 'Shows', value: value.label },
          ...(frozen === null ? [] : [{ term: 'Frozen as', value: value.table === null ? frozen : 'A table' }]),
          { term: 'Now', value: value.words },
          { term: 'From', value: value.from },
          { term: 'Rule', value: value.rule ?? 'As it is recorded' },
          { term: 'As at', value: value.asAt === null ? 'No day of its own' : formatIsoDate(value.asAt) },
          { term: 'Tells', value: value.class === null ? 'Nothing' : labelOf(FIELD_CLASSES, value.class) },
          ...(value.outsideWords === '' ? [] : [{ term: 'If sent out', value: value.outsideWords }]),
        ]}
      />
      <div className={classes.factActions}>
        {path !== null && (
          <Link href={path} asChild>
            <ButtonLink size="small" icon={IconInfoCircle}>
              Explain
            </ButtonLink>
          </Link>
        )}
        {onFreeze !== null && value.state === 'known' && (
          <Button
            size="small"
            icon={frozen === null ? IconLock : IconLockOpen}
            onClick={() => onFreeze(frozen === null ? frozenWords(value) : null)}
          >
            {frozen === null ? 'Freeze here' : 'Let it follow again'}
          </Button>
        )}
      </div>
    </section>
  )
}

type TypedLineProps = { readonly typed: OpenDocument['typed']; readonly onGo: (block: number) => void }

/** Whether somebody typed a name or number of a person into the text. */
export const TypedLine = ({ typed, onGo }: TypedLineProps): ReactNode => (
  <div className={classes.typed} role="status">
    <StatusShape kind={typed.length === 0 ? 'on-track' : 'at-risk'} size={14} />
    {typed.length === 0 ? (
      <span>No patient names or NHS numbers in the text</span>
    ) : (
      <div>
        <p>Names or NHS numbers in the text:</p>
        <ul>
          {typed.map(({ words, block }, index) => (
            <li key={index}>
              {block === null ? (
                words
              ) : (
                <Button kind="quiet" size="small" onClick={() => onGo(block)}>
                  {words}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    )}
  </div>
)
