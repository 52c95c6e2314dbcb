/** What the person's page may use of the history. */
export { HistoryTab } from './history-tab.tsx'
