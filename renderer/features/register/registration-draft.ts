import { textOrNull } from '#renderer/app/typed.ts'
import { endsBeforeItStarts, surelyOverlap } from '#shared/domain/date-ranges.ts'
import { checkOdsPracticeCode, normaliseOdsCode } from '#shared/domain/ods-code.ts'
import {
  type DateParts,
  datePartsOf,
  formatPartialDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import type { Registration, RegistrationFields } from '#shared/features/register/schema.ts'
import { type Difference, differencesBetween } from './differences.ts'
import { dateWords, faultList, futureFault, type Read, readDate } from './form-reading.ts'
import type { Unusual } from './unusual.ts'

/** A time with a practice as it stands in the form. */
export interface RegistrationDraft {
  readonly practiceName: string
  readonly odsCode: string
  readonly from: DateParts
  readonly to: DateParts
}

/** Every field that can be at fault, with its label, in the order of the form. */
export const REGISTRATION_LABELS = {
  'registration.practiceName': 'Practice',
  'registration.odsCode': 'Practice code',
  'registration.from': 'Registered from',
  'registration.to': 'Until',
} as const

/** A stored time with a practice in the form; or a new one, with the practice it most likely is. */
export const draftOfRegistration = (
  registration: Pick<RegistrationFields, 'practiceName' | 'odsCode'> & Partial<RegistrationFields>,
): RegistrationDraft => ({
  practiceName: registration.practiceName,
  odsCode: registration.odsCode ?? '',
  from: datePartsOf(registration.from ?? null),
  to: datePartsOf(registration.to ?? null),
})

/** Reads a time with a practice out of the form. */
export const readRegistration = (draft: RegistrationDraft, today: IsoDate): Read<RegistrationFields> => {
  const from = readDate(draft.from, false)
  const to = readDate(draft.to, false)
  const fields = {
    practiceName: draft.practiceName.trim(),
    odsCode: textOrNull(normaliseOdsCode(draft.odsCode)),
    from: from.value,
    to: to.value,
  }
  const backwards = endsBeforeItStarts(fields) ? 'This is before it began' : undefined
  return {
    fields,
    faults: faultList({
      practiceName: fields.practiceName === '' ? 'Type the name of the practice' : undefined,
      from: from.fault ?? futureFault(from.value, today, 'This has not come yet'),
      to: to.fault ?? futureFault(to.value, today, 'This has not come yet') ?? backwards,
    }),
  }
}

/** "from Apr 2015 until 3 May 2024", as far as it is known. */
export const stayWords = ({ from, to }: { from: PartialDate | null; to: PartialDate | null }): string => {
  const start = from === null ? 'start not known' : `from ${formatPartialDate(from)}`
  return to === null ? `${start}, still registered` : `${start} until ${formatPartialDate(to)}`
}

const overlaps = (fields: RegistrationFields, others: readonly Registration[]): Unusual[] =>
  others
    .filter((other) => surelyOverlap(fields, other))
    .map((other) => ({
      id: `overlap ${other.id} ${stayWords(fields)}`,
      words: `This overlaps with ${other.practiceName}, ${stayWords(other)}. People are seldom registered twice at once: end the other first, or keep both.`,
    }))

const oddCode = ({ odsCode }: RegistrationFields): Unusual[] => {
  const check = odsCode === null ? { ok: true } : checkOdsPracticeCode(odsCode)
  return check.ok ? [] : [{ id: `code ${odsCode}`, words: `${check.warning ?? 'Check the practice code'}.` }]
}

/** What is unusual about a time with a practice. @param others the person's other registrations. */
export const registrationQuestions = (
  fields: RegistrationFields,
  others: readonly Registration[],
): readonly Unusual[] => [...overlaps(fields, others), ...oddCode(fields)]

const wordsOf = (draft: RegistrationDraft): readonly (readonly [label: string, words: string])[] => [
  [REGISTRATION_LABELS['registration.practiceName'], draft.practiceName],
  [REGISTRATION_LABELS['registration.odsCode'], draft.odsCode],
  [REGISTRATION_LABELS['registration.from'], dateWords(draft.from) ?? ''],
  [REGISTRATION_LABELS['registration.to'], dateWords(draft.to) ?? ''],
]

/** What is there now, and what was typed, in every field that differs. */
export const registrationDifferences = (now: RegistrationDraft, typed: RegistrationDraft): readonly Difference[] =>
  differencesBetween(now, typed, wordsOf)
