/** What the app's first page and list of pages use of Today. */
export { askForToday } from './ask-for-today.ts'
export { TodayPage } from './today-page.tsx'
