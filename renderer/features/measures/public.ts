/** What other features may show of measures: the people behind a figure. */
export { LibraryPeopleDrawer } from './library-people-drawer.tsx'
export { readTarget, targetLabel, typedTarget } from './mark-form.ts'
export { peopleWords } from './measure-words.ts'
export { personColumn } from './people-columns.tsx'
export { PeopleDrawer } from './people-drawer.tsx'
export { timesText } from './since-words.ts'
