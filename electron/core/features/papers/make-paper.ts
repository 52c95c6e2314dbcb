import type { IsoDate } from '#shared/domain/partial-date.ts'
import { planPaper } from '#shared/features/plan/public.ts'
import type { Paper, PaperCode } from '#shared/features/papers/paper.ts'
import { reviewPaper } from '#shared/features/reviews/public.ts'
import type { ReadDb } from '../../db/database.ts'
import { measureRuns, planOf, targetsOf } from '../plan/public.ts'
import { paperOf } from '../reviews/public.ts'

interface Asked {
  readonly db: ReadDb
  readonly today: IsoDate
  readonly demo: boolean
}

const ofPlan = async ({ db, today, demo }: Asked, id: string): Promise<Paper> => {
  const plan = await planOf(db, id, today)
  const codes = [...new Set(plan.actions.flatMap(({ measureCodes }) => measureCodes))]
  return planPaper({
    plan,
    runs: await measureRuns(db, codes, today),
    targets: await targetsOf(db, id),
    today,
    demo,
  })
}

const ofReview = async ({ db, today, demo }: Asked, id: string): Promise<Paper> =>
  reviewPaper(await paperOf(db, id, today), today, demo)

const MAKERS: Readonly<Record<PaperCode, (asked: Asked, id: string) => Promise<Paper>>> = {
  plan: ofPlan,
  'board-paper': ofReview,
}

/** A document made of what is recorded now. @throws AppError `not-found`. */
export const makePaper = (
  asked: Asked,
  { code, id }: { readonly code: PaperCode; readonly id: string },
): Promise<Paper> => MAKERS[code](asked, id)
