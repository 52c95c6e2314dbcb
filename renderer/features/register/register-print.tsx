import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { askPrinter } from '#renderer/app/print-page.ts'
import { NarrowedLine } from '#renderer/ui/narrowed-line.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { RegisterRow } from '#shared/features/register/schema.ts'
import { peopleWords } from './person-words.ts'
import type { RegisterColumn } from './register-columns.tsx'
import type { ListQuery } from './register-rows.ts'
import classes from './register.module.css'

type Loaded = { readonly rows: readonly RegisterRow[]; readonly total: number }

interface RegisterPrintProps {
  readonly title: string
  /** What narrows the view beside that; nothing where all of it is printed. */
  readonly narrowed: readonly string[]
  readonly list: ListQuery
  readonly columns: readonly RegisterColumn[]
  readonly onDone: () => void
}

const countWords = ({ rows, total }: Loaded): string =>
  rows.length < total
    ? `The first ${rows.length.toLocaleString('en-GB')} of ${peopleWords(total)}.`
    : `${peopleWords(total)}.`

const Sheet = ({
  title,
  narrowed,
  columns,
  loaded,
}: Omit<RegisterPrintProps, 'list' | 'onDone'> & { readonly loaded: Loaded }) => (
  <>
    <h1>{`Register: ${title.toLowerCase()}`}</h1>
    <NarrowedLine narrowed={narrowed} />
    <p>{`${formatIsoDate(dayNow())}. ${countWords(loaded)} Confidential: destroy after use.`}</p>
    <PlainTable
      caption="People on the register"
      rows={loaded.rows}
      rowId={({ id }) => id}
      columns={columns.map(({ id, name, cell }) => ({ id, header: name, rowHeader: id === 'person', cell }))}
    />
  </>
)

/** The view on paper with the columns that are shown: seen as it will print, then the printer is asked. The print is audited. */
export const RegisterPrint = ({ title, narrowed, list, columns, onDone }: RegisterPrintProps): ReactNode => {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const wanted = useEffectEvent(() => list)
  useEffect(() => {
    core.register.forPrint(wanted()).then(setLoaded, (cause: unknown) => {
      setFailure(cause instanceof AppError ? cause.message : 'The list could not be read. Try again.')
    })
  }, [])
  useEffect(() => {
    if (loaded === null) return
    void askPrinter('Register').then(setFailure)
  }, [loaded])
  return (
    <div className={classes.printed}>
      <p data-print="hide">
        <Button onClick={onDone}>Back to the register</Button>
      </p>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="Not printed">
          {failure}
        </InlineAlert>
      )}
      {loaded === null && failure === null && <SkeletonPanel label="Getting the list ready" lines={8} />}
      {loaded !== null && <Sheet title={title} narrowed={narrowed} columns={columns} loaded={loaded} />}
    </div>
  )
}
