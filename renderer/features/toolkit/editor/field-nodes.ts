import { Node, type NodeViewRenderer } from '@tiptap/core'
import { type FieldFace, type FieldStore, frozenTable } from './field-store.ts'
import classes from './editor.module.css'

interface FieldOptions {
  readonly store: FieldStore | null
}

const part = (tag: string, words: string, className?: string): HTMLElement => {
  const element = document.createElement(tag)
  element.textContent = words
  if (className !== undefined) element.className = className
  return element
}

const hidden = (words: string): HTMLElement => part('span', words, classes.hiddenWords)

/** Words before and after the value, for who cannot see how the chip is drawn. */
const chipParts = (face: FieldFace, frozen: string | null): readonly (HTMLElement | string)[] => {
  if (face.kind === 'unknown') return [part('span', 'Unknown fact', classes.tag), ` ${face.words}`]
  if (face.kind === 'unsafe') return [part('span', 'Not for these readers', classes.tag), ` ${face.label}`]
  if (face.kind === 'blank') return [part('span', 'To fill in', classes.tag), ` ${face.words}`]
  const marks = face.identifiable ? [part('span', '◆ person', classes.tag), ' '] : []
  if (frozen !== null) return [...marks, frozen, ' ', part('span', 'frozen', classes.tag)]
  if (face.old === null || face.number === null) return [...marks, face.words]
  // The number keeps to the last word: at the start of a line it would say nothing of what changed.
  const lastWord = face.words.lastIndexOf(' ') + 1
  const end = part('span', face.words.slice(lastWord), classes.together)
  end.append(hidden(', change '), part('sup', String(face.number)))
  return [...marks, hidden('was '), part('s', face.old), hidden(', now '), ` ${face.words.slice(0, lastWord)}`, end]
}

const chipClass = (face: FieldFace, frozen: string | null): string =>
  [
    classes.chip,
    frozen === null && face.number !== null && classes.changed,
    face.kind !== 'fact' && classes.open,
    face.identifiable && classes.identifiable,
    frozen !== null && classes.frozen,
  ]
    .filter(Boolean)
    .join(' ')

const cellsOf = (tag: 'th' | 'td', words: readonly string[]): HTMLElement => {
  const row = document.createElement('tr')
  row.append(...words.map((word) => part(tag, word)))
  return row
}

const tableOf = ({ head, rows }: NonNullable<FieldFace['table']>): HTMLElement => {
  const table = document.createElement('table')
  table.append(cellsOf('th', head), ...rows.map((row) => cellsOf('td', row)))
  return table
}

const drawInline = (dom: HTMLElement, face: FieldFace, frozen: string | null): void => {
  dom.className = chipClass(face, frozen)
  dom.title = face.label
  dom.replaceChildren(...chipParts(face, frozen))
}

const drawBlock = (dom: HTMLElement, face: FieldFace, frozen: string | null): void => {
  dom.className = `${classes.block ?? ''} ${face.number === null ? '' : (classes.changed ?? '')}`
  const words = face.number === null ? face.label : `${face.label}, change ${face.number}`
  const caption = part('p', frozen === null ? words : `${words}, frozen`, classes.blockCaption)
  const table = frozen === null ? face.table : frozenTable(frozen)
  dom.replaceChildren(caption, table === null || table.rows.length === 0 ? part('p', face.words) : tableOf(table))
}

/** Draws a field from the store and redraws it when its value changes. Plain elements: a document may hold hundreds. */
const fieldView =
  (store: FieldStore | null, block: boolean): NodeViewRenderer =>
  ({ node }) => {
    let current = node
    const dom = document.createElement(block ? 'div' : 'span')
    dom.contentEditable = 'false'
    let drawn = ''
    const draw = (): void => {
      const code = String(current.attrs['code'])
      const { frozen: kept, label: asked } = current.attrs
      const frozen = typeof kept === 'string' ? kept : null
      const face = store?.faceOf(code, typeof asked === 'string' ? asked : null)
      if (face === undefined) return
      const shape = JSON.stringify([code, frozen, face])
      if (shape === drawn) return
      drawn = shape
      dom.dataset['field'] = code
      if (block) drawBlock(dom, face, frozen)
      else drawInline(dom, face, frozen)
    }
    draw()
    const stop = store?.subscribe(draw)
    return {
      dom,
      ignoreMutation: () => true,
      update(next) {
        if (next.type !== current.type) return false
        current = next
        draw()
        return true
      },
      destroy: () => stop?.(),
    }
  }

const attributes = {
  code: {
    default: '',
    parseHTML: (element: HTMLElement) => element.dataset['field'] ?? '',
    renderHTML: ({ code }: Record<string, unknown>) => ({ 'data-field': code }),
  },
  frozen: {
    default: null,
    parseHTML: (element: HTMLElement) => element.dataset['frozen'] ?? null,
    renderHTML: ({ frozen }: Record<string, unknown>) => (frozen === null ? {} : { 'data-frozen': frozen }),
  },
}

/** A live figure or word in the text. */
export const Field = Node.create<FieldOptions>({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => ({ store: null }),
  addAttributes: () => ({
    ...attributes,
    label: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset['label'] ?? null,
      renderHTML: ({ label }: Record<string, unknown>) => (label === null ? {} : { 'data-label': label }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText({ node }) {
    return typeof node.attrs['frozen'] === 'string'
      ? node.attrs['frozen']
      : (this.options.store?.faceOf(String(node.attrs['code'])).words ?? '')
  },
  addNodeView() {
    return fieldView(this.options.store, false)
  },
})

/** A live table that stands by itself. */
export const FieldTable = Node.create<FieldOptions>({
  name: 'fieldTable',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ store: null }),
  addAttributes: () => attributes,
  parseHTML: () => [{ tag: 'div[data-field]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  addNodeView() {
    return fieldView(this.options.store, true)
  },
})
