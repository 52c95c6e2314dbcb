import type { ReactNode } from 'react'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { type StatusKind, StatusShape } from '#renderer/ui/status-shape.tsx'
import type { ActionStatus } from '#shared/features/plan/schema.ts'
import { statusLabel } from '#shared/features/plan/words.ts'

const KINDS: Readonly<Record<ActionStatus, StatusKind>> = {
  not_started: 'not-started',
  on_track: 'on-track',
  at_risk: 'at-risk',
  off_track: 'off-track',
  done: 'done',
  stopped: 'stopped',
}

/** How an action stands: shape and word. */
export const ActionStatusMark = ({
  status,
  pill = false,
}: {
  readonly status: ActionStatus
  readonly pill?: boolean
}): ReactNode => (
  <StatusMark kind={KINDS[status]} pill={pill}>
    {statusLabel(status)}
  </StatusMark>
)

/** The shape alone, beside words that say the same. */
export const ActionStatusShape = ({
  status,
  size = 16,
}: {
  readonly status: ActionStatus
  readonly size?: number
}): ReactNode => <StatusShape kind={KINDS[status]} size={size} />
