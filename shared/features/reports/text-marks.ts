import { holdsNhsNumber, looksLikePersonName } from '#shared/features/figures/public.ts'

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec'
const MONTH_WORDS = `(?:${MONTHS})[a-z]*\\.?`

/** Days as people and programs write them, with day, month and year. */
const WHOLE_DATES = new RegExp(
  [
    '\\b\\d{1,2}[/.\\-]\\d{1,2}[/.\\-](?:\\d{4}|\\d{2})\\b',
    '\\b\\d{4}-\\d{2}-\\d{2}\\b',
    `\\b\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH_WORDS},?[ -](?:\\d{4}|\\d{2})\\b`,
    `\\b${MONTH_WORDS} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`,
  ].join('|'),
  'i',
)

const BIRTH_WORDS = /\b(?:d\.?o\.?b|born|date of birth|birth ?date)\b/i

/** Ten digits in a row, however they are grouped. Whether the last one checks does not matter: somebody typed them wrong. */
const TEN_DIGITS = /(?<!\d)\d(?:[ \-\u2010-\u2015]?\d){9}(?!\d)/

/** What in a text may tell of one person: ten digits, a word for being born, a whole date; null for nothing a machine sees. */
export const personMark = (text: string): 'number' | 'birth' | 'day' | null => {
  if (holdsNhsNumber(text) || TEN_DIGITS.test(text)) return 'number'
  if (BIRTH_WORDS.test(text)) return 'birth'
  return WHOLE_DATES.test(text) ? 'day' : null
}

const MARK_WORDS = {
  number: 'Take out the number: it looks like an NHS number',
  birth: 'Take out the date of birth: this text must tell of nobody',
  day: 'Take out the day: a whole date may be a date of birth. A month and year, or {period}, is enough',
} as const

/** What in a text tells of one person, in words for whoever wrote it; null for nothing that a machine can see. */
export const personMarkIn = (text: string): string | null => {
  const mark = personMark(text)
  return mark === null ? null : MARK_WORDS[mark]
}

/** Whether a typed name holds what only a person has: a number, a whole date, or a name with a title. */
export const holdsPersonMarks = (name: string): boolean => personMarkIn(name) !== null || looksLikePersonName(name)
