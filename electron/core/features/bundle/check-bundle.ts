import { AppError } from '#shared/contract/errors.ts'
import { contactsSchema, settingsSchema } from '#shared/features/settings/contract.ts'
import type { StoredValue } from '#shared/features/bundle/cells.ts'
import { bundleLine } from '#shared/features/bundle/cells.ts'
import type { CheckedBundle, Manifest } from '#shared/features/bundle/schema.ts'
import { latestVersion } from '../../db/migrate.ts'
import { type BundleRow, type OpenBundle, refuseBundle } from './bundle-file.ts'
import { checkRow } from './check-row.ts'
import type { TableLayout } from './layout.ts'
import { openBundle } from './open-bundle.ts'
import { contentHashOf, fingerprintFrom, type OnRows, tableSum } from './tables.ts'

/** A row that fits its table, and where it stands. */
export interface CheckedRow {
  readonly line: number
  readonly values: Readonly<Record<string, StoredValue>>
}

/** Settings without which the register could not be opened; the others are read where they are used. */
const SETTINGS: Partial<Record<string, { safeParse(value: unknown): { success: boolean } }>> = {
  app: settingsSchema,
  contacts: contactsSchema,
}

const settingFault = (table: string, { id, value }: CheckedRow['values']): string | null => {
  const schema = table === 'setting' ? SETTINGS[String(id)] : undefined
  return schema === undefined || schema.safeParse(JSON.parse(String(value))).success
    ? null
    : 'value is not what this setting can be'
}

const inOrder = (last: string, id: string): boolean => Buffer.compare(Buffer.from(last), Buffer.from(id)) < 0

const refuseHeading = (opened: OpenBundle, { table, columns }: TableLayout, heading: BundleRow | undefined): void => {
  const cells = heading?.cells ?? []
  const differs = columns.findIndex(({ name }, at) => cells[at] !== name)
  if (differs === -1 && cells.length === columns.length) return
  throw refuseBundle(
    differs === -1
      ? `${opened.place(table, 1)}: there are more columns than the table has.`
      : `${opened.place(table, 1)}: column ${differs + 1} is not ${columns[differs]?.name ?? ''}.`,
  )
}

/**
 * The rows of a table, each checked by itself, a slice at a time; at the end the table as a whole.
 * @throws AppError `validation` that names the file and, where it can be told, the line.
 */
export async function* checkedRows(opened: OpenBundle, layout: TableLayout): AsyncGenerator<CheckedRow[], void, void> {
  const { table, columns } = layout
  const sum = tableSum(table)
  let heading = true
  let last = ''
  for await (const slice of opened.rows(table)) {
    const checked: CheckedRow[] = []
    for (const row of slice) {
      if (heading) refuseHeading(opened, layout, row)
      else {
        const found = checkRow(row.cells, columns)
        const fault = 'fault' in found ? found.fault : settingFault(table, found.values)
        if ('fault' in found || fault !== null) throw refuseBundle(`${opened.place(table, row.line)}: ${fault ?? ''}.`)
        const id = String(found.values['id'])
        if (!inOrder(last, id)) throw refuseBundle(`${opened.place(table, row.line)}: the rows are not in order.`)
        last = id
        checked.push({ line: row.line, values: found.values })
      }
      heading = false
    }
    sum.add(slice.map(({ cells }) => bundleLine(cells)).join(''))
    sum.rows(checked.length)
    yield checked
  }
  if (heading) refuseHeading(opened, layout, undefined)
  const told = opened.manifest.tables.find((listed) => listed.table === table)
  const { rows, sha256 } = sum.result()
  if (told?.rows !== rows || told.sha256 !== sha256)
    throw refuseBundle(`${opened.place(table)} does not hold what was written there.`)
}

/** @throws AppError `validation` when the bundle is of another layout than this register. */
const refuseOtherLayout = ({ layout, appVersion }: Manifest): void => {
  if (layout === latestVersion()) return
  throw new AppError(
    'validation',
    layout > latestVersion()
      ? `This bundle was written by a newer Throughline (${appVersion}). Install that version and bring it in there. Nothing was brought in.`
      : `This bundle was written by an earlier Throughline (${appVersion}), whose tables were laid out differently. Bring it in with that version; the register it makes is brought up to date when this one opens it. Nothing was brought in.`,
  )
}

const refuseOtherTables = (opened: OpenBundle, layouts: readonly TableLayout[]): void => {
  const listed = opened.manifest.tables.map(({ table }) => table).toSorted()
  const expected = layouts.map(({ table }): string => table).toSorted()
  if (listed.join() !== expected.join())
    throw refuseBundle('Its list of contents does not name the tables that a register has.')
  if (contentHashOf(opened.manifest.tables) !== opened.manifest.contentHash)
    throw refuseBundle('Its content hash is not that of its tables.')
}

export interface Checked {
  readonly opened: OpenBundle
  readonly manifest: Manifest
  readonly facts: CheckedBundle
}

type Lead = CheckedBundle['leads'][number]

const leadOf = ({ id, name, job_title, access_role }: CheckedRow['values']): Lead[] =>
  access_role === 'lead' ? [{ id: String(id), name: String(name), jobTitle: String(job_title) }] : []

/**
 * Reads a bundle from its first row to its last and believes nothing: not its list of contents, nor a hash, nor a value.
 * @throws AppError `validation` that names the file and the line, `io`.
 */
export const checkBundle = async (path: string, layouts: readonly TableLayout[], onRows: OnRows): Promise<Checked> => {
  const opened = await openBundle(path)
  const { manifest } = opened
  refuseOtherLayout(manifest)
  refuseOtherTables(opened, layouts)
  const leads: Lead[] = []
  const practices: CheckedRow['values'][] = []
  for (const layout of layouts) {
    for await (const rows of checkedRows(opened, layout)) {
      if (layout.table === 'user_account') leads.push(...rows.flatMap(({ values }) => leadOf(values)))
      if (layout.table === 'practice') practices.push(...rows.map(({ values }) => values))
      await onRows(rows.length)
    }
  }
  const [practice, ...others] = practices
  if (practice === undefined || others.length > 0) throw refuseBundle('It does not name one practice.')
  if (leads.length === 0) throw refuseBundle('It names no cancer lead who could open the register.')
  return {
    opened,
    manifest,
    facts: {
      ...fingerprintFrom(manifest.tables),
      format: opened.format,
      createdAt: manifest.createdAt,
      appVersion: manifest.appVersion,
      practiceName: String(practice['name']),
      odsCode: String(practice['ods_code']),
      isDemo: practice['is_demo'] === 1n,
      leads,
    },
  }
}
