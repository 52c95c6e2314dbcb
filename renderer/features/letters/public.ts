/** What the app's list of pages and other features may use of letters. */
export { LetterDaysSection } from './days-section.tsx'
export { LettersCount, LettersTab } from './letters-tab.tsx'
export { useLateLetters } from './use-late-letters.ts'
export { LetterDialogs, type LetterDoing } from './letter-dialogs.tsx'
export { targetOf } from './letter-target.ts'
export type { LetterText } from './print-letters.ts'
export { PrintedLetters } from './printed-letters.tsx'
