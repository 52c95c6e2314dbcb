import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { BoardPaper, PaperSection, PaperTable } from '#shared/features/reviews/board-paper.ts'
import { reviewPath } from './review-address.ts'
import classes from './paper.module.css'

const Table = ({ table }: { readonly table: PaperTable }): ReactNode => (
  <table>
    <caption>{table.caption}</caption>
    <thead>
      <tr>
        {table.columns.map(({ id, header, align }) => (
          <th key={id} scope="col" data-align={align}>
            {header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, at) => (
        // The rows of a paper stand in a fixed order, so their place is their identity.
        <tr key={at}>
          {row.map((text, column) => {
            const align = table.columns[column]?.align ?? 'start'
            return column === 0 ? (
              <th key={table.columns[column]?.id} scope="row" data-align={align}>
                {text}
              </th>
            ) : (
              <td key={table.columns[column]?.id} data-align={align}>
                {text}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)

const Section = ({ section }: { readonly section: PaperSection }): ReactNode => (
  <section>
    <h3>{section.title}</h3>
    {section.paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    {section.tables.map((table) => (
      <Table key={table.caption} table={table} />
    ))}
  </section>
)

/** The paper for the board as it will be printed. */
const Sheet = ({ paper }: { readonly paper: BoardPaper }): ReactNode => (
  <article className={classes.sheet} aria-label="Board paper">
    {paper.draft && <p className={classes.draft}>Draft: the review is not closed yet</p>}
    <h2>{paper.title}</h2>
    <p className={classes.organisation}>{paper.organisation}</p>
    {paper.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {paper.sections.map((section) => (
      <Section key={section.id} section={section} />
    ))}
    <footer>{`${paper.organisation}. Printed ${formatIsoDate(dayNow())}.`}</footer>
  </article>
)

/** `/plan/reviews/:id/paper`: the board paper, seen as it prints. */
export const BoardPaperPage = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('boardPaper')
  useBreadcrumbs([
    { label: 'Action plan', path: '/plan' },
    { label: 'Reviews', path: '/plan/reviews' },
    { label: 'Review', path: reviewPath(id) },
    { label: 'Board paper' },
  ])
  const [, goTo] = usePath()
  const asked = useCoreQuery('reviews', 'paper', { id })
  const [failure, setFailure] = useState<string | null>(null)
  const back = (): void => goTo(reviewPath(id))
  const print = async (): Promise<void> => {
    const printed = await window.throughline.printPage({ title: 'Board paper' })
    setFailure(printed.ok ? null : printed.message)
  }
  useCommands([
    {
      id: 'paper.print',
      title: 'Print the board paper',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
    { id: 'paper.back', title: 'Back to the review', group: 'On this page', keys: ['Esc'], run: back },
  ])
  return (
    <div className={classes.paper}>
      <div className={classes.tools} data-print="hide">
        <PageHeader
          title="Board paper"
          actions={
            <>
              <Button icon={IconArrowLeft} keys="Esc" onClick={back}>
                Back to the review
              </Button>
              <Button kind="filled" icon={IconPrinter} keys="P" onClick={() => void print()}>
                Print
              </Button>
            </>
          }
        >
          {asked.data?.draft === false
            ? 'Kept as it was when the review was closed.'
            : 'A draft: it is made anew until the review is closed.'}
        </PageHeader>
        {(failure ?? asked.error) !== null && (
          <InlineAlert
            tone="bad"
            spoken
            title={failure === null ? 'The paper could not be made' : 'It was not printed'}
          >
            {failure ?? asked.error?.message}
          </InlineAlert>
        )}
      </div>
      {asked.data === undefined && asked.error === null && <SkeletonPanel label="Making the paper" lines={12} />}
      {asked.data !== undefined && <Sheet paper={asked.data} />}
    </div>
  )
}
