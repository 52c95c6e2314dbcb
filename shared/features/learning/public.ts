/** What other features may use of learning events. */
export { AVOIDABLE, LEARNING_STATES, LEARNING_THEMES, type LearningTheme } from './codes.ts'
export {
  beforeReferral,
  isVisit,
  LEARNING_EVENT_TYPES,
  LEARNING_REASONS,
  LEARNING_RULES_VERSION,
} from './suggestions.ts'
