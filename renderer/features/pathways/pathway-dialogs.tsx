import type { ReactNode } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { ClockCode } from '#shared/features/pathways/schema.ts'
import { decisionsFor } from '#shared/features/pathways/state-machine.ts'
import { AdjustmentDialog } from './adjustment-dialog.tsx'
import { EditPathwayDialog } from './edit-pathway-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { SignOffDialog } from './sign-off-dialog.tsx'
import { likelyStep, StepDialog } from './step-dialog.tsx'
import type { PathwaysOfPerson, ShownPathway } from './use-pathways.ts'

/** What somebody is about to do with a pathway. */
export type PathwayTask =
  | { readonly kind: 'start' }
  | { readonly kind: 'edit'; readonly pathway: ShownPathway }
  | { readonly kind: 'step'; readonly pathway: ShownPathway; readonly eventType?: EventTypeCode }
  | { readonly kind: 'sign'; readonly pathway: ShownPathway }
  | { readonly kind: 'link'; readonly pathway: ShownPathway }
  | { readonly kind: 'adjust'; readonly pathway: ShownPathway; readonly clock: ClockCode }

type PathwayDialogsProps = {
  readonly task: PathwayTask
  readonly personId: string
  readonly all: PathwaysOfPerson
  readonly today: IsoDate
  readonly banner: ReactNode
  readonly onClose: () => void
  readonly onStarted?: (id: string) => void
}

/** The dialog for a task, with who it is about over it. */
export const PathwayDialogs = ({
  task,
  personId,
  all,
  today,
  banner,
  onClose,
  onStarted,
}: PathwayDialogsProps): ReactNode => {
  const shared = { banner, onClose }
  if (task.kind === 'start')
    return (
      <EditPathwayDialog
        {...shared}
        personId={personId}
        pathway={null}
        unlinked={all.unlinked}
        today={today}
        {...(onStarted === undefined ? {} : { onStarted })}
      />
    )
  const { pathway } = task
  const now = all.pathways.find(({ id }) => id === pathway.id) ?? pathway
  if (task.kind === 'edit')
    return <EditPathwayDialog {...shared} personId={personId} pathway={now} unlinked={[]} today={today} />
  if (task.kind === 'link')
    return (
      <LinkDialog
        {...shared}
        personId={personId}
        pathways={all.pathways}
        unlinked={all.unlinked}
        pathwayId={pathway.id}
      />
    )
  if (task.kind === 'adjust')
    return <AdjustmentDialog {...shared} pathway={pathway} clock={task.clock} rules={all.rules} today={today} />
  if (task.kind === 'step') {
    const eventType = task.eventType ?? likelyStep(pathway.state)
    return <StepDialog {...shared} pathway={pathway} eventType={eventType} today={today} />
  }
  const { judged } = now.state
  if (judged === null) return null
  return (
    <SignOffDialog
      {...shared}
      pathwayId={pathway.id}
      name={pathway.name}
      event={judged}
      decisions={decisionsFor(now.state, judged)}
      before={now.signOffs.find(({ eventId }) => eventId === judged.id) ?? null}
    />
  )
}
