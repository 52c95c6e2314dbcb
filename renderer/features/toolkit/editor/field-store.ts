import { fieldNamed } from '#shared/features/toolkit/fields.ts'

/** How one field stands in this document: what its chip and the panel beside it say. */
export interface FieldFace {
  /** What is printed: "57", "breast, prostate and bowel". Of a blank that nobody filled in, its label. */
  readonly words: string
  readonly label: string
  /** What it was in the last issue, where that was something else. */
  readonly old: string | null
  /** Its number among the changed ones, from 1. */
  readonly number: number | null
  /** unsafe: known, but not in a document for these readers. */
  readonly kind: 'fact' | 'blank' | 'unknown' | 'unsafe'
  /** It names somebody, or says who it is about. */
  readonly identifiable: boolean
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
}

/** A table as a field keeps it when it is frozen: lines of cells parted by tabs, the first the heads. */
export const frozenTable = (words: string): NonNullable<FieldFace['table']> => {
  const [head = [], ...rows] = words.split('\n').map((line) => line.split('\t'))
  return { head, rows }
}

type Listener = () => void

/** The faces of the fields, outside the document: a new value redraws the chips and is no change of the text. */
export interface FieldStore {
  /** @param label of a blank: what is to be filled in. */
  readonly faceOf: (code: string, label?: string | null) => FieldFace
  /** Whether a comment that the text marks is not dealt with yet. */
  readonly isOpenComment: (id: string) => boolean
  readonly set: (faces: ReadonlyMap<string, FieldFace>, openComments: ReadonlySet<string>) => void
  readonly subscribe: (listener: Listener) => () => void
}

/** Begins the name of a blank, which the writer fills in once for the whole document. */
const BLANK = 'ask.'

/** A fact that was put in just now shows what it is called until its value comes. */
const plainFace = (code: string, label: string | null): FieldFace => {
  const known = fieldNamed(code)
  const words = label ?? known?.label ?? code
  const kind = code.startsWith(BLANK) ? 'blank' : known === null ? 'unknown' : 'fact'
  return { words, label: words, old: null, number: null, kind, identifiable: false, table: null }
}

/** One for each open document. */
export const createFieldStore = (): FieldStore => {
  let faces: ReadonlyMap<string, FieldFace> = new Map()
  let comments: ReadonlySet<string> = new Set()
  const listeners = new Set<Listener>()
  return {
    faceOf: (code, label = null) => faces.get(code) ?? plainFace(code, label),
    isOpenComment: (id) => comments.has(id),
    set(nextFaces, openComments) {
      faces = nextFaces
      comments = openComments
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
