import { AppError } from '#shared/contract/errors.ts'
import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import { type PlanProgress, planProgress } from '#shared/features/plan/public.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { CommandContext } from '../../context.ts'
import { currentPlan } from '../plan/public.ts'

/**
 * How the action plan stands, for a report; undefined where there is none.
 * @throws AppError `validation` for an action whose title holds an NHS number: titles are printed.
 */
export const planNow = async ({ db, env }: CommandContext, period: ReportPeriod): Promise<PlanProgress | undefined> => {
  const today = env.clock.today()
  const plan = await currentPlan(db, today)
  if (plan === null) return undefined
  const progress = planProgress(plan, period, today)
  const told = progress.actions.find(({ title }) => holdsNhsNumber(title))
  if (told === undefined) return progress
  throw new AppError(
    'validation',
    `The title of action ${told.code} of the plan holds an NHS number. Take it out, or leave plan progress out of the report.`,
  )
}
