import type { brainstorm } from '#shared/features/brainstorm/contract.ts'
import type { Handlers } from '../../context.ts'
import {
  addNotes,
  addTheme,
  moveNote,
  moveTheme,
  removeNote,
  removeTheme,
  saveNote,
  saveTheme,
  vote,
} from './commands.ts'
import { boardOf } from './queries.ts'

export const brainstormHandlers: Handlers<typeof brainstorm> = {
  board: ({ db }, { planId }) => boardOf(db, planId),
  async addNotes(context, input) {
    return { ids: await addNotes(context, input), undo: context.auditSeq }
  },
  async saveNote(context, input) {
    return { version: await saveNote(context, input), undo: context.auditSeq }
  },
  async moveNote(context, input) {
    return { version: await moveNote(context, input), undo: context.auditSeq }
  },
  async vote(context, input) {
    return { ...(await vote(context, input)), undo: context.auditSeq }
  },
  async removeNote(context, input) {
    await removeNote(context, input)
    return { undo: context.auditSeq }
  },
  async addTheme(context, input) {
    return { id: await addTheme(context, input), undo: context.auditSeq }
  },
  async saveTheme(context, input) {
    return { version: await saveTheme(context, input), undo: context.auditSeq }
  },
  async moveTheme(context, input) {
    return { version: await moveTheme(context, input), undo: context.auditSeq }
  },
  async removeTheme(context, input) {
    await removeTheme(context, input)
    return { undo: context.auditSeq }
  },
}
