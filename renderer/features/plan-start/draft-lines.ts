import type { CoreClient } from '#shared/contract/index.ts'
import { draftFrom, type Suggestion, titleOf } from '#shared/features/brainstorm/public.ts'
import type { BrainstormBoard, PlanNote } from '#shared/features/brainstorm/schema.ts'
import { planYear, squareYear } from '#shared/features/plan/public.ts'
import type { Plan, PlanYear } from '#shared/features/plan/schema.ts'

/** One action of the draft as it stands on the screen. Nothing of it is kept before it is accepted. */
export interface DraftLine {
  readonly key: string
  /** The note that it comes from; null: added by hand. */
  readonly noteId: string | null
  /** The theme that it comes from; empty for one added by hand. */
  readonly theme: string
  readonly title: string
  readonly objectiveId: string
  readonly year: PlanYear
}

const lineOf = ({ noteId, theme, title, objectiveId, year }: Suggestion): DraftLine => ({
  key: noteId,
  noteId,
  theme,
  title,
  objectiveId,
  year,
})

/** What the notes suggest for a plan as it stands. */
export const suggestedLines = (plan: Plan, board: BrainstormBoard): DraftLine[] => {
  const actions = plan.actions.map(({ objectiveId, title, dueOn }) => ({
    objectiveId,
    title,
    year: squareYear(plan.startsOn, dueOn),
  }))
  return draftFrom(board.themes, board.notes, { objectives: plan.objectives, actions }).suggestions.map(lineOf)
}

/** Notes that neither the draft nor an action of the plan comes from. */
export const notesLeft = (board: BrainstormBoard, lines: readonly DraftLine[]): PlanNote[] => {
  const taken = new Set(lines.map(({ noteId }) => noteId))
  return board.notes.filter(({ id, actionCode }) => actionCode === null && !taken.has(id))
}

/** A note that was left over, as an action of a square. */
export const lineFromNote = (
  note: PlanNote,
  board: BrainstormBoard,
  square: Pick<DraftLine, 'objectiveId' | 'year'>,
): DraftLine => ({
  key: note.id,
  noteId: note.id,
  theme: board.themes.find(({ id }) => id === note.themeId)?.title ?? '',
  title: titleOf(note.words),
  ...square,
})

type NewAction = Parameters<CoreClient['plan']['addActions']>[0]['actions'][number]

/** An accepted line as an action: under way for the whole of its year, until somebody says better. */
export const actionOf = (line: DraftLine, plan: Plan, board: BrainstormBoard): NewAction => {
  const { from, to } = planYear(plan.startsOn, line.year)
  const note = board.notes.find(({ id }) => id === line.noteId)
  return {
    fields: {
      objectiveId: line.objectiveId,
      title: line.title,
      // A note that was too long for a title is kept whole.
      words: note === undefined || note.words === line.title ? '' : note.words,
      startsOn: from,
      dueOn: to,
    },
    origin: note === undefined ? null : { kind: 'note', id: note.id, words: note.words },
  }
}
