/** What other features may use of the checks. */
export { keepWithEpisode, keepWithSave } from './commands.ts'
