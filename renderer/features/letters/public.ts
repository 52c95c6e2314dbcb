/** What the app's list of pages and other features may use of letters. */
export { LetterDaysSection } from './days-section.tsx'
export { LettersCount, LettersTab } from './letters-tab.tsx'
export { useLateLetters } from './use-late-letters.ts'
