import type { ReactNode } from 'react'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { handoverCard } from '#shared/features/handouts/handover-card.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { urlFlag, useUrlState } from '#renderer/app/url-state.ts'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { HandoutFailure } from './handout-failure.tsx'
import { HandoutFrame } from './handout-frame.tsx'
import { HandoverSheet } from './handover-sheet.tsx'
import { useHandout } from './use-handout.ts'

const ADDRESS = { print: urlFlag() }

/** The handover card as it will be printed: half an A4. */
export const HandoverPage = ({ personId }: { readonly personId: string }): ReactNode => {
  const [{ print }, change] = useUrlState(ADDRESS)
  const { source, failure } = useHandout(personId)
  const user = useCoreQuery('access', 'state', {}).data?.user?.name
  if (failure !== undefined) return <HandoutFailure message={failure} />
  if (source === undefined || user === undefined) return <SkeletonPanel label="Loading the handover card" lines={8} />
  return (
    <HandoutFrame
      person={source.person}
      what="handover_card"
      title="Handover card"
      hint="Half an A4 for whoever takes over. Only what is recorded stands on it, and it says what is not."
      onPrintAtOnce={print ? () => change({ print: false }, { replace: true }) : undefined}
    >
      <HandoverSheet
        card={handoverCard(source)}
        person={source.person}
        practiceName={source.handout.practiceName}
        printed={`${formatIsoDate(source.today)}, by ${user}`}
      />
    </HandoutFrame>
  )
}
