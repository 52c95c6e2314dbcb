/** What other features, and the frame, may use of the action plan's screens. */
export { usePlanCommands } from './use-plan-commands.ts'
export { ActionStatusMark } from './action-status.tsx'
