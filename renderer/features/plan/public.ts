/** What other features, and the frame, may use of the action plan's screens. */
export { ActionStatusMark } from './action-status.tsx'
export { ChangesDrawer } from './changes-drawer.tsx'
export { MiniRun } from './mini-run.tsx'
export { usePlanCommands } from './use-plan-commands.ts'
