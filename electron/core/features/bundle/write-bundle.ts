import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import {
  BUNDLE_FORMAT_VERSION,
  type BundledTable,
  type BundleFormat,
  type writeBundleSchema,
  type WrittenBundle,
} from '#shared/features/bundle/schema.ts'
import type { z } from 'zod'
import type { JobContext } from '../../context.ts'
import { latestVersion } from '../../db/migrate.ts'
import { countRows, openAsItIs } from '../../db/sqlite/whole-tables.ts'
import { enterThenPlace } from '../../leaving.ts'
import { explainFileError, moveIntoPlace } from '../../vault/atomic-file.ts'
import { schemaJson, tableFile } from './bundle-schema.ts'
import { checkBundle } from './check-bundle.ts'
import { bundleLayout } from './layout.ts'
import { readPracticeRow } from './practice-row.ts'
import { cellSlices, contentHashOf, fingerprintFrom, linesOf, type OnRows, tableSum } from './tables.ts'
import { writeWorkbook } from './write-workbook.ts'
import type { Writing } from './writing.ts'
import { createZipFile } from './zip-file.ts'

const asText = async function* (lines: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, void> {
  for await (const line of lines) yield Buffer.from(line, 'utf8')
}

const writeZip = async (path: string, { statements, layouts, onRows, manifest }: Writing): Promise<void> => {
  const zip = createZipFile(path)
  try {
    const tables: BundledTable[] = []
    for (const layout of layouts) {
      const sum = tableSum(layout.table)
      await zip.add(tableFile(layout.table), asText(linesOf(cellSlices(statements, layout, onRows), sum)))
      tables.push(sum.result())
    }
    const schema = schemaJson(layouts)
    const facts = manifest(tables, createHash('sha256').update(schema, 'utf8').digest('hex'))
    await zip.add('schema.json', [Buffer.from(schema, 'utf8')])
    await zip.add('manifest.json', [Buffer.from(`${JSON.stringify(facts, null, 2)}\n`, 'utf8')])
    zip.finish()
  } finally {
    zip.close()
  }
}

const WRITERS: Record<BundleFormat, (path: string, writing: Writing) => Promise<void>> = {
  zip: writeZip,
  xlsx: writeWorkbook,
}

/** Where a register lies, and its key. */
export interface RegisterFile {
  readonly path: string
  readonly key: Buffer
}

type Asked = z.output<typeof writeBundleSchema>

/**
 * Writes the whole register, as it is at one moment, to a file: beside its place first, then read back to the last row,
 * and only then moved there. Stopping or a fault leaves no file. The audit trail keeps who, when, why and how much.
 * @throws AppError `cancelled`, `io`, or `validation` where a workbook would be too large.
 */
export const writeBundle = async (
  job: JobContext,
  register: RegisterFile,
  { fileHandle, format, reason }: Asked,
): Promise<WrittenBundle> => {
  const path = job.env.files.path(fileHandle, 'write')
  job.note({ reason, format })
  const connection = openAsItIs(register.path, register.key)
  const aside = `${path}.part`
  try {
    const layouts = bundleLayout(connection)
    const total = layouts.reduce((sum, { table }) => sum + countRows(connection, table), 0)
    const counting = (step: string): OnRows => {
      let done = 0
      return async (rows) => {
        done += rows
        await job.report({ step, done, total, unit: 'rows' })
      }
    }
    const practice = readPracticeRow(connection)
    await job.report({ step: 'Writing the register', done: 0, total, unit: 'rows' })
    await WRITERS[format](aside, {
      statements: connection,
      layouts,
      onRows: counting('Writing the register'),
      manifest: (tables, schemaSha256) => ({
        format: 'throughline-bundle',
        formatVersion: BUNDLE_FORMAT_VERSION,
        appVersion: job.env.appVersion,
        layout: latestVersion(),
        createdAt: job.env.clock.now(),
        practice,
        contentHash: contentHashOf(tables),
        tables: [...tables],
        schemaSha256,
      }),
    })
    await job.report({ step: 'Reading it back', done: 0, total, unit: 'rows' })
    const { manifest } = await checkBundle(aside, layouts, counting('Reading it back'))
    const { size: bytes } = statSync(aside)
    const written = fingerprintFrom(manifest.tables)
    job.note({ people: written.people, rows: written.rows, contentHash: written.contentHash })
    await enterThenPlace(job, () => moveIntoPlace(aside, path))
    return { ...written, bytes, format }
  } catch (cause) {
    // What cannot be read back is our fault, not that of whoever asked for it.
    throw cause instanceof AppError && cause.code === 'validation' && cause.details.fieldErrors === undefined
      ? new AppError('io', `The bundle could not be proved, so it was not kept. ${cause.message}`)
      : explainFileError(cause)
  } finally {
    rmSync(aside, { force: true })
    connection.close()
  }
}
