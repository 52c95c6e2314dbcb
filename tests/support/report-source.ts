import { allSteps } from '#shared/domain/steps.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import type { RuleEvent } from '#shared/features/journey/public.ts'
import { type Measured, measureInSteps } from '#shared/features/reports/measure.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { ReportSource, SourceEpisode, SourcePerson } from '#shared/features/reports/source.ts'

let made = 0
const nextId = (): string => {
  made += 1
  return `made-${made}`
}

/** `2025-09-04`, `2025-09` or `2025` as a date known that far. */
export const on = (text: string): PartialDate => {
  if (text.length === 10) return { date: text, precision: 'day' }
  return text.length === 7 ? { date: `${text}-01`, precision: 'month' } : { date: `${text}-01-01`, precision: 'year' }
}

/** A counted new primary; name what matters to the test. @param date as for `on`, or null for none. */
export const diagnosed = (date: string | null, change: Partial<SourceEpisode> = {}): SourceEpisode => ({
  id: nextId(),
  kind: 'new_primary',
  tumourGroup: 'breast',
  site: null,
  icd10Code: null,
  behaviour: null,
  diagnosisDate: date === null ? null : on(date),
  stage: null,
  route: 'not_known',
  onPracticeRegister: null,
  ...change,
})

export const happened = (eventType: string, date: string, answersEventId: string | null = null): RuleEvent => ({
  id: nextId(),
  episodeId: null,
  eventType,
  ...on(date),
  answersEventId,
})

/** A living person with everything recorded; name what matters to the test. */
export const somebody = (
  episodes: readonly SourceEpisode[],
  change: Partial<Omit<SourcePerson, 'episodes'>> = {},
): SourcePerson => ({
  leftOutOfSharing: false,
  deathDate: null,
  hasNhsNumber: true,
  hasBirthDate: true,
  hasSex: true,
  events: [],
  ...change,
  episodes,
})

/** All measures of a report at once. */
export const measureAll = (source: ReportSource, period: ReportPeriod): Measured =>
  allSteps(measureInSteps(source, period))
