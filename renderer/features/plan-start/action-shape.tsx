import type { ReactNode } from 'react'
import { type StatusKind, StatusShape } from '#renderer/ui/status-shape.tsx'
import type { ActionStatus } from '#shared/features/plan/schema.ts'

const KINDS: Readonly<Record<ActionStatus, StatusKind>> = {
  not_started: 'not-started',
  on_track: 'on-track',
  at_risk: 'at-risk',
  off_track: 'off-track',
  done: 'done',
  stopped: 'stopped',
}

/** The shape of a status, beside words that say the same. */
export const ActionShape = ({ status }: { readonly status: ActionStatus }): ReactNode => (
  <StatusShape kind={KINDS[status]} size={15} />
)
