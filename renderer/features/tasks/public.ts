/** What the app's list of pages and other features may use of tasks. */
export { TaskDialog } from './task-dialog.tsx'
export { TasksPage } from './tasks-page.tsx'
export { TasksCount, TasksTab } from './tasks-tab.tsx'
