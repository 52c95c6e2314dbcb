/** What other features may use of the action plan. */
export { compareCodes } from './codes.ts'
export { MILESTONE_STANDINGS, milestoneStanding, nextMilestone } from './milestones.ts'
export { planLine, statusLabel } from './words.ts'
export { type PlanQuarter, planQuarters, planYear, yearAt } from './years.ts'
export { FIVE_OBJECTIVES } from './objectives.ts'
