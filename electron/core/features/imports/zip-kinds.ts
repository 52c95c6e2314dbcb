import type { ZipEntry } from './zip-directory.ts'

/** What a zip file is, by what lies in it. other: files, of which nothing is known yet. */
export type ZipKind = 'xlsx' | 'xlsb' | 'ods' | 'document' | 'bundle' | 'other'

const FIRST_BYTES = [0x50, 0x4b, 0x03, 0x04]

/** Whether bytes begin as a zip file does that has something in it. */
export const isZip = (bytes: Uint8Array): boolean => FIRST_BYTES.every((byte, at) => bytes[at] === byte)

/** How a text of OpenDocument begins after the zip header: its kind comes first and unpacked (ODF 1.2, part 3, 3.3). */
const OPENDOCUMENT_TEXT = Buffer.from('mimetypeapplication/vnd.oasis.opendocument.text')
const ZIP_HEADER_BYTES = 30

/** What a zip file is. Nothing is unpacked. */
export const kindOfZip = (bytes: Buffer, entries: readonly ZipEntry[]): ZipKind => {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('word/document.xml') || bytes.indexOf(OPENDOCUMENT_TEXT) === ZIP_HEADER_BYTES) return 'document'
  if (names.has('content.xml') && names.has('mimetype')) return 'ods'
  if (names.has('xl/workbook.bin')) return 'xlsb'
  return names.has('manifest.json') && names.has('schema.json') ? 'bundle' : 'other'
}
