import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  CONTACT_RULES,
  DOCUMENTS,
  dueItems,
  type LetterBook,
  letterGapDays,
  letterRuleFor,
  matchLetters,
  missingLetters,
  type RuleEvent,
} from '#shared/features/journey/public.ts'
import type { FigureSheet } from './figure-sheet.ts'
import { hadHappenedBy, placeInPeriod, type ReportPeriod } from './period.ts'
import type { ReportSource, SourcePerson } from './source.ts'

/** How late a letter is, in days past the day it should have come by. */
export const LATE_BANDS = [
  { code: '1-14', heading: '1 to 14 days late', upTo: 14 },
  { code: '15-28', heading: '15 to 28 days late', upTo: 28 },
  { code: '29-90', heading: '29 to 90 days late', upTo: 90 },
  { code: 'over-90', heading: 'More than 90 days late', upTo: Number.POSITIVE_INFINITY },
] as const

interface LateLetter {
  readonly document: string
  readonly band: string
}

interface CameLetter {
  readonly document: string
  /** null where either day is not known, or the letter is dated before what it is about. */
  readonly gap: number | null
}

const eventsBy = (person: SourcePerson, day: IsoDate): RuleEvent[] => person.events.filter(({ date }) => date <= day)

/** The letters of one person that should have come and had not at the end of a day. The dead are owed none. */
const lateLetters = (person: SourcePerson, day: IsoDate, book: LetterBook): LateLetter[] => {
  if (person.deathDate !== null && hadHappenedBy(person.deathDate, day) !== 'no') return []
  const known = { episodes: [], events: eventsBy(person, day), deathDate: null }
  const { lettersNotNeeded: notNeeded } = person
  const items = dueItems(notNeeded === undefined ? known : { ...known, notNeeded }, CONTACT_RULES, book)
  return missingLetters(items, day).map(({ document, dueDate }) => {
    const late = daysBetween(dueDate, day)
    return { document: document ?? '', band: LATE_BANDS.find(({ upTo }) => late <= upTo)?.code ?? '' }
  })
}

/** The letters of one person that came in the period, with the days from the hospital event to the letter. */
const cameLetters = (person: SourcePerson, period: ReportPeriod): CameLetter[] => {
  const events = eventsBy(person, period.to)
  const answered = matchLetters(events)
  return events.flatMap((event) => {
    const letter = answered.get(event.id)
    const rule = letterRuleFor(event.eventType)
    if (letter === undefined || rule === null || placeInPeriod(letter, period) === 'outside') return []
    const days = letterGapDays(event, letter)
    return [{ document: rule.document, gap: days !== null && days >= 0 ? days : null }]
  })
}

const documentCodes = DOCUMENTS.map(({ code }) => code)
const bandCodes = LATE_BANDS.map(({ code }) => code)

/** `letters`, `letters.<document>`, `letters.<band>` and `letters.<document>.<band>`: a table with both margins. */
const measureLate = (sheet: FigureSheet, late: readonly LateLetter[]): void => {
  sheet.count('letters', late.length)
  for (const band of bandCodes) {
    sheet.count(`letters.${band}`, late.filter((letter) => letter.band === band).length)
    sheet.sum(
      `letters.${band}`,
      documentCodes.map((document) => `letters.${document}.${band}`),
    )
  }
  for (const document of documentCodes) {
    const ofKind = late.filter((letter) => letter.document === document)
    sheet.count(`letters.${document}`, ofKind.length)
    for (const band of bandCodes)
      sheet.count(`letters.${document}.${band}`, ofKind.filter((letter) => letter.band === band).length)
    sheet.sum(
      `letters.${document}`,
      bandCodes.map((band) => `letters.${document}.${band}`),
    )
  }
  sheet.sum(
    'letters',
    documentCodes.map((document) => `letters.${document}`),
  )
  sheet.sum(
    'letters',
    bandCodes.map((band) => `letters.${band}`),
  )
}

/** `came` and `came.<document>` with the days behind their medians, and `came-left` without usable days. */
const measureGap = (sheet: FigureSheet, came: readonly CameLetter[]): void => {
  const known = came.flatMap(({ document, gap }) => (gap === null ? [] : [{ document, gap }]))
  sheet.count('came', known.length)
  sheet.spread('came', { countId: 'came', values: known.map(({ gap }) => gap) })
  for (const document of documentCodes) {
    const id = `came.${document}`
    const gaps = known.filter((letter) => letter.document === document).map(({ gap }) => gap)
    sheet.count(id, gaps.length)
    sheet.spread(id, { countId: id, values: gaps })
  }
  sheet.sum(
    'came',
    documentCodes.map((document) => `came.${document}`),
  )
  sheet.count('came-left', came.length - known.length)
}

/** Letters outstanding at the end of the period, and how long those that came in it had taken. */
export const measureLetters = (
  sheet: FigureSheet,
  people: ReportSource['people'],
  period: ReportPeriod,
  book: LetterBook,
): void => {
  measureLate(
    sheet,
    people.flatMap((person) => lateLetters(person, period.to, book)),
  )
  measureGap(
    sheet,
    people.flatMap((person) => cameLetters(person, period)),
  )
}
