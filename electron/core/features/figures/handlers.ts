import type { figures } from '#shared/features/figures/contract.ts'
import { type FigurePreview, leftOutWords } from '#shared/features/figures/schema.ts'
import type { Handlers, JobContext } from '../../context.ts'
import { parcelDesk, readFromParcel } from '../imports/public.ts'
import { type CheckedFigures, checkFigures } from './check-figures.ts'
import { createFigureDrafts } from './drafts.ts'
import { findFigureSet, listFigureSets, lookUpFigures, pageOfFigures, sameFigures, supersededBy } from './queries.ts'
import { readFigureDraft } from './read-draft.ts'
import { removeFigures, saveFigures } from './save.ts'

const ROWS_SHOWN = 5
const AS_FOUND = { encoding: null, separator: null, sheet: null, headerLine: null }

const previewOf = async ({ read }: JobContext, checked: CheckedFigures): Promise<FigurePreview> => {
  const sameAs = await sameFigures(read, checked.contentHash)
  return {
    about: checked.about,
    accepted: checked.rows.length,
    checks: checked.checks,
    sample: checked.rows.slice(0, ROWS_SHOWN),
    sameAs,
    supersedes: sameAs === null ? await supersededBy(read, checked.about) : null,
  }
}

/** Practice figures. The draft belongs to this set of handlers and lives no longer than the register is open. */
export const figureHandlers = (): Handlers<typeof figures> => {
  const drafts = createFigureDrafts()
  return {
    async read(context, { fileHandle }) {
      const keep = drafts.start(context.env)
      const draftId = context.env.ids.next()
      return readFromParcel(context.env, fileHandle, draftId, async () => {
        const draft = await readFigureDraft(context, draftId, context.env.files.given(fileHandle), AS_FOUND)
        keep(draft)
        return draft.shown
      })
    },
    async readAgain(context, { draftId, ...reading }) {
      const keep = drafts.start(context.env, draftId)
      const draft = await readFigureDraft(context, draftId, drafts.get(draftId).file, reading)
      keep(draft)
      return draft.shown
    },
    async draft(_context, { draftId }) {
      return drafts.get(draftId).shown
    },
    async check(context, { draftId, about, columns }) {
      const keep = drafts.start(context.env, draftId)
      const draft = drafts.get(draftId)
      const total = draft.table.body.length
      const { checks, ...found } = await checkFigures(draft.table, about, columns, context.env.clock.today(), (done) =>
        context.report({ step: 'Checking rows', done, total, unit: 'rows' }),
      )
      const leftOut = leftOutWords(draft.shown)
      const remarks = leftOut === null ? checks.remarks : [leftOut, ...checks.remarks]
      const checked: CheckedFigures = { ...found, checks: { ...checks, remarks } }
      keep({ ...draft, checked })
      return previewOf(context, checked)
    },
    async save(context, { draftId }) {
      const outcome = await saveFigures(context, drafts.get(draftId))
      drafts.drop(draftId)
      parcelDesk(context.env).done(draftId, outcome.set.id)
      return outcome
    },
    async discard(_context, { draftId }) {
      drafts.drop(draftId)
      return {}
    },
    list: ({ db }) => listFigureSets(db),
    set: ({ db }, { setId }) => findFigureSet(db, setId),
    rows: ({ db }, input) => pageOfFigures(db, input),
    lookUp: ({ db }, { kind, key }) => lookUpFigures(db, kind, key),
    remove: (context, { setId, version }) => removeFigures(context, setId, version),
  }
}
