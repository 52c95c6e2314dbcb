import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import type { AppError } from '#shared/contract/errors.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

interface PlanShown {
  /** undefined while it is on its way; null where there is none. */
  readonly plan: Plan | null | undefined
  readonly error: AppError | null
  /** Whoever is signed in may write in it, and it is not closed. */
  readonly mayWrite: boolean
}

/** The plan that a page is about. @param id one other than the plan that is worked with; empty for that one. */
export const usePlanShown = (id: string): PlanShown => {
  const current = useCoreQuery('plan', 'current', {}, { enabled: id === '' })
  const other = useCoreQuery('plan', 'get', { id }, { enabled: id !== '' })
  const mayEdit = useMay('plan.write')
  const asked = id === '' ? current : other
  return {
    plan: asked.data,
    error: asked.error,
    mayWrite: mayEdit && asked.data != null && asked.data.state !== 'closed',
  }
}
