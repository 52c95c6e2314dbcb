/** What the screens and other features may use of the rules of a brainstorm. */
export {
  type BoardColumn,
  columnsOf,
  countWords,
  linesOf,
  type MoveWay,
  neighbourOf,
  type NotePlace,
  stepOf,
} from './board.ts'
export { draftFrom, type Suggestion, titleOf } from './draft.ts'
