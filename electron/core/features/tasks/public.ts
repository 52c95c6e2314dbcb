/** What other features may use of tasks. */
export { addTask } from './commands.ts'
