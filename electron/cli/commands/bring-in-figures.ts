import { resolve } from 'node:path'
import { FIGURE_KINDS, figureKind } from '#shared/features/figures/kinds.ts'
import type { FigureAbout, FigureDraft } from '#shared/features/figures/schema.ts'
import { suggestFigureColumns } from '#shared/features/figures/suggest.ts'
import { type Arguments, oneOf, optionalDate } from '../arguments.ts'
import { UsageError } from '../exit-codes.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

const KINDS = FIGURE_KINDS.map(({ code }) => code)
const HANDLE = 'file'

const textOf = (given: Arguments, name: 'name' | 'source', found: string | null): string => {
  const text = given.text(name) ?? found
  if (text === null) throw new UsageError(`--${name} is missing: this file does not say it of itself.`)
  return text
}

/** What was typed, and where nothing was, what the file says of itself. */
const aboutOf = (given: Arguments, { about }: FigureDraft): FigureAbout => {
  const typed = given.text('kind')
  const kind = typed === null ? about.kind : oneOf('kind', typed, KINDS)
  if (kind === null)
    throw new UsageError(`--kind is missing: this file could not be recognised. It takes ${KINDS.join(', ')}.`)
  const { dated, label } = figureKind(kind)
  return {
    kind,
    title: textOf(given, 'name', about.title ?? label),
    source: textOf(given, 'source', about.source),
    edition: given.text('edition') ?? about.edition,
    asAt: optionalDate(given, 'as-at') ?? (dated === 'day' ? about.asAt : null),
    periodFrom: optionalDate(given, 'from'),
    periodTo: optionalDate(given, 'to'),
  }
}

/** Reads, checks and, unless it is a dry run, saves a table of practice figures. */
export const bringInFigures = (run: Run): Promise<unknown> => {
  const { given, signal } = run
  const [, file, ...more] = given.words
  if (file === undefined || more.length > 0) throw new UsageError('Name one file of figures: figures FILE --db FILE.')
  return withRegister(run, async ({ figures }, core) => {
    core.env.files.grant(HANDLE, resolve(file), 'read')
    const draft = await runToEnd(run, figures.read({ fileHandle: HANDLE }, { signal }))
    const { draftId } = draft
    const about = aboutOf(given, draft)
    const headings = draft.columns.map(({ heading }) => heading)
    const columns = suggestFigureColumns(about.kind, headings).map(({ column }, at) => ({
      index: draft.columns[at]?.index ?? at,
      column,
    }))
    const preview = await runToEnd(run, figures.check({ draftId, about, columns }, { signal }))
    const matched = columns.map(({ index, column }, at) => ({ index, heading: headings[at], column }))
    if (given.flag('dry-run')) {
      await figures.discard({ draftId })
      return { dryRun: true, columns: matched, ...preview }
    }
    return {
      dryRun: false,
      columns: matched,
      ...preview,
      ...(await runToEnd(run, figures.save({ draftId }, { signal }))),
    }
  })
}
