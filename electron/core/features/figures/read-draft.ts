import type { Reading } from '#shared/features/imports/schema.ts'
import type { FigureDraft } from '#shared/features/figures/schema.ts'
import { figureKind } from '#shared/features/figures/kinds.ts'
import { guessFigureKind } from '#shared/features/figures/suggest.ts'
import type { JobContext } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
import { cleanCell, type FileRows, nameOfFile, openSource, shortEnough } from '../imports/public.ts'
import type { StoredFigureDraft } from './drafts.ts'
import { dayReader, findFigureTable, type FigureTable, preambleValue } from './figure-table.ts'
import { onlyNearbyPostcodes, registerDistricts } from './nearby-postcodes.ts'
import { refusePeople } from './refuse-people.ts'

const SAMPLES = 3
const LONGEST_TITLE = 120

/** What the rows above the headings of a search-count report say of themselves. */
const aboutOf = ({ headings, preamble }: FigureTable, today: string): FigureDraft['about'] => {
  const kind = guessFigureKind(headings)
  const nothing = {
    kind,
    title: kind === null ? null : figureKind(kind).label,
    source: null,
    edition: null,
    asAt: null,
  }
  if (kind !== 'search-counts') return nothing
  const lastRun = preambleValue(preamble, 'last run')
  const relative = preambleValue(preamble, 'relative date')
  const day = relative ?? lastRun
  return {
    kind,
    title: (preambleValue(preamble, 'search') ?? 'Search counts').slice(0, LONGEST_TITLE),
    source: 'EMIS Web search and report',
    edition: lastRun === null ? null : shortEnough(`Last run ${lastRun}`).slice(0, 80),
    asAt: day === null ? null : dayReader([day], today)(day),
  }
}

const isFilled = (body: FileRows, index: number): boolean => {
  for (const { cells } of body) if (cleanCell(cells[index]) !== '') return true
  return false
}

const columnsOf = ({ headings, body }: FigureTable): FigureDraft['columns'] =>
  headings
    .map((heading, index) => ({
      index,
      heading: shortEnough(heading),
      samples: body.slice(0, SAMPLES).map(({ cells }) => shortEnough(cleanCell(cells[index]))),
    }))
    .filter(({ heading, index }) => heading !== '' || isFilled(body, index))

/**
 * Reads a file of figures whole into a draft.
 * @param wishes what a person chose otherwise than the reader would; null: found out.
 * @throws AppError `validation` or `io` in a plain sentence when it is no table, or holds people.
 */
export const readFigureDraft = async (
  { env, read: db, report }: JobContext,
  draftId: string,
  file: GivenFile,
  wishes: Omit<Reading, 'layout'>,
): Promise<StoredFigureDraft> => {
  await report({ step: 'Opening the file', done: 0, total: null, unit: 'rows' })
  const districts = await registerDistricts(db)
  const source = await openSource(file, { ...wishes, layout: null }, onlyNearbyPostcodes(districts, wishes.headerLine))
  const read = await source.rows((rows) => report({ step: 'Reading rows', done: rows, total: null, unit: 'rows' }))
  const table = findFigureTable(read, wishes.headerLine)
  const today = env.clock.today()
  const total = table.body.length
  await refusePeople(table, today, (done) => report({ step: 'Looking for people', done, total, unit: 'rows' }))
  return {
    file,
    table,
    checked: null,
    shown: {
      draftId,
      fileName: nameOfFile(file),
      readAt: env.clock.now(),
      fileKind: shortEnough(source.fact.what),
      ...source.shown,
      headerLine: table.headerLine,
      rowCount: total,
      hasTotal: table.total !== null,
      leftOut: read.leftOut === 0 ? null : { rows: read.leftOut, districts: districts.size },
      columns: columnsOf(table),
      about: aboutOf(table, today),
    },
  }
}
