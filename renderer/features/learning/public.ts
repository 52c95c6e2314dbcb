/** What other features may use of learning events. */
export { LearningPanel } from './learning-panel.tsx'
