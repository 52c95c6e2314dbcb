import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEnvelope } from '#core/vault/key-envelope.ts'
import type { Manifest } from '#shared/features/bundle/schema.ts'
import type { TestCore } from '#tests/support/test-core.ts'
import { filesOf, hashesMadeToFit, writeFiles } from './changed-bundle.ts'
import { bringIn, createEmptyRegister, createFullRegister, everyRow, write } from './full-register.ts'

let old: TestCore
let made: TestCore
let zip: string
let workbook: string
let whole: ReadonlyMap<string, string>
let empty: unknown
beforeAll(async () => {
  old = await createFullRegister()
  zip = (await write(old, 'zip')).path
  workbook = (await write(old, 'xlsx')).path
  whole = filesOf(zip)
  made = await createEmptyRegister()
  empty = await everyRow(made)
}, 60_000)
afterAll(async () => {
  await old.close()
  await made.close()
})

let path: string
beforeEach(() => {
  path = join(made.dataFolder, `changed-${made.core.env.ids.next()}.zip`)
})

type Change = (files: Map<string, string>) => void

const change =
  (file: string, by: (text: string) => string): Change =>
  (files) => {
    const before = files.get(file) ?? ''
    const after = by(before)
    if (after === before) throw new Error(`the change of ${file} changed nothing`)
    files.set(file, after)
  }

/** The lines of a table whose rows have no line breaks. */
const inLine = (table: string, line: number, by: (text: string) => string): Change =>
  change(`tables/${table}.csv`, (text) => {
    const lines = text.split('\r\n')
    lines[line - 1] = by(lines[line - 1] ?? '')
    return lines.join('\r\n')
  })

/** The line of the file, as an editor counts it, on which a row starts: other rows may run over several. */
const lineOf = (table: string, row: number): number => {
  const before = (whole.get(`tables/${table}.csv`) ?? '').split('\r\n').slice(0, row - 1)
  return 1 + before.reduce((lines, text) => lines + 1 + (text.match(/\n/g)?.length ?? 0), 0)
}

/** What is said about a changed bundle; the register is as it was, and nobody else may open it. */
const refusal = async (work: () => Promise<unknown>): Promise<string> => {
  const envelope = readEnvelope(made.session().database.path)
  const message = await work().then(
    () => 'it was brought in',
    (cause: Error) => cause.message,
  )
  expect(await everyRow(made)).toEqual(empty)
  expect(readEnvelope(made.session().database.path)).toEqual(envelope)
  return message
}

const refusedWhen = async (by: Change, fit: boolean): Promise<string> => {
  const files = new Map(whole)
  by(files)
  await writeFiles(path, fit ? hashesMadeToFit(files) : files)
  return refusal(() => bringIn(made, path))
}

describe('a bundle that was changed', () => {
  it('is refused with the file named when one character differs', async () => {
    const said = await refusedWhen(
      inLine('user_account', 2, (line) => line.replace('Cancer lead', 'Cancer Lead')),
      false,
    )
    expect(said).toContain('tables/user_account.csv is not the file that was written')
    expect(said).toContain('Nothing was brought in.')
  })

  it.each<[string, Change, string]>([
    [
      'NHS number',
      inLine('person', 4, (line) => line.replace(/,999\d{7},/, ',9990000000,')),
      'nhs_number is not a valid NHS number',
    ],
    [
      'day',
      inLine('cancer_episode', 3, (line) => line.replace(/,20\d\d-\d\d-\d\d,/, ',2026-02-30,')),
      'cancer_episode.csv, line 3: diagnosis_date is not a date that exists',
    ],
    [
      'code',
      inLine('user_account', 2, (line) => line.replace(',lead,', ',owner,')),
      'user_account.csv, line 2: access_role is no code that is known there',
    ],
    [
      'happening',
      change('tables/journey_event.csv', (text) => text.replace('symptom_noticed', 'abducted')),
      'event_type is no code',
    ],
    [
      'flag',
      inLine('practice', 2, (line) => line.replace(/,0,1$/, ',7,1')),
      'practice.csv, line 2: is_demo is neither 0 nor 1',
    ],
    [
      'formula',
      inLine('person', 2, (line) => line.replace(/,[A-Z][a-z]+,/, ',=1+1,')),
      'does not hold what Throughline writes there',
    ],
    [
      'needless apostrophe',
      inLine('user_account', 2, (line) => line.replace('Cancer lead', "'Cancer lead")),
      'job_title does not hold what',
    ],
    ['missing cell', inLine('task', 2, (line) => line.slice(0, line.lastIndexOf(','))), 'task.csv'],
    ['number', inLine('practice', 2, (line) => line.replace(',10240,', ',0010240,')), 'list_size does not hold'],
    [
      'record number',
      inLine('person', 2, (line) => line.replace(/^[0-9a-f-]{36}/, '1; DROP TABLE person')),
      'person.csv, line 2: id is not a record number',
    ],
    [
      'row twice',
      change('tables/person.csv', (text) => text + (text.split('\r\n').at(-2) ?? '') + '\r\n'),
      'the rows are not in order',
    ],
    [
      'missing row',
      change('tables/user_account.csv', (text) => `${text.split('\r\n')[0]}\r\n`),
      'user_account.csv does not hold what was written',
    ],
    [
      'column that has gone',
      inLine('task', 1, (line) => line.replace(',version', '')),
      'task.csv, line 1: column 18 is not version',
    ],
    [
      'column of another name',
      inLine('task', 1, (line) => line.replace('title', 'password')),
      'task.csv, line 1: column 3 is not title',
    ],
    [
      'setting that locks everybody out',
      change('tables/setting.csv', (text) => text.replace('""lockAfterMinutes"":5', '""lockAfterMinutes"":0')),
      'setting.csv, line 2: value is not what this setting can be',
    ],
    [
      'quotation mark',
      change('tables/user_account.csv', (text) => text.replace('Cancer lead', '"Cancer lead')),
      'user_account.csv, line 2 cannot be read as a table',
    ],
  ])('is refused even with hashes made to fit: %s', async (_what, by, expected) => {
    expect(await refusedWhen(by, true)).toContain(expected)
  })

  it('is refused where a row names another that is not there', async () => {
    const said = await refusedWhen(
      inLine('person', 5, (line) => {
        const cells = line.split(',')
        cells[10] = '01900000-dead-7000-8000-000000000000'
        return cells.join(',')
      }),
      true,
    )
    expect(said).toContain(`tables/person.csv, line ${lineOf('person', 5)}: it names a row that is not in the bundle`)
  })

  it('is refused where the database itself finds two rows that cannot both be', async () => {
    const number = /,(999\d{7}),/.exec(whole.get('tables/person.csv')?.split('\r\n')[1] ?? '')?.[1] ?? ''
    const said = await refusedWhen(
      inLine('person', 7, (line) => line.replace(/,999\d{7},/, `,${number},`)),
      true,
    )
    expect(said).toContain(`tables/person.csv, line ${lineOf('person', 7)}: nhs_number is there twice`)
  })

  it('is refused where the values of a row do not fit together', async () => {
    const said = await refusedWhen(
      inLine('cancer_episode', 2, (line) => line.replace(/,(20\d\d-\d\d-\d\d),(?:day|month|year),/, ',$1,,')),
      true,
    )
    expect(said).toContain('tables/cancer_episode.csv, line 2: the values of the row do not fit together')
  })

  it.each<[string, Change, string]>([
    ['a table is missing', (files) => void files.delete('tables/task.csv'), 'tables/task.csv is missing'],
    [
      'there is a file too many',
      (files) => void files.set('tables/../../evil.csv', 'x'),
      'a file that its list of contents does not name',
    ],
    [
      'the description was changed',
      change('schema.json', (text) => text.replace('person', 'persons')),
      'schema.json is not the file',
    ],
    [
      'the list of contents is no JSON',
      (files) => void files.set('manifest.json', '{'),
      'manifest.json) cannot be read',
    ],
    [
      'the list of contents says more than it may',
      change('manifest.json', (text) => text.replace('{', '{"run":"x",')),
      'manifest.json) cannot be read',
    ],
  ])('is refused when %s', async (_what, by, expected) => {
    expect(await refusedWhen(by, false)).toContain(expected)
  })

  it.each([
    ['earlier', 10, 'written by an earlier Throughline'],
    ['newer', 99_990, 'written by a newer Throughline'],
  ])('of an %s layout is refused with what to do', async (_when, layout, expected) => {
    const by = change('manifest.json', (text) => JSON.stringify({ ...(JSON.parse(text) as Manifest), layout }))
    expect(await refusedWhen(by, false)).toContain(expected)
  })

  it('is refused when it was cut short, is something else, or would fill the memory', async () => {
    const bytes = readFileSync(zip)
    writeFileSync(path, bytes.subarray(0, bytes.length / 2))
    expect(await refusal(() => bringIn(made, path))).toContain('This is not a bundle')
    writeFileSync(path, '')
    expect(await refusal(() => bringIn(made, path))).toContain('This is not a bundle')
    await writeFiles(path, [...whole, ['tables/extra.csv', Buffer.alloc(30_000_000)]])
    expect(await refusal(() => bringIn(made, path))).toContain('would unpack to far more than a register')
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8((flipped.readUInt8(5000) ?? 0) ^ 0xff, 5000)
    writeFileSync(path, flipped)
    expect(await refusal(() => bringIn(made, path))).toMatch(/not a bundle|damaged or was changed/)
  })
})

describe('a workbook that was changed', () => {
  const refusedWorkbook = async (by: (rows: unknown[][]) => void, sheetName = 'person'): Promise<string> => {
    const { sheets } = await readXlsx(readFileSync(workbook))
    for (const sheet of sheets) if (sheet.name === sheetName) by(sheet.rows)
    writeFileSync(path, await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }))
    return refusal(() => bringIn(made, path))
  }
  const put = (rows: unknown[][], row: number, column: number, value: unknown): void => {
    const found = rows[row - 1]
    if (found !== undefined) found[column] = value
  }

  it('is refused with the sheet and row named', async () => {
    expect(await refusedWorkbook((rows) => put(rows, 3, 1, '9990000000'))).toContain(
      'the sheet person, row 3: nhs_number is not a valid NHS number',
    )
    expect(await refusedWorkbook((rows) => put(rows, 3, 1, 9_990_000_018))).toContain(
      'In the sheet person, row 3 a cell is no longer text',
    )
    expect(await refusedWorkbook((rows) => put(rows, 3, 4, 'Otherwise'))).toContain(
      'the sheet person does not hold what was written there',
    )
    expect(await refusedWorkbook((rows) => rows.splice(2, 1), 'long texts')).toContain('“long texts” lacks a part')
  })

  it('is no bundle when it is any other workbook', async () => {
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'People', rows: [['Surname'], ['Tamworth']] }] }))
    expect(await refusal(() => bringIn(made, path))).toContain('This is not a bundle')
  })
})
