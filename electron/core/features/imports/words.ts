import { formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { tumourGroupLabel, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'

const KIND_WORDS: Readonly<Record<string, string>> = {
  recurrence: 'recurrence',
  metastatic: 'metastatic',
  transformation: 'transformation',
  progression: 'progression',
}

/** A diagnosis as one line of a list: `Lung, 22 Dec 2024`. */
export const diagnosisWords = (diagnosis: {
  kind: string
  tumourGroup: string
  site: string | null
  date: PartialDate | null
}): string =>
  [
    diagnosis.site ?? tumourGroupLabel(diagnosis.tumourGroup as TumourGroup),
    KIND_WORDS[diagnosis.kind] ?? '',
    diagnosis.date === null ? 'date not known' : formatPartialDate(diagnosis.date),
  ]
    .filter((part) => part !== '')
    .join(', ')

/** An event as one line of a list: `Cancer care review, 7 Jan 2026`. */
export const eventWords = (event: { eventType: string; date: PartialDate; note: string | null }): string =>
  `${event.eventType === 'other' && event.note !== null ? event.note : eventTypeOf(event.eventType).label}, ${formatPartialDate(event.date)}`
