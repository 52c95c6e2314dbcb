/** What other features may use of the rules about letters. */
export { daysText, isHidden, shownLetters, shownMedian } from './gap-figures.ts'
export { wantedName } from './words.ts'
export { bookFrom, LETTER_SETTING_ID, letterSettingFrom } from './days.ts'
