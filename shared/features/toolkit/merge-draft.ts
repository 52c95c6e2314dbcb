import { mergeBlocks } from './merge.ts'
import type { Answers, Draft } from './schema.ts'
import { documentOf } from './walk.ts'

/** Stands for two that changed one thing to two others. */
const CLASH = Symbol('clash')

const mergeValue = <T>(base: T, mine: T, theirs: T): T | typeof CLASH => {
  if (mine === base || mine === theirs) return theirs
  return theirs === base ? mine : CLASH
}

const mergeAnswers = (base: Answers, mine: Answers, theirs: Answers): Answers | typeof CLASH => {
  const merged: Answers = {}
  for (const code of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const answer = mergeValue(base[code] ?? '', mine[code] ?? '', theirs[code] ?? '')
    if (answer === CLASH) return CLASH
    if (answer !== '') merged[code] = answer
  }
  return merged
}

/**
 * What two wrote at once who both began from one state: all of both, where they did not write in the same place.
 * @returns null where they did.
 */
export const mergeDrafts = (base: Draft, mine: Draft, theirs: Draft): Draft | null => {
  const title = mergeValue(base.title, mine.title, theirs.title)
  const reviewDue = mergeValue(base.reviewDue, mine.reviewDue, theirs.reviewDue)
  const answers = mergeAnswers(base.answers, mine.answers, theirs.answers)
  const blocks = mergeBlocks(base.content.content, mine.content.content, theirs.content.content)
  if (title === CLASH || reviewDue === CLASH || answers === CLASH || blocks === null) return null
  return { title, reviewDue, answers, content: documentOf(blocks) }
}
