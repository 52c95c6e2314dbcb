import { daysBetween, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { LetterStatus } from './letter-status.ts'
import type { DueItem } from './schema.ts'
import type { StripDraft, StripEvent, StripMark } from './strip-types.ts'
import { days, dueLabel, eventLabel, fullDate, laneLabel, letterName, midSentence, sentence } from './words.ts'

export interface DescriptionContext {
  readonly events: readonly StripEvent[]
  readonly draft: StripDraft | null
  readonly today: IsoDate
  readonly statuses: ReadonlyMap<string, LetterStatus>
}

const describeEvent = (event: StripEvent, { statuses }: DescriptionContext): string => {
  const status = statuses.get(event.id)
  const what = `${eventLabel(event.eventType)}, ${fullDate(event)}, ${midSentence(laneLabel(event.lane))}`
  return status === undefined ? what : `${what}. ${status.words}`
}

const describeDue = (item: DueItem, { events, today }: DescriptionContext): string => {
  const source = events.find((event) => event.id === item.sourceEventId)
  const late = daysBetween(item.dueDate, today)
  const about = source === undefined ? '' : `, about ${midSentence(eventLabel(source.eventType))} ${fullDate(source)}`
  const due = formatIsoDate(item.dueDate)
  if (item.kind === 'letter' && late > 0) {
    return `${sentence(letterName(item.document, source?.eventType))} missing, ${days(late)} late${about}`
  }
  if (late > 0) return `${dueLabel(item)} ${days(late)} late, was due ${due}`
  return `${dueLabel(item, source?.eventType)} due ${due}, ${late === 0 ? 'today' : `in ${days(-late)}`}${about}`
}

/** Everything a mark stands for, in words: its name for those who hear the strip. */
export const describeMark = (mark: StripMark, context: DescriptionContext): string => {
  const { draft } = context
  if (mark.kind === 'draft' && draft !== null) {
    return `${eventLabel(draft.eventType)}, ${fullDate(draft)}, ${midSentence(laneLabel(draft.lane))}, not saved yet`
  }
  const parts = [
    ...mark.events.map((event) => describeEvent(event, context)),
    ...mark.due.map((item) => describeDue(item, context)),
  ]
  return mark.count > 1 ? `${mark.count} together: ${parts.join('; ')}` : parts.join('')
}
