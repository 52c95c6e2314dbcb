import { formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { tumourGroupLabel, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { IncomingDiagnosis } from './incoming.ts'

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

const groupWords = ({ site, tumourGroup }: IncomingDiagnosis): string => {
  const group = tumourGroupLabel(tumourGroup)
  return site === null || normaliseName(site) === normaliseName(group) ? '' : `tumour group: ${group}`
}

/**
 * Everything that is stored of a new diagnosis, as one line of a list:
 * `Breast, 3 Mar 2025, stage 2, route: Screening, hospital: St Elsewhere, code C50.9`.
 */
export const newDiagnosisWords = (diagnosis: IncomingDiagnosis): string => {
  const { stage, route, hospital, icd10Code } = diagnosis
  return [
    diagnosisWords(diagnosis),
    groupWords(diagnosis),
    stage === null ? '' : `stage ${stage}`,
    route === 'not_known' ? '' : `route: ${routeLabel(route)}`,
    hospital === null ? '' : `hospital: ${hospital}`,
    icd10Code === null ? '' : `code ${icd10Code}`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** An event as one line of a list, with what is noted beside it: `Cancer care review, 7 Jan 2026: by telephone`. */
export const eventWords = (event: { eventType: string; date: PartialDate; note: string | null }): string => {
  const { eventType, note } = event
  const date = formatPartialDate(event.date)
  if (eventType === 'other' && note !== null) return `${note}, ${date}`
  return `${eventTypeOf(eventType).label}, ${date}${note === null ? '' : `: ${note}`}`
}
