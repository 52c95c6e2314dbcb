import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { coverLines, type Receipt, warnings } from '#shared/features/reports/cover.ts'
import { headingWithin, paragraphTexts } from '#shared/features/reports/own-text-words.ts'
import {
  type OwnTextBlock,
  type ReportDataset,
  type ReportSection,
  type ReportTable,
  SMALL_NUMBER_RULES,
} from '#shared/features/reports/schema.ts'
import { indicatorTable } from '#shared/features/reports/tables.ts'
import { NO_CHART, smallNumberWords } from '#shared/features/reports/words.ts'
import { wordChart } from './docx/chart.ts'
import { finishPackage } from '../../word/package.ts'
import { documentStyles, PAGE, STYLES, TABLE_STYLE, TEXT_WIDTH } from '../../word/styles.ts'
import { marksNote, reportTable } from './docx/table.ts'

/** A heading or a caption that the contents lead to. */
interface Entry {
  readonly title: string
  readonly level: 1 | 2
  readonly href: string
}

/** What is counted through the whole document, so that the same report always gets the same numbers. */
interface Outline {
  readonly entries: Entry[]
  charts: number
}

const styled = (style: string, text: string): Paragraph => new Paragraph({ style, text })

/** A paragraph that stands in the outline and the contents. */
const entry = (
  outline: Outline,
  { title, level }: Omit<Entry, 'href'>,
  options: ConstructorParameters<typeof Paragraph>[0] & object,
): Paragraph => {
  const number = outline.entries.length + 1
  const href = `_Toc${String(number).padStart(9, '0')}`
  outline.entries.push({ title, level, href })
  // The library numbers bookmarks on from one document to the next; these begin at 1 in each.
  const place = Object.assign(new Bookmark({ id: href, children: [new TextRun(title)] }), {
    start: new BookmarkStart(href, number),
    end: new BookmarkEnd(number),
  })
  return new Paragraph({ ...options, children: [place] })
}

/** A table's chart, and what to know about it. */
const chartParts = (table: ReportTable, finding: string, outline: Outline): FileChild[] => {
  const chart = wordChart(table, { number: outline.charts + 1, finding })
  if (chart === null) return []
  const { hidden, run } = chart
  if (run === null) return hidden === 0 ? [] : [styled(STYLES.note, NO_CHART)]
  outline.charts += 1
  const words = hidden === 1 ? 'hidden number' : `${hidden} hidden numbers`
  return [
    new Paragraph({ keepNext: true, children: [run] }),
    ...(hidden === 0 ? [] : [styled(STYLES.note, `No bar is drawn for the ${words}.`)]),
  ]
}

const tableParts = (table: ReportTable, finding: string, outline: Outline): FileChild[] => {
  const parts = chartParts(table, finding, outline)
  parts.push(
    entry(outline, { title: table.title, level: 2 }, { style: 'Caption', outlineLevel: 1 }),
    reportTable(table),
  )
  const marks = marksNote(table)
  if (marks !== null) parts.push(styled(STYLES.note, marks))
  if (table.note !== null) parts.push(styled(STYLES.note, table.note))
  return parts
}

const ownTextParts = (sectionId: string, block: OwnTextBlock, outline: Outline): FileChild[] => {
  const heading = headingWithin(sectionId, block)
  return [
    ...(heading === null
      ? []
      : [entry(outline, { title: heading, level: 2 }, { heading: HeadingLevel.HEADING_2, keepNext: true })]),
    ...paragraphTexts(block).map((text) => new Paragraph(text)),
  ]
}

/** The first section begins on a page of its own, behind the contents; the others go on where there is room, as in print. */
const sectionParts = ({ id, title, finding, blocks }: ReportSection, outline: Outline, at: number): FileChild[] => [
  entry(
    outline,
    { title, level: 1 },
    { heading: HeadingLevel.HEADING_1, pageBreakBefore: at === 0, spacing: { before: at === 0 ? 0 : 360, after: 100 } },
  ),
  ...(finding === '' ? [] : [styled(STYLES.finding, finding)]),
  ...blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return [new Paragraph(block.text)]
      case 'own-text':
        return ownTextParts(id, block, outline)
      case 'indicators':
        return tableParts(indicatorTable(block), finding, outline)
      case 'table':
        return tableParts(block, finding, outline)
    }
  }),
]

const cover = (dataset: ReportDataset, receipt: Receipt): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, text: dataset.title }),
  styled('Subtitle', dataset.practiceName),
  ...warnings(dataset).map((text) => styled(STYLES.warning, text)),
  ...coverLines(dataset, receipt).map(
    ({ name, value }) =>
      new Paragraph({
        style: STYLES.fact,
        children: [new TextRun({ text: name, bold: true }), new TextRun({ children: [new Tab(), value] })],
      }),
  ),
  styled(STYLES.note, smallNumberWords(dataset.smallNumbers)),
]

/** Entries lead to their place without page numbers: those are only right once a word processor has set the pages. */
const contents = (entries: readonly Entry[]): FileChild[] => [
  styled(STYLES.contents, 'Contents'),
  new TableOfContents('Contents', {
    headingStyleRange: '1-3',
    useAppliedParagraphOutlineLevel: true,
    hyperlink: true,
    pageNumbersEntryLevelsRange: '1-3',
    cachedEntries: entries,
    beginDirty: false,
    tabLeader: LeaderType.NONE,
  }),
]

const RIGHT_END = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]

const header = (dataset: ReportDataset): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLES.note,
        tabStops: RIGHT_END,
        children: [new TextRun({ children: [dataset.practiceName, new Tab(), dataset.title] })],
      }),
      ...warnings(dataset).map((text) => styled(STYLES.warning, text)),
    ],
  })

const footer = ({ smallNumbers }: ReportDataset): Footer => {
  const rule = SMALL_NUMBER_RULES.find(({ code }) => code === smallNumbers)?.label ?? ''
  return new Footer({
    children: [
      new Paragraph({
        style: STYLES.note,
        tabStops: RIGHT_END,
        children: [
          new TextRun({ children: [`Small numbers: ${rule}`, new Tab(), 'Page ', PageNumber.CURRENT] }),
          new TextRun({ children: [' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

/**
 * The report as a document for a word processor (ECMA-376): headings and captions make its outline, tables and charts
 * are real ones. The same report always gives the same bytes.
 */
export const reportDocx = async (dataset: ReportDataset, receipt: Receipt): Promise<Uint8Array> => {
  const outline: Outline = { entries: [], charts: 0 }
  const sections = dataset.sections.flatMap((section, at) => sectionParts(section, outline, at))
  const document = new Document({
    title: dataset.title,
    creator: dataset.practiceName,
    lastModifiedBy: dataset.practiceName,
    description: `SHA-256 ${receipt.sha256}`,
    externalStyles: TABLE_STYLE,
    styles: documentStyles(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom, header: 510, footer: 454 },
          },
        },
        headers: { default: header(dataset) },
        footers: { default: footer(dataset) },
        children: [...cover(dataset, receipt), ...contents(outline.entries), ...sections],
      },
    ],
  })
  return finishPackage(await Packer.pack(document, 'uint8array'), dataset.frozenAt)
}
