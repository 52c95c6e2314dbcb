import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ActionStatus } from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { Ids } from '../../ids.ts'
import { addUpdate } from '../plan/public.ts'
import { closeReview, passOver, saveReview, startReview } from '../reviews/public.ts'
import { STORY_ACTIONS } from './plan-actions.ts'
import { storyDays } from './plan-days.ts'
import { STORY_REVIEW, STORY_SAID } from './plan-review-story.ts'
import type { StoryAction, StoryUpdate } from './plan-telling.ts'
import { onDay } from './story-day.ts'

/** How an action of the story stood when the review began. */
export const statusBeforeReview = ({ code, status }: StoryAction): ActionStatus =>
  STORY_SAID.find((said) => said.code === code)?.before ?? status

/** What had been written of an action before the review. */
export const updatesBeforeReview = ({ updates = [] }: StoryAction): readonly StoryUpdate[] =>
  updates.filter(({ on }) => on < STORY_REVIEW.on)

const actionIds = async ({ db }: CommandContext): Promise<(code: string) => string> => {
  const rows = await db.selectFrom('plan_action').select(['id', 'code']).execute()
  const ids = new Map(rows.map(({ id, code }) => [code, id]))
  return (code) => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`the story has no action ${code}`)
    return id
  }
}

/** Begins the review of the demo's plan, as on the day on which it was held. @returns its id. */
export const beginReview = async (context: CommandContext, ids: Ids, today: IsoDate): Promise<string> => {
  const day = storyDays(today)
  const { id: planId } = await context.db.selectFrom('plan').select('id').executeTakeFirstOrThrow()
  const { on, quarter, ledBy } = STORY_REVIEW
  return startReview(onDay(context, ids, day(on)), {
    planId,
    kind: 'quarter',
    quarter: day(quarter).slice(0, 7),
    ledBy,
  })
}

/** Says something of each action, closes the review, and tells what has happened since. */
export const holdReview = async (
  context: CommandContext,
  ids: Ids,
  { today, reviewId }: { readonly today: IsoDate; readonly reviewId: string },
): Promise<void> => {
  const day = storyDays(today)
  const on = day(STORY_REVIEW.on)
  const then = onDay(context, ids, on)
  const idOf = await actionIds(context)
  for (const story of STORY_ACTIONS) {
    const said = STORY_SAID.find(({ code }) => code === story.code)
    if (said === undefined) continue
    const status = said.after ?? statusBeforeReview(story)
    await addUpdate(then, {
      actionId: idOf(said.code),
      reviewId,
      fields: { on, words: said.words, status, nextStep: said.next ?? '', ask: said.ask ?? '' },
    })
  }
  const { passed, ledBy, summary } = STORY_REVIEW
  const seen = await passOver(then, { id: reviewId, actionId: idOf(passed), passed: true })
  const version = await saveReview(then, { id: reviewId, version: seen, fields: { ledBy, summary } })
  await closeReview(then, { id: reviewId, version })
  for (const { code, owner, updates = [] } of STORY_ACTIONS)
    for (const update of updates.filter((one) => one.on > STORY_REVIEW.on).toReversed()) {
      const { words, status, next = '', ask = '' } = update
      await addUpdate(onDay(context, ids, day(update.on), owner), {
        actionId: idOf(code),
        reviewId: null,
        fields: { on: day(update.on), words, status, nextStep: next, ask },
      })
    }
}
