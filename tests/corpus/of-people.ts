import { ADA, ADA_STORED, BOTH, type CorpusFile, csv, HEADINGS, LEN, LEN_STORED, LIST, number } from './corpus-file.ts'

const WHO = 'NHS number,Surname,First name,Date of birth'
const REVIEWED = `${WHO},Usual GP,Stage,Cancer,Diagnosis date,Care review date`
const REGISTER = Buffer.from(LIST)
const ada = (change: string): string => `${number(0)},${change}`
const stored = (name: string): string => `${number(0)} ${name} 1950-02-21`
const called = (surname: string, given: string): Buffer => csv(WHO, `${number(0)},${surname},${given},21/02/1950`)

/** Who is who: in one file, and between the file and the register. */
export const OF_PEOPLE: readonly CorpusFile[] = [
  {
    name: 'the-same-list-again',
    bytes: () => Buffer.from(LIST),
    before: REGISTER,
    verdict: { rows: { same: 2 }, stored: BOTH.stored ?? [] },
  },
  {
    name: 'blank-cells-take-nothing-away',
    bytes: () => csv(HEADINGS, `${number(0)},,,,,`),
    before: REGISTER,
    verdict: { rows: { same: 1 }, stored: BOTH.stored ?? [] },
  },
  {
    name: 'news-of-somebody-known',
    bytes: () => csv(REVIEWED, ada('Hollis,Ada,21/02/1950,Dr Rao,2A,Malignant tumour of lung,13/04/2024,05/06/2025')),
    before: REGISTER,
    verdict: {
      rows: { changed: 1 },
      stored: [`${number(0)} Hollis, Ada 1950-02-21 / lung 2024-04-13 stage 2A / care_review 2025-06-05`, LEN_STORED],
    },
  },
  {
    name: 'somebody-known-by-name-and-birth-alone',
    bytes: () => csv('Surname,First name,Date of birth,Care review date', 'HOLLIS,Ada,21/02/1950,05/06/2025'),
    before: REGISTER,
    verdict: { rows: { changed: 1 }, stored: [`${ADA_STORED} / care_review 2025-06-05`, LEN_STORED] },
  },
  {
    name: 'somebody-known-by-number-under-another-birth',
    bytes: () => csv(WHO, ada('Hollis,Ada,22/02/1950')),
    before: REGISTER,
    verdict: { rows: { rejected: 1 }, rejected: [[2, 'The NHS number is on the register with another date of birth']] },
  },
  {
    name: 'somebody-known-by-number-under-another-name',
    bytes: () => csv(WHO, ada('Quenby,Orla,21/02/1950')),
    before: REGISTER,
    verdict: { rows: { rejected: 1 }, rejected: [[2, 'The NHS number is on the register under another name']] },
  },
  {
    name: 'the-name-and-birth-of-somebody-known-under-another-number',
    bytes: () => csv(WHO, `${number(20)},Hollis,Ada,21/02/1950`),
    before: REGISTER,
    verdict: {
      rows: { rejected: 1 },
      rejected: [[2, 'This name and date of birth is on the register under another NHS number']],
    },
  },
  {
    name: 'two-rows-for-one-person',
    bytes: () =>
      csv(HEADINGS, ADA, ADA.replace('Malignant tumour of lung,13/04/2024', 'Malignant tumour of breast,01/02/2025')),
    verdict: { rows: { new: 2 }, stored: [`${ADA_STORED} / breast 2025-02-01`] },
  },
  {
    name: 'the-same-row-three-times',
    bytes: () => csv(HEADINGS, ADA, ADA, ADA),
    verdict: { rows: { new: 3 }, stored: [ADA_STORED] },
  },
  {
    name: 'two-people-with-one-number',
    bytes: () => csv(WHO, ada('Hollis,Ada,21/02/1950'), ada('Marsh,Len,30/11/1944')),
    verdict: {
      rows: { rejected: 2 },
      rejected: [
        [2, 'Two people in the file have this NHS number'],
        [3, 'Two people in the file have this NHS number'],
      ],
    },
  },
  {
    name: 'rows-for-one-person-that-disagree',
    bytes: () => csv(`${WHO},Sex`, ada('Hollis,Ada,21/02/1950,F'), ada('Hollis,Ada,21/02/1950,M')),
    verdict: {
      rows: { rejected: 2 },
      rejected: [
        [2, 'Rows for one person do not agree on the sex'],
        [3, 'Rows for one person do not agree on the sex'],
      ],
    },
  },
  {
    name: 'two-tellings-of-one-cancer-under-other-codes',
    bytes: () => csv(`${HEADINGS},ICD-10 code`, `${ADA},C34.1`, `${ADA},C34.3`),
    verdict: {
      rows: { rejected: 2 },
      rejected: [
        [2, 'Rows for one person do not agree on the ICD-10 code'],
        [3, 'Rows for one person do not agree on the ICD-10 code'],
      ],
    },
  },
  {
    name: 'exact-dates-beside-a-vague-one-that-could-be-each',
    bytes: () => csv(`${HEADINGS},Care review date`, `${ADA},2025`, `${ADA},14/02/2025`, `${ADA},20/03/2025`),
    verdict: {
      rows: { new: 3 },
      stored: [`${ADA_STORED} / care_review 2025-02-14 / care_review 2025-03-20`],
    },
  },
  {
    name: 'a-review-before-the-birth-that-only-the-register-has',
    bytes: () => csv('NHS number,Care review date', `${number(0)},13/01/1950`),
    before: REGISTER,
    verdict: {
      rows: { rejected: 1 },
      rejected: [[2, 'Event date is before the date of birth on the register']],
    },
  },
  {
    name: 'one-name-and-birth-under-two-numbers',
    bytes: () => csv(WHO, ada('Hollis,Ada,21/02/1950'), `${number(1)},Hollis,Ada,21/02/1950`),
    verdict: { rows: { new: 2 } },
  },
  {
    name: 'no-number-and-two-of-that-name-in-the-file',
    bytes: () => csv(WHO, ada('Hollis,Ada,21/02/1950'), `${number(1)},Hollis,Ada,21/02/1950`, ',Hollis,Ada,21/02/1950'),
    verdict: {
      rows: { new: 2, rejected: 1 },
      rejected: [[4, 'No NHS number, and two people in the file have this name and date of birth']],
    },
  },
  {
    name: 'names-and-nothing-else',
    bytes: () => csv(WHO, ',Hollis,Ada,', ',Marsh,,', ',,,30/11/1944'),
    verdict: {
      rows: { rejected: 3 },
      rejected: [
        [2, 'No number and no date of birth'],
        [3, 'No number and no date of birth'],
        [4, 'No name and no number'],
      ],
    },
  },
  {
    name: 'name-and-birth-of-somebody-new-without-a-number',
    bytes: () => csv(WHO, 'Not known,Hollis,Ada,21/02/1950'),
    verdict: {
      rows: { rejected: 1 },
      rejected: [[2, 'New to the register, without an NHS number or a local number']],
    },
  },
  {
    name: 'a-local-number-and-nothing-else',
    bytes: () => csv('Local number,NHS number,Surname', 'QX-20114,,'),
    verdict: { rows: { new: 1 }, stored: ['QX-20114 ,  -'] },
  },
  {
    name: 'a-name-that-does-not-say-which-part-is-the-surname',
    bytes: () => csv('NHS number,Patient name,DOB', ada('Ada Hollis,21/02/1950'), `${number(1)},MARSH Len,30/11/1944`),
    verdict: {
      rows: { new: 1, rejected: 1 },
      rejected: [[2, 'The name does not say which part is the surname. Write it as SURNAME, First']],
    },
  },
  ...(
    [
      ['a-formula-for-a-name', "=cmd|' /C calc'!A0", 'Ada', "=cmd|' /C calc'!A0, Ada"],
      ['a-function-for-a-name', '@SUM(1+1)', '+1', '@SUM(1+1), +1'],
      ['a-tab-before-a-formula', '"\t=1+1"', '-1', '=1+1, -1'],
      ['a-formula-made-harmless-before', "'=1+1", 'Ada', '=1+1, Ada'],
      ['right-to-left-marks-in-a-name', 'Hol\u202Elis\u200F', '\u200EAda', 'Hollis, Ada'],
      ['zero-width-spaces-in-a-name', 'Hol\u200Blis', '\uFEFFAda\u2060', 'Hollis, Ada'],
      ['odd-spaces-in-a-name', '\u00A0Hollis\u2003Lane ', 'Ada\u3000Jane', 'Hollis Lane, Ada Jane'],
      ['curly-quotation-marks-in-a-name', 'O’Shea', '“Addie”', 'O’Shea, “Addie”'],
      ['a-picture-for-a-letter', 'Hollis 🌻', 'Ada', 'Hollis 🌻, Ada'],
      ['arabic-and-han-letters', 'محمد', '王', 'محمد, 王'],
      ['a-name-of-eighty-letters', 'x'.repeat(80), 'Ada', `${'x'.repeat(80)}, Ada`],
      ['accents-in-two-parts', 'Nun\u0303ez', 'Rene\u0301', 'Nu\u00F1ez, Ren\u00E9'],
    ] as const
  ).map(([name, surname, given, words]): CorpusFile => ({
    name,
    bytes: () => called(surname, given),
    verdict: { rows: { new: 1 }, stored: [stored(words)] },
  })),
  {
    name: 'a-name-of-eighty-one-letters',
    bytes: () => called('x'.repeat(81), 'Ada'),
    verdict: { rows: { rejected: 1 }, rejected: [[2, 'Surname is longer than 80 letters']] },
  },
  {
    name: 'a-remark-longer-than-a-note',
    bytes: () =>
      csv(
        `${WHO},Date,Code Term,Value`,
        `${ada('Hollis,Ada,21/02/1950')},13/04/2024,Telephone call,${'x'.repeat(2001)}`,
      ),
    verdict: { rows: { rejected: 1 }, rejected: [[2, 'An event is longer than 2000 letters']] },
  },
  {
    name: 'somebody-known-in-other-letters-of-the-same-name',
    bytes: () => csv(HEADINGS, ADA.replace('Hollis', 'HOLLIS').replace('Ada', 'A'), LEN),
    before: REGISTER,
    verdict: { rows: { same: 2 }, stored: BOTH.stored ?? [] },
  },
]
