import { captionOf } from '#shared/features/journey/strip-captions.ts'
import type { DescriptionContext } from '#shared/features/journey/strip-descriptions.ts'
import type { StripMark } from '#shared/features/journey/strip-types.ts'
import { eventLabel, fullDate } from '#shared/features/journey/words.ts'

export interface TipWords {
  readonly title: string
  readonly lines: readonly string[]
}

/** What a mark stands for, for the tip beside it: also for those whose label found no room. */
export const tipWords = (
  mark: StripMark,
  context: DescriptionContext,
  notes: ReadonlyMap<string, string>,
): TipWords => {
  const [event] = mark.events
  if (mark.count > 1 && event !== undefined) {
    const lines = mark.events.map((one) => `${eventLabel(one.eventType)}, ${fullDate(one)}`)
    return { title: captionOf(mark, context).title, lines }
  }
  if (event === undefined) {
    const { title, detail } = captionOf(mark, context)
    return { title, lines: [detail] }
  }
  const lines = [fullDate(event), context.statuses.get(event.id)?.words ?? '', notes.get(event.id) ?? '']
  return { title: eventLabel(event.eventType), lines: lines.filter((line) => line !== '') }
}
