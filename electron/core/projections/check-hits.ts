import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { type CheckEpisode, type CheckEvent, type CheckFacts, type Finding } from '#shared/features/checks/public.ts'
import type { WriteHandle } from '../db/database.ts'
import type { Columns } from '../db/insert-rows.ts'
import { partialFrom, ruleEventFrom } from '../db/rows.ts'
import type { CheckHitTable } from '../db/schema-of-work.ts'
import type { EpisodeFacts, EventFacts, Facts } from './person-facts.ts'

/** What the checks find about people, kept so that a rule can count its hits and list them. */

/** Whether this is the demo practice, where numbers set aside for tests are usual. */
export const isDemoPractice = ({ statements }: WriteHandle): boolean =>
  statements.prepare('SELECT is_demo FROM practice').get()?.['is_demo'] === 1

const episodeFrom = (row: EpisodeFacts): CheckEpisode => ({
  id: row.id,
  kind: row.kind,
  tumourGroup: row.tumour_group as TumourGroup,
  site: row.site,
  icd10Code: row.icd10_code,
  diagnosisDate: partialFrom(row.diagnosis_date, row.diagnosis_date_precision),
  stage: row.stage,
  route: row.route as CheckEpisode['route'],
  laterality: row.laterality as CheckEpisode['laterality'],
  behaviour: row.behaviour as CheckEpisode['behaviour'],
  basis: row.basis as CheckEpisode['basis'],
  tCategory: row.t_category,
  nCategory: row.n_category,
  mCategory: row.m_category,
  stageEdition: row.stage_edition as CheckEpisode['stageEdition'],
})

const eventFrom = (row: EventFacts): CheckEvent => ({ ...ruleEventFrom(row), pathwayId: row.pathway_id })

/** A person's rows as the rules take them. */
export const checkFactsOf = ({ person, episodes, events }: Facts, demo: boolean, today: IsoDate): CheckFacts => ({
  person: {
    id: person.id,
    sex: person.sex,
    birthDate: person.birth_date,
    deathDate: partialFrom(person.death_date, person.death_date_precision),
    deathPlace: person.death_place,
    nhsNumber: person.nhs_number,
    nhsNumberStatus: person.nhs_number_status,
    postcode: person.postcode,
    deprivationQuintile: person.deprivation_quintile,
    deprivationIndex: person.deprivation_index,
  },
  episodes: episodes.map(episodeFrom),
  events: events.map(eventFrom),
  demo,
  today,
})

/** One row for each thing found; none for nearly everybody. */
export const checkHitRows = (personId: string, findings: readonly Finding[]): Columns<CheckHitTable>[] =>
  findings.map((finding) => ({
    person_id: personId,
    rule: finding.rule,
    severity: finding.severity,
    subject_table: finding.table,
    subject_id: finding.subjectId,
    words: finding.words,
    fingerprint: finding.fingerprint,
  }))

/** The last day on which all of this still holds; null when time alone changes nothing. */
export const findingsLapse = (findings: readonly Finding[]): IsoDate | null =>
  findings.reduce<IsoDate | null>(
    (first, { until }) => (until !== null && (first === null || until < first) ? until : first),
    null,
  )
