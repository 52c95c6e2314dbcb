import { type CorpusFile, csv, number, spaced } from './corpus-file.ts'

const WHO = 'NHS number,Surname,First name,Date of birth'
const GROUP_HEADINGS = `${WHO},Date of diagnosis,Cancer`
const born = (date: string, at = 0): string => `${number(at)},Hollis,Ada,${date}`
const diagnosed = (date: string, at = 0): string =>
  `${number(at)},Hollis${at},Ada,21/02/1950,${date},Malignant tumour of lung`
const dates = (...values: string[]): Buffer => csv(GROUP_HEADINGS, ...values.map((value, at) => diagnosed(value, at)))
const stored = (at: number, date: string): string => `${number(at)} Hollis${at}, Ada 1950-02-21 / lung ${date}`
const numbered = (...values: string[]): Buffer =>
  csv(WHO, ...values.map((value, at) => `${value},Hollis${at},Ada,21/02/1950`))
const rejectedFor = (reason: string, count: number): [number, string][] =>
  Array.from({ length: count }, (_, at): [number, string] => [at + 2, reason])

const wrongLastDigit = (at: number): string => number(at).slice(0, 9) + String((Number(number(at).slice(9)) + 1) % 10)

const MONTH_FIRST =
  'Diagnosis date: dates have the month first. Export the file again with dates as 4 Sep 2026 or 04/09/2026'

/** Dates and numbers as systems, people and spreadsheets write and spoil them. */
export const OF_VALUES: readonly CorpusFile[] = [
  {
    name: 'dates-that-could-be-either-way-round-are-day-first',
    bytes: () => dates('03/04/2024', '01/02/2025'),
    verdict: { rows: { new: 2 }, stored: [stored(0, '2024-04-03'), stored(1, '2025-02-01')] },
  },
  {
    name: 'dates-with-the-month-first',
    bytes: () => dates('03/24/2024', '04/05/2024'),
    verdict: { rows: { rejected: 2 }, rejected: rejectedFor(MONTH_FIRST, 2) },
  },
  {
    name: 'dates-both-ways-round-in-one-column',
    bytes: () => dates('24/03/2024', '03/24/2024', '04/05/2024'),
    verdict: {
      rows: { new: 1, rejected: 2 },
      rejected: [
        [3, 'Diagnosis date: the month is written before the day'],
        [4, 'Diagnosis date: day and month could be either way round'],
      ],
      stored: [stored(0, '2024-03-24')],
    },
  },
  {
    name: 'years-of-two-digits',
    bytes: () => csv(WHO, born('21/02/50'), born('21-Feb-50', 1)),
    verdict: { rows: { rejected: 2 }, rejected: rejectedFor('Date of birth: the year has 2 digits', 2) },
  },
  {
    name: 'days-that-never-were',
    bytes: () => dates('29/02/2025', '31/04/2024', '00/00/0000', '29/02/2024'),
    verdict: {
      rows: { new: 1, rejected: 3 },
      rejected: rejectedFor('Diagnosis date: there is no such day', 3),
      stored: [stored(3, '2024-02-29')],
    },
  },
  {
    name: 'dates-that-a-spreadsheet-made-numbers',
    bytes: () => dates('45395', '45395.5'),
    verdict: {
      rows: { rejected: 2 },
      rejected: rejectedFor(
        'Diagnosis date: a spreadsheet has turned the date into a number. Export it again with the column set to date or text',
        2,
      ),
    },
  },
  {
    name: 'dates-with-the-time-of-day',
    bytes: () =>
      dates(
        '2024-04-13T09:15:00',
        '2024-04-13 09:15',
        '13/04/2024 09:15:30',
        '13-Apr-2024 00:00',
        '2024-04-13T00:00:00.000',
        '13/04/2024 12:00:00 AM',
        '2024-04-13T09:15:00+01:00',
      ),
    verdict: { rows: { new: 7 }, stored: [0, 1, 2, 3, 4, 5, 6].map((at) => stored(at, '2024-04-13')) },
  },
  {
    name: 'days-that-began-in-summer-time',
    bytes: () => dates('2024-04-12T23:00:00Z', '2024-01-12T23:00:00Z', '2024-04-12T23:00:00.000Z'),
    verdict: {
      rows: { new: 3 },
      stored: [stored(0, '2024-04-13'), stored(1, '2024-01-12'), stored(2, '2024-04-13')],
    },
  },
  {
    name: 'dates-without-marks-between',
    bytes: () => dates('20240413', '20241301'),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[3, 'Diagnosis date: there is no such day']],
      stored: [stored(0, '2024-04-13')],
    },
  },
  {
    name: 'months-and-years-alone',
    bytes: () => dates('Apr 2024', '04/2024', '2024', 'April 2024'),
    verdict: {
      rows: { new: 4 },
      stored: [stored(0, '2024-04'), stored(1, '2024-04'), stored(2, '2024'), stored(3, '2024-04')],
    },
  },
  {
    name: 'dates-in-words-and-dots',
    bytes: () => dates('13.04.2024', '13 April 2024', '13th April 2024', '13-APR-2024', '3 Sept 2024'),
    verdict: {
      rows: { new: 5 },
      stored: [...[0, 1, 2, 3].map((at) => stored(at, '2024-04-13')), stored(4, '2024-09-03')],
    },
  },
  {
    name: 'dates-that-say-less-than-a-date',
    bytes: () => dates('today', '13 Apr', 'Spring 2024', 'Tuesdays', 'not known'),
    verdict: {
      rows: { new: 1, rejected: 4 },
      stored: [stored(4, '?')],
      rejected: [
        [2, 'Diagnosis date: the year is missing'],
        [3, 'Diagnosis date: the year is missing'],
        [4, 'Diagnosis date: this is not a date'],
        [5, 'Diagnosis date: this is not a date'],
      ],
    },
  },
  {
    name: 'dates-to-come-and-before-birth',
    bytes: () => dates('24/11/2026', '23/11/2026', '20/02/1950', '1949'),
    verdict: {
      rows: { new: 1, rejected: 3 },
      rejected: [
        [2, 'Diagnosis date is in the future'],
        [4, 'Diagnosis date is before the date of birth'],
        [5, 'Diagnosis date is before the date of birth'],
      ],
      stored: [stored(1, '2026-11-23')],
    },
  },
  {
    name: 'births-to-come-and-births-without-a-day',
    bytes: () => csv(WHO, born('21/02/2027'), born('Feb 1950', 1), born('1950', 2)),
    verdict: {
      rows: { rejected: 3 },
      rejected: [
        [2, 'Date of birth is in the future'],
        [3, 'Date of birth: the day is missing'],
        [4, 'Date of birth: the day is missing'],
      ],
    },
  },
  {
    name: 'numbers-with-spaces-and-dashes',
    bytes: () => numbered(spaced(0), spaced(1, '-'), spaced(2, '\u00A0'), spaced(3, '–'), ` ${number(4)}\t`),
    verdict: {
      rows: { new: 5 },
      stored: [0, 1, 2, 3, 4].map((at) => `${number(at)} Hollis${at}, Ada 1950-02-21`),
    },
  },
  {
    name: 'numbers-in-scientific-notation',
    bytes: () => numbered('9.99E+09', '9,99E+09'.replace(',', '.'), `${number(0)}.0`),
    verdict: {
      rows: { rejected: 3 },
      rejected: rejectedFor('NHS number rounded by a spreadsheet, so digits are lost', 3),
    },
  },
  {
    name: 'numbers-too-short-and-too-long',
    bytes: () => numbered(number(0).slice(1), `${number(1)}0`, '12'),
    verdict: {
      rows: { rejected: 3 },
      rejected: [
        [2, 'NHS number has fewer than 10 digits'],
        [3, 'NHS number has more than 10 digits'],
        [4, 'NHS number has fewer than 10 digits'],
      ],
    },
  },
  {
    name: 'numbers-with-a-wrong-check-digit',
    bytes: () => numbered(wrongLastDigit(0), wrongLastDigit(1)),
    verdict: { rows: { rejected: 2 }, rejected: rejectedFor('NHS number check digit is wrong', 2) },
  },
  {
    name: 'numbers-of-one-digit-ten-times',
    bytes: () => numbered('9999999999', '0000000000'),
    verdict: {
      rows: { rejected: 2 },
      rejected: [
        [2, 'NHS number is one digit ten times, which is nobody’s number'],
        [3, 'NHS number is one digit ten times, which is nobody’s number'],
      ],
    },
  },
  {
    name: 'numbers-with-a-letter-for-a-nought',
    bytes: () => numbered(number(0).replace('0', 'O'), `NHS ${number(1)}`),
    verdict: { rows: { rejected: 2 }, rejected: rejectedFor('NHS number has letters or signs in it', 2) },
  },
  {
    name: 'stages-routes-and-sexes-nobody-knows',
    bytes: () =>
      csv(
        `${WHO},Sex,Cancer,Diagnosis date,Stage,Route`,
        `${born('21/02/1950')},?,Malignant tumour of lung,13/04/2024,,`,
        `${born('21/02/1950', 1)},F,Malignant tumour of lung,13/04/2024,Dukes B,`,
        `${born('21/02/1950', 2)},F,Malignant tumour of lung,13/04/2024,IIIb,By pigeon`,
        `${number(3)},Hollis,Ada,22/02/1950,Unspecified,Malignant tumour of lung,13/04/2024,IIIb,2WW`,
      ),
    verdict: {
      rows: { new: 1, rejected: 3 },
      rejected: [
        [2, 'Sex is not one of male, female, indeterminate or not known'],
        [3, 'Stage is not one of 0 to 4'],
        [4, 'Route to diagnosis is not one of ours'],
      ],
      stored: [`${number(3)} Hollis, Ada 1950-02-22 / lung 2024-04-13 stage 3B`],
    },
  },
  {
    name: 'a-code-that-contradicts-the-words',
    bytes: () => csv(`${WHO},Cancer,ICD-10 code`, `${born('21/02/1950')},Malignant tumour of lung,C61`),
    verdict: { rows: { rejected: 1 }, rejected: [[2, 'The cancer and its ICD-10 code name different cancers']] },
  },
  {
    name: 'errors-of-a-spreadsheet-saved-as-text',
    bytes: () =>
      csv(
        `${WHO},Cancer,Hospital`,
        `${born('21/02/1950')},Malignant tumour of lung,#N/A`,
        `${number(1)},#REF!,Len,30/11/1944,,`,
      ),
    verdict: {
      rows: { rejected: 2 },
      rejected: rejectedFor('A cell holds an error of a spreadsheet, such as #N/A, where its value should be', 2),
    },
  },
]
