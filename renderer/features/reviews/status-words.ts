import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import type { ActionStatus } from '#shared/features/plan/schema.ts'

/** The shape of each status of an action. */
export const STATUS_SHAPES: Readonly<Record<ActionStatus, StatusKind>> = {
  not_started: 'not-started',
  on_track: 'on-track',
  at_risk: 'at-risk',
  off_track: 'off-track',
  done: 'done',
  stopped: 'not-measured',
}
