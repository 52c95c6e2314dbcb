import type { DocumentNode, ToolkitDocument } from './document.ts'
import { fieldNamed, isBlank } from './fields.ts'
import type { FieldTable, FieldValue, IssueFinding } from './schema.ts'
import { documentOf, fieldOf, type FieldPlace, fieldsIn, mapNodes, textOf } from './walk.ts'

/** The text that goes out: without guidance for the writer and without comments. */
export const withoutGuidance = ({ content }: ToolkitDocument): ToolkitDocument =>
  documentOf(
    content.flatMap((block) =>
      mapNodes(block, (node) => {
        if (node.type === 'blockquote') return null
        const marks = (node.marks ?? []).filter(({ type }) => type !== 'comment')
        if (node.marks === undefined || marks.length === node.marks.length) return node
        const { marks: _, ...rest } = node
        return marks.length === 0 ? rest : { ...rest, marks }
      }).flatMap(refilled),
    ),
  )

const MAY_LOSE_ALL: readonly string[] = ['tableCell', 'tableHeader', 'listItem', 'taskItem']

/** A cell or an item that held guidance alone has an empty paragraph instead. */
const refilled = (node: DocumentNode): DocumentNode[] =>
  mapNodes(node, (part) =>
    MAY_LOSE_ALL.includes(part.type) && part.content?.length === 0
      ? { ...part, content: [{ type: 'paragraph' }] }
      : part,
  )

const cell = (type: 'tableHeader' | 'tableCell', text: string): DocumentNode => ({
  type,
  content: [text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** A table of facts as a table of the text. */
export const tableNode = ({ head, rows }: FieldTable): DocumentNode => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: head.map((text) => cell('tableHeader', text)) },
    ...rows.map((row): DocumentNode => ({ type: 'tableRow', content: row.map((text) => cell('tableCell', text)) })),
  ],
})

/** A frozen table of facts: lines of cells parted by tabs. */
export const frozenTable = (frozen: string): FieldTable => {
  const [head = [], ...rows] = frozen.split('\n').map((line) => line.split('\t'))
  return { head, rows }
}

const paragraphOf = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** What an issue or a file shows where a blank was not filled in. */
const emptyBlank = (label: string | null, code: string): string => `[${label ?? code.replace(/^ask\./, '')}]`

/** The words that a fact shows in the text. */
export const shownWords = ({ code, label, frozen }: FieldPlace, values: ReadonlyMap<string, FieldValue>): string => {
  if (frozen !== null) return frozen
  const value = values.get(code)
  if (value === undefined || value.state === 'blank') return isBlank(code) ? emptyBlank(label, code) : `{{${code}}}`
  return value.words
}

/** A text in which every fact stands as words and every table of facts as a table: nothing in it changes any more. */
export const filledIn = (text: ToolkitDocument, values: ReadonlyMap<string, FieldValue>): ToolkitDocument =>
  documentOf(
    text.content.flatMap((block) =>
      mapNodes(block, (node) => {
        const field = fieldOf(node)
        if (field === null) return node
        if (!field.isTable) {
          const words = shownWords(field, values)
          return words === '' ? null : { ...node, attrs: { ...node.attrs, frozen: words } }
        }
        const table = field.frozen === null ? values.get(field.code)?.table : frozenTable(field.frozen)
        return table == null ? paragraphOf(shownWords(field, values)) : tableNode(table)
      }),
    ),
  )

/** A number from 1 to 5 that stands by itself: in words that keep showing an older count it may be a small one. */
const SMALL_NUMBER = /(?<![\d.,])[1-5](?![\d.,%]|\s*%)/

type Finding = Omit<IssueFinding, 'block'>

const refuses = (words: string, code: string): Finding => ({ kind: 'refuses', words, code })
const warns = (words: string, code: string): Finding => ({ kind: 'warns', words, code })

const frozenFinding = (code: string, frozen: string, leaves: boolean): Finding[] => {
  const field = fieldNamed(code)
  if (!leaves || field === null) return []
  if (field.class === 'identifiable')
    return [refuses(`${field.label} names a person, and this document leaves the practice`, code)]
  return field.class === 'aggregate' && SMALL_NUMBER.test(frozen)
    ? [refuses(`${field.label} was frozen with a count of 1 to 5 in it, and this document leaves the practice`, code)]
    : []
}

const valueFinding = (value: FieldValue, label: string | null, leaves: boolean): Finding[] => {
  const { code, state } = value
  if (state === 'unknown') return [refuses(`There is no fact called ${code}. Take it out or choose another`, code)]
  if (state === 'unsafe') return [refuses(`${value.label} may stand in a document about one person only`, code)]
  if (state === 'blank') return [warns(`Not filled in: ${label ?? value.label}`, code)]
  if (leaves && value.class === 'identifiable')
    return [refuses(`${value.label} names a person, and this document leaves the practice`, code)]
  if (leaves && !value.safeOutside)
    return [refuses(`${value.label} is not safe outside the practice. ${value.outsideWords}`, code)]
  if (value.hidden) return [warns(`${value.label} is shown as “${value.words}”. ${value.outsideWords}`, code)]
  return state === 'none' ? [warns(`${value.label} is not recorded`, code)] : []
}

/** What of the facts in a text stands in the way of issuing it, place by place. @param leaves it leaves the practice. */
export const factFindings = (
  { content }: ToolkitDocument,
  values: ReadonlyMap<string, FieldValue>,
  leaves: boolean,
): IssueFinding[] =>
  content.flatMap((block, at) => {
    const seen = new Set<string>()
    return fieldsIn(block).flatMap(({ code, label, frozen }) => {
      if (seen.has(code)) return []
      seen.add(code)
      const value = values.get(code)
      const found =
        frozen !== null
          ? frozenFinding(code, frozen, leaves)
          : value === undefined
            ? []
            : valueFinding(value, label, leaves)
      return found.map((finding) => ({ ...finding, block: at }))
    })
  })

/** How many words a text has. */
export const wordCount = (text: ToolkitDocument): number => textOf(text).match(/\S+/g)?.length ?? 0
