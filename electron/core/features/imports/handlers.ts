import type { imports } from '#shared/features/imports/contract.ts'
import type { Handlers } from '../../context.ts'
import { enterThenPlace } from '../../leaving.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { batchFromRow, findBatch, listBatches, rejectedRowsOf } from './batches.ts'
import { chooseInDraft, choicesStillHolding } from './choose.ts'
import { commitDraft } from './commit.ts'
import { withKnownOrders } from './date-questions.ts'
import { createDrafts, decidedOf, type StoredDraft } from './drafts.ts'
import { lookInto } from './look-into.ts'
import { parcelDesk, readFromParcel } from './parcel-desk.ts'
import { type ImportPlan, peopleToChoose } from './plan.ts'
import { knownIn, previewPage } from './preview-rows.ts'
import { datesOf, lookThrough, wordsOf } from './look.ts'
import { NOTHING_CHOSEN, previewDraft } from './preview.ts'
import { listProfiles, matchAs, matchByShape, renameProfile } from './profiles.ts'
import { readDraft } from './read-draft.ts'
import { keptRows, REASON_HEADINGS, rejectedFile } from './rejected-rows.ts'
import { templateFile } from './template.ts'
import { undoImport, whatUndoDoes } from './undo-import.ts'

const planOf = (draft: StoredDraft): ImportPlan => decidedOf(draft).plan

/** Bringing in files. The drafts belong to this set of handlers and live no longer than the register is open. */
export const importHandlers = (): Handlers<typeof imports> => {
  const drafts = createDrafts()
  return {
    async lookInto(context, chosen) {
      const keep = parcelDesk(context.env).start()
      const parcel = await lookInto(context, chosen)
      if (parcel === null) return { fileHandle: chosen.fileHandles[0] ?? null }
      keep(parcel)
      return { fileHandle: null }
    },
    parcel: async ({ env }) => parcelDesk(env).shown(),
    async closeParcel({ env }) {
      parcelDesk(env).close()
      return {}
    },
    async read(context, { fileHandle, reading }) {
      const keep = drafts.start(context.env)
      const draftId = context.env.ids.next()
      return readFromParcel(context.env, fileHandle, draftId, async () => {
        const read = await readDraft(context, draftId, context.env.files.given(fileHandle), reading)
        const draft = await matchByShape(context.read, read)
        keep(draftId, draft)
        return draft.shown
      })
    },
    async readAgain(context, { draftId, reading }) {
      const keep = drafts.start(context.env, draftId)
      const read = await readDraft(context, draftId, drafts.get(draftId).file, reading)
      const draft = await matchByShape(context.read, read)
      keep(draftId, draft)
      return draft.shown
    },
    async draft(_context, { draftId }) {
      const { shown, decided } = drafts.get(draftId)
      return { draft: shown, preview: decided?.plan.preview ?? null, choices: decided?.choices ?? NOTHING_CHOSEN }
    },
    look: (context, { draftId, columns }) => lookThrough(context, drafts.get(draftId), columns),
    words: async (_context, { draftId, ...wanted }) => wordsOf(drafts.get(draftId).looked, wanted),
    async matchAs({ db, env }, { draftId, profileId }) {
      const keep = drafts.start(env, draftId)
      const draft = await matchAs(db, drafts.get(draftId), profileId)
      keep(draftId, draft)
      return draft.shown
    },
    async preview(context, { draftId, ...matching }) {
      const keep = drafts.start(context.env, draftId)
      const before = drafts.get(draftId)
      const dates = await datesOf(context, before, matching.columns)
      const columns = withKnownOrders(before.shown, matching.columns, dates)
      const compared = await previewDraft(context, before, { ...matching, columns })
      const draft = await chooseInDraft(context, compared, choicesStillHolding(before, compared))
      keep(draftId, draft)
      return planOf(draft).preview
    },
    async choose(context, { draftId, choices }) {
      const keep = drafts.start(context.env, draftId)
      const draft = await chooseInDraft(context, drafts.get(draftId), choices)
      keep(draftId, draft)
      return planOf(draft).preview
    },
    async previewRows({ db }, { draftId, outcome, offset, limit }) {
      return previewPage(knownIn(db), decidedOf(drafts.get(draftId)), outcome, offset, limit)
    },
    async commit(context, { draftId, name }) {
      const batch = await drafts.storing(draftId, (draft) => commitDraft(context, draft, name))
      parcelDesk(context.env).done(draftId, batch.id)
      return batch
    },
    async discard({ env }, { draftId }) {
      // One that was checked and would change nothing is done with; of any other, nobody knows yet.
      if (drafts.find(draftId)?.decided?.plan.preview.counts.peopleTouched === 0) parcelDesk(env).done(draftId, null)
      drafts.drop(draftId)
      return {}
    },
    async saveRejected(context, { from, fileHandle }) {
      const path = context.env.files.path(fileHandle, 'write')
      await context.report({ step: 'Writing rejected rows', done: 0, total: null, unit: 'rows' })
      const draft = 'draftId' in from ? drafts.get(from.draftId) : null
      const rows =
        draft === null
          ? await rejectedRowsOf(context.read, (from as { batchId: string }).batchId)
          : keptRows(draft.table, planOf(draft).rejected)
      context.note({ rows: rows.length, format: 'csv' })
      await enterThenPlace(context, () => writeWhole(path, rejectedFile(rows)))
      return { rows: rows.length }
    },
    async saveToChoose(context, { draftId, fileHandle }) {
      const path = context.env.files.path(fileHandle, 'write')
      await context.report({ step: 'Writing rows', done: 0, total: null, unit: 'rows' })
      const draft = drafts.get(draftId)
      const rows = keptRows(draft.table, peopleToChoose(planOf(draft)))
      context.note({ rows: rows.length, format: 'csv' })
      await enterThenPlace(context, () => writeWhole(path, rejectedFile(rows, REASON_HEADINGS.toChoose)))
      return { rows: rows.length }
    },
    async saveTemplate({ env }, { fileHandle }) {
      writeWhole(env.files.path(fileHandle, 'write'), await templateFile())
      return {}
    },
    list: ({ db }) => listBatches(db),
    async rename(context, { batchId, name }) {
      await findBatch(context.db, batchId)
      await context.update('import_batch', batchId, { name }, null)
      return batchFromRow(await findBatch(context.db, batchId))
    },
    whatUndoDoes: ({ db }, { batchId }) => whatUndoDoes(db, batchId),
    profiles: ({ db }) => listProfiles(db),
    async renameProfile(context, { profileId, version, name }) {
      return { version: await renameProfile(context, profileId, version, name), undo: context.auditSeq }
    },
    async removeProfile(context, { profileId, version }) {
      await context.remove('import_profile', profileId, version)
      return { undo: context.auditSeq }
    },
    undo: (context, { batchId }) => undoImport(context, batchId),
  }
}
