import { z } from 'zod'
import { readSafeJson } from '#shared/domain/safe-json.ts'
import { isoDateSchema, shortText } from '#shared/domain/schemas.ts'
import { AREA_CODES } from '#shared/features/development/public.ts'
import { looksLikePersonName } from '#shared/features/figures/public.ts'
import { personMark } from '#shared/features/reports/public.ts'
import { lessonChartSchema } from './schema.ts'

/** A lesson card on its way from one practice to another: a file of JSON with a checksum. */

const FORMAT = 'throughline-lesson'
const FORMAT_VERSION = 1

/** Largest file of a card, in bytes. */
export const LARGEST_LESSON = 200_000

/** Most characters of each text of a card in a file. */
const MOST_CHARACTERS = 4000

const text = z.string().min(1)

const contentSchema = z.strictObject({
  title: shortText(160),
  problem: text,
  tried: text,
  happened: text,
  area: z.enum(AREA_CODES).nullable(),
  byRole: shortText(80),
  madeOn: isoDateSchema,
  practice: shortText(120),
  chart: lessonChartSchema.nullable(),
})
/** What a file holds of a card. */
export type LessonContent = z.output<typeof contentSchema>

const wrapperSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number().int(),
  /** SHA-256 of the card in its one spelling. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  card: z.record(z.string(), z.unknown()),
})

/** The fields in which somebody typed, with what the page calls them. */
const TYPED_FIELDS = [
  { field: 'title', label: 'Title' },
  { field: 'problem', label: 'The problem' },
  { field: 'tried', label: 'What we tried' },
  { field: 'happened', label: 'What happened' },
  { field: 'byRole', label: 'Made by' },
] as const
type TypedField = (typeof TYPED_FIELDS)[number]['field']

/** Text that a card may not carry, by the field in which it stands. */
export interface LessonFault {
  readonly field: TypedField | 'chart' | 'practice'
  readonly label: string
  readonly words: string
}

const MARK_WORDS = {
  number: 'holds what looks like an NHS number',
  birth: 'tells of a date of birth',
  day: 'holds a whole date, which may be a date of birth: write the month and year',
} as const

/** Control characters but the ends of lines, and marks that hide or reorder text. */
const HIDDEN = /(?![\n\t])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

const faultIn = (words: string): string | null => {
  if (words.length > MOST_CHARACTERS) return `is longer than ${MOST_CHARACTERS.toLocaleString('en-GB')} characters`
  if (!words.isWellFormed() || HIDDEN.test(words)) return 'holds hidden or control characters'
  const mark = personMark(words)
  if (mark !== null) return MARK_WORDS[mark]
  return looksLikePersonName(words) ? 'is written as the name of a person is' : null
}

const SMALL_COUNT = /^(?:people|diagnoses|deaths|letters|referrals|reviews)\b/i

const chartFault = ({ title, unit, months }: NonNullable<LessonContent['chart']>): string | null => {
  const found = faultIn(title) ?? faultIn(unit)
  if (found !== null) return found
  if (months.some(({ month }, at) => at > 0 && month <= (months[at - 1]?.month ?? '')))
    return 'has months that are not in order'
  return SMALL_COUNT.test(unit) && months.some(({ value }) => value !== null && value >= 1 && value <= 5)
    ? 'counts fewer than 6 in a month'
    : null
}

/** What of a card may tell of a patient, field by field, as far as its own text shows it. */
export const lessonFaults = (content: LessonContent): LessonFault[] => {
  const inWords = TYPED_FIELDS.flatMap(({ field, label }) => {
    const words = faultIn(content[field])
    return words === null ? [] : [{ field, label, words }]
  })
  const practice = faultIn(content.practice)
  const chart = content.chart === null ? null : chartFault(content.chart)
  return [
    ...inWords,
    ...(practice === null ? [] : [{ field: 'practice' as const, label: 'The practice', words: practice }]),
    ...(chart === null ? [] : [{ field: 'chart' as const, label: 'The chart', words: chart }]),
  ]
}

/** The texts of a card in which people may be named, each with its field. */
export const typedTexts = (
  content: Pick<LessonContent, TypedField>,
): { field: TypedField; label: string; text: string }[] =>
  TYPED_FIELDS.map((one) => ({ ...one, text: content[one.field] }))

/** The whole file. @param checksum of the card in its one spelling. */
export const lessonFile = (card: LessonContent, checksum: string) => ({
  format: FORMAT,
  version: FORMAT_VERSION,
  checksum,
  card,
})

type Read =
  | { readonly ok: true; readonly card: LessonContent; readonly checksum: string }
  | { readonly ok: false; readonly fault: string }

const fault = (words: string): Read => ({ ok: false, fault: words })

/**
 * Reads the file of a card. It is taken whole or refused whole: nothing in it is put right.
 * @param checksumOf the fingerprint of the card in its one spelling.
 */
export const readLessonFile = (source: string, checksumOf: (card: unknown) => string): Read => {
  const parsed = readSafeJson(source)
  if (parsed === 'deep') return fault('its parts lie too deep within each other')
  if (parsed === 'damaged') return fault('it is damaged, or no lesson card')
  const wrapper = wrapperSchema.safeParse(parsed.value)
  if (!wrapper.success) return fault('it is no lesson card')
  const { version, checksum, card } = wrapper.data
  if (version !== FORMAT_VERSION) return fault('it was made by a newer Throughline than this one')
  if (checksumOf(card) !== checksum) return fault('it was changed after it was made, or is damaged')
  const content = contentSchema.safeParse(card)
  if (!content.success) {
    const [issue] = content.error.issues
    return issue?.code === 'unrecognized_keys'
      ? fault(`it holds what no lesson card has: “${issue.keys[0] ?? ''}”`)
      : fault(`“${String(issue?.path[0] ?? 'it')}” is not as it should be`)
  }
  const [found] = lessonFaults(content.data)
  if (found !== undefined) return fault(`${found.label} ${found.words}`)
  return { ok: true, card: content.data, checksum }
}
