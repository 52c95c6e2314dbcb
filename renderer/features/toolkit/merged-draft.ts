import { mergeBlocks } from '#shared/features/toolkit/merge.ts'
import type { Draft } from '#shared/features/toolkit/schema.ts'

const either = <Value>(sent: Value, typed: Value, answered: Value): Value =>
  JSON.stringify(typed) === JSON.stringify(sent) ? answered : typed

/**
 * What the writer sees when a keeping came back with what somebody else wrote: their words and what was typed meanwhile.
 * @returns null where both wrote in the same place.
 */
export const mergedDraft = (sent: Draft, typed: Draft, answered: Draft): Draft | null => {
  const content = mergeBlocks(sent.content.content, typed.content.content, answered.content.content)
  if (content === null) return null
  return {
    title: either(sent.title, typed.title, answered.title),
    answers: either(sent.answers, typed.answers, answered.answers),
    reviewDue: either(sent.reviewDue, typed.reviewDue, answered.reviewDue),
    content: { type: 'doc', content },
  }
}
