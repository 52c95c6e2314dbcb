import type { ActionStatus, PlanActionDetail, PlanUpdate } from '#shared/features/plan/schema.ts'

/** What is typed of one action at a review. */
export interface StepDraft {
  readonly words: string
  readonly status: ActionStatus
  readonly nextStep: string
  readonly ask: string
  /** The update that it is typed over, as it was when typing began; null: there was none. */
  readonly over: { readonly id: string; readonly version: number } | null
}

/** The update that was written of an action at a review, if one was. */
export const updateAt = (action: Pick<PlanActionDetail, 'updates'>, reviewId: string): PlanUpdate | undefined =>
  action.updates.find((update) => update.reviewId === reviewId)

/** What the form begins with: what was said at this review, or how the action stands. */
export const draftFrom = (action: PlanActionDetail, reviewId: string): StepDraft => {
  const said = updateAt(action, reviewId)
  return {
    words: said?.words ?? '',
    status: said?.status ?? action.status,
    nextStep: said?.nextStep ?? '',
    ask: said?.ask ?? '',
    over: said === undefined ? null : { id: said.id, version: said.version },
  }
}

/** Whether something was typed that is not kept. */
export const isTyped = (draft: StepDraft, kept: StepDraft): boolean =>
  draft.words !== kept.words ||
  draft.status !== kept.status ||
  draft.nextStep !== kept.nextStep ||
  draft.ask !== kept.ask
