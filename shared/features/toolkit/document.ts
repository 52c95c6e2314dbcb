/**
 * The text of a document of the toolkit: a tree of the kind that the editor works on, with nothing in it but what is
 * named here. `check-document.ts` lets nothing else in.
 */

export const BLOCKS = [
  'heading',
  'paragraph',
  'bulletList',
  'orderedList',
  'taskList',
  'table',
  'blockquote',
  'horizontalRule',
  'fieldTable',
] as const

export const INLINES = ['text', 'field', 'hardBreak'] as const

export const NODE_TYPES = [
  'doc',
  ...BLOCKS,
  'listItem',
  'taskItem',
  'tableRow',
  'tableHeader',
  'tableCell',
  ...INLINES,
] as const
export type NodeType = (typeof NODE_TYPES)[number]

export const MARK_TYPES = ['bold', 'italic', 'underline', 'link', 'comment'] as const
export type MarkType = (typeof MARK_TYPES)[number]

/** A value of an attribute. */
export type Attribute = string | number | boolean | null

export interface DocumentMark {
  type: MarkType
  /** link: `href`. comment: `id`. */
  attrs?: Record<string, Attribute>
}

/**
 * A node. heading: `level` 1 to 3. orderedList: `start`. taskItem: `checked`. field: `code`, `label` (of a blank that is
 * filled in) and `frozen` (the words it keeps showing, or null). fieldTable: `code` and `frozen` (lines of cells parted by
 * tabs, the first the heads, or null).
 */
export interface DocumentNode {
  type: NodeType
  attrs?: Record<string, Attribute>
  content?: DocumentNode[]
  text?: string
  marks?: DocumentMark[]
}

/** A whole document; its type is `doc`. */
export interface ToolkitDocument extends DocumentNode {
  type: 'doc'
  content: DocumentNode[]
}

/** How large and how deep a document may be. 40 printed pages are about 130,000 characters. */
export const DOCUMENT_LIMITS = { nodes: 40_000, characters: 1_000_000, depth: 24 } as const

/** What may stand in what, as the editor has it too. */
export const CONTENT: Readonly<Record<NodeType, readonly NodeType[]>> = {
  doc: BLOCKS,
  heading: INLINES,
  paragraph: INLINES,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: BLOCKS,
  taskList: ['taskItem'],
  taskItem: BLOCKS,
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: BLOCKS,
  tableCell: BLOCKS,
  blockquote: BLOCKS,
  horizontalRule: [],
  fieldTable: [],
  text: [],
  field: [],
  hardBreak: [],
}

/** What is nothing without content. A paragraph and a heading may be empty, and a document is given a paragraph. */
export const NEVER_EMPTY: readonly NodeType[] = [
  'bulletList',
  'orderedList',
  'listItem',
  'taskList',
  'taskItem',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'blockquote',
]

/** The name of a field, such as `practice.name` or `measure.early-stage.value`. */
export const FIELD_CODE = /^[a-z][a-z0-9-]*(?:\.[A-Za-z0-9+_-]+){0,3}$/
export const LONGEST_FIELD_CODE = 80

/** The name that a comment is known by in the text. */
export const COMMENT_ID = /^[A-Za-z0-9-]{8,64}$/

const HTTPS = /^https:\/\/[^\s"'<>\\^`{|}]{3,2000}$/i
const MAIL = /^mailto:[^\s"'<>\\^`{|}?]{1,200}@[^\s"'<>\\^`{|}?@]{1,200}$/i

/** True for an address that a document may lead to: a page over https, or somebody to write to. */
export const isSafeLink = (href: string): boolean => HTTPS.test(href) || MAIL.test(href)

/** A document with nothing in it. */
export const emptyDocument = (): ToolkitDocument => ({ type: 'doc', content: [{ type: 'paragraph' }] })
