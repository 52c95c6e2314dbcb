import { daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { letterGapDays, matchLetters, type RuleEvent } from './letter-matching.ts'
import type { DueItem } from './schema.ts'
import { days, letterName, nearDate, sentence } from './words.ts'

/** Whether the letter about an event came: for its row in a list and its mark on the strip. */
export interface LetterStatus {
  readonly state: 'came' | 'missing' | 'expected'
  readonly words: string
}

const afterWords = (event: PartialDate, letter: PartialDate, today: IsoDate): string => {
  const gap = letterGapDays(event, letter)
  const on = nearDate(letter, today)
  if (gap === null) return on
  if (gap === 0) return `${on}, the same day`
  return gap > 0 ? `${on}, after ${days(gap)}` : `${on}, ${days(-gap)} before`
}

const owed = (item: DueItem, event: RuleEvent, today: IsoDate): LetterStatus => {
  const name = sentence(letterName(item.document, event.eventType))
  const left = daysBetween(today, item.dueDate)
  if (left < 0) return { state: 'missing', words: `${name} missing, ${days(-left)} late` }
  const due = nearDate({ date: item.dueDate, precision: 'day' }, today)
  return { state: 'expected', words: `${name} due ${left === 0 ? 'today' : due}` }
}

/** event id → what became of its letter, for the events that bring one. */
export const letterStatuses = (
  events: readonly RuleEvent[],
  due: readonly DueItem[],
  today: IsoDate,
): Map<string, LetterStatus> => {
  const statuses = new Map<string, LetterStatus>()
  const byId = new Map(events.map((event) => [event.id, event]))
  for (const [id, letter] of matchLetters(events)) {
    const event = byId.get(id)
    if (event === undefined) continue
    statuses.set(id, { state: 'came', words: `Letter came ${afterWords(event, letter, today)}` })
  }
  for (const item of due) {
    const event = byId.get(item.sourceEventId ?? '')
    const lapsed = item.lapsesDate !== null && item.lapsesDate < today
    if (item.kind === 'letter' && event !== undefined && !lapsed) statuses.set(event.id, owed(item, event, today))
  }
  return statuses
}
