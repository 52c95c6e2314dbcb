import type { reconcile } from '#shared/features/reconcile/contract.ts'
import type { Handlers } from '../../context.ts'
import { createDrafts, lookThrough, parcelDesk, readDraft, readFromParcel } from '../imports/public.ts'
import { addToRegister, askHospital, decide, takeBack, takeTheirs } from './decide.ts'
import { saveCounts, saveWorkList } from './export.ts'
import { getReconciliation, itemPage, listReconciliations } from './queries.ts'
import { compareAndStore, removeItems } from './store.ts'

/** Comparing lists. What was read of a file lives in these handlers and no longer than the register is open. */
export const reconcileHandlers = (): Handlers<typeof reconcile> => {
  const drafts = createDrafts()
  return {
    async read(context, { fileHandle, reading }) {
      const keep = drafts.start(context.env)
      const draftId = context.env.ids.next()
      return readFromParcel(context.env, fileHandle, draftId, async () => {
        const draft = await readDraft(context, draftId, context.env.files.given(fileHandle), reading)
        keep(draftId, draft)
        return draft.shown
      })
    },
    async readAgain(context, { draftId, reading }) {
      const keep = drafts.start(context.env, draftId)
      const draft = await readDraft(context, draftId, drafts.get(draftId).file, reading)
      keep(draftId, draft)
      return draft.shown
    },
    async draft(_context, { draftId }) {
      return drafts.get(draftId).shown
    },
    look: (context, { draftId, columns }) => lookThrough(context, drafts.get(draftId), columns),
    async compare(context, { draftId, columns, about, replaces }) {
      const stored = await drafts.storing(draftId, (draft) =>
        compareAndStore(context, draft, columns, { about, replaces }),
      )
      parcelDesk(context.env).compared(draftId, stored.id)
      return stored
    },
    list: ({ db }) => listReconciliations(db),
    get: ({ db }, { id }) => getReconciliation(db, id),
    items: ({ db }, page) => itemPage(db, page),
    async add(context, asked) {
      return { ...(await addToRegister(context, asked)), undo: context.auditSeq }
    },
    async takeTheirs(context, asked) {
      return { version: await takeTheirs(context, asked), undo: context.auditSeq }
    },
    async ask(context, asked) {
      return { version: await askHospital(context, asked), undo: context.auditSeq }
    },
    async decide(context, { decision, ...asked }) {
      return { version: await decide(context, asked, decision), undo: context.auditSeq }
    },
    async takeBack(context, seen) {
      return { kept: await takeBack(context, seen), undo: context.auditSeq }
    },
    async setClosed(context, { id, version, closed }) {
      const closedOn = closed ? context.env.clock.today() : null
      return {
        version: await context.update('reconciliation', id, { closed_on: closedOn }, version),
        undo: context.auditSeq,
      }
    },
    async remove(context, { id, version }) {
      await removeItems(context, id)
      await context.remove('reconciliation', id, version)
      return { undo: context.auditSeq }
    },
    saveCounts: (job, input) => saveCounts(job, input),
    saveWorkList: (job, input) => saveWorkList(job, input),
  }
}
