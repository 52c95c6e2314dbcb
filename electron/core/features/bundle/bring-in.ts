import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { bringInSchema, Fingerprint } from '#shared/features/bundle/schema.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import type { WriteHandle } from '../../db/database.ts'
import {
  brokenReference,
  countRows,
  letReferencesWait,
  refusalOf,
  type Statements,
  wholeOrNot,
} from '../../db/sqlite/whole-tables.ts'
import { projectPeople } from '../../projections/person-summary.ts'
import type { HandOver } from '../../vault/hand-over.ts'
import { type OpenBundle, refuseBundle } from './bundle-file.ts'
import { type Checked, checkBundle, type CheckedRow, checkedRows } from './check-bundle.ts'
import { bundleLayout, type TableLayout } from './layout.ts'
import { fingerprintFrom, type OnRows, sumUp } from './tables.ts'

/** What a new register has before anything is entered; a bundle brings its own. */
const SET_UP_TABLES = ['setting', 'user_account', 'practice'] as const

/** Whether nothing was entered yet: a practice was set up, and no more. */
export const isEmptyRegister = (statements: Statements, layouts: readonly TableLayout[]): boolean =>
  layouts.every(
    ({ table }) => (SET_UP_TABLES as readonly string[]).includes(table) || countRows(statements, table) === 0,
  )

const NOT_EMPTY =
  'This register is not empty. A bundle is a whole register and is brought into a new, empty one only: lock, choose “Switch practice”, then “Set up another practice”, and bring the bundle in there. To add people to this register, use Imports. Nothing was changed.'

/** @throws AppError `conflict`. */
const refuseFullRegister = ({ statements }: WriteHandle, layouts: readonly TableLayout[]): void => {
  if (!isEmptyRegister(statements, layouts)) throw new AppError('conflict', NOT_EMPTY)
}

const clearSetUp = async ({ handle, recorder }: CommandContext): Promise<void> => {
  for (const table of SET_UP_TABLES) {
    const rows = handle.statements.prepare(`SELECT id FROM "${table}"`).all()
    for (const { id } of rows) await recorder.remove(table, id as string, null)
  }
}

const REFUSALS = {
  twice: 'is there twice',
  unfit: 'the values of the row do not fit together',
} as const

/** Stores a slice; where the database refuses it, finds out which row it was. */
const storeSlice = async (
  { recorder, handle }: CommandContext,
  opened: OpenBundle,
  { table, leftOut }: TableLayout,
  rows: readonly CheckedRow[],
): Promise<void> => {
  const stored = ({ values }: CheckedRow): Record<string, unknown> => ({ ...values, ...leftOut })
  try {
    await wholeOrNot(handle.statements, () => recorder.putBackMany(table, rows.map(stored)))
  } catch (cause) {
    if (refusalOf(cause) === null) throw cause
    for (const row of rows) {
      try {
        await recorder.putBackMany(table, [stored(row)])
      } catch (again) {
        const refusal = refusalOf(again)
        if (refusal === null) throw again
        const what = refusal.column === null ? REFUSALS[refusal.kind] : `${refusal.column} ${REFUSALS[refusal.kind]}`
        throw refuseBundle(`${opened.place(table, row.line)}: ${what}.`)
      }
    }
  }
}

const lineOf = async (opened: OpenBundle, layout: TableLayout, id: string): Promise<number | undefined> => {
  for await (const rows of checkedRows(opened, layout)) {
    const found = rows.find(({ values }) => values['id'] === id)
    if (found !== undefined) return found.line
  }
  return undefined
}

const refuseBrokenReferences = async (
  { statements }: WriteHandle,
  opened: OpenBundle,
  layouts: readonly TableLayout[],
): Promise<void> => {
  const broken = brokenReference(statements)
  if (broken === null) return
  const layout = layouts.find(({ table }) => table === broken.table)
  const line = layout === undefined ? undefined : await lineOf(opened, layout, broken.id)
  throw refuseBundle(`${opened.place(broken.table, line)}: it names a row that is not in the bundle.`)
}

const PEOPLE_A_SLICE = 500

/** Works out for everybody what the lists show; nothing that was brought in is changed by it. */
const workOut = async (job: JobContext, { handle, recorder, env }: CommandContext): Promise<void> => {
  const ids = recorder.unsettled()
  for (let at = 0; at < ids.length; at += PEOPLE_A_SLICE) {
    await job.report({ step: 'Working out the lists', done: at, total: ids.length, unit: 'people' })
    await projectPeople(handle, ids.slice(at, at + PEOPLE_A_SLICE), env.clock.today())
  }
  recorder.settle(ids)
}

const counting = (job: JobContext, step: string, total: number): OnRows => {
  let done = 0
  return async (rows) => {
    done += rows
    await job.report({ step, done, total, unit: 'rows' })
  }
}

const storeAll = async (job: JobContext, context: CommandContext, checked: Checked): Promise<Fingerprint> => {
  const { handle, note } = context
  const { opened, manifest, facts } = checked
  const layouts = bundleLayout(handle.statements)
  refuseFullRegister(handle, layouts)
  letReferencesWait(handle.statements)
  await clearSetUp(context)
  const bringing = counting(job, 'Bringing in', facts.rows)
  for (const layout of layouts) {
    for await (const rows of checkedRows(opened, layout)) {
      if (rows.length > 0) await storeSlice(context, opened, layout, rows)
      await bringing(rows.length)
    }
  }
  await refuseBrokenReferences(handle, opened, layouts)
  await workOut(job, context)
  const tables = await sumUp(handle.statements, layouts, counting(job, 'Comparing', facts.rows))
  const made = fingerprintFrom(tables)
  if (made.contentHash !== manifest.contentHash)
    throw new Error('the register made from a bundle differs from the bundle')
  note({ contentHash: made.contentHash, rows: made.rows, people: made.people, writtenAt: manifest.createdAt })
  return made
}

type Asked = z.output<typeof bringInSchema>

/**
 * Makes an empty register the one that a bundle holds: every row with its own number, in one transaction that ends only
 * when the register has the content hash of the bundle. Whoever is signed in is one of the bundle's cancer leads after it.
 * @throws AppError `conflict` when the register is not empty or the file is not the one that was shown, `validation` for a
 * bundle that is not as it was written, `forbidden` for a wrong passphrase, `cancelled`.
 */
export const bringIn = async (job: JobContext, handOver: HandOver, asked: Asked): Promise<Fingerprint> => {
  const path = job.env.files.path(asked.fileHandle, 'read')
  const { layouts, isEmpty } = await job.session.database.alone((connection) => {
    const found = bundleLayout(connection)
    return { layouts: found, isEmpty: isEmptyRegister(connection, found) }
  })
  if (!isEmpty) throw new AppError('conflict', NOT_EMPTY)
  await job.report({ step: 'Checking the bundle', done: 0, total: null, unit: 'rows' })
  const checked = await checkBundle(path, layouts, async () => {
    await job.report({ step: 'Checking the bundle', done: 0, total: null, unit: 'rows' })
  })
  if (checked.facts.contentHash !== asked.contentHash)
    throw new AppError(
      'conflict',
      'This is not the bundle that was checked. Choose the file again. Nothing was changed.',
    )
  const lead = checked.facts.leads.find(({ id }) => id === asked.leadId)
  if (lead === undefined)
    throw new AppError('conflict', 'Choose one of the cancer leads whom the bundle names. Nothing was changed.')
  const handing = await handOver.to({ ...lead, role: 'lead' }, asked.passphrase)
  const made = await job
    .write((context) => storeAll(job, context, checked))
    .catch((cause: unknown) => {
      handing.takeBack()
      throw cause
    })
  // The rows are in: from here on nothing is taken back, and the key file lets the new account in already.
  handing.keep(checked.facts.practiceName, checked.facts.isDemo)
  return made
}
