import {
  BOTH,
  BOTH_STORED,
  type CorpusFile,
  csv,
  HEADINGS,
  ADA as ADA_LINE,
  LEN as LEN_LINE,
  number,
} from './corpus-file.ts'
import { oleContainerOf } from '#core/features/imports/ole-container.ts'
import { smallContainerOf, type XlsCell, xlsOf, xlsStreamOf } from './xls-file.ts'

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date))
const HEAD = HEADINGS.split(',')
const ADA = [Number(number(0)), 'Hollis', 'Ada', day(1950, 2, 21), 'Malignant tumour of lung', day(2024, 4, 13)]
const LEN = [number(1), 'Marsh', 'Len', day(1944, 11, 30), 'Malignant tumour of prostate', day(2026, 1, 31)]
const ROWS: XlsCell[][] = [HEAD, ADA, LEN]
const OTHERS: XlsCell[][] = [HEAD, [number(30), 'Elsewhere', 'Ann', day(1930, 1, 2), null, null]]
const LIST = [{ name: 'List', rows: ROWS }]
const IN_A_BOOK = { ...BOTH, encoding: null, separator: null, sheet: 'List' } as const

const PROTECTED = 'This workbook is protected by a password.'
const TOO_OLD = 'This workbook is from Excel 95 or before.'
const CUT_SHORT = 'This is an old Office file that is cut short'
const CIRCLE = 'This is an old Office file that is damaged: its parts go round in a circle.'
const APART = 'This is an old Office file that is damaged: its parts cannot be put together.'
const RECORDS = 'This is an old Office file that is damaged: what it holds cannot be read.'

/** Writes a number over a place of a file. */
const with32 = (bytes: Buffer, place: number, value: number): Buffer => {
  const spoilt = Buffer.from(bytes)
  spoilt.writeUInt32LE(value, place)
  return spoilt
}

/** In `oleContainerOf` sectors have 4,096 bytes: the table, the directory, then the stream. */
const SECTOR = 4096
const TABLE = SECTOR
const DIRECTORY = 2 * SECTOR
const LONG_LIST = [
  {
    name: 'List',
    rows: [HEAD, ...Array.from({ length: 180 }, (_, at) => [`L${at}`, `Person-of-a-long-list-${at}`, 'Ada', null])],
  },
]

/** A list with more records at the end of its sheet. */
const withRecords = (records: readonly Buffer[], rows: XlsCell[][] = ROWS): Buffer => {
  const stream = xlsStreamOf([{ name: 'List', rows }])
  const end = stream.length - 4
  return oleContainerOf('Workbook', Buffer.concat([stream.subarray(0, end), ...records, stream.subarray(end)]))
}

/** A cell that shows a word which is kept once for all. */
const wordCell = (row: number, column: number, word: number): Buffer => {
  const cell = Buffer.alloc(14)
  for (const [place, value] of [0x00fd, 10, row, column, 0, word].entries()) cell.writeUInt16LE(value, place * 2)
  return cell
}

/** Workbooks of Excel 97 to 2003, made record by record: no library of ours writes them. */
export const OF_OLD_WORKBOOKS: readonly CorpusFile[] = [
  {
    name: 'an-old-workbook',
    ending: 'xls',
    bytes: () => xlsOf(LIST),
    verdict: { ...IN_A_BOOK, facts: ['Excel 97–2003 workbook, sheet “List”'] },
  },
  { name: 'an-old-workbook-named-csv', bytes: () => xlsOf(LIST), verdict: IN_A_BOOK },
  {
    name: 'separated-text-named-xls',
    ending: 'xls',
    bytes: () => csv(HEADINGS, ADA_LINE, LEN_LINE),
    verdict: { ...BOTH, encoding: 'utf-8', separator: ',' },
  },
  {
    name: 'an-old-workbook-in-small-sectors',
    ending: 'xls',
    bytes: () => smallContainerOf('Workbook', xlsStreamOf(LIST)),
    verdict: IN_A_BOOK,
  },
  {
    name: 'an-old-workbook-counted-from-1904',
    ending: 'xls',
    bytes: () => xlsOf(LIST, { counts1904: true }),
    verdict: IN_A_BOOK,
  },
  {
    name: 'an-old-workbook-with-formulas',
    ending: 'xls',
    bytes: () =>
      xlsOf([
        {
          name: 'List',
          rows: [
            HEAD,
            [{ shows: Number(number(0)) }, { shows: 'Hollis' }, { shows: 'Ada' }, ...ADA.slice(3)],
            [...LEN.slice(0, 2), { shows: 'Len' }, ...LEN.slice(3)],
          ],
        },
      ]),
    verdict: IN_A_BOOK,
  },
  {
    name: 'an-old-workbook-with-error-cells',
    ending: 'xls',
    bytes: () => xlsOf([{ name: 'List', rows: [HEAD, [{ error: 42 }, ...ADA.slice(1)], LEN] }]),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[2, 'A cell holds an error of a spreadsheet, such as #N/A, where its value should be']],
    },
  },
  {
    name: 'an-old-workbook-with-a-hidden-sheet-first',
    ending: 'xls',
    bytes: () => xlsOf([{ name: 'Old', rows: OTHERS, isHidden: true }, ...LIST]),
    verdict: IN_A_BOOK,
  },
  {
    name: 'an-old-workbook-with-a-cover',
    ending: 'xls',
    bytes: () => xlsOf([{ name: 'About', rows: [['Made on Monday']] }, ...LIST]),
    verdict: { ...IN_A_BOOK, stored: BOTH_STORED },
  },
  {
    name: 'an-old-workbook-with-words-beyond-one-record',
    ending: 'xls',
    bytes: () => xlsOf(LONG_LIST),
    verdict: { rows: { rejected: 180 } },
  },
  {
    name: 'an-old-workbook-with-rows-left-empty',
    ending: 'xls',
    bytes: () => xlsOf([{ name: 'List', rows: [[], [], HEAD, [], ADA, [], LEN] }]),
    verdict: { ...IN_A_BOOK, headerLine: 3 },
  },
  {
    name: 'an-old-workbook-without-a-table',
    ending: 'xls',
    bytes: () => xlsOf([{ name: 'One', rows: [['Only a title']] }]),
    verdict: { refused: 'No sheet of this workbook holds a table' },
  },
  {
    name: 'an-old-workbook-locked-by-a-password',
    ending: 'xls',
    bytes: () => xlsOf(LIST, { isLocked: true }),
    verdict: { refused: PROTECTED },
  },
  {
    name: 'an-old-workbook-that-asks-before-it-is-changed',
    ending: 'xls',
    bytes: () => xlsOf(LIST, { isReadOnly: true }),
    verdict: IN_A_BOOK,
  },
  {
    name: 'an-old-workbook-protected-without-a-password',
    ending: 'xls',
    bytes: () => xlsOf(LONG_LIST, { isEnciphered: true, isReadOnly: true }),
    verdict: { rows: { rejected: 180 } },
  },
  {
    name: 'a-short-old-workbook-protected-without-a-password',
    ending: 'xls',
    bytes: () => xlsOf(LIST, { isEnciphered: true }),
    verdict: IN_A_BOOK,
  },
  {
    name: 'a-workbook-of-excel-95',
    ending: 'xls',
    bytes: () => oleContainerOf('Book', xlsStreamOf(LIST, { version: 0x0500 })),
    verdict: { refused: TOO_OLD },
  },
  {
    name: 'a-workbook-of-excel-95-under-the-newer-name',
    ending: 'xls',
    bytes: () => xlsOf(LIST, { version: 0x0500 }),
    verdict: { refused: TOO_OLD },
  },
  {
    name: 'a-workbook-of-excel-4',
    ending: 'xls',
    bytes: () => Buffer.concat([Buffer.from('090406000000', 'hex'), Buffer.alloc(200)]),
    verdict: { refused: TOO_OLD },
  },
  {
    name: 'an-old-letter',
    ending: 'doc',
    bytes: () => oleContainerOf('WordDocument', Buffer.alloc(5000)),
    verdict: { refused: 'This is an old Office file without a workbook in it' },
  },
  {
    name: 'an-old-workbook-cut-short',
    ending: 'xls',
    bytes: () => xlsOf(LONG_LIST).subarray(0, 5 * SECTOR),
    verdict: { refused: CUT_SHORT },
  },
  {
    name: 'an-old-workbook-cut-in-its-head',
    ending: 'xls',
    bytes: () => xlsOf(LIST).subarray(0, 300),
    verdict: { refused: APART },
  },
  {
    name: 'an-old-workbook-whose-sectors-go-round',
    ending: 'xls',
    bytes: () => with32(xlsOf(LONG_LIST), TABLE + 3 * 4, 2),
    verdict: { refused: CIRCLE },
  },
  {
    name: 'an-old-workbook-whose-directory-goes-round',
    ending: 'xls',
    bytes: () => with32(xlsOf(LIST), TABLE + 4, 1),
    verdict: { refused: CIRCLE },
  },
  {
    name: 'an-old-workbook-that-says-it-is-huge',
    ending: 'xls',
    bytes: () => with32(xlsOf(LIST), DIRECTORY + 128 + 120, 0xffff_ffff),
    verdict: { refused: CUT_SHORT },
  },
  {
    name: 'an-old-workbook-with-a-table-without-end',
    ending: 'xls',
    bytes: () => with32(xlsOf(LIST), 44, 0xffff_fff0),
    verdict: { refused: CUT_SHORT },
  },
  {
    name: 'an-old-workbook-whose-sheets-lie-in-one-place',
    ending: 'xls',
    bytes: () =>
      xlsOf(
        Array.from({ length: 200 }, (_, at) => ({ name: `List ${at}`, rows: ROWS })),
        { isRepeated: true },
      ),
    verdict: { refused: RECORDS },
  },
  {
    name: 'an-old-workbook-with-a-record-beyond-its-end',
    ending: 'xls',
    bytes: () => {
      const stream = xlsStreamOf(LIST)
      stream.writeUInt16LE(0xffff, 20 + 2)
      return oleContainerOf('Workbook', stream)
    },
    verdict: { refused: RECORDS },
  },
  {
    name: 'an-old-workbook-whose-one-word-would-fill-the-memory',
    ending: 'xls',
    bytes: () =>
      withRecords(
        Array.from({ length: 80_000 }, (_, at) => wordCell(3 + (at >> 4), at & 15, 2)),
        [HEAD.slice(0, 2), ['x'.repeat(3900), 'Hollis']],
      ),
    verdict: { refused: 'This sheet holds more than 200 MB of text.' },
  },
  {
    name: 'an-old-workbook-with-a-cell-beyond-its-columns',
    ending: 'xls',
    bytes: () => withRecords([wordCell(3, 256, 0)]),
    verdict: { refused: RECORDS },
  },
  {
    name: 'an-old-workbook-of-records-without-end',
    ending: 'xls',
    bytes: () => withRecords([Buffer.alloc(16_400_000, Buffer.from([1, 2, 0, 0]))]),
    verdict: { refused: 'This sheet holds more than 2 million filled cells' },
  },
]
