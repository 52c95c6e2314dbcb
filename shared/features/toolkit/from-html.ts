import { checkDocument } from './check-document.ts'
import {
  DOCUMENT_LIMITS,
  type DocumentMark,
  type DocumentNode,
  isSafeLink,
  type MarkType,
  type ToolkitDocument,
} from './document.ts'
import { piecesOf, takeOutFields } from './field-marks.ts'
import { documentOf } from './walk.ts'

/** A part of the HTML that a word processor's file was turned into. */
interface Tag {
  readonly tag: string
  readonly href: string | null
  /** How many columns and rows a cell of a table takes. */
  readonly across: number
  readonly down: number
  readonly children: (Tag | string)[]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const MOST_SPANNED = 50

const spanIn = (attributes: string, name: 'colspan' | 'rowspan'): number => {
  const [, digits = '1'] = new RegExp(`\\s${name}="(\\d{1,4})"`, 'i').exec(attributes) ?? []
  return Math.min(MOST_SPANNED, Math.max(1, Number(digits)))
}

const EMPTY: readonly string[] = ['br', 'img', 'hr', 'meta', 'link', 'input', 'col']
const DEEPEST = 60

/** Reads well-formed HTML as a tree. What lies too deep is read as if it lay higher. */
const parse = (html: string): Tag => {
  const root: Tag = { tag: 'body', href: null, across: 1, down: 1, children: [] }
  const open: Tag[] = [root]
  for (const [token, closes, name, rest, text] of html.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)\/?>|([^<]+)|</g,
  )) {
    const last = open.at(-1) ?? root
    if (name === undefined) last.children.push(unescaped(text ?? token))
    else if (closes === '/') {
      const at = open.findLastIndex(({ tag }) => tag === name.toLowerCase())
      if (at > 0) open.length = at
    } else {
      const attributes = rest ?? ''
      const href = /\shref="([^"]*)"/i.exec(attributes)?.[1]
      const element: Tag = {
        tag: name.toLowerCase(),
        href: href === undefined ? null : unescaped(href),
        across: spanIn(attributes, 'colspan'),
        down: spanIn(attributes, 'rowspan'),
        children: [],
      }
      last.children.push(element)
      if (!EMPTY.includes(element.tag) && open.length < DEEPEST) open.push(element)
    }
  }
  return root
}

/** What could not be taken over. */
type LeftOut = Set<string>

const MARKS: Readonly<Record<string, MarkType>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
}

interface Reading {
  readonly leftOut: LeftOut
  readonly strange: string[]
  /** How many cells tables may still have. */
  readonly cells: { left: number }
}

const words = (given: string, marks: readonly DocumentMark[], { strange }: Reading): DocumentNode[] => {
  const { text, fields, strange: found } = takeOutFields(given.replaceAll(/\s+/g, ' '))
  strange.push(...found)
  const marked = marks.length === 0 ? {} : { marks: [...marks] }
  return piecesOf(text, fields).map((piece) =>
    typeof piece === 'string'
      ? { type: 'text', ...marked, text: piece }
      : { type: 'field', attrs: { code: piece.code, label: piece.label, frozen: null }, ...marked },
  )
}

const withMark = (marks: readonly DocumentMark[], mark: DocumentMark): readonly DocumentMark[] =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]

const inlines = (
  children: readonly (Tag | string)[],
  marks: readonly DocumentMark[],
  reading: Reading,
): DocumentNode[] =>
  children.flatMap((child): DocumentNode[] => {
    if (typeof child === 'string') return words(child, marks, reading)
    if (child.tag === 'br') return [{ type: 'hardBreak' }]
    if (child.tag === 'img') {
      reading.leftOut.add('pictures')
      return []
    }
    const mark = MARKS[child.tag]
    if (mark !== undefined) return inlines(child.children, withMark(marks, { type: mark }), reading)
    if (child.tag !== 'a' || child.href === null || child.href.startsWith('#'))
      return child.tag === 'sup' ? footnote(child, marks, reading) : inlines(child.children, marks, reading)
    if (isSafeLink(child.href))
      return inlines(child.children, withMark(marks, { type: 'link', attrs: { href: child.href } }), reading)
    reading.leftOut.add('links to anywhere but pages over https')
    return inlines(child.children, marks, reading)
  })

const footnote = (child: Tag, marks: readonly DocumentMark[], reading: Reading): DocumentNode[] => {
  const isNote = child.children.some((inner) => typeof inner !== 'string' && inner.href?.startsWith('#') === true)
  if (!isNote) return inlines(child.children, marks, reading)
  reading.leftOut.add('footnotes')
  return []
}

const BLOCKS: readonly string[] = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'blockquote',
  'hr',
  'div',
]

const isBlock = (child: Tag | string): child is Tag => typeof child !== 'string' && BLOCKS.includes(child.tag)

const paragraph = (content: DocumentNode[]): DocumentNode =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }

const paragraphOrTable = (content: DocumentNode[]): DocumentNode => {
  const code = content.length === 1 && content[0]?.type === 'field' ? String(content[0].attrs?.['code']) : ''
  return code.startsWith('table.') ? { type: 'fieldTable', attrs: { code, frozen: null } } : paragraph(content)
}

/** Blocks, with words between them as paragraphs of their own. */
const blocks = (children: readonly (Tag | string)[], reading: Reading): DocumentNode[] => {
  const out: DocumentNode[] = []
  let loose: (Tag | string)[] = []
  const flush = (): void => {
    const content = inlines(loose, [], reading)
    const hasWords = content.some((node) => node.type !== 'text' || (node.text ?? '').trim() !== '')
    if (hasWords) out.push(paragraphOrTable(content))
    loose = []
  }
  for (const child of children) {
    if (!isBlock(child)) loose.push(child)
    else {
      flush()
      out.push(...blockOf(child, reading))
    }
  }
  flush()
  return out
}

const blockOf = (element: Tag, reading: Reading): DocumentNode[] => {
  const { tag, children } = element
  if (tag === 'p') return [paragraphOrTable(inlines(children, [], reading))]
  if (/^h[1-6]$/.test(tag)) {
    const level = Math.min(3, Number(tag.slice(1)))
    const content = inlines(children, [], reading)
    return [{ type: 'heading', attrs: { level }, ...(content.length === 0 ? {} : { content }) }]
  }
  if (tag === 'ul' || tag === 'ol') return listOf(element, reading)
  if (tag === 'table') return tableOf(element, reading)
  if (tag === 'hr') return [{ type: 'horizontalRule' }]
  const content = blocks(children, reading)
  return tag === 'blockquote' && content.length > 0 ? [{ type: 'blockquote', content }] : content
}

const elementsIn = ({ children }: Tag, tag: string): Tag[] =>
  children.filter((child): child is Tag => typeof child !== 'string' && child.tag === tag)

const listOf = (element: Tag, reading: Reading): DocumentNode[] => {
  const content = elementsIn(element, 'li').map((item): DocumentNode => {
    const parts = blocks(item.children, reading)
    return { type: 'listItem', content: parts[0]?.type === 'paragraph' ? parts : [paragraph([]), ...parts] }
  })
  if (content.length === 0) return []
  return element.tag === 'ul'
    ? [{ type: 'bulletList', content }]
    : [{ type: 'orderedList', attrs: { start: 1 }, content }]
}

/**
 * The cells of each row in their columns. Of a merged one the words stand in the first, and nothing beside and below it.
 * @returns null where they would be more than `most`: short rows and merged cells let a small file stand for millions.
 */
const cellsInColumns = (rows: readonly Tag[], most: number): (Tag | undefined)[][] | null => {
  // For each column, in how many rows from the one at hand a cell from above stands there.
  const taken: number[] = []
  const inColumns: (Tag | undefined)[][] = []
  for (const row of rows) {
    const cells: (Tag | undefined)[] = []
    let column = 0
    for (const cell of row.children) {
      if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th')) continue
      while ((taken[column] ?? 0) > 0) column += 1
      cells[column] = cell
      for (let beside = 0; beside < cell.across; beside += 1) taken[column + beside] = cell.down
      column += cell.across
    }
    if (taken.length * rows.length > most) return null
    for (const [at, left] of taken.entries()) taken[at] = Math.max(0, (left ?? 0) - 1)
    inColumns.push(Array.from({ length: taken.length }, (_, at) => cells[at]))
  }
  return inColumns
}

const tableOf = (element: Tag, reading: Reading): DocumentNode[] => {
  const inHead = elementsIn(element, 'thead').flatMap((head) => elementsIn(head, 'tr'))
  const inBody = elementsIn(element, 'tbody').flatMap((body) => elementsIn(body, 'tr'))
  const rows = [...inHead, ...inBody, ...elementsIn(element, 'tr')]
  const inColumns = cellsInColumns(rows, reading.cells.left)
  if (inColumns === null) {
    reading.cells.left = -1
    return []
  }
  const width = inColumns.at(-1)?.length ?? 0
  reading.cells.left -= width * rows.length
  if (width === 0) return []
  // A table that is nothing but heads was marked so by mistake: its first row is the head.
  const isAllHeads = rows.every((row) => elementsIn(row, 'td').length === 0)
  const content = inColumns.map((cells, at): DocumentNode => {
    const isHead = at === 0 || (!isAllHeads && cells.every((cell) => cell === undefined || cell.tag === 'th'))
    const type = isHead ? 'tableHeader' : 'tableCell'
    return {
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column): DocumentNode => {
        const inCell = blocks(cells[column]?.children ?? [], reading)
        return { type, content: inCell.length === 0 ? [paragraph([])] : inCell }
      }),
    }
  })
  return [{ type: 'table', content }]
}

const TICK = /^\s*([☐☑☒])\s*/

/** The item of a tick list that a paragraph is which begins with a box; null for another. */
const tickOf = (block: DocumentNode): DocumentNode | null => {
  const [first, ...rest] = block.content ?? []
  const box = block.type === 'paragraph' && first?.type === 'text' ? TICK.exec(first.text ?? '') : null
  if (box === null || first === undefined) return null
  const text = (first.text ?? '').slice(box[0].length)
  const content = text === '' ? rest : [{ ...first, text }, ...rest]
  return { type: 'taskItem', attrs: { checked: box[1] !== '☐' }, content: [paragraph(content)] }
}

/** Paragraphs that begin with a box, one after the other, are a tick list. */
const withTicks = (given: readonly DocumentNode[]): DocumentNode[] => {
  const out: DocumentNode[] = []
  for (const block of given) {
    const item = tickOf(block)
    const last = out.at(-1)
    if (item === null) out.push(block)
    else if (last?.type === 'taskList') last.content?.push(item)
    else out.push({ type: 'taskList', content: [item] })
  }
  return out
}

type Read =
  | {
      readonly ok: true
      readonly document: ToolkitDocument
      readonly leftOut: readonly string[]
      readonly strange: readonly string[]
    }
  | { readonly ok: false; readonly fault: string }

/** Reads the HTML of a word processor's file as a document; nothing of it is ever run or fetched. */
export const readHtml = (html: string): Read => {
  const reading: Reading = { leftOut: new Set(), strange: [], cells: { left: DOCUMENT_LIMITS.nodes } }
  const content = withTicks(blocks(parse(html).children, reading))
  if (reading.cells.left < 0) return { ok: false, fault: 'it has too many parts' }
  const checked = checkDocument(documentOf(content))
  if (!checked.ok) return checked
  return { ok: true, document: checked.document, leftOut: [...reading.leftOut], strange: reading.strange }
}
