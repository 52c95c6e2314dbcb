import { getTextBetween, getTextSerializersFromSchema } from '@tiptap/core'
import type { Editor } from '@tiptap/react'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { commonPlaces } from '#shared/features/toolkit/merge.ts'

/** A field that is chosen in the text. */
export interface ChosenField {
  readonly code: string
  readonly frozen: string | null
}

/** The field that is chosen, or null. */
export const chosenField = ({ state }: Pick<Editor, 'state'>): ChosenField | null => {
  const { selection } = state
  if (!(selection instanceof NodeSelection)) return null
  const { type, attrs } = selection.node
  if (type.name !== 'field' && type.name !== 'fieldTable') return null
  return { code: String(attrs['code']), frozen: typeof attrs['frozen'] === 'string' ? attrs['frozen'] : null }
}

/** Place among the document's blocks of the one that the writer is in. */
export const blockHere = ({ state }: Pick<Editor, 'state'>): number => state.selection.$from.index(0)

const show = (editor: Editor, position: number): void => {
  const dom = editor.view.nodeDOM(position) ?? editor.view.domAtPos(position).node
  const element = dom instanceof HTMLElement ? dom : dom.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/** Goes to the field where it first stands, and chooses it. */
export const goToField = (editor: Editor, code: string): void => {
  let place: number | null = null
  editor.state.doc.descendants((node, position) => {
    if (place === null && node.attrs['code'] === code) place = position
    return place === null
  })
  if (place === null) return
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, place)))
  editor.view.focus()
  show(editor, place)
}

/** Goes to the beginning of a block, by its place among the document's blocks. */
export const goToBlock = (editor: Editor, block: number): void => {
  const { doc } = editor.state
  if (block >= doc.childCount) return
  let position = 0
  for (let before = 0; before < block; before += 1) position += doc.child(before).nodeSize
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(doc.resolve(position + 1))))
  editor.view.focus()
  show(editor, position)
}

/** Words of the text between two places, with what its facts say. */
const wordsIn = ({ state, schema }: Editor, from: number, to: number): string =>
  getTextBetween(
    state.doc,
    { from, to },
    { blockSeparator: ' ', textSerializers: getTextSerializersFromSchema(schema) },
  )

interface Stretch {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** Where a comment's words stand. */
const commentStretch = (editor: Editor, markId: string): Stretch | null => {
  let found: Stretch | null = null
  editor.state.doc.descendants((node, position) => {
    if (!node.marks.some((mark) => mark.type.name === 'comment' && mark.attrs['id'] === markId)) return true
    const words = node.isLeaf ? wordsIn(editor, position, position + node.nodeSize) : ''
    found = {
      from: found?.from ?? position,
      to: position + node.nodeSize,
      words: `${found?.words ?? ''}${words}`,
    }
    return true
  })
  return found
}

/** The words that a comment is about; empty where they are gone. */
export const quoteOf = (editor: Editor, markId: string): string => commentStretch(editor, markId)?.words ?? ''

/** Chooses the words that a comment is about. */
export const goToComment = (editor: Editor, markId: string): void => {
  const place = commentStretch(editor, markId)
  if (place === null) return
  editor.chain().setTextSelection(place).focus().run()
  show(editor, place.from)
}

/** Takes a comment's mark out of the text. */
export const unmarkComment = (editor: Editor, markId: string): void => {
  const place = commentStretch(editor, markId)
  const type = editor.schema.marks['comment']
  if (place === null || type === undefined) return
  editor.view.dispatch(editor.state.tr.removeMark(place.from, place.to, type.create({ id: markId })))
}

/** The words that are chosen in the text. */
export const chosenWords = (editor: Editor): string =>
  wordsIn(editor, editor.state.selection.from, editor.state.selection.to)

/**
 * Puts a field where the writer is. A table stands by itself. The text has the focus at once, and not with the next
 * frame as the editor's own command would have it: the next letter may come sooner.
 */
export const insertField = (
  editor: Editor,
  { code, label, isTable }: { readonly code: string; readonly label: string | null; readonly isTable: boolean },
): void => {
  const content = isTable
    ? { type: 'fieldTable', attrs: { code, frozen: null } }
    : { type: 'field', attrs: { code, label, frozen: null } }
  editor.view.focus()
  editor.commands.insertContent(content)
}

/** Keeps the chosen field as it says now, or lets it follow again. */
export const setFrozen = (editor: Editor, frozen: string | null): void => {
  const { selection } = editor.state
  if (!(selection instanceof NodeSelection)) return
  const { from, node } = selection
  const changed = editor.state.tr.setNodeMarkup(from, undefined, { ...node.attrs, frozen }, node.marks)
  editor.view.dispatch(changed.setSelection(NodeSelection.create(changed.doc, from)))
}

const blockKeys = (doc: Node): string[] => doc.children.map((block) => JSON.stringify(block.toJSON()))

/** Where each block begins, and the end of the last. */
const placesOf = (doc: Node): number[] => {
  const places = [0]
  for (const block of doc.children) places.push((places.at(-1) ?? 0) + block.nodeSize)
  return places
}

/**
 * Shows another text, without taking it for something that was typed here: only the blocks that differ are exchanged, so
 * that the writer stays in the one being written, and undoing what was typed here takes back nothing of anybody else's.
 */
export const replaceText = (editor: Editor, content: ToolkitDocument): void => {
  const { doc, tr } = editor.state
  const next = editor.schema.nodeFromJSON(content)
  const alike = commonPlaces(blockKeys(doc), blockKeys(next))
  const places = placesOf(doc)
  let [old, now] = [doc.childCount, next.childCount]
  // From the end, so that the places before stay as they are.
  for (const [oldAlike, nowAlike] of [...alike.toReversed(), [-1, -1] as const]) {
    const blocks = next.children.slice(nowAlike + 1, now)
    if (blocks.length > 0 || oldAlike + 1 < old) tr.replaceWith(places[oldAlike + 1] ?? 0, places[old] ?? 0, blocks)
    ;[old, now] = [oldAlike, nowAlike]
  }
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', false))
}
