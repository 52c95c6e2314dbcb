/** What other parts of the core may use of the register: its commands, inside whatever command runs. */
export { addEpisode, addPerson, setDiagnosisDate } from './commands.ts'
