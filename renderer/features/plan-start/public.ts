/** What other features may use of the way to a plan. */
export { NoPlanYet } from './no-plan-yet.tsx'
export { type PlanForm, planFormOf, readPlanForm, startingOn } from './plan-form.ts'
export { PlanPulse } from './plan-pulse.tsx'
export { StepPage, WithPlan } from './step-page.tsx'
export { useLateMilestones } from './use-late-milestones.ts'
