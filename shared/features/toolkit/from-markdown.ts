import type { BlockContent, List, ListItem, Nodes, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { checkDocument } from './check-document.ts'
import { DOCUMENT_LIMITS, type DocumentMark, type DocumentNode, isSafeLink, type ToolkitDocument } from './document.ts'
import { type FieldMark, piecesOf, takeOutFields, withoutPlaces } from './field-marks.ts'
import { documentOf } from './walk.ts'

const LONGEST = 2_000_000

/** Marks of quotes and lists within each other on one line: more than anybody writes, and slow to read. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){25}/m

/** Markdown holds each mark of a paragraph beside all others of it: some thousands in one take seconds, more take hours. */
const MOST_PAIRS_OF_MARKS = 40_000_000
const pairsOfMarks = (markdown: string): number =>
  markdown
    .replaceAll(/\\[^]/g, '')
    .split(/\n[ \t]*\r?\n/)
    .reduce((pairs, part) => pairs + (part.match(/[*_[]/g)?.length ?? 0) ** 2, 0)

/** Each line may be a part of its own, and a document may have no more. */
const hasTooManyLines = (markdown: string): boolean => (markdown.match(/\n|\r/g)?.length ?? 0) > DOCUMENT_LIMITS.nodes

/** What could not be taken over, in words. */
type LeftOut = Set<string>

interface Reading {
  readonly fields: readonly FieldMark[]
  readonly leftOut: LeftOut
  /** How many cells tables may still have: short rows are filled up, so that a small file may stand for millions. */
  readonly cells: { left: number }
}

const paragraph = (content: DocumentNode[]): DocumentNode =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }

const textNode = (text: string, marks: readonly DocumentMark[]): DocumentNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', marks: [...marks], text }

const words = (value: string, marks: readonly DocumentMark[], { fields }: Reading): DocumentNode[] =>
  piecesOf(
    value.replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks)),
    fields,
  ).map((piece) => {
    if (typeof piece === 'string') return textNode(piece, marks)
    const attrs = { code: piece.code, label: piece.label, frozen: null }
    return marks.length === 0 ? { type: 'field', attrs } : { type: 'field', attrs, marks: [...marks] }
  })

const inlines = (nodes: readonly PhrasingContent[], marks: readonly DocumentMark[], reading: Reading): DocumentNode[] =>
  nodes.flatMap((node): DocumentNode[] => {
    switch (node.type) {
      case 'text':
        return words(node.value, marks, reading)
      case 'inlineCode':
        return words(node.value, marks, reading)
      case 'strong':
        return inlines(node.children, withMark(marks, { type: 'bold' }), reading)
      case 'emphasis':
        return inlines(node.children, withMark(marks, { type: 'italic' }), reading)
      case 'delete':
        return inlines(node.children, marks, reading)
      case 'link':
        return link(node.url, node.children, marks, reading)
      case 'linkReference':
        return inlines(node.children, marks, reading)
      case 'break':
        return [{ type: 'hardBreak' }]
      case 'image':
      case 'imageReference':
        reading.leftOut.add('pictures')
        return []
      case 'html':
        reading.leftOut.add('HTML')
        return []
      default:
        reading.leftOut.add('footnotes')
        return []
    }
  })

const withMark = (marks: readonly DocumentMark[], mark: DocumentMark): readonly DocumentMark[] =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]

const link = (
  href: string,
  children: readonly PhrasingContent[],
  marks: readonly DocumentMark[],
  reading: Reading,
): DocumentNode[] => {
  if (isSafeLink(href)) return inlines(children, withMark(marks, { type: 'link', attrs: { href } }), reading)
  reading.leftOut.add('links to anywhere but pages over https')
  return inlines(children, marks, reading)
}

const FIRST_LEVEL = 2
const LEAST_LEVEL = 3

const paragraphOrTable = (children: readonly PhrasingContent[], reading: Reading): DocumentNode => {
  const content = inlines(children, [], reading)
  const [first] = content
  const code = content.length === 1 && first?.type === 'field' ? String(first.attrs?.['code']) : ''
  return code.startsWith('table.') ? { type: 'fieldTable', attrs: { code, frozen: null } } : paragraph(content)
}

const listOf = (node: List, reading: Reading): DocumentNode[] => {
  const isTasks = node.children.some(({ checked }) => typeof checked === 'boolean')
  const content = node.children.map((item) => itemOf(item, isTasks, reading))
  if (content.length === 0) return []
  if (isTasks) return [{ type: 'taskList', content }]
  if (node.ordered !== true) return [{ type: 'bulletList', content }]
  return [{ type: 'orderedList', attrs: { start: Math.min(9999, Math.max(1, node.start ?? 1)) }, content }]
}

const itemOf = (item: ListItem, isTask: boolean, reading: Reading): DocumentNode => {
  const parts = blocks(item.children, reading)
  const content = parts[0]?.type === 'paragraph' ? parts : [paragraph([]), ...parts]
  return isTask
    ? { type: 'taskItem', attrs: { checked: item.checked === true }, content }
    : { type: 'listItem', content }
}

const cellOf = (cell: TableCell | undefined, isHead: boolean, reading: Reading): DocumentNode => ({
  type: isHead ? 'tableHeader' : 'tableCell',
  content: [paragraph(inlines(cell?.children ?? [], [], reading))],
})

const tableOf = ({ children }: Table, reading: Reading): DocumentNode[] => {
  const width = children.reduce((most, row) => Math.max(most, row.children.length), 0)
  reading.cells.left -= width * children.length
  if (width === 0 || reading.cells.left < 0) return []
  const content = children.map((row, at): DocumentNode => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, column) => cellOf(row.children[column], at === 0, reading)),
  }))
  return [{ type: 'table', content }]
}

const blocks = (nodes: readonly (RootContent | BlockContent)[], reading: Reading): DocumentNode[] =>
  nodes.flatMap((node): DocumentNode[] => {
    switch (node.type) {
      case 'heading': {
        const level = Math.min(LEAST_LEVEL, Math.max(1, node.depth - FIRST_LEVEL + 1))
        const content = inlines(node.children, [], reading)
        return [{ type: 'heading', attrs: { level }, ...(content.length === 0 ? {} : { content }) }]
      }
      case 'paragraph':
        return [paragraphOrTable(node.children, reading)]
      case 'list':
        return listOf(node, reading)
      case 'table':
        return tableOf(node, reading)
      case 'blockquote': {
        const content = blocks(node.children, reading)
        return content.length === 0 ? [] : [{ type: 'blockquote', content }]
      }
      case 'thematicBreak':
        return [{ type: 'horizontalRule' }]
      case 'code':
        return node.value.split('\n').map((line) => paragraph(words(line, [], reading)))
      default:
        return otherBlock(node, reading)
    }
  })

const otherBlock = (node: Nodes, { leftOut }: Reading): DocumentNode[] => {
  if (node.type === 'html') leftOut.add('HTML')
  else if (node.type === 'footnoteDefinition') leftOut.add('footnotes')
  return []
}

/** A document read from Markdown. */
export interface ReadMarkdown {
  readonly document: ToolkitDocument
  /** The heading of the first level that it began with; it is not in the text. */
  readonly title: string | null
  /** What a document cannot hold, each in a word or two. */
  readonly leftOut: readonly string[]
  /** What looked like fields and cannot be any. It stays in the text as words. */
  readonly strange: readonly string[]
}

type Read = { readonly ok: true; readonly read: ReadMarkdown } | { readonly ok: false; readonly fault: string }

const plainWords = (nodes: readonly PhrasingContent[]): string =>
  withoutPlaces(
    nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plainWords(node.children) : '')).join(''),
  )

/**
 * Reads Markdown (CommonMark with the tables and tick lists of GitHub) as a document. `##` is a heading of the first level.
 * HTML, pictures and unsafe links are left out and named. @returns the fault as `checkDocument` names it.
 */
export const readMarkdown = (markdown: string): Read => {
  if (markdown.length > LONGEST) return { ok: false, fault: 'it is too long' }
  if (TOO_DEEP.test(markdown)) return { ok: false, fault: 'its parts lie too deep within each other' }
  if (hasTooManyLines(markdown) || pairsOfMarks(markdown) > MOST_PAIRS_OF_MARKS)
    return { ok: false, fault: 'it has too many parts' }
  const { text, fields, strange } = takeOutFields(markdown)
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const [first, ...rest] = root.children
  const isTitled = first?.type === 'heading' && first.depth === 1
  const title = isTitled ? plainWords(first.children).trim() : ''
  const leftOut: LeftOut = new Set()
  const cells = { left: DOCUMENT_LIMITS.nodes }
  const content = blocks(isTitled ? rest : root.children, { fields, leftOut, cells })
  if (cells.left < 0) return { ok: false, fault: 'it has too many parts' }
  const checked = checkDocument(documentOf(content))
  if (!checked.ok) return checked
  const read = { document: checked.document, title: title === '' ? null : title, leftOut: [...leftOut], strange }
  return { ok: true, read }
}
