import { Fragment, memo, type ReactNode } from 'react'
import { coverLines, type Receipt, warnings } from '#shared/features/reports/cover.ts'
import { headingWithin } from '#shared/features/reports/own-text-words.ts'
import type { ReportBlock, ReportDataset, ReportSection } from '#shared/features/reports/schema.ts'
import { smallNumberWords } from '#shared/features/reports/words.ts'
import { ReportBars } from './report-bars.tsx'
import classes from './report-document.module.css'
import { PaperText } from './paper-text.tsx'
import { PaperIndicators, PaperTable } from './report-table.tsx'

interface ReportDocumentProps {
  readonly dataset: ReportDataset
  readonly receipt: Receipt
  /** Level of the title: 1 on paper, 2 under the heading of the page that previews it. */
  readonly level: 1 | 2
}

/** Where a section stands on the page, for links to it. */
export const sectionAnchor = (id: string): string => `report-${id}`

export const COVER = 'cover'

interface BlockProps {
  readonly block: ReportBlock
  readonly sectionId: string
  /** Level of what stands under the title of the section. */
  readonly level: 3 | 4
}

const Block = ({ block, sectionId, level }: BlockProps): ReactNode => {
  switch (block.type) {
    case 'paragraph':
      return <p className={classes.paragraph}>{block.text}</p>
    case 'own-text':
      return <PaperText block={block} heading={headingWithin(sectionId, block)} level={level} />
    case 'indicators':
      return <PaperIndicators block={block} />
    case 'table':
      return (
        <>
          <ReportBars table={block} />
          <PaperTable table={block} />
        </>
      )
  }
}

const Warnings = ({ dataset }: { readonly dataset: ReportDataset }): ReactNode =>
  warnings(dataset).map((text) => (
    <p key={text} className={classes.warning}>
      {text}
    </p>
  ))

const Cover = ({ dataset, receipt, level }: ReportDocumentProps): ReactNode => {
  const Title = `h${level}` as const
  return (
    <section
      className={classes.sheet}
      id={sectionAnchor(COVER)}
      data-watermark={dataset.watermark ?? undefined}
      tabIndex={-1}
    >
      <p className={classes.kicker}>
        {dataset.networkName === ''
          ? 'Primary care cancer report'
          : `${dataset.networkName} cancer network, primary care report`}
      </p>
      <Title className={classes.title}>{dataset.practiceName}</Title>
      <p className={classes.finding}>{dataset.title}</p>
      <Warnings dataset={dataset} />
      <dl className={classes.cover}>
        {coverLines(dataset, receipt).map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={classes.note}>{smallNumberWords(dataset.smallNumbers)}</p>
    </section>
  )
}

const Sheet = ({
  section,
  dataset,
  level,
}: {
  section: ReportSection
  dataset: ReportDataset
  level: 1 | 2
}): ReactNode => {
  const Title = level === 1 ? 'h2' : 'h3'
  return (
    <section
      className={classes.sheet}
      id={sectionAnchor(section.id)}
      data-watermark={dataset.watermark ?? undefined}
      aria-labelledby={`${sectionAnchor(section.id)}-title`}
      tabIndex={-1}
    >
      <Title className={classes.heading} id={`${sectionAnchor(section.id)}-title`}>
        {section.title}
      </Title>
      {section.finding !== '' && <p className={classes.finding}>{section.finding}</p>}
      <Warnings dataset={dataset} />
      {section.blocks.map((block, index) => (
        // A frozen report never changes, so a block's place is its identity.
        <Block key={index} block={block} sectionId={section.id} level={level === 1 ? 3 : 4} />
      ))}
    </section>
  )
}

const WholeReport = ({ dataset, receipt, level }: ReportDocumentProps): ReactNode => (
  <article className={classes.document} data-mantine-color-scheme="light" aria-label={dataset.title}>
    <Cover dataset={dataset} receipt={receipt} level={level} />
    {dataset.sections.map((section) => (
      <Sheet key={section.id} section={section} dataset={dataset} level={level} />
    ))}
    {dataset.watermark !== null && (
      <p className={classes.watermark} aria-hidden="true">
        {dataset.watermark}
      </p>
    )}
  </article>
)

/**
 * The report as its readers see it: the preview and the printed document are this. Ink on white in either theme. Dozens
 * of charts take a moment to draw, so that it is drawn again only for another report.
 */
export const ReportDocument = memo(WholeReport)
