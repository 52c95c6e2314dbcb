import { urlChoice, urlText, type UrlField } from '#renderer/app/url-state.ts'
import { type DocumentCode, documentLabel, DOCUMENTS } from '#shared/features/journey/public.ts'
import { LETTER_SORTS, LETTER_TABS, type LetterFilter } from '#shared/features/letters/schema.ts'

export const urlDocument: UrlField<DocumentCode | null> = {
  usual: null,
  read: (text) => DOCUMENTS.find(({ code }) => code === text)?.code,
  write: (document) => document ?? '',
}

const urlRow: UrlField<number> = {
  usual: -1,
  read: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
  write: String,
}

/** Everything that the list of letters keeps in its address. */
export const lettersAddress = {
  tab: urlChoice(
    LETTER_TABS.map(({ code }) => code),
    'late',
  ),
  q: urlText(),
  hospital: urlText(),
  letter: urlDocument,
  sort: urlChoice(LETTER_SORTS, 'late'),
  /** The row that somebody left from. */
  at: urlRow,
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type LettersAddress = { readonly [Name in keyof typeof lettersAddress]: ValueOf<(typeof lettersAddress)[Name]> }
export type ChangeLetters = (change: Partial<LettersAddress>, options?: { readonly replace?: boolean }) => void

/** The filter as the contract takes it. */
export const letterFilterOf = ({ q, hospital, letter }: LettersAddress): LetterFilter => ({
  search: q.slice(0, 80),
  hospital: hospital === '' ? null : hospital.slice(0, 80),
  document: letter,
})

/** How many things narrow the list. */
export const filterCount = ({ q, hospital, letter }: LettersAddress): number =>
  [q.trim() !== '', hospital !== '', letter !== null].filter(Boolean).length

/** What narrows the list, in words: for a print, which has no chips. */
export const filterWords = ({ q, hospital, letter }: LettersAddress): readonly string[] => [
  ...(q.trim() === '' ? [] : [`found by “${q.trim()}”`]),
  ...(hospital === '' ? [] : [hospital]),
  ...(letter === null ? [] : [documentLabel(letter)]),
]

export const noFilters = { q: '', hospital: '', letter: null, at: -1 } as const satisfies Partial<LettersAddress>
