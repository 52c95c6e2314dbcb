import { Fragment, type ReactNode } from 'react'
import { useDrawn, type WaitsForDrawing } from '#renderer/app/use-drawn.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { type Paper, type PaperBlock, type PaperTable, paperWords } from '#shared/features/papers/paper.ts'
import classes from './paper.module.css'

const TableOnPaper = ({ table }: { readonly table: PaperTable }): ReactNode => (
  <>
    <table className={classes.table}>
      <caption>{table.title}</caption>
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

/** A document as it is printed: the same words as its Word file. */
export const PaperDocument = ({ paper }: { readonly paper: Paper }): ReactNode => (
  <article className={classes.paper}>
    <p className={classes.kicker}>{paper.organisation}</p>
    <h1 className={classes.title}>{paper.title}</h1>
    {paper.demo && <p className={classes.warning}>Made from a demo practice: the people are made up.</p>}
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
        <h2 className={classes.heading}>{title}</h2>
        {blocks.map((block, at) => (
          <Block key={at} block={block} />
        ))}
      </section>
    ))}
    <p className={classes.note}>As recorded on {formatIsoDate(paper.madeOn)}.</p>
  </article>
)

/** A document alone on its page, saying when it can be printed. */
export const PrintedPaper = ({ paper, ...waiting }: WaitsForDrawing & { readonly paper: Paper }): ReactNode => {
  useDrawn(waiting)
  return (
    <main>
      <PaperDocument paper={paper} />
    </main>
  )
}
