/** What other features may use of lesson cards. */
export { LessonsTab } from './lessons-tab.tsx'
