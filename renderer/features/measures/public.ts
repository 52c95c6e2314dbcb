/** What other features may show of measures: a drawer of the people behind a figure. */
export { peopleWords } from './measure-words.ts'
export { personColumn } from './people-columns.tsx'
export { PeopleDrawer } from './people-drawer.tsx'
export { timesText } from './since-words.ts'
