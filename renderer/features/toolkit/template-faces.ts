import { fieldNamed, isBlank } from '#shared/features/toolkit/fields.ts'
import type { FaceOf } from './document-view.tsx'

/** In a template a fact says what it is called: there is no document yet that it could be true of. */
export const templateFaces: FaceOf = (code, label) => {
  const known = fieldNamed(code)
  const words = label ?? known?.label ?? code
  return {
    words,
    label: words,
    old: null,
    number: null,
    kind: isBlank(code) ? 'blank' : 'unknown',
    identifiable: false,
    table: null,
  }
}
