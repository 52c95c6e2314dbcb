import { writeXlsx } from 'hucre/xlsx'
import { csv, HEADINGS, LIST, text } from './corpus-file.ts'
import { xlsOf } from './xls-file.ts'
import { type ZipPart, zipOf } from './zip-file.ts'

/** What is seen of a file in the list: its name, what it is, and how the reason starts for which it cannot be taken. */
export type Seen = readonly [name: string, what: string, why?: string]

/** One awkward zip file. Its name is its quirk. */
interface ZipCase {
  readonly name: string
  readonly bytes: () => Buffer | Promise<Buffer>
  readonly verdict:
    | { readonly refused: string }
    /** hidden: how many files are left out because systems hide them. */
    | { readonly files: readonly Seen[]; readonly hidden?: number }
    /** One file, though it is zipped: it is read by itself. */
    | 'one file'
}

const part = (name: string, words: string | Buffer, more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  data: Buffer.from(words),
  ...more,
})
const list = (name: string, more: Partial<ZipPart> = {}): ZipPart => part(name, LIST, more)

export const LIST_SIZES = text('Practice code,Practice name,List size', 'A99901,Brackenfold,10240', 'A99902,Elm,8000')
const NESTED = 'This is a zip file inside another'
const OUTSIDE = 'Its name leads outside the zip file'
const TOO_LARGE = 'This zip file unpacks to far more than lists of people need'
const LIST_OF_PEOPLE = 'List of people'
const NOT_USABLE = 'Not usable'

/** Two entries of the directory that share the bytes of one file. */
const overlapping = (): Buffer => {
  const bytes = zipOf([list('one.csv'), list('two.csv')])
  const second = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
  bytes.writeUInt32LE(0, second + 42)
  return bytes
}

/** One byte of the packed list is another. */
const spoilt = (): Buffer => {
  const bytes = zipOf([list('list.csv', { isStored: true })])
  bytes.writeUInt8(bytes.readUInt8(120) ^ 1, 120)
  return bytes
}

const bundle = (): Buffer =>
  zipOf([part('manifest.json', '{}'), part('schema.json', '{}'), part('person.csv', 'id\r\n')])

export const OF_ZIPS: readonly ZipCase[] = [
  {
    name: 'three-lists-of-three-kinds',
    bytes: async () =>
      zipOf([
        list('list.csv'),
        part(
          'MDT/november.xlsx',
          Buffer.from(
            await writeXlsx({
              sheets: [
                {
                  name: 'L',
                  rows: [
                    ['NHS number', 'Surname'],
                    ['9990000026', 'Hollis'],
                  ],
                },
              ],
            }),
          ),
        ),
        part(
          'old.xls',
          xlsOf([
            {
              name: 'L',
              rows: [
                ['NHS number', 'Surname'],
                ['9990000026', 'Hollis'],
              ],
            },
          ]),
        ),
      ]),
    verdict: {
      files: [
        ['list.csv', LIST_OF_PEOPLE],
        ['MDT/november.xlsx', LIST_OF_PEOPLE],
        ['old.xls', LIST_OF_PEOPLE],
      ],
    },
  },
  {
    name: 'a-list-figures-and-a-letter',
    bytes: () => zipOf([list('list.csv'), part('sizes.csv', LIST_SIZES), part('letter.pdf', '%PDF-1.7 dear all')]),
    verdict: {
      files: [
        ['letter.pdf', NOT_USABLE, 'This is a PDF'],
        ['list.csv', LIST_OF_PEOPLE],
        ['sizes.csv', 'Practice figures: List sizes'],
      ],
    },
  },
  {
    name: 'a-table-of-unknown-headings',
    bytes: () => zipOf([part('tea.csv', csv('Kettle,Colour,Shelf', 'Large,Red,Top', 'Small,Blue,Low'))]),
    verdict: { files: [['tea.csv', 'Table whose headings are not known']] },
  },
  {
    name: 'hidden-files-beside-a-list',
    bytes: () =>
      zipOf([
        list('list.csv'),
        part('__MACOSX/._list.csv', 'x'),
        part('.DS_Store', 'x'),
        part('sub/~$list.xlsx', 'x'),
        part('Thumbs.db', 'x'),
      ]),
    verdict: { files: [['list.csv', LIST_OF_PEOPLE]], hidden: 4 },
  },
  {
    name: 'nothing-but-hidden-files',
    bytes: () => zipOf([part('.DS_Store', 'x')]),
    verdict: { refused: 'There is no list in this zip file.' },
  },
  { name: 'nothing-but-folders', bytes: () => zipOf([part('a/', '')]), verdict: { refused: 'There is no list' } },
  { name: 'nothing-at-all', bytes: () => zipOf([]), verdict: 'one file' },
  {
    name: 'a-zip-inside',
    bytes: () => zipOf([list('list.csv'), part('more.zip', zipOf([list('other.csv')]))]),
    verdict: {
      files: [
        ['list.csv', LIST_OF_PEOPLE],
        ['more.zip', NOT_USABLE, NESTED],
      ],
    },
  },
  {
    name: 'a-bundle-inside',
    bytes: () => zipOf([part('bundle.zip', bundle())]),
    verdict: { files: [['bundle.zip', 'Throughline bundle', 'This is a Throughline bundle']] },
  },
  { name: 'a-bundle-itself', bytes: bundle, verdict: 'one file' },
  {
    name: 'names-that-lead-outside',
    bytes: () =>
      zipOf([
        list('../../list.csv'),
        list('/etc/list.csv'),
        list('C:\\list.csv'),
        list('a/..\\list.csv'),
        list('b.csv'),
      ]),
    verdict: {
      files: [
        ['../../list.csv', NOT_USABLE, OUTSIDE],
        ['/etc/list.csv', NOT_USABLE, OUTSIDE],
        ['a/../list.csv', NOT_USABLE, OUTSIDE],
        ['b.csv', LIST_OF_PEOPLE],
        ['C:/list.csv', NOT_USABLE, OUTSIDE],
      ],
    },
  },
  {
    name: 'names-that-turn-round',
    bytes: () => zipOf([{ ...list('list\u202Evsc.exe.csv'), isUtf8: true }]),
    verdict: { files: [['listvsc.exe.csv', LIST_OF_PEOPLE]] },
  },
  {
    name: 'two-files-of-one-name',
    bytes: () => zipOf([list('list.csv'), list('list.csv')]),
    verdict: {
      files: [
        ['list.csv', LIST_OF_PEOPLE],
        ['list.csv (number 2 of this name)', LIST_OF_PEOPLE],
      ],
    },
  },
  {
    name: 'an-empty-file-inside',
    bytes: () => zipOf([part('list.csv', '', { isStored: true })]),
    verdict: { files: [['list.csv', NOT_USABLE, 'This file is empty.']] },
  },
  {
    name: 'a-list-of-headings-alone',
    bytes: () => zipOf([part('list.csv', text(HEADINGS))]),
    verdict: { files: [['list.csv', NOT_USABLE, 'There are headings in this file and no rows']] },
  },
  {
    name: 'locked-by-a-password',
    bytes: () => zipOf([list('list.csv', { isLocked: true })]),
    verdict: { refused: 'This file is protected by a password.' },
  },
  {
    name: 'cut-short',
    bytes: () => zipOf([list('list.csv'), list('other.csv')]).subarray(0, 200),
    verdict: { refused: 'This file is damaged' },
  },
  {
    name: 'a-byte-spoilt',
    bytes: spoilt,
    verdict: { files: [['list.csv', NOT_USABLE, 'This file is damaged inside its zip file']] },
  },
  { name: 'files-over-each-other', bytes: overlapping, verdict: { refused: 'The files in this zip file lie over' } },
  {
    name: 'a-bomb-of-many-small-files',
    bytes: () => zipOf(Array.from({ length: 60 }, (_, at) => part(`${at}.csv`, 'x', { says: 19_000_000 }))),
    verdict: { refused: TOO_LARGE },
  },
  {
    name: 'a-bomb-that-lies',
    bytes: () => zipOf([part('list.csv', Buffer.alloc(30_000_000, ' '), { says: 4000 })]),
    verdict: { refused: 'This file unpacks to far more' },
  },
  {
    name: 'more-files-than-anybody-takes',
    bytes: () => zipOf(Array.from({ length: 101 }, (_, at) => list(`${at}.csv`))),
    verdict: { refused: 'This zip file holds more than 100 files.' },
  },
  {
    name: 'files-without-number',
    bytes: () => zipOf(Array.from({ length: 10_001 }, (_, at) => part(`${at}.csv`, ''))),
    verdict: { refused: 'This file holds more than 10,000 parts' },
  },
]
