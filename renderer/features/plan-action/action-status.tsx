import type { ReactNode } from 'react'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { ACTION_STATUSES, type ActionStatus } from '#shared/features/plan/schema.ts'

const KINDS: Readonly<Record<ActionStatus, StatusKind>> = {
  not_started: 'not-started',
  on_track: 'on-track',
  at_risk: 'at-risk',
  off_track: 'off-track',
  done: 'done',
  stopped: 'not-measured',
}

/** The word of a status. */
export const statusWord = (status: ActionStatus): string =>
  ACTION_STATUSES.find(({ code }) => code === status)?.label ?? status

type ActionStatusMarkProps = { readonly status: ActionStatus; readonly pill?: boolean }

/** How an action stands: shape and word. */
export const ActionStatusMark = ({ status, pill = false }: ActionStatusMarkProps): ReactNode => (
  <StatusMark kind={KINDS[status]} pill={pill}>
    {statusWord(status)}
  </StatusMark>
)
