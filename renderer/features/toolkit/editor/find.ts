import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import classes from './editor.module.css'

interface Hit {
  readonly from: number
  readonly to: number
}

interface Found {
  readonly query: string
  readonly hits: readonly Hit[]
  readonly at: number
}

const NOTHING: Found = { query: '', hits: [], at: 0 }

/** What is looked for in a document, as ProseMirror keeps it. */
export const findKey = new PluginKey<Found>('find')

/** Stands for a field in a paragraph's text, so that places in the text are places in the document. */
const ATOM = '\u{fffc}'

const hitsOf = (doc: Node, query: string): readonly Hit[] => {
  const wanted = query.toLocaleLowerCase('en-GB')
  if (wanted === '') return []
  const hits: Hit[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, ATOM).toLocaleLowerCase('en-GB')
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      hits.push({ from: position + 1 + at, to: position + 1 + at + wanted.length })
    }
    return false
  })
  return hits
}

const isAsked = (value: unknown): value is { readonly query: string; readonly at: number } =>
  typeof value === 'object' && value !== null && 'query' in value

/** Marks every place where the words stand, and the one that is looked at. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key: findKey,
      state: {
        init: () => NOTHING,
        apply(transaction, before, _old, { doc }) {
          const asked: unknown = transaction.getMeta(findKey)
          if (isAsked(asked)) return { query: asked.query, hits: hitsOf(doc, asked.query), at: asked.at }
          if (!transaction.docChanged || before.query === '') return before
          const hits = hitsOf(doc, before.query)
          return { ...before, hits, at: Math.min(before.at, Math.max(0, hits.length - 1)) }
        },
      },
      props: {
        decorations(state) {
          const { hits, at } = findKey.getState(state) ?? NOTHING
          const marks = hits.map(({ from, to }, index) =>
            Decoration.inline(from, to, { class: index === at ? (classes.hitHere ?? '') : (classes.hit ?? '') }),
          )
          return DecorationSet.create(state.doc, marks)
        },
      },
    }),
  ],
})
