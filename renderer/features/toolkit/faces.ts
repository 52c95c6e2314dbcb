import type { FieldValue, OpenDocument } from '#shared/features/toolkit/schema.ts'
import type { FieldFace } from './editor/field-store.ts'

const KINDS: Readonly<Record<FieldValue['state'], FieldFace['kind']>> = {
  known: 'fact',
  none: 'fact',
  blank: 'blank',
  unknown: 'unknown',
  unsafe: 'unsafe',
}

/** What the facts of a document say, with the changed ones numbered as in the panel beside it. */
export const facesOf = (
  { values, changedFields, blanks }: Pick<OpenDocument, 'values' | 'changedFields' | 'blanks'>,
  answers: Readonly<Record<string, string>>,
): ReadonlyMap<string, FieldFace> => {
  const changes = new Map(changedFields.map(({ code, was }, index) => [code, { was, number: index + 1 }]))
  const faces = new Map<string, FieldFace>()
  for (const value of values) {
    const change = changes.get(value.code)
    faces.set(value.code, {
      words: value.words,
      label: value.label,
      old: change?.was ?? null,
      number: change?.number ?? null,
      kind: KINDS[value.state],
      identifiable: value.class === 'identifiable',
      table: value.table,
    })
  }
  for (const { code, label } of blanks) {
    const answer = answers[code]?.trim() ?? ''
    const change = changes.get(code)
    faces.set(code, {
      words: answer === '' ? label : answer,
      label,
      old: change?.was ?? null,
      number: change?.number ?? null,
      kind: answer === '' ? 'blank' : 'fact',
      identifiable: false,
      table: null,
    })
  }
  return faces
}
