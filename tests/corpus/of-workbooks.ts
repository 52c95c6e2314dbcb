import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { BOTH, BOTH_STORED, type CorpusFile, HEADINGS, number, spaced } from './corpus-file.ts'
import { rowOf, sheetOf, textCell } from './zip-file.ts'

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date))
const HEAD = HEADINGS.split(',')
const ADA = [Number(number(0)), 'Hollis', 'Ada', day(1950, 2, 21), 'Malignant tumour of lung', day(2024, 4, 13)]
const LEN = [spaced(1), 'Marsh', 'Len', day(1944, 11, 30), 'Malignant tumour of prostate', day(2026, 1, 31)]
const ROWS = [HEAD, ADA, LEN]
const OTHERS = [HEAD, [number(30), 'Elsewhere', 'Ann', day(1930, 1, 2), 'Malignant tumour of breast', day(2020, 1, 2)]]
const IN_A_BOOK = { ...BOTH, encoding: null, separator: null } as const

const textRow = (...cells: string[]): string => rowOf(...cells.map(textCell))
const xmlRows = (...rows: string[]): string => [textRow(...HEAD.slice(0, 4)), ...rows].join('')

/** Workbooks, made by the library that reads them, or by hand where it would not write such a thing. */
export const OF_WORKBOOKS: readonly CorpusFile[] = [
  {
    name: 'a-workbook-with-dates-and-a-number-kept-as-a-quantity',
    ending: 'xlsx',
    bytes: () => writeXlsx({ sheets: [{ name: 'List', rows: ROWS }] }),
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-named-csv',
    bytes: () => writeXlsx({ sheets: [{ name: 'List', rows: ROWS }] }),
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-with-a-macro-inside',
    ending: 'xlsm',
    bytes: () => writeXlsx({ sheets: [{ name: 'List', rows: ROWS }], vbaProject: Buffer.from('not really a macro') }),
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-counted-from-1904',
    ending: 'xlsx',
    bytes: () => writeXlsx({ sheets: [{ name: 'List', rows: ROWS }], dateSystem: '1904' }),
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-with-a-hidden-sheet-first',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: 'Old', hidden: true, rows: OTHERS },
          { name: 'List', rows: ROWS },
        ],
      }),
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-with-several-sheets-and-a-cover',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: 'About', rows: [['Made on Monday']] },
          { name: 'List', rows: ROWS },
          { name: 'Before', rows: OTHERS },
        ],
      }),
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-read-from-the-sheet-somebody-chose',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: 'Old', rows: OTHERS },
          { name: 'List', rows: ROWS },
        ],
      }),
    reading: { sheet: 'List' },
    verdict: { ...IN_A_BOOK, sheet: 'List' },
  },
  {
    name: 'a-workbook-with-merged-title-and-headings',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          {
            name: 'List',
            rows: [
              ['Cancer list, November'],
              [...HEAD, 'Address', null],
              [...ADA, '1 High Street', 'Ashby'],
              [...LEN, '2 Low Road', 'Ashby'],
            ],
            merges: [
              { startRow: 0, endRow: 0, startCol: 0, endCol: 5 },
              { startRow: 1, endRow: 1, startCol: 6, endCol: 7 },
            ],
          },
        ],
      }),
    verdict: { ...IN_A_BOOK, headerLine: 2 },
  },
  {
    name: 'a-workbook-with-rows-and-columns-left-empty',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: 'List', rows: [[], [], [null, null, ...HEAD], [], [null, null, ...ADA], [null, null, ...LEN]] },
        ],
      }),
    verdict: { ...IN_A_BOOK, headerLine: 3 },
  },
  {
    name: 'a-workbook-whose-cells-are-all-text',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          {
            name: 'List',
            rows: [
              HEAD,
              [number(0), 'Hollis', 'Ada', '21/02/1950', 'Malignant tumour of lung', '13/04/2024'],
              [number(1), 'Marsh', 'Len', '30/11/1944', 'Malignant tumour of prostate', '31/01/2026'],
            ],
          },
        ],
      }),
    verdict: IN_A_BOOK,
  },
  {
    name: 'a-workbook-with-dates-as-bare-numbers',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({ sheets: [{ name: 'List', rows: [HEAD, [number(0), 'Hollis', 'Ada', 18_315, null, null]] }] }),
    verdict: {
      rows: { rejected: 1 },
      rejected: [
        [
          2,
          'Date of birth: a spreadsheet has turned the date into a number. Export it again with the column set to date or text',
        ],
      ],
    },
  },
  {
    name: 'a-workbook-with-a-rounded-number',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({ sheets: [{ name: 'List', rows: [HEAD, [9.99e9, 'Hollis', 'Ada', day(1950, 2, 21), null, null]] }] }),
    verdict: { rows: { rejected: 1 }, rejected: [[2, 'NHS number check digit is wrong']] },
  },
  {
    name: 'a-workbook-with-errors-in-its-cells',
    ending: 'xlsx',
    bytes: () =>
      sheetOf(
        xmlRows(
          rowOf(
            textCell(number(0)),
            '<c t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c>',
            textCell('Ada'),
            textCell('21/02/1950'),
          ),
          textRow(number(1), 'Marsh', 'Len', '30/11/1944'),
        ),
      ),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[2, 'A cell holds an error of a spreadsheet, such as #N/A, where its value should be']],
      stored: [`${number(1)} Marsh, Len 1944-11-30`],
    },
  },
  {
    name: 'a-workbook-with-formulas-and-what-they-last-showed',
    ending: 'xlsx',
    bytes: () =>
      sheetOf(
        xmlRows(
          rowOf(
            textCell(number(0)),
            '<c t="str"><f>HYPERLINK("http://example.org","Eve")</f><v>Hollis</v></c>',
            textCell('Ada'),
            textCell('21/02/1950'),
          ),
          rowOf(
            textCell(number(1)),
            '<c t="str"><f>cmd|\' /C calc\'!A0</f></c>',
            textCell('Len'),
            textCell('30/11/1944'),
          ),
        ),
      ),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[3, 'New to the register, without a surname or a local number']],
      stored: [`${number(0)} Hollis, Ada 1950-02-21`],
    },
  },
  {
    name: 'a-workbook-whose-rows-say-absurd-numbers',
    ending: 'xlsx',
    bytes: () =>
      sheetOf(
        xmlRows(
          `<row r="lots">${[number(0), 'Hollis', 'Ada', '21/02/1950'].map(textCell).join('')}</row>`,
          `<row r="1e400">${[number(1), 'Marsh', 'Len', '30/11/1944'].map(textCell).join('')}</row>`,
        ),
      ),
    verdict: { refused: 'This workbook could not be read.' },
  },
  {
    name: 'a-workbook-with-a-cell-beyond-the-last-column',
    ending: 'xlsx',
    bytes: () => sheetOf(xmlRows(`<row><c r="ZZZZZ2"><v>1</v></c></row>`)),
    verdict: { refused: 'This workbook could not be read.' },
  },
  {
    name: 'a-workbook-of-more-than-five-hundred-columns',
    ending: 'xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [{ name: 'List', rows: [[...HEAD, ...Array.from({ length: 600 }, (_, at) => `Measure ${at}`)], ADA] }],
      }),
    verdict: { refused: 'This file has more than 500 columns.' },
  },
  {
    name: 'a-workbook-with-headings-and-nothing-else',
    ending: 'xlsx',
    bytes: () => writeXlsx({ sheets: [{ name: 'List', rows: [HEAD] }] }),
    verdict: { refused: 'No sheet of this workbook holds a table' },
  },
  {
    name: 'an-opendocument-workbook',
    ending: 'ods',
    bytes: () =>
      writeOds({
        sheets: [
          { name: 'About', rows: [['Made on Monday']] },
          { name: 'List', rows: ROWS },
        ],
      }),
    verdict: { ...IN_A_BOOK, sheet: 'List', stored: BOTH_STORED },
  },
]
