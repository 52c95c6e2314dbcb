import {
  daysBetween,
  formatIsoDate,
  formatPartialDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { displayName } from '#shared/domain/people.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import { type DocumentCode, sinceWords } from '#shared/features/journey/public.ts'
import type { SummarySlot } from './summary-slots.ts'
import { slotQuestion } from './summary-slots.ts'
import { dayCount, wantedName } from './words.ts'

/** One thing that a draft asks for. */
export interface DraftItem {
  readonly document: DocumentCode | null
  readonly slot: SummarySlot | null
  readonly askedFor: string | null
  /** What brings the letter; for a part of a summary, the summary. */
  readonly source: (PartialDate & { readonly eventType: string }) | null
  /** What people count from. */
  readonly since: (PartialDate & { readonly eventType: string }) | null
}

export interface DraftFacts {
  readonly person: PersonLine
  readonly hospital: string | null
  readonly department: string | null
  readonly phone: string | null
  readonly items: readonly DraftItem[]
  readonly practiceName: string
  /** Who asks. */
  readonly userName: string
  readonly jobTitle: string
  /** When it was asked for before. */
  readonly askedOn: readonly IsoDate[]
  readonly today: IsoDate
}

/** What a letter should tell a practice, in our own words. */
const PLEASE_SEND: Readonly<Record<DocumentCode, string>> = {
  diagnosis: 'the diagnosis, its stage, what the patient was told, and the name of the specialist nurse',
  clinic: 'what was found, what was decided, medicines changed, and what happens next',
  mdt_outcome: 'what the meeting advised, the stage, and who tells the patient',
  treatment_plan: 'the treatment planned, what it is meant to achieve, when it starts, and what we should watch for',
  discharge:
    'the operation or treatment, what it was meant to achieve, medicines changed, what we should watch for, and who to ring',
  treatment_summary:
    'what the treatment was meant to achieve, what was done, effects that may last, symptoms that need a call the same day, what our practice should do, who follows up, and who to ring',
  follow_up_plan: 'who follows up, how often, with which tests, until when, and how to come back sooner',
  nurse_specialist: 'the name and number of the specialist nurse, and when to ring',
}

const toWhom = ({ department, hospital }: DraftFacts): string =>
  [department ?? 'The secretary', hospital].filter((part) => part !== null && part !== '').join(', ')

const waitedWords = (item: DraftItem, today: IsoDate): string => {
  const happening = item.since ?? item.source
  if (happening === null) return ''
  const on = formatPartialDate(happening)
  if (happening.precision !== 'day') return ` after ${sinceWords(happening.eventType)} (${on})`
  const waited = daysBetween(happening.date, today)
  return `, ${dayCount(waited)} after ${sinceWords(happening.eventType)} on ${on}`
}

const missingLine = (item: DraftItem, today: IsoDate): string => {
  if (item.slot !== null) {
    const came = item.source === null ? '' : ` of ${formatPartialDate(item.source)}`
    return `Your treatment summary${came} does not say ${slotQuestion(item.slot)}.`
  }
  if (item.document === null) return `We would like to know: ${item.askedFor ?? ''}.`
  return `We have not had the ${wantedName({ ...item, sourceType: item.source?.eventType })}${waitedWords(item, today)}.`
}

const pleaseSend = (items: readonly DraftItem[]): string[] => {
  const letters = items.filter(({ slot, document }) => slot === null && document !== null)
  const kinds = [...new Set(letters.flatMap(({ document }) => document ?? []))]
  if (kinds.length === 0) return ['Please tell us, or say when you can.']
  if (kinds.length === 1 && letters.length === items.length)
    return [`Please send: ${PLEASE_SEND[kinds[0] ?? 'clinic']}.`]
  return [
    'Please send:',
    ...kinds.map((kind) => `- ${wantedName({ document: kind, slot: null, askedFor: null })}: ${PLEASE_SEND[kind]}`),
  ]
}

const whoLines = ({ person }: DraftFacts): string[] => [
  displayName(person),
  `Born ${person.birthDate === null ? 'not known' : formatIsoDate(person.birthDate)}`,
  `NHS number ${person.nhsNumber === null ? 'not known to us' : formatNhsNumber(person.nhsNumber)}`,
]

const askedBefore = ({ askedOn }: DraftFacts): string[] =>
  askedOn.length === 0 ? [] : [`We asked before, on ${askedOn.map(formatIsoDate).join(' and ')}.`]

/** The middle of the letter: what is missing since when, and what to send. */
export const draftBody = (facts: DraftFacts): string =>
  [
    ...facts.items.map((item) => missingLine(item, facts.today)),
    ...askedBefore(facts),
    ...pleaseSend(facts.items),
  ].join('\n')

/** The letter that asks for what is missing: plain words, one patient, to be read over and changed before it goes. */
export const draftLetter = (facts: DraftFacts): string =>
  [
    facts.practiceName,
    formatIsoDate(facts.today),
    '',
    `To: ${toWhom(facts)}`,
    '',
    'About your patient',
    ...whoLines(facts),
    '',
    ...facts.items.map((item) => missingLine(item, facts.today)),
    ...askedBefore(facts),
    '',
    ...pleaseSend(facts.items),
    '',
    'If it was never written, please tell us so, and who can tell us what we need to know.',
    '',
    'Thank you',
    facts.jobTitle === '' ? facts.userName : `${facts.userName}, ${facts.jobTitle}`,
    facts.practiceName,
  ].join('\n')

/** What to say on the telephone, as short lines to read from. */
export const callPrompt = (facts: DraftFacts): string[] => [
  `Ask for ${toWhom(facts)}${facts.phone === null ? '' : `, ${facts.phone}`}.`,
  `Say that you are ringing from ${facts.practiceName}, and whom about:`,
  ...whoLines(facts).map((line) => `- ${line}`),
  ...facts.items.map((item) => missingLine(item, facts.today)),
  ...askedBefore(facts),
  'Ask when it will come and who is writing it. Write down the name and the day.',
]
