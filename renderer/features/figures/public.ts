/** What other features may use of practice figures. */
export { useLatestListSize } from './use-latest-list-size.ts'
