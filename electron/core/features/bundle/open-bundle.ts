import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createInflateRaw } from 'node:zlib'
import { CsvError, parse, type Parser } from 'csv-parse'
import { finished } from 'node:stream/promises'
import { AppError } from '#shared/contract/errors.ts'
import { type Manifest, manifestSchema } from '#shared/features/bundle/schema.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { refuseBomb, type ZipEntry, zipDirectory } from '../imports/public.ts'
import { type BundleRow, type OpenBundle, refuseBundle } from './bundle-file.ts'
import { tableFile } from './bundle-schema.ts'
import { openWorkbookBundle } from './open-workbook.ts'

const notABundle = (): AppError =>
  new AppError(
    'validation',
    'This is not a bundle that Throughline wrote: it is another file, is damaged or protected, or would unpack to far more than a register. Nothing was brought in.',
  )

/** Far above what a hundred thousand people come to. */
const LARGEST_FILE = 1_000_000_000
const LARGEST_MANIFEST = 1_000_000
const LONGEST_ROW = 100_000_000
const LOCAL_BYTES = 30
const LINE_BREAK = /\r\n|\r|\n/g

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((lines, cell) => (/[\r\n]/.test(cell) ? lines + (cell.match(LINE_BREAK)?.length ?? 0) : lines), 1)

async function* unpack(
  bytes: Buffer,
  { at, packed, unpacked, isDeflated }: ZipEntry,
): AsyncGenerator<Buffer, void, void> {
  const start = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const body = bytes.subarray(start, start + packed)
  if (!isDeflated) {
    if (packed !== unpacked) throw notABundle()
    yield body
    return
  }
  const inflate = createInflateRaw({ chunkSize: 262_144 })
  inflate.end(body)
  for await (const chunk of inflate) yield chunk as Buffer
}

const writeInto = (parser: Parser, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(text, (cause) => (cause ? reject(cause) : resolve()))
  })

const manifestFrom = (text: string): Manifest => {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    throw refuseBundle('Its list of contents (manifest.json) cannot be read.')
  }
}

class ZipBundle implements OpenBundle {
  readonly format = 'zip'
  readonly manifest: Manifest
  private readonly bytes: Buffer
  private readonly entries: ReadonlyMap<string, ZipEntry>

  constructor(bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>, manifest: Manifest) {
    this.bytes = bytes
    this.entries = entries
    this.manifest = manifest
  }

  place(table: string, line?: number): string {
    return line === undefined ? tableFile(table) : `${tableFile(table)}, line ${line}`
  }

  async *rows(table: string): AsyncGenerator<BundleRow[], void, void> {
    const entry = this.entries.get(tableFile(table))
    if (entry === undefined) throw refuseBundle(`${tableFile(table)} is missing.`)
    const hash = createHash('sha256')
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    let rows: BundleRow[] = []
    let line = 1
    const parser = parse({
      record_delimiter: '\r\n',
      // A row of another length is told with its line when it is checked.
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[]) => {
        rows.push({ line, cells })
        line += linesIn(cells)
        return null
      },
    })
    const ended = finished(parser.resume())
    ended.catch(() => undefined)
    const taken = (): BundleRow[] => {
      const slice = rows
      rows = []
      return slice
    }
    try {
      for await (const chunk of unpack(this.bytes, entry)) {
        hash.update(chunk)
        await writeInto(parser, decoder.decode(chunk, { stream: true }))
        yield taken()
      }
      await writeInto(parser, decoder.decode())
      parser.end()
      await ended
    } catch (cause) {
      if (cause instanceof CsvError) throw refuseBundle(`${this.place(table, line)} cannot be read as a table.`)
      if (cause instanceof TypeError) throw refuseBundle(`${this.place(table, line)} or after it is not UTF-8 text.`)
      throw cause
    } finally {
      parser.destroy()
    }
    yield taken()
    const told = this.manifest.tables.find((listed) => listed.table === table)
    if (told?.sha256 !== hash.digest('hex'))
      throw refuseBundle(`${tableFile(table)} is not the file that was written: its SHA-256 differs.`)
  }
}

const textOf = async (bytes: Buffer, entry: ZipEntry | undefined, name: string): Promise<string> => {
  if (entry === undefined || entry.unpacked > LARGEST_MANIFEST) throw refuseBundle(`${name} is missing.`)
  const parts: Buffer[] = []
  for await (const part of unpack(bytes, entry)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

const openZip = async (bytes: Buffer, entries: readonly ZipEntry[]): Promise<OpenBundle> => {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.size !== entries.length) throw refuseBundle('Two files in it have the same name.')
  const manifest = manifestFrom(await textOf(bytes, byName.get('manifest.json'), 'manifest.json'))
  const schema = await textOf(bytes, byName.get('schema.json'), 'schema.json')
  if (createHash('sha256').update(schema, 'utf8').digest('hex') !== manifest.schemaSha256)
    throw refuseBundle('schema.json is not the file that was written: its SHA-256 differs.')
  const expected = new Set(['manifest.json', 'schema.json', ...manifest.tables.map(({ table }) => tableFile(table))])
  const stranger = entries.find(({ name }) => !expected.has(name))
  if (stranger !== undefined) throw refuseBundle('It holds a file that its list of contents does not name.')
  return new ZipBundle(bytes, byName, manifest)
}

const readWhole = (path: string): Buffer => {
  try {
    if (statSync(path).size > LARGEST_FILE) throw notABundle()
    return readFileSync(path)
  } catch (cause) {
    throw explainFileError(cause)
  }
}

const entriesOf = async (bytes: Buffer): Promise<ZipEntry[]> => {
  try {
    const entries = zipDirectory(bytes)
    await refuseBomb(bytes, entries)
    return entries
  } catch {
    throw notABundle()
  }
}

/**
 * Opens a bundle, a zip or a workbook, by what lies in it and never by its name.
 * @throws AppError `validation` when it is no bundle or its list of contents cannot be believed, `io`.
 */
export const openBundle = async (path: string): Promise<OpenBundle> => {
  const bytes = readWhole(path)
  const entries = await entriesOf(bytes)
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('manifest.json')) return openZip(bytes, entries)
  if (names.has('xl/workbook.xml')) {
    const opened = await openWorkbookBundle(bytes, manifestFrom)
    if (opened !== null) return opened
  }
  throw notABundle()
}
