import { TREATMENT_INTENTS } from '#shared/domain/diagnosis-details.ts'
import { daysBetween, formatIsoDate, formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import {
  days,
  dueLabel,
  inJourneyOrder,
  letterName,
  missingSince,
  sentence,
  waitedWords,
} from '#shared/features/journey/public.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import type { HandoutFacts } from './contract.ts'
import { treatmentNow } from './treatment-now.ts'

/** Somebody to ring. Either half may be unknown, and is then said to be. */
export interface Contact {
  readonly name: string | null
  readonly phone: string | null
}

/** Half an A4 for whoever takes over. null always means: nobody has recorded it. */
export interface HandoverCard {
  readonly diagnoses: readonly string[]
  readonly now: string | null
  readonly aim: string | null
  readonly missing: readonly string[]
  readonly next: readonly string[]
  readonly hospitalNurse: Contact
  /** What the treatment summary says about whom to ask. */
  readonly hospitalContact: string | null
  readonly here: Contact
  readonly outOfHours: Contact
  readonly ringSameDay: readonly string[] | null
}

export interface HandoverFacts {
  readonly person: Person
  readonly episodes: readonly Episode[]
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
  readonly handout: HandoutFacts
}

const newestFirst = (episodes: readonly Episode[]): Episode[] =>
  episodes.toSorted((a, b) => ((a.diagnosisDate?.date ?? '') < (b.diagnosisDate?.date ?? '') ? 1 : -1))

const diagnosisLine = (episode: Episode): string =>
  [
    episode.site ?? tumourGroupLabel(episode.tumourGroup),
    episode.stage === null ? 'stage not recorded' : `stage ${episode.stage}`,
    episode.diagnosisDate === null ? 'date not known' : formatPartialDate(episode.diagnosisDate),
  ].join(', ')

const intentLabel = (code: string | null): string | null => {
  if (code === null || code === '9') return null
  return TREATMENT_INTENTS.find((intent) => intent.code === code)?.label ?? code
}

/** Symptoms as somebody wrote them: one a line, or with stops or semicolons between. */
export const symptomLines = (text: string | null): string[] | null => {
  const lines = (text ?? '')
    .split(/[\n;]+|\.\s+/)
    .map((line) => line.replace(/^[\s•*-]+|[\s.]+$/g, ''))
    .filter((line) => line !== '')
  return lines.length === 0 ? null : lines
}

const dueSoon = (due: readonly DueItem[], today: IsoDate): string[] =>
  due
    .filter((item) => item.kind !== 'letter' && (item.lapsesDate === null || item.lapsesDate >= today))
    .map((item) => {
      const late = daysBetween(item.dueDate, today)
      return late > 0 ? `${dueLabel(item)}, ${days(late)} late` : `${dueLabel(item)} by ${formatIsoDate(item.dueDate)}`
    })

/** "Discharge letter, 47 days": counted from what nobody has written about. */
const missingLines = (events: readonly JourneyEvent[], due: readonly DueItem[], today: IsoDate): string[] =>
  missingSince(events, due, today).map(
    ({ item, source, since }) =>
      `${sentence(letterName(item.document, source.eventType))}, ${waitedWords(since, today)}`,
  )

/** The handover card, from what is recorded and nothing else. */
export const handoverCard = ({ person, episodes, events, due, today, handout }: HandoverFacts): HandoverCard => {
  const ordered = inJourneyOrder(events)
  const diagnoses = newestFirst(episodes)
  const withNurse = diagnoses.find((one) => one.nurseSpecialist !== null || one.nurseSpecialistPhone !== null)
  const { summary, contacts } = handout
  return {
    diagnoses: diagnoses.map(diagnosisLine),
    now: person.deathDate === null ? treatmentNow(ordered) : `Died ${formatPartialDate(person.deathDate)}`,
    aim: intentLabel(summary?.aim ?? null) ?? intentLabel(diagnoses[0]?.intent ?? null),
    missing: missingLines(ordered, due, today),
    next: dueSoon(due, today),
    hospitalNurse: { name: withNurse?.nurseSpecialist ?? null, phone: withNurse?.nurseSpecialistPhone ?? null },
    hospitalContact: summary?.contact ?? null,
    here: { name: person.namedLeadName, phone: contacts.practicePhone },
    outOfHours: { name: contacts.outOfHoursName, phone: contacts.outOfHoursPhone },
    ringSameDay: symptomLines(summary?.alertSymptoms ?? null),
  }
}
