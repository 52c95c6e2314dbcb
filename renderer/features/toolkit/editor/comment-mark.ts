import { Mark, type MarkViewRenderer } from '@tiptap/core'
import type { FieldStore } from './field-store.ts'
import classes from './editor.module.css'

/** Underlines the words while the comment is open. */
const commentView =
  (store: FieldStore | null): MarkViewRenderer =>
  ({ mark }) => {
    const dom = document.createElement('span')
    const id = String(mark.attrs['id'])
    dom.dataset['comment'] = id
    const draw = (): void => {
      dom.className = store?.isOpenComment(id) === true ? (classes.commented ?? '') : ''
    }
    draw()
    const stop = store?.subscribe(draw)
    return { dom, contentDOM: dom, destroy: () => stop?.() }
  }

/** Words that somebody commented on. The comment itself stands beside the document, under the same id. */
export const CommentMark = Mark.create<{ readonly store: FieldStore | null }>({
  name: 'comment',
  inclusive: false,
  addOptions: () => ({ store: null }),
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['comment'] ?? '',
      renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-comment': id }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-comment]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  addMarkView() {
    return commentView(this.options.store)
  },
})
