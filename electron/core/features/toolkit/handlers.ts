import type { toolkit } from '#shared/features/toolkit/contract.ts'
import { TOOLKIT_FIELDS } from '#shared/features/toolkit/fields.ts'
import type { AskedContext, Handlers, QueryContext } from '../../context.ts'
import {
  addComment,
  createDocument,
  removeComment,
  removeDocument,
  resolveComment,
  restoreRevision,
  saveDocument,
  setAudience,
} from './commands.ts'
import { documentAbout, documentRow, issueHeads } from './documents.ts'
import { exportFile } from './export-file.ts'
import { importFile } from './import-file.ts'
import { exportTemplate, importTemplate, inspectTemplate, previewTemplate, saveAsTemplate } from './templates.ts'
import { offeredValues } from './offered-values.ts'
import { readHouseStyle, saveHouseStyle } from './house-style.ts'
import { issueDocument, issueFindings, issueOf } from './issue.ts'
import { libraryOf, titlesOf } from './library.ts'
import { openDocument } from './open.ts'
import { revisionOf, revisionsOf } from './revisions.ts'

const asking = ({ db, user, env }: QueryContext) => ({ db, user, today: env.clock.today() })

/** What a document about a person holds is shown, so whoever asks has looked at them. */
const lookedInto = async (context: AskedContext, documentId: string | null): Promise<void> => {
  const personId = documentId === null ? null : (await documentRow(context, documentId)).person_id
  if (personId !== null) context.looksAt(personId)
}

export const toolkitHandlers: Handlers<typeof toolkit> = {
  library: (context) => libraryOf(asking(context)),
  titles: (context) => titlesOf(asking(context)),
  async fields(context, { documentId, codes }) {
    await lookedInto(context, documentId)
    return { fields: [...TOOLKIT_FIELDS], values: await offeredValues(asking(context), documentId, codes) }
  },
  async whose(context, { id }) {
    return { personId: (await documentRow(context, id)).person_id }
  },
  open: (context, { id }) => openDocument(asking(context), id, null),
  openOfPerson: (context, { id, personId }) => openDocument(asking(context), id, personId),
  async create(context, input) {
    return { ...(await createDocument(context, input)), undo: context.auditSeq }
  },
  async save(context, input) {
    return { ...(await saveDocument(context, input)), undo: context.auditSeq }
  },
  async setAudience(context, input) {
    return { version: await setAudience(context, input), undo: context.auditSeq }
  },
  async remove(context, input) {
    await removeDocument(context, input)
    return { undo: context.auditSeq }
  },
  async checkIssue(context, { id }) {
    await lookedInto(context, id)
    return { findings: await issueFindings(asking(context), id) }
  },
  async issue(context, input) {
    return { ...(await issueDocument(context, input)), undo: context.auditSeq }
  },
  async issues(context, { documentId }) {
    await documentRow(context, documentId)
    return issueHeads(context.db, documentId)
  },
  issueOne: (context, { id, personId }) => issueOf(context, id, personId),
  async revisions(context, { documentId }) {
    await documentRow(context, documentId)
    return revisionsOf(context.db, documentId)
  },
  revision: (context, { id, personId }) => revisionOf(context, id, personId),
  async restoreRevision(context, input) {
    return { version: await restoreRevision(context, input), undo: context.auditSeq }
  },
  async addComment(context, input) {
    return { ...(await addComment(context, input)), undo: context.auditSeq }
  },
  async resolveComment(context, input) {
    return { version: await resolveComment(context, input), undo: context.auditSeq }
  },
  async removeComment(context, input) {
    await removeComment(context, input)
    return { undo: context.auditSeq }
  },
  exportFile,
  async printed(context, { documentId, issueId, personId }) {
    const { audience } = await documentAbout(context, documentId, personId)
    context.note({ documentId, issueId, audience })
    return {}
  },
  importFile,
  template: ({ db }, { code }) => previewTemplate(db, code),
  async saveAsTemplate(context, input) {
    return { ...(await saveAsTemplate(context, input)), undo: context.auditSeq }
  },
  exportTemplate,
  inspectTemplate: ({ env, db }, { fileHandle }) => inspectTemplate(env, db, fileHandle),
  async importTemplate(context, input) {
    return { ...(await importTemplate(context, input)), undo: context.auditSeq }
  },
  async removeTemplate(context, { id, version }) {
    await context.remove('toolkit_template', id, version)
    return { undo: context.auditSeq }
  },
  houseStyle: ({ db }) => readHouseStyle(db),
  async saveHouseStyle(context, style) {
    await saveHouseStyle(context, style)
    return { undo: context.auditSeq }
  },
}
