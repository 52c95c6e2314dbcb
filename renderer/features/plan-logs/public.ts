/** What other features may use of the plan's logs. */
export { DecisionDrawer } from './decision-drawer.tsx'
export { AddEntry, LogLine, LogList } from './log-list.tsx'
export { PlanMissing } from './plan-missing.tsx'
export { usePlanShown } from './use-plan-shown.ts'
