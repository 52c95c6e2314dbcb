import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { finish } from '#core/in-process.ts'
import { formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { ImportDraft, ImportOutcome, ImportRow } from '#shared/features/imports/schema.ts'
import { asItIs, importing } from '#tests/core/imports/import-helpers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import type { CorpusFile, Taken } from './corpus-file.ts'
import { peopleInWords, registerInWords } from './in-words.ts'

const NONE = { new: 0, changed: 0, same: 0, conflict: 0, rejected: 0 }

/** The people of a checked draft by outcome. */
export const shownAs = async ({ client }: TestCore, draftId: string, outcome: ImportOutcome): Promise<ImportRow[]> =>
  (await client.imports.previewRows({ draftId, outcome, offset: 0, limit: 200 })).rows

const recognisedAs = ({ layout, encoding, separator, sheet, headerLine }: Taken): object =>
  Object.fromEntries(
    Object.entries({ layout, encoding, separator, sheet, headerLine }).filter(([, value]) => value !== undefined),
  )

/** Line and reason of every rejected row, as they stand in the file that is saved to be mended. */
const rejectedLines = async (test: TestCore, draft: ImportDraft, folder: string): Promise<[number, string][]> => {
  const path = join(folder, `${draft.draftId}-rejected.csv`)
  const fileHandle = importing(test).grant(path, 'write')
  await finish(test.client.imports.saveRejected({ from: { draftId: draft.draftId }, fileHandle }))
  return readFileSync(path, 'utf8')
    .split('\r\n')
    .flatMap((line): [number, string][] => {
      const found = /^(\d{1,7}),(?:"([^"]+)"|([^",]+)),/.exec(line)
      return found === null ? [] : [[Number(found[1]), found[2] ?? found[3] ?? '']]
    })
}

const partialOf = (known: string): PartialDate => ({
  date: `${known}-01-01`.slice(0, 10),
  precision: known.length === 4 ? 'year' : known.length === 7 ? 'month' : 'day',
})

/** Whether a line of `peopleInWords` says what this row of the preview shows. */
const tells = (line: string, row: ImportRow): boolean => {
  const [who = '', ...happened] = line.split(' / ')
  const name = `${row.surname}, ${row.givenName} ${row.birthDate ?? '-'}`
  if (!who.includes(name) || !who.startsWith(row.nhsNumber ?? who)) return false
  const dates = happened.flatMap((one) => /\d{4}(?:-\d\d)?(?:-\d\d)?/.exec(one)?.[0] ?? [])
  const shown = row.changes.map(({ theirs }) => theirs).join('; ')
  return row.outcome !== 'new' || dates.every((date) => shown.includes(formatPartialDate(partialOf(date))))
}

/** Reads a file and checks what it would do against its verdict. Nothing is stored. */
export const judgePreview = async (
  test: TestCore,
  file: CorpusFile,
  verdict: Taken,
  path: string,
): Promise<ImportDraft> => {
  const wizard = importing(test)
  const draft = await wizard.read(path, { ...asItIs, ...file.reading })
  expect(draft).toMatchObject(recognisedAs(verdict))
  for (const fact of verdict.facts ?? []) expect(draft.facts.map(({ what }) => what)).toContain(fact)
  const { counts, rejections } = await wizard.preview(draft)
  expect({ rows: counts.rows, rejections }).toEqual({ rows: { ...NONE, ...verdict.rows }, rejections })
  expect(draft.rowCount).toBe(counts.rowsIn)
  if (verdict.rejected !== undefined)
    expect(await rejectedLines(test, draft, join(path, '..'))).toEqual(verdict.rejected)
  const rejected = await shownAs(test, draft.draftId, 'rejected')
  expect(rejected.reduce((lines, row) => lines + row.lines, 0)).toBe(counts.rows.rejected)
  const { stored } = verdict
  if (stored !== undefined)
    for (const row of await shownAs(test, draft.draftId, 'new'))
      expect(stored.filter((line) => tells(line, row))).toHaveLength(1)
  return draft
}

/** Also brings it in, compares the register, brings it in again, and takes it back. */
export const judgeWhole = async (test: TestCore, file: CorpusFile, verdict: Taken, path: string): Promise<void> => {
  const wizard = importing(test)
  const draft = await judgePreview(test, file, verdict, path)
  const before = await registerInWords(test)
  const batch = await wizard.commit(draft)
  expect(batch.counts.rows).toEqual({ ...NONE, ...verdict.rows })
  if (verdict.stored !== undefined) expect((await peopleInWords(test)).toSorted()).toEqual(verdict.stored.toSorted())
  const again = await wizard.preview(await wizard.read(path, { ...asItIs, ...file.reading }))
  expect(again.counts.rows).toMatchObject({ new: 0, changed: 0, rejected: batch.counts.rows.rejected })
  await wizard.undo(batch)
  expect(await registerInWords(test)).toEqual(before)
}

/** Checks that a file is refused, with the sentence that its verdict starts with. */
export const judgeRefusal = async (test: TestCore, file: CorpusFile, refused: string, path: string): Promise<void> => {
  const { code, message } = await importing(test)
    .read(path, { ...asItIs, ...file.reading })
    .then(
      () => ({ code: 'taken', message: 'This file was read.' }),
      (cause: unknown) => cause as { code: string; message: string },
    )
  expect([code, message.slice(0, refused.length)]).toEqual(['validation', refused])
}

/** Writes a corpus file into a folder. */
export const writeFileOf = async (file: CorpusFile, folder: string): Promise<string> => {
  const path = join(folder, `${file.name}.${file.ending ?? 'csv'}`)
  writeFileSync(path, await file.bytes())
  return path
}

/** Judges a file whose verdict speaks of a register that people are on already, on a register of its own. */
export const judgeAmongOthers = async (file: CorpusFile, verdict: Taken, path: string): Promise<void> => {
  const test = await createTestCore()
  try {
    writeFileSync(`${path}.before`, file.before ?? '')
    await importing(test).bringIn(`${path}.before`)
    await judgeWhole(test, file, verdict, path)
  } finally {
    await test.close()
  }
}
