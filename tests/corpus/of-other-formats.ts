import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { gzipSync } from 'node:zlib'
import { type CorpusFile, csv, HEADINGS, ADA, BOTH, LIST } from './corpus-file.ts'
import { zipOf } from './zip-file.ts'

const rubbish = (length: number): Buffer => {
  let state = 20_261_123
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 16) & 0xff
    }),
  )
}
const after = (start: string): Buffer => Buffer.concat([Buffer.from(start, 'latin1'), rubbish(3000)])
const SHEETS = [{ name: 'List', rows: [HEADINGS.split(','), ADA.split(',')] }]
const NOT_TEXT = 'This is not a text file'
const DAMAGED = 'This file is damaged: its list of contents cannot be read.'
const TOO_LARGE = 'This file unpacks to far more than a list of people needs'
const PICTURE = 'This is a picture, not a list.'
const WEB_PAGE = 'This is a web page or an XML file, not a list.'
const DOCUMENT = 'This is a word-processor document, not a list.'
const part = (name: string, words: string) => ({ name, data: Buffer.from(words) })

const bombOf = (says?: number): Buffer =>
  zipOf([
    part('xl/workbook.xml', '<workbook/>'),
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(60_000_000, ' '), ...(says === undefined ? {} : { says }) },
  ])

const encrypted = (): Promise<Uint8Array> =>
  writeXlsx({ sheets: SHEETS, encryption: { password: 'harbour', spinCount: 10 } })

/** What is no table, whatever its name says; and what is one under the wrong name. */
export const OF_OTHER_FORMATS: readonly CorpusFile[] = [
  { name: 'separated-text-named-xlsx', ending: 'xlsx', bytes: () => Buffer.from(LIST), verdict: BOTH },
  { name: 'binary-rubbish', bytes: () => rubbish(5000), verdict: { refused: NOT_TEXT } },
  {
    name: 'binary-rubbish-after-good-rows',
    bytes: () => Buffer.concat([csv(HEADINGS, ADA), rubbish(5000)]),
    verdict: { refused: NOT_TEXT },
  },
  { name: 'a-pdf-named-csv', bytes: () => after('%PDF-1.7\n'), verdict: { refused: 'This is a PDF' } },
  { name: 'a-photograph-named-csv', bytes: () => after('\u00FF\u00D8\u00FF\u00E0'), verdict: { refused: PICTURE } },
  { name: 'a-drawing-named-csv', bytes: () => after('\u0089PNG\r\n\u001A\n'), verdict: { refused: PICTURE } },
  {
    name: 'a-word-document-named-csv',
    bytes: () => zipOf([part('[Content_Types].xml', '<Types/>'), part('word/document.xml', '<document/>')]),
    verdict: { refused: DOCUMENT },
  },
  {
    name: 'rich-text-named-csv',
    bytes: () => Buffer.from('{\\rtf1\\ansi NHS number, Surname}'),
    verdict: { refused: DOCUMENT },
  },
  {
    name: 'a-web-page-named-xls',
    ending: 'xls',
    bytes: () =>
      csv(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
        '<table><tr><td>NHS number</td></tr></table></html>',
      ),
    verdict: { refused: WEB_PAGE },
  },
  {
    name: 'a-bare-web-table-named-xls',
    ending: 'xls',
    bytes: () => csv('', ' <TABLE border="1"><tr><td>NHS&nbsp;number</td></tr></TABLE>'),
    verdict: { refused: WEB_PAGE },
  },
  {
    name: 'xml-of-a-spreadsheet-named-xls',
    ending: 'xls',
    bytes: () => Buffer.from('\uFEFF<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    verdict: { refused: WEB_PAGE },
  },
  {
    name: 'a-compressed-list',
    ending: 'gz',
    bytes: () => gzipSync(LIST),
    verdict: { refused: 'This is a compressed file.' },
  },
  {
    name: 'a-database-named-csv',
    bytes: () => after('SQLite format 3\0'),
    verdict: { refused: 'This is a database, not a list.' },
  },
  { name: 'an-empty-zip', ending: 'zip', bytes: () => zipOf([]), verdict: { refused: 'This zip file is empty.' } },
  {
    name: 'a-list-inside-a-zip',
    ending: 'zip',
    bytes: () => zipOf([part('list.csv', LIST)]),
    verdict: { refused: 'This is a zip file without a workbook in it.' },
  },
  {
    name: 'a-zip-locked-by-a-password',
    ending: 'zip',
    bytes: () => zipOf([{ ...part('list.csv', LIST), isLocked: true }]),
    verdict: { refused: 'This file is protected by a password.' },
  },
  {
    name: 'a-workbook-locked-by-a-password',
    ending: 'xlsx',
    bytes: encrypted,
    verdict: { refused: 'This workbook is protected by a password.' },
  },
  {
    name: 'a-binary-workbook',
    ending: 'xlsb',
    bytes: () => zipOf([part('xl/workbook.bin', 'x')]),
    verdict: { refused: 'This is a binary Excel workbook.' },
  },
  {
    name: 'a-workbook-cut-short',
    ending: 'xlsx',
    bytes: async () => (await writeXlsx({ sheets: SHEETS })).subarray(0, 900),
    verdict: { refused: DAMAGED },
  },
  {
    name: 'a-workbook-without-its-sheet',
    ending: 'xlsx',
    bytes: () => zipOf([part('xl/workbook.xml', '<workbook/>')]),
    verdict: { refused: 'This workbook could not be read.' },
  },
  {
    name: 'a-workbook-that-is-not-xml',
    ending: 'xlsx',
    bytes: () => zipOf([part('xl/workbook.xml', '\0\u0001 <<<'), part('_rels/.rels', '<')]),
    verdict: { refused: 'This workbook could not be read.' },
  },
  { name: 'a-zip-bomb-that-says-so', ending: 'xlsx', bytes: () => bombOf(), verdict: { refused: TOO_LARGE } },
  { name: 'a-zip-bomb-that-lies', ending: 'xlsx', bytes: () => bombOf(4000), verdict: { refused: TOO_LARGE } },
  {
    name: 'an-opendocument-letter',
    ending: 'odt',
    bytes: () =>
      zipOf([
        { ...part('mimetype', 'application/vnd.oasis.opendocument.text'), isStored: true },
        part('content.xml', '<office:document-content/>'),
      ]),
    verdict: { refused: DOCUMENT },
  },
  {
    name: 'an-opendocument-workbook-cut-short',
    ending: 'ods',
    bytes: async () => (await writeOds({ sheets: SHEETS })).subarray(0, 500),
    verdict: { refused: DAMAGED },
  },
  {
    name: 'an-old-office-file',
    ending: 'doc',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    verdict: { refused: 'This is an old Office file' },
  },
]
