/** What other features may use of lesson cards: what a card holds. */
export type { LessonContent } from './lesson-file.ts'
