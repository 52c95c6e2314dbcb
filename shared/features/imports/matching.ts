import { z } from 'zod'
import { SEX_CODES } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { eventTypeSchema } from '#shared/features/journey/schema.ts'

/** Which of day and month comes first where a date of the file is all figures. */
export const DATE_ORDERS = [
  { code: 'day-first', label: 'Day first', example: '03/04/2026 is 3 Apr 2026' },
  { code: 'month-first', label: 'Month first', example: '03/04/2026 is 4 Mar 2026' },
] as const
export const dateOrderSchema = z.enum(DATE_ORDERS.map((order) => order.code))
export type DateOrder = z.infer<typeof dateOrderSchema>

/**
 * How the dates of one column are written. Seen column by column, because a single `03/04/2026` can be read two ways
 * and its neighbours can tell which.
 * mixed: some rows only make sense day first and others only month first, so the rest could be either.
 */
export const DATE_STYLES = ['empty', 'iso', 'named-month', 'day-first', 'month-first', 'mixed'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

/**
 * What a person has to be asked about the dates of a column. either-way: nothing in it tells day from month.
 * month-first: it can only be so, which is not how dates are written here. mixed: both are found in it.
 */
export const DATE_QUESTIONS = ['either-way', 'month-first', 'mixed'] as const
export type DateQuestion = (typeof DATE_QUESTIONS)[number]

const count = z.number().int()

/** The dates of one column, all rows looked at. */
export const datesFoundSchema = z.object({
  index: count,
  style: z.enum(DATE_STYLES),
  filled: count,
  /** Dates that only make sense with the day first. */
  dayFirst: count,
  monthFirst: count,
  /** Dates that are another day when read the other way. */
  eitherWay: count,
  /** Cells that are not a whole date in any style. */
  other: count,
  asks: z.enum(DATE_QUESTIONS).nullable(),
})
export type DatesFound = z.infer<typeof datesFoundSchema>

/** Whether an order of dates that was said of another file can be taken for these: nothing in them is written otherwise. */
export const orderHolds = (
  order: DateOrder,
  { dayFirst, monthFirst }: Pick<DatesFound, 'dayFirst' | 'monthFirst'>,
): boolean => (order === 'day-first' ? monthFirst : dayFirst) === 0

/** Fields whose cells hold a few words over and over, which we read as one of ours. */
export const WORD_FIELDS = ['cancer', 'stage', 'route', 'sex', 'event_term'] as const
export const wordFieldSchema = z.enum(WORD_FIELDS)
export type WordField = z.infer<typeof wordFieldSchema>

/** Words longer than this are sentences: they are not listed and cannot be given a meaning. */
export const LONGEST_WORDS = 120
export const MOST_WORD_CHOICES = 1_000

/** Stages that a word of the file can be said to mean. */
export const STAGE_CHOICES = ['0', '1', '2', '3', '4'].flatMap((group) =>
  group === '0' ? [group] : [group, `${group}A`, `${group}B`, `${group}C`],
)

const theirs = z.string().min(1).max(LONGEST_WORDS)
const blank = z.object({ is: z.literal('blank') })
const asWritten = z.object({ is: z.literal('as-written') })
const cancer = z.object({
  is: z.literal('cancer'),
  tumourGroup: z.enum(TUMOUR_GROUPS.map((group) => group.code)),
  /** null: the words of the file stay as the site. */
  site: z.string().max(80).nullable(),
})

/** What a word of the file means, as somebody here said. blank: nothing. as-written: kept, and not one of ours. */
export const wordChoiceSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('cancer'), theirs, ours: z.discriminatedUnion('is', [cancer, asWritten, blank]) }),
  z.object({
    field: z.literal('stage'),
    theirs,
    ours: z.discriminatedUnion('is', [z.object({ is: z.literal('stage'), stage: z.enum(STAGE_CHOICES) }), blank]),
  }),
  z.object({
    field: z.literal('route'),
    theirs,
    ours: z.discriminatedUnion('is', [
      z.object({ is: z.literal('route'), route: z.enum(ROUTES_TO_DIAGNOSIS.map((route) => route.code)) }),
      blank,
    ]),
  }),
  z.object({
    field: z.literal('sex'),
    theirs,
    ours: z.discriminatedUnion('is', [
      z.object({ is: z.literal('sex'), sex: z.enum(SEX_CODES.map((sex) => sex.code)) }),
      blank,
    ]),
  }),
  z.object({
    field: z.literal('event_term'),
    theirs,
    ours: z.discriminatedUnion('is', [
      z.object({ is: z.literal('event'), eventType: eventTypeSchema }),
      cancer,
      asWritten,
      blank,
    ]),
  }),
])
export type WordChoice = z.infer<typeof wordChoiceSchema>
export type WordMeaning = WordChoice['ours']
export const wordChoicesSchema = z.array(wordChoiceSchema).max(MOST_WORD_CHOICES)

/** Words agree whatever their case. Nothing more is made alike: a stage of 3 and one of 3+ are not the same. */
export const wordKey = (words: string): string => words.toLowerCase()

/**
 * How we read a word without being told. read: as one of ours. blank: it says that nothing is known.
 * as-written: kept, and not one of ours. rejected: the row would be.
 */
export const WORD_READINGS = ['read', 'blank', 'as-written', 'rejected'] as const
export const wordFoundSchema = z.object({
  theirs: z.string(),
  rows: count,
  how: z.enum(WORD_READINGS),
  /** What it is read as, in our words. Empty for what is not read. */
  ours: z.string(),
})
export type WordFound = z.infer<typeof wordFoundSchema>

/** The words of one field, all rows looked at. Different words, and the cells that hold them. */
export const wordsFoundSchema = z.object({
  field: wordFieldSchema,
  words: count,
  cells: count,
  notRead: z.object({ words: count, cells: count }),
  /** Cells that are too long, or beyond the number of different words that are kept apart. */
  unlisted: count,
})
export type WordsFound = z.infer<typeof wordsFoundSchema>

/** What stands in the columns of a draft, from its first row to its last. */
export const lookedSchema = z.object({ dates: z.array(datesFoundSchema), words: z.array(wordsFoundSchema) })
export type Looked = z.infer<typeof lookedSchema>
