import { FIELD_CODE, LONGEST_FIELD_CODE } from './document.ts'

/** A field as Markdown has it: `{{practice.name}}`, and a blank with what is to be filled in: `{{ask.venue|Where}}`. */
export interface FieldMark {
  readonly code: string
  readonly label: string | null
}

/** What stands between the braces is looked at by itself: one pattern for all of it would try every way to part its blanks. */
const MARK = /\{\{([^{}]{1,400})\}\}/g
const LONGEST_PART = 120

/**
 * What stands for a field meanwhile. To Markdown both are punctuation, as the braces are: bold and italic beside a field
 * begin and end as they do beside the braces.
 */
const OPENS = '\u2E28'
const CLOSES = '\u2E29'
const PLACE = /\u2E28(\d+)\u2E29/
const WRITTEN_PLACE = /(?:\u2E28|&#x2E28;)(\d+)(?:\u2E29|&#x2E29;)/g

/** A text without what stands for fields. */
export const withoutPlaces = (text: string): string => text.replaceAll(OPENS, '').replaceAll(CLOSES, '')

/** True for a name that a field can have. */
const isFieldCode = (code: string): boolean => code.length <= LONGEST_FIELD_CODE && FIELD_CODE.test(code)

/**
 * Takes the fields out of a text before it is read as Markdown, whose own marks may stand in them.
 * @returns `strange` names what looks like a field and cannot be one: it stays in the text as it is.
 */
export const takeOutFields = (
  markdown: string,
): { readonly text: string; readonly fields: readonly FieldMark[]; readonly strange: readonly string[] } => {
  const fields: FieldMark[] = []
  const strange: string[] = []
  const text = withoutPlaces(markdown).replaceAll(MARK, (whole, inside: string) => {
    const [first = '', ...rest] = inside.split('|')
    const [code, label] = [first.trim(), rest.join('|').trim()]
    if (code === '' || [code, label].some((part) => part.length > LONGEST_PART || part.includes('\n'))) return whole
    if (!isFieldCode(code)) {
      strange.push(code)
      return whole
    }
    fields.push({ code, label: label === '' ? null : label })
    return `${OPENS}${fields.length - 1}${CLOSES}`
  })
  return { text, fields, strange }
}

/** A text with places of fields, in pieces. */
export const piecesOf = (text: string, fields: readonly FieldMark[]): (string | FieldMark)[] =>
  text.split(PLACE).flatMap((piece, at): (string | FieldMark)[] => {
    const field = fields[Number(piece)]
    if (at % 2 === 1) return field === undefined ? [] : [field]
    return piece === '' ? [] : [piece]
  })

/** The place of a field in a text that is yet to be written as Markdown. */
export const fieldPlace = (number: number): string => `${OPENS}${number}${CLOSES}`

/** Puts the fields back. */
export const putInFields = (text: string, fields: readonly FieldMark[]): string =>
  text.replaceAll(WRITTEN_PLACE, (_, number: string) => {
    const field = fields[Number(number)]
    if (field === undefined) return ''
    return field.label === null ? `{{${field.code}}}` : `{{${field.code}|${field.label.replaceAll(/[{}|\n]/g, ' ')}}}`
  })
