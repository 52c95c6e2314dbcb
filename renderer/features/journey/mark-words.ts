import { type CaptionContext, captionOf } from '#shared/features/journey/strip-captions.ts'
import type { StripMark } from '#shared/features/journey/strip-types.ts'
import { eventLabel, fullDate, laneLabel, listed } from '#shared/features/journey/words.ts'

export interface MarkWords {
  readonly title: string
  readonly detail: string
  /** What stands together, one a line, when it is more than one. */
  readonly lines: readonly string[]
}

/** What a mark stands for, in full: for the tip beside it and for screen readers. */
export const markWords = (mark: StripMark, context: CaptionContext): MarkWords => {
  const { title, detail } = captionOf(mark, context)
  if (mark.count < 2) {
    const [event] = mark.events
    return event === undefined
      ? { title, detail, lines: [] }
      : { title: eventLabel(event.eventType), detail: fullDate(event), lines: [] }
  }
  const lines = mark.events.map((event) => `${eventLabel(event.eventType)}, ${fullDate(event)}`)
  return { title, detail, lines }
}

/** The same in one sentence, lane first. */
export const spokenMark = (mark: StripMark, context: CaptionContext): string => {
  const { title, detail, lines } = markWords(mark, context)
  const what = lines.length === 0 ? `${title}, ${detail}` : `${mark.count} together: ${listed(lines)}`
  return `${laneLabel(mark.lane)}: ${what}`
}
