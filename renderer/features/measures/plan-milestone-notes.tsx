import { useMemo } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import type { SpcAnnotation } from '#renderer/ui/spc-marks.ts'

/** Milestones of every action that is to move the measure, each with the way to its action. */
export const useMilestoneNotes = (measureCode: string): readonly SpcAnnotation[] => {
  const { data } = useCoreQuery('plan', 'milestonesOf', { measureCode })
  return useMemo(
    () =>
      (data ?? []).map(({ actionId, code, title, dueOn, metOn }) => ({
        date: metOn ?? dueOn,
        words: `${code} ${title}${metOn === null ? ', due' : ''}`,
        name: metOn === null ? 'Milestone due' : 'Milestone met',
        isPlanned: metOn === null,
        link: (
          <>
            {' '}
            <Link href={`/plan/actions/${actionId}`}>Action {code}</Link>
          </>
        ),
      })),
    [data],
  )
}
