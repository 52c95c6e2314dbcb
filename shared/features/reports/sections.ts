import { z } from 'zod'

/**
 * The sections that a report may have, in the order in which they stand. Source: the skeleton of the Greater Midlands
 * Cancer Network report of March 2010, and what this register adds. Summary and method are in every report.
 */
export const REPORT_SECTIONS = [
  { code: 'register', label: 'The register' },
  { code: 'new-diagnoses', label: 'New diagnoses' },
  { code: 'demographics', label: 'Demographics' },
  { code: 'stage', label: 'Stage at diagnosis' },
  { code: 'route', label: 'Route to diagnosis' },
  { code: 'intervals', label: 'Intervals' },
  { code: 'before-referral', label: 'Attendances, investigations and communication' },
  { code: 'hospitals', label: 'Hospitals referred to' },
  { code: 'care', label: 'Support contact and care review' },
  { code: 'letters', label: 'Letters' },
  { code: 'deaths', label: 'Deaths' },
  { code: 'learning', label: 'Learning events' },
  { code: 'plan', label: 'Plan progress' },
  { code: 'lists', label: 'List reconciliation' },
  { code: 'ten-things', label: 'Ten things that matter' },
  { code: 'completeness', label: 'How complete the data are' },
] as const
export type SectionCode = (typeof REPORT_SECTIONS)[number]['code']

/** Sections that other practices do not have alike: of the lists one compared, the hospitals it refers to, and its plan. */
const OF_ONE_PRACTICE: ReadonlySet<SectionCode> = new Set(['lists', 'hospitals', 'plan'])

/** Those of a report of several practices: without what each practice has of its own. */
export const SECTIONS_COUNTED_ALIKE: readonly SectionCode[] = REPORT_SECTIONS.map(({ code }) => code).filter(
  (code) => !OF_ONE_PRACTICE.has(code),
)

export const ALL_SECTIONS: readonly SectionCode[] = REPORT_SECTIONS.map(({ code }) => code)

export const sectionCodeSchema = z.enum(REPORT_SECTIONS.map(({ code }) => code))

/** The sections of a new report: at least one, each once, in the order of the report. */
export const chosenSectionsSchema = z
  .array(sectionCodeSchema)
  .min(1, { error: 'Choose at least one section' })
  .transform((codes): SectionCode[] => ALL_SECTIONS.filter((code) => codes.includes(code)))
