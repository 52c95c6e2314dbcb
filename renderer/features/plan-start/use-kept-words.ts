import { core } from '#renderer/app/core-client.ts'
import { type Autosave, type Stale, useAutosave } from '#renderer/app/use-autosave.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

/** What is strong and what is missing, as it is typed. */
type BaselineWords = Pick<Plan, 'strengths' | 'gaps'>

interface KeptWords extends Autosave<BaselineWords, Plan, Stale> {
  /** After somebody else wrote here too: saves these words over theirs, or shows theirs. */
  readonly keepMine: () => Promise<void>
  readonly showTheirs: () => Promise<void>
}

const same = (a: BaselineWords, b: BaselineWords): boolean =>
  a.strengths.trim() === b.strengths.trim() && a.gaps.trim() === b.gaps.trim()

const send = async (words: BaselineWords, before: Plan): Promise<{ stored: Plan; undo: number }> => {
  const { id, title, organisation, startsOn } = before
  const fields = { title, organisation, startsOn, ...words }
  const { version, undo } = await core.plan.save({ id, version: before.version, fields })
  return { stored: { ...before, ...fields, version }, undo }
}

/** The words of the baseline, kept as they are typed. */
export const useKeptWords = (plan: Plan, mayWrite: boolean): KeptWords => {
  const fresh = (): Promise<Plan> => core.plan.get({ id: plan.id })
  const autosave = useAutosave<BaselineWords, Plan, Stale>({
    stored: plan,
    mayWrite,
    formOf: ({ strengths, gaps }) => ({ strengths, gaps }),
    isSame: same,
    async save(words, before) {
      try {
        return await send(words, before)
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code !== 'stale') throw cause
        const now = await fresh()
        // Somebody renamed or signed the plan meanwhile: that is no quarrel about these words.
        if (same(now, before)) return send(words, now)
        return { stop: { state: 'stale', words: cause.message } }
      }
    },
  })
  return {
    ...autosave,
    keepMine: () => autosave.goOn('mine', fresh()),
    showTheirs: () => autosave.goOn('theirs', fresh()),
  }
}
