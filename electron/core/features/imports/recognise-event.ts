import { normaliseName } from '#shared/domain/text-match.ts'
import { EVENT_TYPES, type EventType, type EventTypeCode, eventTypeOf } from '#shared/features/journey/public.ts'

/**
 * Words that are fine for a person typing about one event but say too little in a coded list: a "Chemotherapy" code is
 * entered at many visits and does not mean that it started that day, and an "Annual review" may be one of any illness.
 */
const SAYS_TOO_LITTLE = new Set([
  'chemo',
  'chemotherapy',
  'radiotherapy',
  'letter',
  'other',
  'note',
  'visit',
  'called',
  'rang',
  'booked',
  'rejected',
  'referral',
  'emergency',
  'noticed',
  'admission',
  'annual review',
  'review done',
  'review invitation',
  'invited',
  'invitation sent',
  'invited to review',
  'invited for review',
  'declined review',
  'does not want review',
  'unsuitable for review',
  'not suitable for review',
  'review not suitable',
  'review not appropriate',
  'support call',
  'support conversation',
  'support discussion',
  'support invitation',
  'support letter sent',
  'support offered',
  'offered support',
  'support call offered',
  'support declined',
  'declined support',
  'declined support call',
  'does not want support',
  'support unsuitable',
  'information given',
  'gave information',
  'leaflet given',
  'gave leaflet',
  'signposted',
  'phone call',
  'telephone call',
  'telephone consultation',
  'telephoned',
  'phoned',
  'spoke to',
  'spoke with',
  'cancelled',
  'postponed',
  'appointment cancelled',
  'fit',
  'palliative care',
  'hospice',
  'benign',
])

/** How coded entries and lists put things beyond the words of the composer. */
const CODED_WORDS: readonly (readonly [string, EventTypeCode])[] = [
  ['cancer care review done', 'care_review'],
  ['cancer care review completed', 'care_review'],
  ['cancer care review by telephone', 'care_review'],
  ['review of care for cancer', 'care_review'],
  ['cancer care review invitation', 'care_review_invitation'],
  ['cancer care review declined', 'care_review_declined'],
  ['cancer support information offered', 'support_information_given'],
  ['cancer information given', 'support_information_given'],
  ['cancer support offered', 'support_contact'],
  ['cancer support discussion', 'support_contact'],
  ['suspected cancer referral', 'urgent_referral'],
  ['urgent cancer referral', 'urgent_referral'],
  ['fast track cancer referral', 'urgent_referral'],
  ['fast track referral for suspected cancer', 'urgent_referral'],
  ['holistic needs assessment for cancer', 'needs_assessment_done'],
  ['cancer multidisciplinary team meeting', 'mdt'],
  ['end of treatment summary for cancer', 'treatment_summary'],
  ['cancer treatment summary', 'treatment_summary'],
]
const FAST_TRACK = /^(?:fast track|urgent|two week(?: wait)?|2 week(?: wait)?) (?:\w+ )*referral\b/
const SPEAKS_OF_CANCER =
  /\b(?:suspected|cancers?|carcinoma|malignan\w*|tumours?|neoplasms?|leukaemia|lymphoma|melanoma)\b/
/** Of paying for care at the end of life, which is on a fast track too. */
const CONTINUING_CARE = /\bcontinuing\b/

/** Urgent is a referral for anything; the other two are words of suspected cancer. */
const isUrgentReferral = (plain: string): boolean =>
  FAST_TRACK.test(plain) &&
  !CONTINUING_CARE.test(plain) &&
  (!plain.startsWith('urgent ') || SPEAKS_OF_CANCER.test(plain))

const TYPES = new Map<string, EventTypeCode>([
  ...EVENT_TYPES.flatMap(({ code, label, synonyms }) =>
    [label, ...synonyms]
      .map((words) => [normaliseName(words), code] as const)
      .filter(([words]) => !SAYS_TOO_LITTLE.has(words)),
  ),
  ...CODED_WORDS,
])

/**
 * The journey event that a coded term or a list entry names. The whole term has to be known: what is not is left to be
 * kept as written.
 */
export const recogniseEvent = (term: string): EventType | null => {
  const plain = normaliseName(term)
  const code = TYPES.get(plain) ?? (isUrgentReferral(plain) ? 'urgent_referral' : undefined)
  return code === undefined ? null : eventTypeOf(code)
}
