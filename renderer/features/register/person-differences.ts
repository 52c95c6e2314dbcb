import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { dateWords } from './form-reading.ts'
import type { PersonDraft } from './person-draft.ts'

const BLANK = 'blank'

const shown = (text: string): string => (text === '' ? BLANK : text)

/** Each field with its label and its words. */
const wordsOf = (draft: PersonDraft): readonly (readonly [label: string, words: string])[] => [
  ['Surname', shown(draft.surname)],
  ['First name', shown(draft.givenName)],
  ['Title', shown(draft.title)],
  ['NHS number', shown(formatNhsNumber(draft.nhsNumber))],
  ['Local number', shown(draft.localId)],
  ['Date of birth', dateWords(draft.birthDate) ?? BLANK],
  ['Sex', labelOf(SEX_CODES, draft.sex)],
  ['Postcode', shown(draft.postcode)],
  ['Usual GP', shown(draft.usualGp)],
  ['Named lead', draft.namedLeadId === null ? 'nobody' : 'somebody else'],
  ['Onward sharing', draft.leaveOutOfSharing ? 'left out' : 'not left out'],
  ['Date of death', dateWords(draft.deathDate) ?? BLANK],
]

/** What is there now in every field that differs from what was typed. */
export const differencesOf = (
  now: PersonDraft,
  typed: PersonDraft,
): readonly (readonly [label: string, now: string])[] => {
  const mine = wordsOf(typed)
  return wordsOf(now).filter(([, words], index) => {
    const isLead = mine[index]?.[0] === 'Named lead'
    return isLead ? now.namedLeadId !== typed.namedLeadId : words !== mine[index]?.[1]
  })
}
