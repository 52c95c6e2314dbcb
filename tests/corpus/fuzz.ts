import { isDeepStrictEqual } from 'node:util'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finish } from '#core/in-process.ts'
import { AppError } from '#shared/contract/errors.ts'
import {
  IMPORT_FIELDS,
  IMPORT_LAYOUTS,
  IMPORT_OUTCOMES,
  type ImportDraft,
  type ImportPreview,
  type Reading,
  SEPARATORS,
  TEXT_ENCODINGS,
} from '#shared/features/imports/schema.ts'
import { asItIs, importing } from '#tests/core/imports/import-helpers.ts'
import type { TestCore } from '#tests/support/test-core.ts'
import { accountedFor, countRecords } from './count-records.ts'
import { ALL_FILES } from './corpus.ts'
import { registerInWords } from './in-words.ts'
import { mutate } from './mutate.ts'
import { type Chance, chanceOf } from './random.ts'

/** Of the processor's time, which a busy machine does not lengthen: a file that needs more holds somebody up. */
const LONGEST_MS = 5_000
/** Files that are awkward only by their size would spend the time on themselves. */
const LARGEST_FILE = 60_000
const PLAIN_SENTENCE = /^\p{Lu}[^\n]{10,300}[.?]$/u
const NO_SENTENCE = /undefined|null|NaN|\[object|Error:/

export interface FuzzResult {
  readonly files: number
  readonly read: number
  readonly refused: number
  readonly counted: number
  readonly broughtIn: number
  readonly slowestMs: number
  /** What went wrong, each with the seed and the recipe that repeat it. */
  readonly failures: readonly string[]
}

const msSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const readingOf = (chance: Chance): Reading => {
  if (chance.below(4) > 0) return asItIs
  return {
    encoding: chance.below(2) === 0 ? null : chance.of(TEXT_ENCODINGS).code,
    separator: chance.below(2) === 0 ? null : chance.of(SEPARATORS).code,
    sheet: null,
    headerLine: chance.below(2) === 0 ? null : 1 + chance.below(8),
    layout: chance.below(2) === 0 ? null : chance.of(IMPORT_LAYOUTS).code,
  }
}

/** The words of a refusal, or what is wrong with them. */
const faultOf = (cause: unknown): string | null => {
  if (!(cause instanceof AppError)) return `not a refusal: ${String(cause)}`
  if (cause.code !== 'validation') return `refused as ${cause.code}: ${cause.message}`
  return PLAIN_SENTENCE.test(cause.message) && !NO_SENTENCE.test(cause.message)
    ? null
    : `no plain sentence: ${cause.message}`
}

const columnsOf = (
  draft: ImportDraft,
  chance: Chance,
): { index: number; field: (typeof IMPORT_FIELDS)[number]['code'] }[] => {
  const isMuddled = chance.below(8) === 0
  return draft.columns.map(({ index, field }) => ({
    index,
    field: isMuddled && chance.below(3) === 0 ? chance.of(IMPORT_FIELDS).code : field,
  }))
}

/** Whether every row of a checked file is in one outcome, and every outcome shows the rows that it counts. */
const lossIn = async ({ client }: TestCore, draft: ImportDraft, { counts }: ImportPreview): Promise<string | null> => {
  const { rows, rowsIn } = counts
  if (rows.new + rows.changed + rows.same + rows.rejected !== rowsIn || rowsIn !== draft.rowCount)
    return `${draft.rowCount} rows read, ${rowsIn} in, ${JSON.stringify(rows)} out`
  for (const { code } of IMPORT_OUTCOMES) {
    let lines = 0
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const page = await client.imports.previewRows({ draftId: draft.draftId, outcome: code, offset, limit: 200 })
      lines += page.rows.reduce((sum, row) => sum + row.lines, 0)
      total = page.total
    }
    if (lines !== rows[code]) return `${rows[code]} rows are ${code}, and ${lines} are shown`
  }
  return null
}

const bringInAndTakeBack = async (
  test: TestCore,
  draft: ImportDraft,
  preview: ImportPreview,
): Promise<string | null> => {
  const before = JSON.stringify(await registerInWords(test))
  const batch = await importing(test).commit(draft)
  const people = (await registerInWords(test))['person']?.length ?? 0
  if (!isDeepStrictEqual(batch.counts, preview.counts)) return 'not stored as it was shown'
  if (people !== preview.counts.peopleBefore + preview.counts.people.new) return `${people} people stored`
  await importing(test).undo(batch)
  return JSON.stringify(await registerInWords(test)) === before ? null : 'not the same after it was taken back'
}

/**
 * Spoils files of the corpus and reads each as somebody would who chose it.
 * @param oneIn of how many one is brought in and taken back.
 */
export const fuzz = async (
  test: TestCore,
  folder: string,
  { seed, files, oneIn }: { seed: number; files: number; oneIn: number },
): Promise<FuzzResult> => {
  const wizard = importing(test)
  const made = await Promise.all(
    ALL_FILES.map(async (file) => ({
      name: file.name,
      isTaken: 'rows' in file.verdict,
      bytes: Buffer.from(await file.bytes()),
    })),
  )
  const corpus = made.filter(({ bytes }) => bytes.length <= LARGEST_FILE)
  const taken = corpus.filter(({ isTaken }) => isTaken)
  const others = corpus.map(({ bytes }) => bytes)
  const failures: string[] = []
  let [read, refused, counted, broughtIn, slowestMs] = [0, 0, 0, 0, 0]
  for (let at = 0; at < files; at += 1) {
    const chance = chanceOf(seed + at)
    const from = chance.of(chance.below(6) === 0 ? corpus : taken)
    const { bytes, by } = mutate(from.bytes, chance, others)
    const path = join(folder, 'spoilt.csv')
    writeFileSync(path, bytes)
    const fail = (what: string): void => void failures.push(`seed ${seed + at}, ${from.name} (${by}): ${what}`)
    const started = process.cpuUsage()
    try {
      const draft = await wizard.read(path, readingOf(chance))
      read += 1
      const { encoding, separator } = draft
      if (encoding !== null && separator !== null) {
        const records = countRecords(new TextDecoder(encoding).decode(bytes), separator)
        if (records !== null) counted += 1
        if (records !== null && records !== accountedFor(draft))
          fail(`${records} records, ${accountedFor(draft)} accounted for`)
      }
      const preview = await finish(
        test.client.imports.preview({ draftId: draft.draftId, columns: columnsOf(draft, chance) }),
      )
      const loss = await lossIn(test, draft, preview)
      if (loss !== null) fail(loss)
      slowestMs = Math.max(slowestMs, msSince(started))
      if (chance.below(oneIn) === 0) {
        broughtIn += 1
        const difference = await bringInAndTakeBack(test, draft, preview)
        if (difference !== null) fail(difference)
      }
    } catch (cause) {
      refused += 1
      const fault = faultOf(cause)
      if (fault !== null) fail(fault)
    }
    if (msSince(started) > LONGEST_MS) fail('took too long')
  }
  return { files, read, refused, counted, broughtIn, slowestMs: Math.round(slowestMs), failures }
}
