import { z } from 'zod'
import { longText } from '#shared/domain/schemas.ts'
import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import { ALL_SECTIONS, REPORT_SECTIONS, type SectionCode } from './sections.ts'
import { fieldNamed, type TextField } from './text-fields.ts'
import { personMarkIn } from './text-marks.ts'

/** The author's own words in a report, with fields that name figures of it: `{New diagnoses}`. */

export const MOST_TEXTS = 20
export const LONGEST_TEXT = 4000
export const LONGEST_HEADING = 120

/** Where a text stands by its section. `before` and `after` make a section of its own. */
export const TEXT_PLACES = [
  { code: 'end', label: 'At the end of' },
  { code: 'before', label: 'Before' },
  { code: 'after', label: 'After' },
] as const
export type TextPlace = (typeof TEXT_PLACES)[number]['code']
export const textPlaceSchema = z.enum(TEXT_PLACES.map(({ code }) => code))

/** Sections that a text may stand by: those that can be chosen, and the two that every report has. */
export const TEXT_SECTIONS = [
  { code: 'summary', label: 'Summary' },
  ...REPORT_SECTIONS,
  { code: 'method', label: 'Method' },
] as const
export type TextSection = (typeof TEXT_SECTIONS)[number]['code']
export const textSectionSchema = z.enum(['summary', ...ALL_SECTIONS, 'method'])

/** One text as its author writes it. */
export const ownTextSchema = z.strictObject({
  /** '' for none. */
  heading: longText(LONGEST_HEADING).refine((heading) => !/[\n\t]/.test(heading), {
    error: 'Write the heading in one line',
  }),
  text: longText(LONGEST_TEXT).refine((text) => text !== '', { error: 'Write something, or remove this text' }),
  place: textPlaceSchema,
  section: textSectionSchema,
})
export type OwnText = z.infer<typeof ownTextSchema>

/** One text while it is written: what is missing or wrong in it is said when the report is frozen, and not before. */
export const textDraftSchema = z.strictObject({
  heading: z.string().max(LONGEST_HEADING),
  text: z.string().max(LONGEST_TEXT),
  place: textPlaceSchema,
  section: textSectionSchema,
})
export type TextDraft = z.infer<typeof textDraftSchema>

export const ownTextsSchema = z
  .array(ownTextSchema)
  .max(MOST_TEXTS, { error: `A report takes ${MOST_TEXTS} texts at most` })

/** A text read into words and fields. */
export type ReadPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'field'; readonly field: TextField }

type ReadLine = readonly ReadPart[]

type ReadText =
  | { readonly ok: true; readonly paragraphs: readonly ReadLine[] }
  | { readonly ok: false; readonly fault: string }

const FIELD = /\{([^{}]*)\}/g

const faultOfField = (name: string): string =>
  name.trim() === ''
    ? 'There is nothing between { and }. Choose a field from the list, or take the two out'
    : `There is no field {${name.trim()}}. Choose one from the list, or take out { and }`

const readLine = (line: string): ReadLine | { readonly fault: string } => {
  const parts: ReadPart[] = []
  const addWords = (text: string): void => void (text === '' || parts.push({ kind: 'words', text }))
  let at = 0
  for (const { 0: whole, 1: name = '', index } of line.matchAll(FIELD)) {
    const field = fieldNamed(name)
    if (field === null) return { fault: faultOfField(name) }
    addWords(line.slice(at, index))
    parts.push({ kind: 'field', field })
    at = index + whole.length
  }
  addWords(line.slice(at))
  const open = parts.find((part) => part.kind === 'words' && /[{}]/.test(part.text))
  if (open === undefined) return parts
  return { fault: 'A field is begun and not ended. Each stands between { and }' }
}

const hasFault = (line: ReadLine | { readonly fault: string }): line is { readonly fault: string } => 'fault' in line

/** Reads a text: each line of it is a paragraph, and empty lines are none. Names of fields are taken without case. */
export const readOwnText = (text: string): ReadText => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine)
  const faulty = lines.find(hasFault)
  return faulty === undefined
    ? { ok: true, paragraphs: lines.flatMap((line) => (hasFault(line) ? [] : [line])) }
    : { ok: false, fault: faulty.fault }
}

const NO_NHS_NUMBER = 'Take out the NHS number: a report leaves the practice'

const labelOf = (section: TextSection): string => TEXT_SECTIONS.find(({ code }) => code === section)?.label ?? section

const isIn = (section: TextSection, chosen: readonly SectionCode[]): boolean =>
  section === 'summary' || section === 'method' || chosen.includes(section)

/**
 * What of a text has to be put right before a report of some sections can be frozen with it, in a plain sentence; null
 * for nothing. A text must stand by a section that the report has, and name figures of such only.
 */
export const ownTextFault = (
  { heading, text, section }: Pick<OwnText, 'heading' | 'text' | 'section'>,
  chosen: readonly SectionCode[],
): { readonly of: 'heading' | 'text' | 'section'; readonly words: string } | null => {
  const inText = (words: string) => ({ of: 'text' as const, words })
  const inHeading = (words: string) => ({ of: 'heading' as const, words })
  if (holdsNhsNumber(heading)) return inHeading(NO_NHS_NUMBER)
  if (/[{}]/.test(heading)) return inHeading('Fields go into the words: take out { and }')
  if (text.trim() === '') return inText('Write something, or remove this text')
  const read = readOwnText(text)
  if (!read.ok) return inText(read.fault)
  const foreign = read.paragraphs
    .flat()
    .flatMap((part) =>
      part.kind === 'field' && part.field.of !== null ? [{ label: part.field.label, of: part.field.of }] : [],
    )
    .find(({ of }) => !isIn(of, chosen))
  if (foreign !== undefined)
    return inText(
      `{${foreign.label}} is a figure of the section ${labelOf(foreign.of)}, which this report leaves out. Choose that section, or take the field out`,
    )
  if (holdsNhsNumber(text)) return inText(NO_NHS_NUMBER)
  return isIn(section, chosen)
    ? null
    : { of: 'section', words: `This report leaves out the section ${labelOf(section)}. Choose another` }
}

/**
 * What in a text may tell of one person, in a plain sentence for its author, who knows better than any machine whether
 * it does; null for nothing that a machine can see.
 */
export const ownTextWarning = ({ heading, text }: Pick<OwnText, 'heading' | 'text'>): string | null =>
  personMarkIn(heading) ?? personMarkIn(text)
