import type { ReactNode } from 'react'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { today } from '#renderer/app/clock.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { PathwayDialogs } from './pathway-dialogs.tsx'
import type { RowTask } from './referral-steps.ts'
import { usePathways } from './use-pathways.ts'

type ReferralTaskProps = { readonly row: SafetyNetRow; readonly task: RowTask; readonly onClose: () => void }

/** The dialog for a line of the list, with that person over it. It opens once their pathway is read. */
export const ReferralTask = ({ row, task, onClose }: ReferralTaskProps): ReactNode => {
  const all = usePathways(row.person.id)
  const pathway = all?.pathways.find(({ id }) => id === row.pathwayId)
  if (all === undefined || pathway === undefined) return null
  return (
    <PathwayDialogs
      task={{ ...task, pathway }}
      personId={row.person.id}
      all={all}
      today={today()}
      banner={<PatientBanner layout="strip" patient={bannerOf(row.person, today())} />}
      onClose={onClose}
    />
  )
}
