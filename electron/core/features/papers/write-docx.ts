import {
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { type Paper, type PaperBlock, type PaperSection, paperWords } from '#shared/features/papers/paper.ts'
import { finishPackage } from '../../word/package.ts'
import { documentStyles, PAGE, STYLES, TABLE_STYLE } from '../../word/styles.ts'
import { wordTable } from '../../word/table.ts'

/** The text's width of a page on its side: plans are wide. */
const WIDTH = PAGE.height - 2 * PAGE.side

const BULLETS = 'paper-bullets'

const styled = (style: string, text: string): Paragraph => new Paragraph({ style, text })

const blockParts = (block: PaperBlock): FileChild[] => {
  switch (block.type) {
    case 'paragraph':
      return [new Paragraph(block.text)]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 } }))
    case 'table':
      return [
        new Paragraph({ style: 'Caption', text: block.title }),
        wordTable({
          columns: block.columns.map((column, at) => ({
            ...column,
            isWhole: block.rows.some((row) => row[at]?.kind === 'date'),
          })),
          rows: block.rows.map((row) => row.map(paperWords)),
          totalRow: false,
          width: WIDTH,
        }),
        ...(block.note === null ? [] : [styled(STYLES.note, block.note)]),
      ]
  }
}

const sectionParts = ({ title, blocks }: PaperSection): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, keepNext: true, spacing: { before: 400, after: 100 } }),
  ...blocks.flatMap(blockParts),
]

const head = ({ title, organisation, notices, lines, facts }: Paper): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
  styled('Subtitle', organisation),
  ...notices.map((notice) => styled(STYLES.warning, notice)),
  ...lines.map((line) => new Paragraph(line)),
  ...facts.map(
    ({ name, value }) =>
      new Paragraph({
        style: STYLES.fact,
        children: [new TextRun({ text: name, bold: true }), new TextRun({ children: [new Tab(), value] })],
      }),
  ),
]

const RIGHT_END = [{ type: TabStopType.RIGHT, position: WIDTH }]

const runningHead = ({ title, organisation }: Paper): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLES.note,
        tabStops: RIGHT_END,
        children: [new TextRun({ children: [organisation, new Tab(), title] })],
      }),
    ],
  })

const foot = ({ madeOn }: Paper): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: STYLES.note,
        tabStops: RIGHT_END,
        children: [
          new TextRun({
            children: [`As recorded on ${formatIsoDate(madeOn)}`, new Tab(), 'Page ', PageNumber.CURRENT],
          }),
          new TextRun({ children: [' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

/** A paper as a document for a word processor: headings make its outline, tables have heads that stand again. */
export const paperDocx = async (paper: Paper): Promise<Uint8Array> => {
  const document = new Document({
    title: paper.title,
    creator: paper.organisation,
    lastModifiedBy: paper.organisation,
    description: paper.title,
    externalStyles: TABLE_STYLE,
    styles: documentStyles(),
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            { level: 0, format: 'bullet', text: '•', style: { paragraph: { indent: { left: 400, hanging: 280 } } } },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom, header: 510, footer: 454 },
          },
        },
        headers: { default: runningHead(paper) },
        footers: { default: foot(paper) },
        children: [...head(paper), ...paper.sections.flatMap(sectionParts)],
      },
    ],
  })
  return finishPackage(await Packer.pack(document, 'uint8array'), `${paper.madeOn}T00:00:00.000Z`)
}
