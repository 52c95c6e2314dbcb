import {
  ADA,
  ADA_STORED,
  BOTH,
  type CorpusFile,
  csv,
  HEADINGS,
  LEN,
  LEN_STORED,
  LIST,
  number,
  text,
} from './corpus-file.ts'

const with_ = (mark: string): Buffer => Buffer.from(LIST.replaceAll(',', mark))
const NO_HEADINGS = 'There are headings in this file and no rows under them.'
const NOT_A_TABLE = 'This file is plain text or has a single column'
const SWALLOWED = 'A cell holds a whole row of the file. A quotation mark before it may not be closed'
const SLIPPED =
  'The row has more cells than there are headings. A separator inside a value may lack its quotation marks'
const blanks = (count: number): string => ','.repeat(count)

/** Separators, quotation marks, line ends and the shape of the table. */
export const OF_SHAPES: readonly CorpusFile[] = [
  { name: 'separated-by-semicolons', bytes: () => with_(';'), verdict: { ...BOTH, separator: ';' } },
  { name: 'separated-by-tabs', bytes: () => with_('\t'), verdict: { ...BOTH, separator: '\t' } },
  { name: 'separated-by-upright-bars', bytes: () => with_('|'), verdict: { ...BOTH, separator: '|' } },
  {
    name: 'sep-line-above-the-headings',
    bytes: () => Buffer.from(`sep=;\r\n${LIST.replaceAll(',', ';')}`),
    verdict: { ...BOTH, separator: ';', headerLine: 2 },
  },
  {
    name: 'sep-line-against-more-commas-in-the-cells',
    bytes: () =>
      csv(
        'sep=|',
        'NHS number|Surname|First name|Date of birth|Address, town, county',
        `${number(0)}|Hollis|Ada|21/02/1950|1, High Street, Ashby`,
      ),
    verdict: { separator: '|', headerLine: 2, rows: { new: 1 }, stored: [`${number(0)} Hollis, Ada 1950-02-21`] },
  },
  {
    name: 'semicolons-with-commas-inside-the-cells',
    bytes: () =>
      csv(
        'NHS number;Patient name;Date of birth',
        `${number(0)};HOLLIS, Ada;21/02/1950`,
        `${number(1)};MARSH, Len;30/11/1944`,
      ),
    verdict: { separator: ';', rows: { new: 2 } },
  },
  {
    name: 'line-breaks-inside-quotation-marks',
    bytes: () =>
      csv(
        HEADINGS,
        ADA.replace('Hollis', '"Hollis\r\n"'),
        LEN.replace('Malignant tumour of prostate', '"Malignant tumour\nof prostate"'),
      ),
    verdict: { ...BOTH, headerLine: 1 },
  },
  {
    name: 'doubled-quotation-marks',
    bytes: () => csv(HEADINGS, ADA.replace('Ada', '"Ada ""Addie"" Jane"')),
    verdict: { rows: { new: 1 }, stored: [ADA_STORED.replace('Ada', 'Ada "Addie" Jane')] },
  },
  {
    name: 'bare-quotation-marks-inside-a-cell',
    bytes: () => csv(HEADINGS, ADA.replace('Ada', 'Ada "Addie" Jane')),
    verdict: { rows: { new: 1 }, stored: [ADA_STORED.replace('Ada', 'Ada "Addie" Jane')] },
  },
  {
    name: 'unclosed-quotation-mark',
    bytes: () => csv(HEADINGS, ADA, LEN.replace('Marsh', '"Marsh')),
    verdict: { refused: 'A quotation mark on line 3 is opened and never closed.' },
  },
  {
    name: 'two-unclosed-quotation-marks-that-swallow-a-row',
    bytes: () =>
      csv(
        'NHS number,Surname,First name,Date of birth',
        `${number(0)},"Hollis,Ada,21/02/1950`,
        `${number(1)},"Marsh,Len,30/11/1944`,
        `${number(2)},Quenby,Orla,09/03/1961`,
      ),
    verdict: { rows: { new: 1, rejected: 1 }, rejected: [[2, SWALLOWED]] },
  },
  {
    name: 'unclosed-quotation-mark-in-a-column-that-is-left-out',
    bytes: () =>
      csv(
        'NHS number,Surname,First name,Date of birth,Remarks',
        `${number(0)},Hollis,Ada,21/02/1950,"rang`,
        `${number(1)},Marsh,Len,30/11/1944,"rang`,
        `${number(2)},Quenby,Orla,09/03/1961,rang"`,
      ),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[2, SWALLOWED]],
      stored: [`${number(2)} Quenby, Orla 1961-03-09`],
    },
  },
  { name: 'carriage-returns-alone', bytes: () => Buffer.from(LIST.replaceAll('\r\n', '\r')), verdict: BOTH },
  { name: 'line-feeds-alone', bytes: () => Buffer.from(LIST.replaceAll('\r\n', '\n')), verdict: BOTH },
  { name: 'mixed-line-ends', bytes: () => Buffer.from(`${HEADINGS}\r\n${ADA}\n${LEN}\r`), verdict: BOTH },
  { name: 'no-line-end-after-the-last-row', bytes: () => Buffer.from(LIST.trimEnd()), verdict: BOTH },
  {
    name: 'rows-shorter-than-the-headings',
    bytes: () => csv(HEADINGS, `${number(0)},Hollis,Ada,21/02/1950`, LEN),
    verdict: { rows: { new: 2 }, stored: [`${number(0)} Hollis, Ada 1950-02-21`, LEN_STORED] },
  },
  {
    name: 'a-row-longer-than-the-headings',
    bytes: () => csv(HEADINGS, ADA.replace('lung', 'lung, left'), LEN),
    verdict: { rows: { new: 1, rejected: 1 }, rejected: [[2, SLIPPED]], stored: [LEN_STORED] },
  },
  {
    name: 'separators-at-the-end-of-every-row',
    bytes: () => csv(`${HEADINGS},,,`, `${ADA},,,`, `${LEN},,,`),
    verdict: BOTH,
  },
  {
    name: 'blank-rows-everywhere',
    bytes: () => csv('', HEADINGS, '', ',,,,,', ADA, '   ', LEN, '', ''),
    verdict: { ...BOTH, headerLine: 2, facts: ['6 blank rows'] },
  },
  {
    name: 'total-row-at-the-end',
    bytes: () => csv(HEADINGS, ADA, LEN, 'Total patients,2,,,,'),
    verdict: { ...BOTH, facts: ['Last row was a total'] },
  },
  {
    name: 'somebody-called-total-on-the-last-row',
    bytes: () =>
      csv(
        'Surname,First name,NHS number,Date of birth',
        `Marsh,Len,${number(1)},30/11/1944`,
        `Total,Ann,${number(0)},21/02/1950`,
      ),
    verdict: { rows: { new: 2 }, stored: [`${number(1)} Marsh, Len 1944-11-30`, `${number(0)} Total, Ann 1950-02-21`] },
  },
  {
    name: 'headings-repeated-midway',
    bytes: () => csv(HEADINGS, ADA, HEADINGS, LEN, HEADINGS),
    verdict: { ...BOTH, facts: ['Headings repeated on 2 rows'] },
  },
  {
    name: 'headings-repeated-in-another-form',
    bytes: () =>
      csv(
        HEADINGS,
        ADA,
        HEADINGS.toUpperCase(),
        HEADINGS.split(',')
          .map((heading) => `" ${heading} "`)
          .join(','),
        LEN,
        `${HEADINGS.toLowerCase()},,`,
      ),
    verdict: { ...BOTH, facts: ['Headings repeated on 3 rows'] },
  },
  {
    name: 'headings-twice-over',
    bytes: () => csv(`${HEADINGS},Surname,Date of birth`, `${ADA},Elsewhere,01/01/1930`, `${LEN},Elsewhere,01/01/1930`),
    verdict: BOTH,
  },
  {
    name: 'columns-without-a-heading',
    bytes: () => csv(`${HEADINGS},,`, `${ADA},,loose words`, `${LEN},,`),
    verdict: BOTH,
  },
  {
    name: 'five-hundred-columns',
    bytes: () => csv(`${HEADINGS}${Array.from({ length: 494 }, (_, at) => `,Measure ${at}`).join('')}`, ADA, LEN),
    verdict: BOTH,
  },
  {
    name: 'more-than-five-hundred-columns',
    bytes: () => csv(`${HEADINGS}${blanks(600)}`, ADA),
    verdict: { refused: 'This file has more than 500 columns.' },
  },
  {
    name: 'a-million-columns',
    bytes: () => csv(blanks(1_000_000), ADA),
    verdict: { refused: 'This file has more than 500 columns.' },
  },
  {
    name: 'a-cell-of-half-a-million-letters',
    bytes: () =>
      csv(`${HEADINGS},Remarks`, ADA.replace('Hollis', 'x'.repeat(500_000)), `${LEN},${'y'.repeat(500_000)}`),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[2, 'Surname is longer than 80 letters']],
      stored: [LEN_STORED],
    },
  },
  {
    name: 'headings-under-a-long-preamble',
    bytes: () => csv(...Array.from({ length: 25 }, (_, at) => `Note ${at},set aside`), HEADINGS, ADA, LEN),
    verdict: { ...BOTH, headerLine: 26 },
  },
  {
    name: 'no-headings-at-all',
    bytes: () => csv(ADA, LEN),
    verdict: { refused: 'No headings were found in this file.' },
  },
  { name: 'headings-and-nothing-else', bytes: () => csv(HEADINGS), verdict: { refused: NO_HEADINGS } },
  { name: 'headings-and-a-total', bytes: () => csv(HEADINGS, 'Total,0,,,,'), verdict: { refused: NO_HEADINGS } },
  { name: 'a-single-column', bytes: () => csv('Name', 'Hollis', 'Marsh'), verdict: { refused: NOT_A_TABLE } },
  {
    name: 'prose',
    bytes: () => Buffer.from(text('Dear colleague', 'please find the list attached')),
    verdict: { refused: NOT_A_TABLE },
  },
  { name: 'an-empty-file', bytes: () => new Uint8Array(), verdict: { refused: 'This file is empty.' } },
  { name: 'a-byte-order-mark-and-nothing-else', bytes: () => Buffer.from('\uFEFF'), verdict: { refused: NOT_A_TABLE } },
  {
    name: 'blank-lines-and-nothing-else',
    bytes: () => Buffer.from('\r\n\r\n \r\n'),
    verdict: { refused: NOT_A_TABLE },
  },
]
