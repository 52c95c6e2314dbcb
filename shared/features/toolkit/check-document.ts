import { z } from 'zod'
import {
  type Attribute,
  COMMENT_ID,
  CONTENT,
  DOCUMENT_LIMITS,
  type DocumentMark,
  type DocumentNode,
  emptyDocument,
  FIELD_CODE,
  isSafeLink,
  LONGEST_FIELD_CODE,
  MARK_TYPES,
  type MarkType,
  NEVER_EMPTY,
  NODE_TYPES,
  type NodeType,
  type ToolkitDocument,
} from './document.ts'

/** What is wrong with a document, in a plain sentence; it stops at the first. */
class Fault extends Error {}

const LONGEST_NAME = 40

/** A name out of a file, short and harmless enough to be printed. */
const shown = (name: unknown): string =>
  String(name)
    .replaceAll(/[^\w .:-]/g, '?')
    .slice(0, LONGEST_NAME)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNodeType = (type: unknown): type is NodeType => (NODE_TYPES as readonly unknown[]).includes(type)
const isMarkType = (type: unknown): type is MarkType => (MARK_TYPES as readonly unknown[]).includes(type)

/** Controls and the invisible marks that can reorder or hide text: pasting brings them, and nobody means them. */
const HIDDEN_CHARACTERS = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\t\n\r]/g, ' ')
    .replaceAll(HIDDEN_CHARACTERS, '')

const FROZEN_TABLE_HIDDEN = /(?![\n\t])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

type Reader = (value: unknown) => Attribute | undefined

const whole =
  (least: number, most: number, otherwise?: number): Reader =>
  (value) => {
    if (value === undefined || value === null) return otherwise
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
  }

const fieldCode: Reader = (value) =>
  typeof value === 'string' && value.length <= LONGEST_FIELD_CODE && FIELD_CODE.test(value) ? value : undefined

const LONGEST_FROZEN = 100_000
const LONGEST_LABEL = 120

const words =
  (most: number, hidden: RegExp): Reader =>
  (value) => {
    if (value === undefined || value === null) return null
    return typeof value === 'string' && value.length <= most ? value.toWellFormed().replaceAll(hidden, '') : undefined
  }

/** The attributes of each node, and how each is read; `undefined` says that a value is none of it. */
const ATTRIBUTES: Partial<Record<NodeType, Readonly<Record<string, Reader>>>> = {
  heading: { level: whole(1, 3) },
  orderedList: { start: whole(1, 9999, 1) },
  taskItem: { checked: (value) => (typeof value === 'boolean' ? value : undefined) },
  field: {
    code: fieldCode,
    label: words(LONGEST_LABEL, HIDDEN_CHARACTERS),
    frozen: words(LONGEST_FROZEN, HIDDEN_CHARACTERS),
  },
  fieldTable: { code: fieldCode, frozen: words(LONGEST_FROZEN, FROZEN_TABLE_HIDDEN) },
}

const MARK_ATTRIBUTES: Partial<Record<MarkType, Readonly<Record<string, Reader>>>> = {
  link: { href: (value) => (typeof value === 'string' && isSafeLink(value) ? value : undefined) },
  comment: { id: (value) => (typeof value === 'string' && COMMENT_ID.test(value) ? value : undefined) },
}

/** What the editor adds of its own and is not kept. A cell that spans others is not among it: that would lose its shape. */
const NOT_KEPT: Readonly<Record<string, readonly string[]>> = {
  link: ['target', 'rel', 'class', 'title'],
  orderedList: ['type'],
  tableCell: ['colwidth', 'align'],
  tableHeader: ['colwidth', 'align'],
}

const isNotKept = (type: string, name: string, value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (NOT_KEPT[type]?.includes(name) ?? false) ||
  (value === 1 && (name === 'colspan' || name === 'rowspan'))

const readAttributes = (
  type: string,
  given: unknown,
  readers: Readonly<Record<string, Reader>> = {},
): Record<string, Attribute> | undefined => {
  if (given !== undefined && given !== null && !isRecord(given)) throw new Fault(`“${type}” is not in the right form`)
  const attrs: Record<string, Attribute> = {}
  for (const [name, read] of Object.entries(readers)) {
    const value = read(given?.[name])
    if (value === undefined) throw new Fault(faultOf(type, name, given?.[name]))
    attrs[name] = value
  }
  const strange = Object.entries(given ?? {}).find(
    ([name, value]) => !Object.hasOwn(readers, name) && !isNotKept(type, name, value),
  )
  if (strange !== undefined) throw new Fault(`“${type}” has something unknown: “${shown(strange[0])}”`)
  return Object.keys(attrs).length === 0 ? undefined : attrs
}

const faultOf = (type: string, name: string, value: unknown): string => {
  if (name === 'href') return 'a link leads somewhere else than to a page over https or to an e-mail address'
  if (name === 'code') return `a field has a name in a form that is not allowed: “${shown(value)}”`
  return `“${type}” has a ${name} that is not allowed: “${shown(value)}”`
}

const KEYS: readonly string[] = ['type', 'attrs', 'content', 'text', 'marks']

class Reading {
  private nodes = 0
  private characters = 0

  node(given: unknown, depth: number): DocumentNode | null {
    if (!isRecord(given)) throw new Fault('part of it is not in the right form')
    this.nodes += 1
    if (this.nodes > DOCUMENT_LIMITS.nodes) throw new Fault('it has too many parts')
    if (depth > DOCUMENT_LIMITS.depth) throw new Fault('its parts lie too deep within each other')
    const { type } = given
    if (!isNodeType(type)) throw new Fault(`it holds something that a document cannot: “${shown(type)}”`)
    const strange = Object.keys(given).find((key) => !KEYS.includes(key))
    if (strange !== undefined) throw new Fault(`“${type}” has something unknown: “${shown(strange)}”`)
    if (type === 'text') return this.text(given)
    const attrs = readAttributes(type, given['attrs'], ATTRIBUTES[type])
    const content = this.content(type, given['content'], depth)
    const marks = type === 'field' ? this.marks(given['marks']) : undefined
    return {
      type,
      ...(attrs === undefined ? {} : { attrs }),
      ...(content.length === 0 ? {} : { content }),
      ...(marks === undefined ? {} : { marks }),
    }
  }

  private content(type: NodeType, given: unknown, depth: number): DocumentNode[] {
    if (given !== undefined && given !== null && !Array.isArray(given))
      throw new Fault(`“${type}” is not in the right form`)
    const parts = ((given ?? []) as unknown[]).flatMap((part) => this.node(part, depth + 1) ?? [])
    const foreign = parts.find((part) => !CONTENT[type].includes(part.type))
    if (foreign !== undefined) throw new Fault(`“${foreign.type}” cannot stand in “${type}”`)
    if (parts.length === 0 && NEVER_EMPTY.includes(type)) throw new Fault(`“${type}” has nothing in it`)
    if ((type === 'listItem' || type === 'taskItem') && parts[0]?.type !== 'paragraph')
      throw new Fault(`“${type}” does not begin with a paragraph`)
    return parts
  }

  private text(given: Record<string, unknown>): DocumentNode | null {
    if (typeof given['text'] !== 'string') throw new Fault('a text is not in the right form')
    const text = cleanText(given['text'])
    this.characters += text.length
    if (this.characters > DOCUMENT_LIMITS.characters) throw new Fault('it is too long')
    const marks = this.marks(given['marks'])
    if (text === '') return null
    return marks === undefined ? { type: 'text', text } : { type: 'text', marks, text }
  }

  private marks(given: unknown): DocumentMark[] | undefined {
    if (given === undefined || given === null) return undefined
    if (!Array.isArray(given) || given.length > 10) throw new Fault('a mark is not in the right form')
    const marks = given.map((one: unknown): DocumentMark => {
      if (!isRecord(one) || !isMarkType(one['type']))
        throw new Fault(`it holds a mark that a document cannot: “${shown(isRecord(one) ? one['type'] : one)}”`)
      const attrs = readAttributes(one['type'], one['attrs'], MARK_ATTRIBUTES[one['type']])
      return attrs === undefined ? { type: one['type'] } : { type: one['type'], attrs }
    })
    return marks.length === 0 ? undefined : marks
  }
}

type Checked =
  | { readonly ok: true; readonly document: ToolkitDocument }
  | { readonly ok: false; readonly fault: string }

/**
 * Reads anything as a document. What comes back is made anew from known parts only, keys always in one order, so that equal
 * texts are equal as JSON; hidden characters are left out.
 * @returns the fault as the end of a sentence, such as `it holds something that a document cannot: “image”`.
 */
export const checkDocument = (given: unknown): Checked => {
  try {
    const document = new Reading().node(given, 0)
    if (document?.type !== 'doc') return { ok: false, fault: 'it is not a document' }
    return { ok: true, document: { type: 'doc', content: document.content ?? emptyDocument().content } }
  } catch (cause) {
    if (cause instanceof Fault) return { ok: false, fault: cause.message }
    throw cause
  }
}

/** A document as somebody wrote it. What it cannot hold is refused and named. */
export const documentSchema = z.unknown().transform((given, context): ToolkitDocument => {
  const checked = checkDocument(given)
  if (checked.ok) return checked.document
  context.issues.push({ code: 'custom', message: `This text cannot be kept: ${checked.fault}`, input: given })
  return z.NEVER
})
