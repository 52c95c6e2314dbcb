import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { DocumentMark, DocumentNode, ToolkitDocument } from './document.ts'
import { type FieldMark, fieldPlace, putInFields, withoutPlaces } from './field-marks.ts'
import { fieldOf, textOf } from './walk.ts'

type Fields = FieldMark[]

const MARKS: readonly DocumentMark['type'][] = ['link', 'bold', 'italic']

const marked = (inner: PhrasingContent, marks: readonly DocumentMark[]): PhrasingContent => {
  let node = inner
  for (const type of MARKS.toReversed()) {
    const mark = marks.find((one) => one.type === type)
    if (mark === undefined) continue
    if (type === 'link') node = { type: 'link', url: String(mark.attrs?.['href']), children: [node] }
    else node = { type: type === 'bold' ? 'strong' : 'emphasis', children: [node] }
  }
  return node
}

/** Marks that two neighbours share are written once: `**a *b***`, not `**a*****b***`. */
const joined = (nodes: readonly PhrasingContent[]): PhrasingContent[] => {
  const out: PhrasingContent[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (last !== undefined && (node.type === 'strong' || node.type === 'emphasis') && last.type === node.type)
      out[out.length - 1] = { ...node, children: joined([...last.children, ...node.children]) }
    else if (last?.type === 'link' && node.type === 'link' && last.url === node.url)
      out[out.length - 1] = { ...node, children: joined([...last.children, ...node.children]) }
    else if (last?.type === 'text' && node.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + node.value }
    else out.push(node)
  }
  return out
}

const inlines = (nodes: readonly DocumentNode[] | undefined, fields: Fields): PhrasingContent[] =>
  joined(
    (nodes ?? []).map((node): PhrasingContent => {
      if (node.type === 'hardBreak') return { type: 'break' }
      const field = fieldOf(node)
      if (field === null) return marked({ type: 'text', value: withoutPlaces(node.text ?? '') }, node.marks ?? [])
      if (field.frozen !== null) return marked({ type: 'text', value: withoutPlaces(field.frozen) }, node.marks ?? [])
      return marked({ type: 'text', value: placeOf(field, fields) }, node.marks ?? [])
    }),
  )

const placeOf = ({ code, label }: FieldMark, fields: Fields): string => {
  fields.push({ code, label })
  return fieldPlace(fields.length - 1)
}

/** A cell of Markdown is one line. */
const cellInlines = (cell: DocumentNode, fields: Fields): PhrasingContent[] => {
  const parts = (cell.content ?? []).map((block) =>
    block.type === 'paragraph' || block.type === 'heading'
      ? inlines(block.content, fields)
      : [{ type: 'text' as const, value: textOf(block).replaceAll('\n', ' ') }],
  )
  return joined(
    parts
      .flatMap((part, at) => (at === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part]))
      .map((node) => (node.type === 'break' ? { type: 'text' as const, value: ' ' } : node)),
  )
}

const tableOf = ({ content = [] }: DocumentNode, fields: Fields): RootContent => ({
  type: 'table',
  children: content.map((row): TableRow => ({
    type: 'tableRow',
    children: (row.content ?? []).map((cell) => ({ type: 'tableCell', children: cellInlines(cell, fields) })),
  })),
})

const frozenTable = (frozen: string): RootContent => ({
  type: 'table',
  children: frozen.split('\n').map((line) => ({
    type: 'tableRow',
    children: line.split('\t').map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  })),
})

const listItems = ({ content = [] }: DocumentNode, fields: Fields) =>
  content.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    checked: item.type === 'taskItem' ? item.attrs?.['checked'] === true : null,
    children: blocks(item.content, fields) as BlockContent[],
  }))

const block = (node: DocumentNode, fields: Fields): RootContent => {
  switch (node.type) {
    case 'heading': {
      const depth = Math.min(6, Number(node.attrs?.['level'] ?? 1) + 1) as 2 | 3 | 4
      return { type: 'heading', depth, children: inlines(node.content, fields) }
    }
    case 'bulletList':
    case 'taskList':
      return { type: 'list', ordered: false, spread: false, children: listItems(node, fields) }
    case 'orderedList': {
      const start = Number(node.attrs?.['start'] ?? 1)
      return { type: 'list', ordered: true, start, spread: false, children: listItems(node, fields) }
    }
    case 'table':
      return tableOf(node, fields)
    case 'blockquote':
      return { type: 'blockquote', children: blocks(node.content, fields) as BlockContent[] }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'fieldTable': {
      const field = fieldOf(node)
      if (field?.frozen != null) return frozenTable(field.frozen)
      const value = placeOf({ code: field?.code ?? '', label: null }, fields)
      return { type: 'paragraph', children: [{ type: 'text', value }] }
    }
    default:
      return { type: 'paragraph', children: inlines(node.content, fields) }
  }
}

const blocks = (nodes: readonly DocumentNode[] | undefined, fields: Fields): RootContent[] =>
  (nodes ?? []).map((node) => block(node, fields))

/**
 * A document as Markdown, with its fields in double braces. What Markdown has no words for is left out: underlining,
 * comments, and blocks within the cells of a table, which become a line.
 */
export const writeMarkdown = ({ content }: ToolkitDocument): string => {
  const fields: Fields = []
  const tree = { type: 'root' as const, children: blocks(content, fields) }
  const text = toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
  })
  return putInFields(text, fields)
}
