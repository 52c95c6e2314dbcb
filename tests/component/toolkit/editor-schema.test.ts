import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { plainDocument } from '#renderer/features/toolkit/editor/document-json.ts'
import { replaceText } from '#renderer/features/toolkit/editor/editor-actions.ts'
import { documentExtensions } from '#renderer/features/toolkit/editor/extensions.ts'
import { createFieldStore } from '#renderer/features/toolkit/editor/field-store.ts'
import { checkDocument } from '#shared/features/toolkit/check-document.ts'
import {
  BLOCKS,
  type DocumentNode,
  MARK_TYPES,
  NODE_TYPES,
  type ToolkitDocument,
} from '#shared/features/toolkit/document.ts'
import { readMarkdown } from '#shared/features/toolkit/from-markdown.ts'
import { TEMPLATES } from '#shared/features/toolkit/templates/index.ts'

const nothing = (): void => undefined
const asks = { insertFact: nothing, find: nothing, link: nothing, comment: nothing, leave: nothing }

let editor: Editor | undefined
afterEach(() => editor?.destroy())

const editorOf = (content: DocumentNode): Editor => {
  editor = new Editor({
    extensions: [...documentExtensions(createFieldStore(), asks)],
    content,
    injectCSS: false,
    enableContentCheck: true,
  })
  return editor
}

/** The document as the core would keep it after it went through the editor. */
const throughEditor = (content: DocumentNode): unknown => {
  const checked = checkDocument(plainDocument(editorOf(content).getJSON()))
  return checked.ok ? checked.document : checked.fault
}

const asKept = (content: unknown): unknown => {
  const checked = checkDocument(content)
  return checked.ok ? checked.document : checked.fault
}

const words = (text: string, ...marks: DocumentNode['marks'] & object): DocumentNode => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks }),
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

describe('a task', () => {
  it('is announced with the names of its facts', () => {
    const field: DocumentNode = { type: 'field', attrs: { code: 'ask.lead', label: 'Who leads' } }
    const task: DocumentNode = { type: 'taskItem', content: [paragraph(words('Ask '), field, words(' today'))] }
    const { view } = editorOf({ type: 'doc', content: [{ type: 'taskList', content: [task] }] })
    expect(view.dom.querySelector('input')?.getAttribute('aria-label')).toBe('Done: Ask Who leads today')
  })
})

describe('the schema of the editor', () => {
  it('has the parts and marks of a document and no others', () => {
    const { schema } = editorOf({ type: 'doc', content: [{ type: 'paragraph' }] })
    expect(Object.keys(schema.nodes).toSorted()).toEqual([...NODE_TYPES].toSorted())
    expect(Object.keys(schema.marks).toSorted()).toEqual([...MARK_TYPES].toSorted())
    const first = Object.values(schema.nodes).filter((node) => schema.topNodeType.contentMatch.matchType(node) !== null)
    expect(first.map(({ name }) => name).toSorted()).toEqual([...BLOCKS].toSorted())
  })

  it.each(TEMPLATES.map(({ code, markdown }) => [code, markdown] as const))(
    'gives back the text of %s as it was',
    (_code, markdown) => {
      const file = readMarkdown(markdown)
      if (!file.ok) throw new Error(file.fault)
      const { document } = file.read
      expect(throughEditor(document)).toEqual(document)
    },
  )

  it('gives back every kind of mark and part', () => {
    const document: DocumentNode = {
      type: 'doc',
      content: [
        paragraph(
          words('a', { type: 'bold' }),
          words('b', { type: 'italic' }, { type: 'underline' }),
          words('c', { type: 'link', attrs: { href: 'https://example.org/page' } }),
          words('d', { type: 'comment', attrs: { id: 'abcdefgh-1' } }),
          { type: 'hardBreak' },
          { type: 'field', attrs: { code: 'ask.venue', label: 'Where', frozen: null } },
          { type: 'field', attrs: { code: 'register.people', label: null, frozen: '57' } },
        ),
        { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(words('x'))] }] },
        {
          type: 'taskList',
          content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(words('y'))] }],
        },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(words('h'))] }] },
            { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(words('c'))] }] },
          ],
        },
        { type: 'fieldTable', attrs: { code: 'table.contacts', frozen: 'A\tB\n1\t2' } },
        { type: 'horizontalRule' },
        { type: 'blockquote', content: [paragraph(words('z'))] },
      ],
    }
    expect(throughEditor(document)).toEqual(asKept(document))
  })
})

describe('what another window wrote', () => {
  it('comes in beside what is typed here: the writer stays in place, and undoing takes back nothing of the other’s', () => {
    const textOf = (): string[] => (editor?.state.doc.children ?? []).map((block) => block.textContent)
    const doc = (...texts: string[]): ToolkitDocument => ({
      type: 'doc',
      content: texts.map((text) => paragraph(words(text))),
    })
    const made = editorOf(doc('one', 'two', 'three'))
    made.commands.setTextSelection(9)
    made.commands.insertContent(' and')
    expect(textOf()).toEqual(['one', 'two and', 'three'])
    const told: unknown[] = []
    made.on('update', () => told.push('typed'))
    replaceText(made, doc('theirs first', 'one, theirs', 'two and', 'theirs last'))
    expect([textOf(), told]).toEqual([['theirs first', 'one, theirs', 'two and', 'theirs last'], []])
    made.commands.insertContent(' more')
    expect(textOf()[2]).toBe('two and more')
    made.commands.undo()
    made.commands.undo()
    expect(textOf()).toEqual(['theirs first', 'one, theirs', 'two', 'theirs last'])
    replaceText(made, doc('all theirs'))
    expect(textOf()).toEqual(['all theirs'])
  })
})
