import { Fragment, type ReactNode, useId } from 'react'
import { useDrawn, type WaitsForDrawing } from '#renderer/app/use-drawn.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { type Paper, type PaperBlock, type PaperTable, paperWords } from '#shared/features/papers/paper.ts'
import classes from './paper.module.css'

/** Named by a line above it: a caption of its own would take a table that is longer than the rest of its page to the next. */
const TableOnPaper = ({ table }: { readonly table: PaperTable }): ReactNode => {
  const name = useId()
  return (
    <>
      <p id={name} className={classes.caption}>
        {table.title}
      </p>
      <table className={classes.table} aria-labelledby={name}>
        <thead>
          <tr>
            {table.columns.map(({ heading, isFigure }) => (
              <th key={heading} scope="col" className={classNames(isFigure && classes.figure)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {paperWords(cell)}
                  </th>
                ) : (
                  <td key={column} className={classNames(table.columns[column]?.isFigure === true && classes.figure)}>
                    {paperWords(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note !== null && <p className={classes.note}>{table.note}</p>}
    </>
  )
}

const Block = ({ block }: { readonly block: PaperBlock }): ReactNode => {
  switch (block.type) {
    case 'paragraph':
      return <p className={classes.paragraph}>{block.text}</p>
    case 'list':
      return (
        <ul className={classes.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return <TableOnPaper table={block} />
  }
}

interface PaperDocumentProps {
  readonly paper: Paper
  /** Level of the title: 1 on paper, 2 under the heading of a page. */
  readonly level: 1 | 2
}

/** A document as it is printed: the same words as its Word file. */
export const PaperDocument = ({ paper, level }: PaperDocumentProps): ReactNode => {
  const [Title, Heading] = level === 1 ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const)
  return (
    <article className={classes.paper}>
      <p className={classes.kicker}>{paper.organisation}</p>
      <Title className={classes.title}>{paper.title}</Title>
      {paper.notices.map((notice) => (
        <p key={notice} className={classes.warning}>
          {notice}
        </p>
      ))}
      {paper.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <dl className={classes.facts}>
        {paper.facts.map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {paper.sections.map(({ title, blocks }) => (
        <section key={title}>
          <Heading className={classes.heading}>{title}</Heading>
          {blocks.map((block, at) => (
            <Block key={at} block={block} />
          ))}
        </section>
      ))}
      <p className={classes.note}>As recorded on {formatIsoDate(paper.madeOn)}.</p>
    </article>
  )
}

/** A document alone on its page, saying when it can be printed. */
export const PrintedPaper = ({ paper, ...waiting }: WaitsForDrawing & { readonly paper: Paper }): ReactNode => {
  useDrawn(waiting)
  return (
    <main>
      <PaperDocument paper={paper} level={1} />
    </main>
  )
}
