import {
  daysBetween,
  formatIsoDate,
  formatPartialDate,
  formatShortDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { letterName, sinceWords } from '#shared/features/journey/public.ts'
import type { DocumentCode } from '#shared/features/journey/public.ts'
import type { Asked, LetterRow, QueryStep } from './schema.ts'
import { slotLabel } from './summary-slots.ts'

/** `1 day`, `35 days`. */
export const dayCount = (count: number): string => (count === 1 ? '1 day' : `${count.toLocaleString('en-GB')} days`)

export const letterCount = (count: number): string =>
  count === 1 ? '1 letter' : `${count.toLocaleString('en-GB')} letters`

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** `2 Nov`, with the year where it is another one. */
export const nearDay = (date: IsoDate, today: IsoDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? formatShortDate(date) : formatIsoDate(date)

interface Named {
  readonly document: DocumentCode | null
  readonly slot: string | null
  readonly askedFor: string | null
  readonly sourceType?: string | undefined
}

/** What is waited for, in the middle of a sentence: `discharge letter`, `aim of treatment`, or what was asked in words. */
export const wantedName = ({ document, slot, askedFor, sourceType }: Named): string => {
  if (slot !== null) {
    const label = slotLabel(slot)
    return label.slice(0, 1).toLowerCase() + label.slice(1)
  }
  return document === null ? (askedFor ?? 'letter') : letterName(document, sourceType)
}

/** The same as a heading: `Oncology letter`. */
export const wantedTitle = (named: Named): string => sentence(wantedName(named))

/** `Discharge letter`, `Discharge letter and 2 more`. */
export const subjectOf = (items: readonly Named[]): string => {
  const [first] = items
  if (first === undefined) return 'A question'
  return items.length === 1 ? wantedTitle(first) : `${wantedTitle(first)} and ${items.length - 1} more`
}

/** `2 Nov`, or `Aug 2026` where the day is not known. */
export const nearHappening = (happening: PartialDate, today: IsoDate): string =>
  happening.precision === 'day' ? nearDay(happening.date, today) : formatPartialDate(happening)

/** `Since surgery`, for a line under the name of the letter. */
export const sinceLine = (
  { since, source, slot }: Pick<LetterRow, 'since' | 'source' | 'slot'>,
  today: IsoDate,
): string => {
  if (slot !== null && source !== null) return `Summary came ${nearHappening(source, today)}`
  const happening = since ?? source
  if (happening === null) return 'Asked in words'
  return `${sentence(sinceWords(happening.eventType).replace(/^the /, ''))} ${nearHappening(happening, today)}`
}

const STEP_WORDS: Readonly<Record<QueryStep['kind'], string>> = {
  letter: 'Asked by letter',
  call: 'Rang',
  answer: 'It came',
  not_needed: 'Not needed',
  reopened: 'Opened again',
}
/** What a step was: `Asked by letter`, `Rang`. */
export const stepWords = (kind: QueryStep['kind']): string => STEP_WORDS[kind]

/** `ring again today`, `ring again since 16 Nov`, `ring again 27 Nov`. */
const ringWords = (day: IsoDate, today: IsoDate): string => {
  const ahead = daysBetween(today, day)
  if (ahead === 0) return 'ring again today'
  return ahead < 0 ? `ring again since ${nearDay(day, today)}` : `ring again ${nearDay(day, today)}`
}

/** How far asking has come, in two short lines: when it was asked, and what was said since. */
export const askedWords = (asked: Asked | null, today: IsoDate): { main: string; sub: string | undefined } => {
  if (asked === null) return { main: 'Not asked', sub: undefined }
  const main = `Asked ${nearDay(asked.openedOn, today)}`
  const rang =
    asked.lastKind === 'call' && asked.lastOn !== null && asked.lastOn !== asked.openedOn
      ? `Rang ${nearDay(asked.lastOn, today)}`
      : null
  const again = asked.ringAgainOn === null ? null : ringWords(asked.ringAgainOn, today)
  const promised = asked.promisedFor === null ? null : `promised for ${nearDay(asked.promisedFor, today)}`
  const parts = [rang, promised ?? again].filter((part) => part !== null)
  return { main, sub: parts.length === 0 ? undefined : sentence(parts.join(', ')) }
}

/** `35 days late`, `due today`, `due 25 Nov`. */
export const lateWords = (dueDate: IsoDate, today: IsoDate): string => {
  const late = daysBetween(dueDate, today)
  if (late > 0) return `${dayCount(late)} late`
  return late === 0 ? 'due today' : `due ${nearDay(dueDate, today)}`
}
