import { onQofRegister } from '#shared/domain/qof-register.ts'
import { parseStage } from '#shared/domain/stage.ts'
import { parseTnm } from '#shared/domain/tnm.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Episode, EpisodeFields } from '#shared/features/register/schema.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { CancerEpisodeTable } from '../../db/schema.ts'
import { partialFrom } from '../../db/rows.ts'
import { flag, fromFlag, orNull } from './stored-values.ts'

/** The text as it is shown everywhere, or nothing where there is none. Faults were refused before. */
const read = (text: string | null, parse: (text: string) => string | null): string | null =>
  text === null || text === '' ? null : (parse(text) ?? text)

/** Says who brought the code, where there is one and the caller did not say. */
const sourceOf = ({ icd10Code, codeSource }: EpisodeFields): EpisodeFields['codeSource'] =>
  icd10Code === null || icd10Code === '' ? null : (codeSource ?? 'typed')

/** A diagnosis as the table holds it. */
export const episodeColumns = (episode: EpisodeFields): Omit<NewRow<'cancer_episode'>, 'id' | 'person_id'> => ({
  kind: episode.kind,
  tumour_group: episode.tumourGroup,
  site: orNull(episode.site),
  icd10_code: orNull(episode.icd10Code),
  diagnosis_date: episode.diagnosisDate?.date ?? null,
  diagnosis_date_precision: episode.diagnosisDate?.precision ?? null,
  stage: episode.stage === null ? null : (parseStage(episode.stage)?.text ?? null),
  route: episode.route,
  hospital: orNull(episode.hospital),
  laterality: episode.laterality,
  behaviour: episode.behaviour,
  basis: episode.basis,
  grade: episode.grade,
  t_category: read(episode.tCategory, (text) => parseTnm('T', text)),
  n_category: read(episode.nCategory, (text) => parseTnm('N', text)),
  m_category: read(episode.mCategory, (text) => parseTnm('M', text)),
  stage_edition: episode.stageEdition,
  stage_version: orNull(episode.stageVersion),
  performance_status: episode.performanceStatus,
  intent: episode.intent,
  consultant: orNull(episode.consultant),
  nurse_specialist: orNull(episode.nurseSpecialist),
  nurse_specialist_phone: orNull(episode.nurseSpecialistPhone),
  nurse_specialist_told: episode.nurseSpecialistTold,
  follow_up: episode.followUp,
  code_source: sourceOf(episode),
  on_practice_register: flag(episode.onPracticeRegister),
  practice_register_reason: episode.onPracticeRegister === null ? null : orNull(episode.practiceRegisterReason),
})

/** A diagnosis as screens see it, with the register rule applied. Codes are what the table's own checks let in. */
export const episodeFrom = (row: CancerEpisodeTable): Episode => {
  const diagnosisDate = partialFrom(row.diagnosis_date, row.diagnosis_date_precision)
  const tumourGroup = row.tumour_group as TumourGroup
  const behaviour = row.behaviour as Episode['behaviour']
  const { icd10_code: icd10Code, kind, site } = row
  const qof = onQofRegister({ tumourGroup, icd10Code, diagnosisDate, kind, site, behaviour })
  return {
    id: row.id,
    personId: row.person_id,
    version: row.version,
    kind,
    tumourGroup,
    site,
    icd10Code,
    diagnosisDate,
    stage: row.stage,
    route: row.route as Episode['route'],
    hospital: row.hospital,
    laterality: row.laterality as Episode['laterality'],
    behaviour,
    basis: row.basis as Episode['basis'],
    grade: row.grade as Episode['grade'],
    tCategory: row.t_category,
    nCategory: row.n_category,
    mCategory: row.m_category,
    stageEdition: row.stage_edition as Episode['stageEdition'],
    stageVersion: row.stage_version,
    performanceStatus: row.performance_status as Episode['performanceStatus'],
    intent: row.intent as Episode['intent'],
    consultant: row.consultant,
    nurseSpecialist: row.nurse_specialist,
    nurseSpecialistPhone: row.nurse_specialist_phone,
    nurseSpecialistTold: row.nurse_specialist_told as Episode['nurseSpecialistTold'],
    followUp: row.follow_up as Episode['followUp'],
    codeSource: row.code_source,
    onPracticeRegister: fromFlag(row.on_practice_register),
    practiceRegisterReason: row.practice_register_reason,
    onQofRegister: qof.onRegister,
    qofReason: qof.reason,
  }
}
