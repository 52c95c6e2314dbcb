import { AppError } from '#shared/contract/errors.ts'
import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import { LIBRARY } from '#shared/features/measures/public.ts'
import { MOST_ACTIONS } from '#shared/features/plan/contract-of-actions.ts'
import { FIVE_OBJECTIVES } from '#shared/features/plan/objectives.ts'
import { namesActions, type ReadSheet, readPlanSheets, type SheetRow } from '#shared/features/plan/plan-sheet.ts'
import type { PlanSheet } from '#shared/features/plan/sheet-schema.ts'
import type { JobContext } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
import { SinceLock } from '../../since-lock.ts'
import { cleanCell, fieldOfHeading, nameOfFile, openSource } from '../imports/public.ts'
import { currentPlan } from './queries.ts'

const AS_FOUND = { encoding: null, separator: null, headerLine: null, layout: null } as const
/** A list of patients has two of these among its headings; one alone may be a word of a plan. */
const PERSONAL_FIELDS = new Set(['nhs_number', 'surname', 'given_name', 'full_name', 'birth_date', 'death_date'])
const ROWS_THAT_MAY_HEAD = 30
/** More than any plan has, in rows of a sheet and in sheets. */
const MOST_ROWS = 5000
const MOST_SHEETS = 100

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

/** Line breaks part the milestones of a cell, so they stay; everything else is as for any file. */
const cleanLines = (cell: string): string =>
  cell
    .split(/\r\n|\r|\n/)
    .map(cleanCell)
    .join('\n')
    .trim()

const MEASURES = LIBRARY.map(({ definition: { code, title } }) => ({ code, title }))

/** Nothing of the file is quoted: it may be somebody's name. */
const refusePeople = (sheet: string | null, rows: readonly SheetRow[]): void => {
  const where = sheet === null ? 'This file' : `The sheet “${sheet}”`
  const isList = rows
    .slice(0, ROWS_THAT_MAY_HEAD)
    .some(({ cells }) => cells.filter((cell) => PERSONAL_FIELDS.has(fieldOfHeading(cell) ?? '')).length >= 2)
  if (isList)
    throw refuse(
      `${where} looks like a list of patients. A plan speaks of work and never of people. Bring patients in under Imports.`,
    )
  const row = rows.find(({ cells }) => cells.some(holdsNhsNumber))
  if (row !== undefined)
    throw refuse(
      `${where} holds an NHS number on line ${row.line}. A plan speaks of work and never of people. Take it out there, then choose the file again.`,
    )
}

/** @throws AppError `validation` where a sheet is no plan by its length, or holds people. */
const rowsOf = async (
  { report }: JobContext,
  source: Awaited<ReturnType<typeof openSource>>,
): Promise<readonly SheetRow[]> => {
  const { rows } = await source.rows((done) => report({ step: 'Reading rows', done, total: null, unit: 'rows' }))
  if (rows.length > MOST_ROWS)
    throw refuse(
      `This sheet has more than ${MOST_ROWS.toLocaleString('en-GB')} rows, which is no plan. Choose another file, or save its actions alone.`,
    )
  return [...rows].map(({ line, cells }) => ({ line, cells: cells.map(cleanLines) }))
}

interface Opened {
  readonly sheets: readonly string[]
  readonly read: readonly ReadSheet[]
}

const readSheetsOf = async (job: JobContext, file: GivenFile, wanted: string | null): Promise<Opened> => {
  const first = await openSource(file, { ...AS_FOUND, sheet: wanted })
  const { sheets } = first.shown
  if (sheets.length > MOST_SHEETS) throw refuse(`This workbook has more than ${MOST_SHEETS} sheets, which is no plan.`)
  if (wanted !== null || sheets.length < 2)
    return { sheets, read: [{ sheet: first.shown.sheet, rows: await rowsOf(job, first) }] }
  const read: ReadSheet[] = []
  for (const [done, sheet] of sheets.entries()) {
    await job.report({ step: 'Reading sheets', done, total: sheets.length, unit: 'sheets' })
    const source = await openSource(file, { ...AS_FOUND, sheet })
    read.push({ sheet, rows: await rowsOf(job, source) })
  }
  return { sheets, read }
}

const noPlan = (read: readonly ReadSheet[]): AppError =>
  refuse(
    read.some(namesActions)
      ? 'No column of this file says when its actions are due. Give one the heading Due, with a date for each action.'
      : 'No headings of a plan were found in this file. Its first rows should name the columns, such as objective, action, owner, start, due and status.',
  )

const sinceLock = new SinceLock('the file', () => undefined)

/**
 * Reads the actions of a spreadsheet. Nothing is kept of it.
 * @throws AppError `validation` or `io` in a plain sentence when it is no plan, or holds people.
 */
export const readSheet = async (
  job: JobContext,
  { fileHandle, sheet }: { readonly fileHandle: string; readonly sheet: string | null },
): Promise<PlanSheet> => {
  const { env } = job
  const refuseAfterLock = sinceLock.start(env)
  const file = env.files.given(fileHandle)
  await job.report({ step: 'Opening the file', done: 0, total: null, unit: 'rows' })
  const today = env.clock.today()
  const plan = await currentPlan(job.read, today)
  const opened = await readSheetsOf(job, file, sheet)
  for (const one of opened.read) refusePeople(one.sheet, one.rows)
  const found = readPlanSheets(opened.read, {
    today,
    objectives: plan?.objectives ?? FIVE_OBJECTIVES,
    measures: MEASURES,
  })
  if (found === null) throw noPlan(opened.read)
  if (found.actions.length > MOST_ACTIONS)
    throw refuse(`There are more than ${MOST_ACTIONS} actions in this file. Bring them in from several smaller ones.`)
  refuseAfterLock()
  return { fileName: nameOfFile(file), sheets: [...opened.sheets], sheet, ...found }
}
