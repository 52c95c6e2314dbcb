import { ADA, BOTH, type CorpusFile, csv, HEADINGS, LIST, number, text } from './corpus-file.ts'

const RENEE = `${number(12)},Zoë-Larkin,Renée,22/07/1972,"Malignant tumour of breast",13/04/2024`
const ACCENTS = text(HEADINGS, RENEE)
const RENEE_STORED = [`${number(12)} Zoë-Larkin, Renée 1972-07-22 / breast 2024-04-13`]

const swapped = (words: string): Buffer => Buffer.from(words, 'utf16le').swap16()

/** The letter é as half of its two bytes, inside an otherwise whole file of UTF-8. */
const withHalfALetter = (words: string): Buffer => {
  const bytes = Buffer.from(words)
  const at = bytes.lastIndexOf(Buffer.from('é'))
  return Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 2)])
}

const UNREADABLE = 'A letter of the row could not be read. Export the list again as CSV UTF-8'
const BAD_LETTERS = text(HEADINGS, RENEE, `${number(13)},Núñez,René,01/03/1961,Malignant tumour of lung,13/04/2024`)

/** The same lists in every way that bytes can stand for letters. */
export const OF_ENCODINGS: readonly CorpusFile[] = [
  {
    name: 'utf-8',
    bytes: () => Buffer.from(ACCENTS),
    verdict: { encoding: 'utf-8', rows: { new: 1 }, stored: RENEE_STORED },
  },
  {
    name: 'utf-8-marked',
    bytes: () => Buffer.from(`\uFEFF${ACCENTS}`),
    verdict: { encoding: 'utf-8', rows: { new: 1 }, stored: RENEE_STORED },
  },
  {
    name: 'utf-16-little-endian-marked',
    bytes: () => Buffer.from(`\uFEFF${ACCENTS}`, 'utf16le'),
    verdict: { encoding: 'utf-16le', rows: { new: 1 }, stored: RENEE_STORED },
  },
  {
    name: 'utf-16-little-endian-unmarked',
    bytes: () => Buffer.from(ACCENTS, 'utf16le'),
    verdict: { encoding: 'utf-16le', rows: { new: 1 }, stored: RENEE_STORED },
  },
  {
    name: 'utf-16-big-endian-marked',
    bytes: () => swapped(`\uFEFF${ACCENTS}`),
    verdict: { encoding: 'utf-16be', rows: { new: 1 }, stored: RENEE_STORED },
  },
  {
    name: 'utf-16-big-endian-unmarked',
    bytes: () => swapped(ACCENTS),
    verdict: { encoding: 'utf-16be', rows: { new: 1 }, stored: RENEE_STORED },
  },
  {
    name: 'windows-1252-with-pound-and-accents',
    bytes: () =>
      Buffer.from(
        text(
          'NHS number,Surname,First name,Date of birth,Date,Code Term',
          `${number(12)},Zoë-Larkin,Renée,22/07/1972,13/04/2024,Parking £4 refunded`,
        ),
        'latin1',
      ),
    verdict: {
      encoding: 'windows-1252',
      rows: { new: 1 },
      stored: [`${number(12)} Zoë-Larkin, Renée 1972-07-22 / other 2024-04-13: Parking £4 refunded`],
    },
  },
  {
    name: 'windows-1252-chosen-as-utf-8',
    bytes: () => Buffer.from(ACCENTS, 'latin1'),
    reading: { encoding: 'utf-8' },
    verdict: { refused: 'This file is not UTF-8. Choose Windows-1252, or let Throughline decide.' },
  },
  {
    name: 'utf-8-chosen-as-utf-16',
    bytes: () => csv(HEADINGS, ADA),
    reading: { encoding: 'utf-16le' },
    verdict: { refused: 'This file is plain text or has a single column' },
  },
  {
    name: 'utf-8-with-half-a-letter-in-one-name',
    bytes: () => withHalfALetter(BAD_LETTERS),
    verdict: { encoding: 'utf-8', rows: { new: 1, rejected: 1 }, rejected: [[3, UNREADABLE]], stored: RENEE_STORED },
  },
  {
    name: 'marked-utf-8-with-half-a-letter-in-one-name',
    bytes: () => withHalfALetter(`\uFEFF${BAD_LETTERS}`),
    verdict: { encoding: 'utf-8', rows: { new: 1, rejected: 1 }, rejected: [[3, UNREADABLE]], stored: RENEE_STORED },
  },
  {
    name: 'utf-16-with-half-a-unit-at-its-end',
    bytes: () => Buffer.concat([Buffer.from(`\uFEFF${LIST}`, 'utf16le'), Buffer.from([0x41])]),
    verdict: { encoding: 'utf-16le', rows: { new: 2, rejected: 1 }, rejected: [[4, UNREADABLE]] },
  },
  { name: 'a-few-nul-bytes', bytes: () => Buffer.from(LIST.replace('Hollis', 'Hol\0lis')), verdict: BOTH },
  {
    name: 'many-nul-bytes',
    bytes: () => Buffer.from(LIST.replaceAll(',', ',\0')),
    verdict: { refused: 'This is not a text file' },
  },
  { name: 'end-of-file-mark-of-old-programs', bytes: () => Buffer.from(`${LIST}\u001A`), verdict: BOTH },
]
