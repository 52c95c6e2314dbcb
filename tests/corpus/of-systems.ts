import { IMPORT_FIELDS } from '#shared/features/imports/schema.ts'
import { BOTH_STORED, type CorpusFile, csv, number, spaced, text } from './corpus-file.ts'

const EMIS_WHO = `EMIS Number,NHS Number,Family Name,Calling Name,Date of Birth,Gender,Usual GP's Full Name`
const GROUP = 'Date,Code Term,Value'
const EMIS_HEADINGS = `${EMIS_WHO},${GROUP},${GROUP},`
const QUENBY = `7001,${spaced(2)},Quenby,Orla,09-Mar-1961,Female,Dr Tamsin Hale,14-Feb-2025,Malignant tumour of breast,,03-Feb-2026,Cancer care review,by telephone,`
const THACKRAY = `7002,${spaced(3)},Thackray,Ivo,30-Nov-1949,Male,Dr Tamsin Hale,02-Jun-2024,Malignant tumour of prostate,,21-Jun-2024,Cancer support information given,,`
const FURTHER =
  ',,,,,,,19-Jan-2026,Secondary malignant neoplasm of bone,,12-May-2026,Blue badge application supported,form sent,'
const QUENBY_STORED = `${number(2)} Quenby, Orla 1961-03-09 2 / breast 2025-02-14 / care_review 2026-02-03: by telephone`
const THACKRAY_STORED = `${number(3)} Thackray, Ivo 1949-11-30 1 / prostate 2024-06-02 / not_known 2026-01-19 / support_information_given 2024-06-21 / other 2026-05-12: Blue badge application supported: form sent`
const COUNTS = [
  'EMIS Web enterprise search and report,,,,,,,,,',
  'Last Run,02-Nov-2026,Relative Date,31-Oct-2026,,,,,,',
  'Organisation,CDB,"Population\nCount",Parent,%,Males,Females,Excluded,Status,',
  'Harrowmere Practice,20007,30,48,62%,14,16,0,Completed,',
  'Total,,30,48,62%,14,16,0,,',
]
const COUNTS_REFUSED = 'This is an EMIS search-count report: it holds figures for practices and no people.'

const tabs = (...lines: readonly string[]): Buffer => csv(...lines.map((line) => line.replaceAll(',', '\t')))

/** Files as practice systems and hospitals write them, and those that this program wrote itself. */
export const OF_SYSTEMS: readonly CorpusFile[] = [
  {
    name: 'emis-report-with-preamble-and-further-rows',
    bytes: () =>
      Buffer.from(
        `\uFEFF${text('Cancer register for the clinic,,', 'Last Run,02-Nov-2026,Relative Date,31-Oct-2026', ',,,', EMIS_HEADINGS, QUENBY, THACKRAY, FURTHER, ',,,', 'Total,2,,')}`,
      ),
    verdict: {
      layout: 'emis-patient-report',
      encoding: 'utf-8',
      separator: ',',
      headerLine: 4,
      facts: ['“Last Run” 02-Nov-2026', '1 column without heading or values', 'Last row was a total', '2 blank rows'],
      rows: { new: 3 },
      stored: [QUENBY_STORED, THACKRAY_STORED],
    },
  },
  {
    name: 'emis-report-without-its-preamble',
    bytes: () => csv(EMIS_HEADINGS, QUENBY),
    verdict: { layout: 'emis-patient-report', headerLine: 1, rows: { new: 1 }, stored: [QUENBY_STORED] },
  },
  {
    name: 'emis-report-with-more-text-beside-each-value',
    bytes: () =>
      csv(
        `${EMIS_WHO},${GROUP},Associated Text,${GROUP},Associated Text`,
        `7001,${spaced(2)},Quenby,Orla,09-Mar-1961,Female,Dr Tamsin Hale,14-Feb-2025,Malignant tumour of breast,,of the first,03-Feb-2026,Cancer care review,by telephone,of the second`,
      ),
    verdict: { layout: 'emis-patient-report', rows: { new: 1 }, stored: [QUENBY_STORED] },
  },
  {
    name: 'emis-report-with-terms-of-any-illness',
    bytes: () =>
      csv(
        `${EMIS_WHO},${GROUP},${GROUP}`,
        `7001,${spaced(2)},Quenby,Orla,09-Mar-1961,Female,Dr Tamsin Hale,14-Feb-2025,Annual review,,20-Mar-2025,Urgent referral to physiotherapist,`,
      ),
    verdict: {
      rows: { new: 1 },
      stored: [
        `${number(2)} Quenby, Orla 1961-03-09 2 / other 2025-02-14: Annual review / other 2025-03-20: Urgent referral to physiotherapist`,
      ],
    },
  },
  {
    name: 'emis-report-with-a-fault-in-a-further-row',
    bytes: () => csv(EMIS_HEADINGS, QUENBY, THACKRAY, FURTHER.replace('19-Jan-2026', '31-Jun-2026')),
    verdict: {
      layout: 'emis-patient-report',
      rows: { new: 1, rejected: 2 },
      rejected: [
        [3, 'Belongs to a person with a rejected row'],
        [4, 'Event date: there is no such day'],
      ],
      stored: [QUENBY_STORED],
    },
  },
  {
    name: 'emis-report-that-starts-with-a-further-row',
    bytes: () => csv(EMIS_HEADINGS, FURTHER, QUENBY),
    verdict: { layout: 'emis-patient-report', rows: { new: 1, rejected: 1 }, rejected: [[2, 'No name and no number']] },
  },
  {
    name: 'emis-report-with-line-breaks-in-its-headings',
    bytes: () =>
      csv(EMIS_HEADINGS.replace('Date of Birth', '"Date\nof Birth"').replace('NHS Number', '"NHS\r\nNumber"'), QUENBY),
    verdict: {
      layout: 'emis-patient-report',
      facts: ['2 headings had line breaks'],
      rows: { new: 1 },
      stored: [QUENBY_STORED],
    },
  },
  {
    name: 'emis-search-counts-in-utf-16',
    bytes: () => Buffer.from(`\uFEFF${text(...COUNTS)}`, 'utf16le'),
    verdict: { refused: COUNTS_REFUSED },
  },
  { name: 'emis-search-counts-in-utf-8', bytes: () => csv(...COUNTS), verdict: { refused: COUNTS_REFUSED } },
  {
    name: 'systmone-report-with-times-and-two-rows-for-one-person',
    bytes: () =>
      Buffer.from(
        [
          '"Patient ID","NHS number","Surname","First name","Date of birth","Gender","Event date","Event details","Organisation"',
          `"551","${spaced(4)}","Zoë-Larkin","Renée","22 Jul 1972","Female","22 Dec 2024 09:15","Malignant tumour of lung","Harrowmere"`,
          `"551","${spaced(4)}","Zoë-Larkin","Renée","22 Jul 1972","Female","05 Jan 2025 16:40","Cancer care review","Harrowmere"`,
        ].join('\r\n'),
        'latin1',
      ),
    verdict: {
      layout: 'systmone-report',
      encoding: 'windows-1252',
      headerLine: 1,
      rows: { new: 2 },
      stored: [`${number(4)} Zoë-Larkin, Renée 1972-07-22 2 / lung 2024-12-22 / care_review 2025-01-05`],
    },
  },
  {
    name: 'systmone-report-with-its-title-above-and-codes',
    bytes: () =>
      csv(
        'Report: cancer patients',
        'NHS number,Surname,First name,Date of birth,Event date,CTV3 code,CTV3 description',
        `${number(4)},Larkin,Renee,22 Jul 1972,22 Dec 2024,B22..,Malignant tumour of lung`,
      ),
    verdict: {
      layout: 'systmone-report',
      headerLine: 2,
      facts: ['Headings found on line 2'],
      rows: { new: 1 },
      stored: [`${number(4)} Larkin, Renee 1972-07-22 / lung 2024-12-22`],
    },
  },
  {
    name: 'vision-report-with-read-terms',
    bytes: () =>
      csv(
        'Patient Reference,NHS No.,Surname,Forename(s),DOB,Sex,Registered GP,Event Date,Read Code,Read Term',
        `V100,${number(5)},Aldous,Emil,01/03/1950,M,Dr Odell,13/04/2026,B32..,Malignant melanoma of skin`,
      ),
    verdict: {
      layout: 'vision-report',
      rows: { new: 1 },
      stored: [`${number(5)} Aldous, Emil 1950-03-01 1 / skin_melanoma 2026-04-13`],
    },
  },
  {
    name: 'hospital-mdt-list-with-surname-comma-first',
    ending: 'tsv',
    bytes: () =>
      Buffer.from(
        [
          'Hospital number\tNHS number\tPatient name\tDOB\tTumour site\tMDT date\tDiagnosis date\tStage\tIntent\tCNS',
          `W90001\t${number(6)}\tCALLOWAY, Bram\t18/11/1981\tMalignant melanoma of skin\t19/01/2026\t10/01/2026\t\tCurative\tI Clarke`,
          `W90002\t${number(7)}\tO'SHEA, Fintan (Mr)\t07/12/1960\tCa prostate\t02/10/2026\t13/09/2026\tII\tCurative\tI Clarke`,
          '',
        ].join('\r\n'),
      ),
    verdict: {
      layout: 'hospital-list',
      separator: '\t',
      rows: { new: 2 },
      stored: [
        `${number(6)} CALLOWAY, Bram 1981-11-18 / skin_melanoma 2026-01-10 / mdt 2026-01-19`,
        `${number(7)} O'SHEA, Fintan 1960-12-07 / prostate 2026-09-13 stage 2 / mdt 2026-10-02`,
      ],
    },
  },
  {
    name: 'hospital-tracking-list-with-names-in-capitals',
    bytes: () =>
      tabs(
        'RXR number,NHS number,Patient name,Date of birth,Tumour site,Referral date,Days on pathway,62 day breach date,Tracking comments',
        `R7,${spaced(8)},DE VRIES Hanne,05/02/1935,Suspected lung,14/10/2026,40,15/12/2026,Awaiting CT`,
      ),
    verdict: {
      layout: 'hospital-list',
      separator: '\t',
      facts: ['A tracking list'],
      rows: { new: 1 },
    },
  },
  {
    name: 'own-headings-all-of-them',
    bytes: () =>
      csv(
        IMPORT_FIELDS.filter(({ code }) => !/^(?:leave_out|full_name|event_)/.test(code))
          .map(({ label }) => `"${label}"`)
          .join(','),
        `${number(9)},L-9,Mrs,Ellery,Maud,14/03/1958,F,ZZ99 3VZ,Dr Rao,,Carcinoma of sigmoid colon,C18.7,04/09/2026,3,Emergency,Wexcombe,01/10/2026,21/10/2026,16/09/2026`,
      ),
    verdict: {
      layout: 'plain',
      rows: { new: 1 },
      stored: [
        `${number(9)} Ellery, Maud 1958-03-14 2 / lower_gi 2026-09-04 stage 3 / mdt 2026-09-16 / care_review 2026-10-01 / support_contact 2026-10-21`,
      ],
    },
  },
  {
    name: 'rejected-rows-of-ours-mended-and-brought-back',
    bytes: () =>
      csv(
        'Line,Why it was rejected,NHS number,Surname,First name,Date of birth,Cancer,Diagnosis date',
        `2,NHS number check digit is wrong,${number(0)},Hollis,Ada,21/02/1950,Malignant tumour of lung,13/04/2024`,
        `5,Date of birth: there is no such day,${number(1)},Marsh,Len,30/11/1944,Malignant tumour of prostate,31/01/2026`,
      ),
    verdict: { layout: 'plain', rows: { new: 2 }, stored: BOTH_STORED },
  },
  {
    name: 'scottish-chi-number-heading',
    bytes: () => csv('CHI Number,Surname,Forename,DOB', `${spaced(10)},Baird,Morag,21/02/1950`),
    verdict: { rows: { new: 1 }, stored: [`${number(10)} Baird, Morag 1950-02-21`] },
  },
  {
    name: 'northern-irish-h-and-c-number-heading',
    bytes: () => csv('H&C Number,Surname,Forename,DOB', `${spaced(11)},Devlin,Aoife,21/02/1950`),
    verdict: { rows: { new: 1 }, stored: [`${number(11)} Devlin, Aoife 1950-02-21`] },
  },
]
