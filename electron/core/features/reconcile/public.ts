/** What other parts of the core may use of compared lists. */
export { countedLists } from './counted-lists.ts'
