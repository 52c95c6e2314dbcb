import type { JSONContent } from '@tiptap/react'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'

/** What each kind of part keeps; the editor's own settings of a part are left out. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start'],
  taskItem: ['checked'],
  field: ['code', 'label', 'frozen'],
  fieldTable: ['code', 'frozen'],
  link: ['href'],
  comment: ['id'],
}

const keptAttributes = (type: string, attrs: Record<string, unknown> | undefined): Record<string, unknown> | null => {
  const kept = (KEPT[type] ?? []).flatMap((name) => (attrs?.[name] === undefined ? [] : [[name, attrs[name]] as const]))
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

const plainNode = (node: JSONContent): JSONContent => {
  const type = node.type ?? ''
  const attrs = keptAttributes(type, node.attrs)
  return {
    type,
    ...(attrs === null ? {} : { attrs }),
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(node.marks === undefined || node.marks.length === 0
      ? {}
      : {
          marks: node.marks.map((mark) => {
            const markAttrs = keptAttributes(mark.type, mark.attrs)
            return markAttrs === null ? { type: mark.type } : { type: mark.type, attrs: markAttrs }
          }),
        }),
    ...(node.content === undefined ? {} : { content: node.content.map(plainNode) }),
  }
}

/** The editor's document as the core takes it: only what the document's model knows. */
export const plainDocument = (content: JSONContent): ToolkitDocument => plainNode(content) as ToolkitDocument
