import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finish } from '#core/in-process.ts'
import type { FigureAbout, FigureDraft, FigurePreview, FigureSet } from '#shared/features/figures/schema.ts'
import { type ColumnChoice, suggestFigureColumns } from '#shared/features/figures/suggest.ts'
import type { TestCore } from '#tests/support/test-core.ts'

/** What a search-count report is kept as, where a test says nothing else. */
export const SEARCH_COUNTS: FigureAbout = {
  kind: 'search-counts',
  title: 'CAN005 support information',
  source: 'EMIS Web search and report',
  edition: 'Last run 04-Nov-2026',
  asAt: '2026-10-31',
  periodFrom: null,
  periodTo: null,
}

/** The steps from a file to a saved set on a real core. */
export const bringingIn = ({ core, client }: TestCore) => {
  let handles = 0
  const grant = (path: string): string => {
    handles += 1
    core.env.files.grant(`figures-${handles}`, path, 'read')
    return `figures-${handles}`
  }
  const read = (path: string): Promise<FigureDraft> => finish(client.figures.read({ fileHandle: grant(path) }))
  const check = (draft: FigureDraft, about: FigureAbout, columns?: readonly ColumnChoice[]): Promise<FigurePreview> =>
    finish(
      client.figures.check({
        draftId: draft.draftId,
        about,
        columns: [
          ...(columns ??
            suggestFigureColumns(
              about.kind,
              draft.columns.map(({ heading }) => heading),
            )),
        ],
      }),
    )
  const save = ({ draftId }: FigureDraft): Promise<{ saved: boolean; set: FigureSet }> =>
    finish(client.figures.save({ draftId }))
  return {
    grant,
    read,
    check,
    save,
    async bringIn(
      path: string,
      about: FigureAbout,
    ): Promise<{ preview: FigurePreview; saved: boolean; set: FigureSet }> {
      const draft = await read(path)
      const preview = await check(draft, about)
      return { preview, ...(await save(draft)) }
    },
  }
}

/** Writes a file and gives its path. */
export const writeFigures = (folder: string, name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
