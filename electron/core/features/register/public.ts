/** What other parts of the core may use of the register: its commands, inside whatever command runs, and whom a view shows. */
export { addEpisode, addPerson, setDiagnosisDate } from './commands.ts'
export { chosenPeople } from './chosen-people.ts'
