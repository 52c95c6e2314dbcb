import { dateSpan, type IsoDate, isFuture, type PartialDate } from '#shared/domain/partial-date.ts'
import { type RouteToDiagnosis, ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { parseStage } from '#shared/domain/stage.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import {
  normaliseIcd10,
  type RecognisedCancer,
  type TumourGroup,
  tumourGroupForIcd10,
} from '#shared/domain/tumour-groups.ts'
import { type EventTypeCode, eventTypeOf } from '#shared/features/journey/public.ts'
import type { ImportField } from '#shared/features/imports/schema.ts'
import { cleanCell } from './clean-cell.ts'
import type { ColumnPlan, EventColumns } from './column-plan.ts'
import type { IncomingDiagnosis, IncomingEvent } from './incoming.ts'
import { dateReaderOf } from './map-person.ts'
import type { FileRow } from './file-rows.ts'
import { rejectRow } from './row-problem.ts'

const NOT_KNOWN = new Set([
  '',
  'x',
  'na',
  'n a',
  'not known',
  'unknown',
  'not recorded',
  'not staged',
  'unstaged',
  'nk',
  'tbc',
  'not applicable',
])
const ROUTE_WORDS = new Map<string, RouteToDiagnosis>([
  ...ROUTES_TO_DIAGNOSIS.flatMap(({ code, label }) => [
    [normaliseName(label), code] as const,
    [normaliseName(code), code] as const,
  ]),
  ...(['2ww', 'two week wait', 'usc', 'urgent suspected cancer', 'fast track', 'urgent gp referral'] as const).map(
    (words) => [words, 'urgent_referral'] as const,
  ),
  ...(['gp referral', 'routine', 'routine gp referral'] as const).map((words) => [words, 'routine_referral'] as const),
  ...(['screen detected', 'screening programme', 'breast screening', 'bowel screening'] as const).map(
    (words) => [words, 'screening'] as const,
  ),
  ...(['emergency presentation', 'emergency', 'a e', 'a and e', 'emergency admission'] as const).map(
    (words) => [words, 'emergency'] as const,
  ),
  ...(['outpatient', 'other outpatient', 'consultant referral'] as const).map(
    (words) => [words, 'other_outpatient'] as const,
  ),
  ...(['incidental', 'incidental finding', 'by chance'] as const).map((words) => [words, 'incidental'] as const),
  ...(['dco', 'death certificate only'] as const).map((words) => [words, 'death_certificate'] as const),
])
const LONGEST_TEXT = { cancer: 120, hospital: 80, note: 2000 } as const

/** The stage of a cell, null when it says that none is known. @throws RowProblem */
export const stageOf = (text: string): string | null => {
  if (text === '' || NOT_KNOWN.has(normaliseName(text))) return null
  return parseStage(text)?.text ?? rejectRow('Stage is not one of 0 to 4')
}

/** The route of a cell, `not_known` when it is blank. @throws RowProblem */
export const routeOf = (text: string): RouteToDiagnosis => {
  if (text === '' || NOT_KNOWN.has(normaliseName(text))) return 'not_known'
  return ROUTE_WORDS.get(normaliseName(text)) ?? rejectRow('Route to diagnosis is not one of ours')
}

interface Icd10 {
  /** Three characters, a point, the rest: `C18.7`. */
  readonly code: string
  readonly tumourGroup: TumourGroup | null
  readonly isSecondary: boolean
}

const SECONDARY = /^C7[789]/

const icd10Of = (text: string): Icd10 | null => {
  if (text === '') return null
  const compact = normaliseIcd10(text) ?? rejectRow('ICD-10 code is not one of cancer (C or D)')
  const code = compact.length > 3 ? `${compact.slice(0, 3)}.${compact.slice(3)}` : compact
  return { code, tumourGroup: tumourGroupForIcd10(code), isSecondary: SECONDARY.test(code) }
}

const whatCancer = (
  words: string,
  named: RecognisedCancer | null,
  icd10: Icd10 | null,
): Pick<IncomingDiagnosis, 'kind' | 'tumourGroup' | 'site'> => {
  if (words.length > LONGEST_TEXT.cancer) return rejectRow(`Cancer is longer than ${LONGEST_TEXT.cancer} letters`)
  const site = named?.site ?? (words === '' ? null : words)
  if (icd10?.isSecondary === true) return { kind: 'metastatic', tumourGroup: named?.tumourGroup ?? 'not_known', site }
  const coded = icd10?.tumourGroup ?? null
  if (coded !== null && named !== null && named.tumourGroup !== 'not_known' && named.tumourGroup !== coded) {
    return rejectRow('The cancer and its ICD-10 code name different cancers')
  }
  return { kind: named?.kind ?? 'new_primary', tumourGroup: coded ?? named?.tumourGroup ?? 'not_known', site }
}

const refuseImpossible = (date: PartialDate | null, what: string, birthDate: IsoDate | null, today: IsoDate): void => {
  if (date === null) return
  if (isFuture(date, today)) rejectRow(`${what} is in the future`)
  const last = date.precision === 'day' ? date.date : dateSpan(date).to
  if (birthDate !== null && last < birthDate) rejectRow(`${what} is before the date of birth`)
}

/** The diagnosis that a row's own columns tell, or null when they are blank. @throws RowProblem */
type DiagnosisReader = (row: FileRow, birthDate: IsoDate | null, today: IsoDate) => IncomingDiagnosis | null

const diagnosisReader = (plan: ColumnPlan): DiagnosisReader => {
  const cancers = plan.readerOf('cancer', (words) => ({
    words,
    named: words === '' ? null : plan.readCancer(words).cancer,
  }))
  const codes = plan.readerOf('icd10_code', icd10Of)
  const dateOf = dateReaderOf(plan, 'diagnosis_date', 'Diagnosis date')
  const stages = plan.readerOf('stage', stageOf)
  const routes = plan.readerOf('route', routeOf)
  const hospitals = plan.textOf('hospital')
  return (row, birthDate, today) => {
    const { words, named } = cancers(row)
    const icd10 = codes(row)
    const date = dateOf(row)
    const stage = stages(row)
    const route = routes(row)
    const hospital = hospitals(row)
    if (words === '' && icd10 === null && date === null) {
      return stage === null && route === 'not_known' && hospital === ''
        ? null
        : rejectRow('Stage, route or hospital without a cancer or a diagnosis date')
    }
    refuseImpossible(date, 'Diagnosis date', birthDate, today)
    if (hospital.length > LONGEST_TEXT.hospital) rejectRow(`Hospital is longer than ${LONGEST_TEXT.hospital} letters`)
    const { kind, tumourGroup, site } = whatCancer(words, named, icd10)
    return {
      kind,
      tumourGroup,
      site,
      icd10Code: icd10?.code ?? null,
      date,
      stage,
      route,
      hospital: hospital === '' ? null : hospital,
    }
  }
}

/** Columns that are dates of one kind of event, whatever their heading says. */
const DATED_EVENTS: readonly (readonly [ImportField, EventTypeCode, string])[] = [
  ['review_date', 'care_review', 'Care review date'],
  ['support_date', 'support_contact', 'Support contact date'],
  ['mdt_date', 'mdt', 'MDT meeting date'],
]

const datedEventsReader = (plan: ColumnPlan): ((row: FileRow) => IncomingEvent[]) => {
  const columns = DATED_EVENTS.filter(([field]) => plan.columnOf(field) !== null).map(([field, eventType, label]) => ({
    dateOf: dateReaderOf(plan, field, label),
    event: { eventType, lane: eventTypeOf(eventType).lane, note: null, keptTerm: null },
  }))
  return (row) => {
    const events: IncomingEvent[] = []
    for (const { dateOf, event } of columns) {
      const date = dateOf(row)
      if (date !== null) events.push({ ...event, date })
    }
    return events
  }
}

const noteOf = (...parts: string[]): string | null => {
  const note = parts.filter((part) => part !== '').join(': ')
  if (note.length > LONGEST_TEXT.note) return rejectRow(`An event is longer than ${LONGEST_TEXT.note} letters`)
  return note === '' ? null : note
}

interface Clinical {
  diagnoses: IncomingDiagnosis[]
  events: IncomingEvent[]
}

const undated = (cancer: RecognisedCancer, date: PartialDate | null): IncomingDiagnosis => ({
  kind: cancer.kind,
  tumourGroup: cancer.tumourGroup,
  site: cancer.site,
  icd10Code: null,
  date,
  stage: null,
  route: 'not_known',
  hospital: null,
})

const readGroup = (plan: ColumnPlan, row: FileRow, columns: EventColumns, found: Clinical): void => {
  const when = cleanCell(row.cells[columns.date])
  const term = cleanCell(row.cells[columns.term])
  const value = columns.value === null ? '' : cleanCell(row.cells[columns.value])
  if (when === '' && term === '' && value === '') return
  if (term === '') rejectRow('A date or value stands without the words that say what happened')
  const { cancer, event: type, saysItsLabel, leftOut } = plan.readTerm(term)
  if (leftOut) return
  const read = when === '' ? null : plan.readDate(columns.date, when)
  if (read !== null && !read.ok) return rejectRow(`Event date: ${read.reason}`)
  const date = read?.value ?? null
  if (cancer !== null) found.diagnoses.push(undated(cancer, date))
  if (cancer !== null && value === '') return
  if (date === null) return rejectRow('An event has no date')
  if (type === null) {
    found.events.push({
      eventType: 'other',
      lane: eventTypeOf('other').lane,
      date,
      note: noteOf(term, value),
      keptTerm: term,
    })
    return
  }
  found.events.push({
    eventType: type.code,
    lane: type.lane,
    date,
    note: noteOf(saysItsLabel ? '' : term, value),
    keptTerm: null,
  })
}

/** Everything a row tells of what happened. @throws RowProblem when a date cannot be read or cannot be. */
export type ClinicalReader = (row: FileRow, birthDate: IsoDate | null) => Clinical

/** Settles once for a file how what happened is read. */
export const clinicalReader = (plan: ColumnPlan, today: IsoDate): ClinicalReader => {
  const diagnosisOf = diagnosisReader(plan)
  const eventsOf = datedEventsReader(plan)
  return (row, birthDate) => {
    const own = diagnosisOf(row, birthDate, today)
    const found: Clinical = { diagnoses: own === null ? [] : [own], events: eventsOf(row) }
    for (const columns of plan.events) readGroup(plan, row, columns, found)
    for (const diagnosis of found.diagnoses)
      if (diagnosis !== own) refuseImpossible(diagnosis.date, 'Diagnosis date', birthDate, today)
    for (const event of found.events) refuseImpossible(event.date, 'Event date', birthDate, today)
    return found
  }
}
