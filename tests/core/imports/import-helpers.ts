import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finish } from '#core/in-process.ts'
import type { WordChoice } from '#shared/features/imports/matching.ts'
import type {
  ColumnChoice,
  ImportBatch,
  ImportDraft,
  ImportField,
  ImportPreview,
  Reading,
  UndoEffect,
} from '#shared/features/imports/schema.ts'
import type { TestCore } from '#tests/support/test-core.ts'
import { summaryRows } from '#tests/support/summary-rows.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'import')

/** Where a file of `tests/fixtures/import` is. */
export const fixture = (name: string): string => join(FIXTURES, name)

/** A folder that is gone after the test. */
export const temporaryFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'throughline-import-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export const asItIs: Reading = { encoding: null, separator: null, sheet: null, headerLine: null, layout: null }

/** The steps of the wizard on a real core. */
export const importing = ({ core, client }: TestCore) => {
  let handles = 0
  const grant = (path: string, access: 'read' | 'write'): string => {
    handles += 1
    core.env.files.grant(`import-${handles}`, path, access)
    return `import-${handles}`
  }
  const read = (path: string, reading: Reading = asItIs): Promise<ImportDraft> =>
    finish(client.imports.read({ fileHandle: grant(path, 'read'), reading }))
  const columnsOf = (draft: ImportDraft, change: Record<string, ImportField>): ColumnChoice[] =>
    draft.columns.map(({ index, heading, field }) => ({ index, field: change[heading] ?? field, dates: null }))
  /** As a person goes through it who says that the day comes first wherever that is asked. */
  const preview = async (
    draft: ImportDraft,
    change: Record<string, ImportField> = {},
    more: { words?: WordChoice[]; remember?: { name: string } } = {},
  ): Promise<ImportPreview> => {
    const { draftId, words } = draft
    const columns = columnsOf(draft, change)
    const looked = await finish(client.imports.look({ draftId, columns }))
    const known = new Set(draft.columns.filter(({ dates }) => dates !== null).map(({ index }) => index))
    const asked = new Set(
      looked.dates.filter(({ index, asks }) => asks === 'either-way' && !known.has(index)).map(({ index }) => index),
    )
    return finish(
      client.imports.preview({
        draftId,
        columns: columns.map((column) => ({
          ...column,
          dates: asked.has(column.index) ? 'day-first' : null,
        })),
        words,
        ...more,
      }),
    )
  }
  const commit = (draft: ImportDraft, name = 'November list'): Promise<ImportBatch> =>
    finish(client.imports.commit({ draftId: draft.draftId, name }))
  return {
    grant,
    read,
    preview,
    commit,
    undo: ({ id }: ImportBatch): Promise<UndoEffect> => finish(client.imports.undo({ batchId: id })),
    async bringIn(path: string): Promise<{ draft: ImportDraft; preview: ImportPreview; batch: ImportBatch }> {
      const draft = await read(path)
      return { draft, preview: await preview(draft), batch: await commit(draft) }
    },
  }
}

/** Writes a file of these lines and gives its path. */
export const fileOf = (folder: string, name: string, lines: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''))
  return path
}

/** Every row of the tables that an import may touch, in a stable order. */
export const registerContents = async ({ session }: TestCore): Promise<unknown> => {
  const { read } = session().database
  return {
    people: await read.selectFrom('person').selectAll().orderBy('id').execute(),
    episodes: await read.selectFrom('cancer_episode').selectAll().orderBy('id').execute(),
    events: await read.selectFrom('journey_event').selectAll().orderBy('id').execute(),
    summaries: await summaryRows(read),
  }
}
