import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { pulseOf } from '#shared/features/plan/public.ts'

/** Milestones of open actions whose day has gone by: what the rail counts beside the action plan. */
export const useLateMilestones = (): number => {
  const plan = useCoreQuery('plan', 'current', {}).data ?? null
  return plan === null ? 0 : pulseOf(plan, today()).late
}
