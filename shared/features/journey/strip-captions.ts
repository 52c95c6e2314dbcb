import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { eventTypeOf } from './event-types.ts'
import type { DueItem } from './schema.ts'
import type { StripDraft, StripEvent, StripMark } from './strip-types.ts'
import { days, dueLabel, letterName, listed, listedDates, midSentence, nearDate } from './words.ts'

/** The two lines beside a mark. `short` is for where the name does not fit. */
export interface Caption {
  readonly tone: 'plain' | 'hole' | 'draft'
  readonly title: string
  readonly short: string
  readonly detail: string
  /** 0 is placed first. */
  readonly rank: number
}

export interface CaptionContext {
  readonly events: readonly StripEvent[]
  readonly draft: StripDraft | null
  readonly today: IsoDate
}

const GROUP_RANKS = { treatment: 2, referral: 3, hospital: 3, symptom: 3, end: 1 } as const
const OTHER_RANK = 4

const eventRank = (event: StripEvent): number => {
  if (event.eventType === 'told_diagnosis') return 2
  const { group } = eventTypeOf(event.eventType)
  return group in GROUP_RANKS ? GROUP_RANKS[group as keyof typeof GROUP_RANKS] : OTHER_RANK
}

/** `FIT, urgent referral`, or `Bloods and 3 more`. */
const together = (events: readonly StripEvent[]): string => {
  const names = [...new Set(events.map((event) => eventTypeOf(event.eventType).shortLabel))]
  const [first = '', ...rest] = names
  if (events.length > 2 && names.length > 1) return `${first} and ${events.length - 1} more`
  return rest.length === 0 ? `${first}, ${events.length} times` : [first, ...rest.map(midSentence)].join(', ')
}

const eventCaption = (mark: StripMark, today: IsoDate): Caption => {
  const [event] = mark.events
  const rank = Math.min(...mark.events.map(eventRank))
  const detail = listedDates(mark.events, today)
  if (event === undefined || mark.count > 1) {
    const title = mark.kind === 'letter' ? `${mark.count} letters received` : together(mark.events)
    return { tone: 'plain', title, short: mark.kind === 'letter' ? 'Letters' : `${mark.count} events`, detail, rank }
  }
  const { label, shortLabel } = eventTypeOf(event.eventType)
  return { tone: 'plain', title: mark.kind === 'letter' ? shortLabel : label, short: shortLabel, detail, rank }
}

/** Letters in a row under one name: `Letters received`, `4, 15 and 28 Sep`. */
export const letterRunCaption = (letters: readonly StripEvent[], today: IsoDate): Caption => ({
  tone: 'plain',
  title: letters.length > 3 ? `${letters.length} letters received` : 'Letters received',
  short: 'Letters',
  detail: listedDates(letters, today),
  rank: OTHER_RANK,
})

const sourceType = (item: DueItem, events: readonly StripEvent[]): string | undefined =>
  events.find((event) => event.id === item.sourceEventId)?.eventType

const holeCaption = (items: readonly DueItem[], { events, today }: CaptionContext): Caption => {
  const [item] = items
  if (item === undefined || items.length > 1) {
    const longest = Math.max(...items.map((each) => daysBetween(each.dueDate, today)))
    const title = `${items.length} letters missing`
    return { tone: 'hole', title, short: title, detail: `up to ${days(longest)} late`, rank: 1 }
  }
  return {
    tone: 'hole',
    title: `No ${letterName(item.document, sourceType(item, events))}`,
    short: 'No letter',
    detail: `${days(daysBetween(item.dueDate, today))} late`,
    rank: 1,
  }
}

const dueNames = (items: readonly DueItem[], events: readonly StripEvent[]): string => {
  const names = [...new Set(items.map((item) => dueLabel(item, sourceType(item, events))))]
  const [first = '', ...rest] = names
  return listed([first, ...rest.map(midSentence)])
}

const dueCaption = (mark: StripMark, { events, today }: CaptionContext): Caption => {
  const [first] = mark.due.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))
  if (first === undefined) throw new Error('a due mark stands for something due')
  const title = mark.kind === 'later' ? dueLabel(first, sourceType(first, events)) : dueNames(mark.due, events)
  const left = daysBetween(today, first.dueDate)
  const on = nearDate({ date: first.dueDate, precision: 'day' }, today)
  const detail = {
    late: `${days(-left)} late`,
    due: left === 0 ? 'due today' : `due ${on}, ${days(left)}`,
    later: `due ${on}${mark.count > 1 ? `, ${mark.count - 1} more` : ''}`,
  }[mark.kind as 'late' | 'due' | 'later']
  return {
    tone: mark.kind === 'late' ? 'hole' : 'plain',
    title,
    short: title,
    detail,
    rank: mark.kind === 'late' ? 1 : 2,
  }
}

/** The words beside a mark. */
export const captionOf = (mark: StripMark, context: CaptionContext): Caption => {
  const { draft, today } = context
  if (mark.kind === 'draft' && draft !== null) {
    const { label, shortLabel } = eventTypeOf(draft.eventType)
    return {
      tone: 'draft',
      title: label,
      short: shortLabel,
      detail: `${nearDate(draft, today)}, not saved yet`,
      rank: 0,
    }
  }
  if (mark.kind === 'hole') return holeCaption(mark.due, context)
  if (mark.kind === 'late' || mark.kind === 'due' || mark.kind === 'later') return dueCaption(mark, context)
  return eventCaption(mark, today)
}
