import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { fieldOf } from '#shared/features/toolkit/walk.ts'
import { finishPackage } from '../../word/package.ts'
import { documentStyles, PAGE, STYLES, TABLE_STYLE, TEXT_WIDTH } from '../../word/styles.ts'
import type { Page } from './page.ts'

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
const INDENT = 360
const DEEPEST = 8

type Block = Paragraph | Table

/** Where a paragraph stands: in which list, and how deep. */
interface Place {
  readonly depth: number
  readonly list: { readonly kind: 'bullet' } | { readonly kind: 'number'; readonly reference: string } | null
  /** What stands before the first words, such as a box to tick. */
  readonly before: string
  readonly inTable: boolean
  /** In the head of a table, which stays with the row below it: readers may lose that row otherwise. */
  readonly inHead: boolean
}

const TOP: Place = { depth: 0, list: null, before: '', inTable: false, inHead: false }

/** What is counted through the whole document: the lists, each of which begins at its own number. */
interface Outline {
  readonly starts: number[]
}

const runOf = (text: string, { marks = [] }: DocumentNode): TextRun => {
  const has = (type: string): boolean => marks.some((mark) => mark.type === type)
  return new TextRun({
    text,
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
    ...(has('link') ? { style: 'Hyperlink' } : {}),
  })
}

const inlineOf = (node: DocumentNode): ParagraphChild[] => {
  if (node.type === 'hardBreak') return [new TextRun({ break: 1 })]
  const text = node.type === 'text' ? (node.text ?? '') : (fieldOf(node)?.frozen ?? '')
  if (text === '') return []
  const link = node.marks?.find(({ type }) => type === 'link')
  if (link === undefined) return [runOf(text, node)]
  return [new ExternalHyperlink({ link: String(link.attrs?.['href']), children: [runOf(text, node)] })]
}

const paragraphOf = ({ content = [] }: DocumentNode, { depth, list, before, inTable, inHead }: Place): Paragraph => {
  const level = Math.min(DEEPEST, Math.max(0, depth - 1))
  const children = [...(before === '' ? [] : [new TextRun(before)]), ...content.flatMap(inlineOf)]
  const indent = list === null && depth > 0 ? { indent: { left: INDENT * depth } } : {}
  const look = inTable ? { style: STYLES.tableText, keepNext: inHead } : {}
  if (list === null) return new Paragraph({ ...look, children, ...indent })
  return list.kind === 'bullet'
    ? new Paragraph({ ...look, children, bullet: { level } })
    : new Paragraph({ ...look, children, numbering: { reference: list.reference, level } })
}

const itemOf = ({ content = [] }: DocumentNode, place: Place, outline: Outline): Block[] => {
  const [first, ...rest] = content
  if (first === undefined) return []
  return [
    ...blockOf(first, place, outline),
    ...rest.flatMap((block) => blockOf(block, { ...place, list: null, before: '' }, outline)),
  ]
}

const BOXES = { ticked: '☑ ', empty: '☐ ' } as const

const listOf = (node: DocumentNode, place: Place, outline: Outline): Block[] => {
  const depth = place.depth + 1
  const within = (list: Place['list'], before = ''): Place => ({ ...place, depth, list, before })
  const items = node.content ?? []
  if (node.type === 'bulletList') return items.flatMap((item) => itemOf(item, within({ kind: 'bullet' }), outline))
  if (node.type === 'orderedList') {
    outline.starts.push(Number(node.attrs?.['start'] ?? 1))
    const list = { kind: 'number' as const, reference: `list-${outline.starts.length}` }
    return items.flatMap((item) => itemOf(item, within(list), outline))
  }
  return items.flatMap((item) =>
    itemOf(item, within(null, item.attrs?.['checked'] === true ? BOXES.ticked : BOXES.empty), outline),
  )
}

const tableOf = ({ content = [] }: DocumentNode, outline: Outline): Table => {
  const columns = Math.max(1, ...content.map((row) => row.content?.length ?? 0))
  const width = Math.floor(TEXT_WIDTH / columns)
  const rows = content.map((row) => {
    const cells = row.content ?? []
    const inHead = cells.every(({ type }) => type === 'tableHeader')
    return new TableRow({
      cantSplit: true,
      // Said of the head alone: readers take a row for a head by the mark, whatever its value.
      ...(inHead ? { tableHeader: true } : {}),
      children: cells.map(
        (cell) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            children: (cell.content ?? []).flatMap((block) =>
              blockOf(block, { ...TOP, inTable: true, inHead }, outline),
            ),
          }),
      ),
    })
  })
  return new Table({
    style: STYLES.table,
    layout: TableLayoutType.FIXED,
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    tableLook: {
      firstRow: content[0]?.content?.[0]?.type === 'tableHeader',
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows,
  })
}

const blockOf = (node: DocumentNode, place: Place, outline: Outline): Block[] => {
  switch (node.type) {
    case 'heading': {
      const heading = HEADINGS[Number(node.attrs?.['level'] ?? 1) - 1] ?? HeadingLevel.HEADING_1
      return [new Paragraph({ heading, keepNext: true, children: (node.content ?? []).flatMap(inlineOf) })]
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(node, place, outline)
    case 'table':
      // Two tables without a paragraph between them become one, and a cell must not end with one.
      return [tableOf(node, outline), new Paragraph('')]
    case 'horizontalRule':
      return [new Paragraph({ thematicBreak: true, children: [] })]
    case 'blockquote':
      return (node.content ?? []).flatMap((block) => blockOf(block, { ...place, depth: place.depth + 1 }, outline))
    default:
      return [paragraphOf(node, place)]
  }
}

const numberings = ({ starts }: Outline) =>
  starts.map((start, at) => ({
    reference: `list-${at + 1}`,
    levels: Array.from({ length: DEEPEST + 1 }, (_, level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
    })),
  }))

const RIGHT_END = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]

const note = (...children: (string | Tab)[]): Paragraph =>
  new Paragraph({ style: STYLES.note, tabStops: RIGHT_END, children: [new TextRun({ children })] })

const headerOf = ({ name, header, mark }: Page): Header =>
  new Header({
    children: [
      note(name, ...(header === null ? [] : [new Tab(), header])),
      ...(mark === null ? [] : [new Paragraph({ style: STYLES.warning, text: mark })]),
    ],
  })

const footerOf = ({ footer, line }: Page): Footer =>
  new Footer({
    children: [
      ...(footer === null ? [] : [note(footer)]),
      new Paragraph({
        style: STYLES.note,
        tabStops: RIGHT_END,
        children: [
          new TextRun({ children: [line, new Tab(), 'Page ', PageNumber.CURRENT] }),
          new TextRun({ children: [' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

/** A document for a word processor (ECMA-376), with headings, lists and tables that are real ones. */
export const toolkitDocx = async (page: Page): Promise<Uint8Array> => {
  const outline: Outline = { starts: [] }
  const body = page.text.content.flatMap((block) => blockOf(block, TOP, outline))
  const margin = { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom, header: 510, footer: 454 }
  const document = new Document({
    title: page.title,
    creator: page.name,
    lastModifiedBy: page.name,
    description: page.line,
    externalStyles: TABLE_STYLE,
    styles: documentStyles(),
    numbering: { config: numberings(outline) },
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin } },
        headers: { default: headerOf(page) },
        footers: { default: footerOf(page) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: page.title }),
          new Paragraph({ style: STYLES.note, text: page.line }),
          ...body,
        ],
      },
    ],
  })
  return finishPackage(await Packer.pack(document, 'uint8array'), page.writtenAt)
}
