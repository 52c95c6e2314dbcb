import type { DateParts, IsoDate } from '#shared/domain/partial-date.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import { parseStage } from '#shared/domain/stage.ts'
import {
  normaliseIcd10,
  recogniseCancerTerm,
  type TumourGroup,
  tumourGroupForIcd10,
} from '#shared/domain/tumour-groups.ts'
import type { EpisodeFields } from '#shared/features/register/schema.ts'
import { emptyPerson, faultList, futureFault, partsOf, readDate, type Read } from './person-draft.ts'

/** A diagnosis as it stands in the form. */
export interface EpisodeDraft {
  readonly kind: EpisodeFields['kind']
  readonly site: string
  readonly tumourGroup: TumourGroup | null
  readonly icd10Code: string
  readonly diagnosisDate: DateParts
  readonly stage: string
  readonly route: RouteToDiagnosis
  readonly hospital: string
  /** Chosen or typed by the person at the screen: the words no longer change it. */
  readonly groupByHand: boolean
  readonly codeByHand: boolean
}

export const emptyEpisode: EpisodeDraft = {
  kind: 'new_primary',
  site: '',
  tumourGroup: null,
  icd10Code: '',
  diagnosisDate: emptyPerson.birthDate,
  stage: '',
  route: 'not_known',
  hospital: '',
  groupByHand: false,
  codeByHand: false,
}

/** A stored diagnosis in the form. */
export const draftOfEpisode = (episode: EpisodeFields): EpisodeDraft => ({
  kind: episode.kind,
  site: episode.site ?? '',
  tumourGroup: episode.tumourGroup,
  icd10Code: episode.icd10Code ?? '',
  diagnosisDate: partsOf(episode.diagnosisDate),
  stage: episode.stage ?? '',
  route: episode.route,
  hospital: episode.hospital ?? '',
  groupByHand: true,
  codeByHand: episode.icd10Code !== null,
})

/**
 * What the words say about the cancer, or null while they are not understood. The box asks for a cancer, so a place
 * alone ("sigmoid colon") is read as a cancer there.
 */
export const recognised = (site: string): ReturnType<typeof recogniseCancerTerm> =>
  site.trim() === '' ? null : (recogniseCancerTerm(site) ?? recogniseCancerTerm(`cancer of ${site}`))

/** The words for the cancer changed: the group and the code follow them until they are chosen by hand. */
export const withSite = (draft: EpisodeDraft, site: string): EpisodeDraft => {
  const found = recognised(site)
  return {
    ...draft,
    site,
    tumourGroup: draft.groupByHand ? draft.tumourGroup : (found?.tumourGroup ?? null),
    icd10Code: draft.codeByHand ? draft.icd10Code : (found?.icd10 ?? ''),
  }
}

/** A code typed by hand names the group where nobody has chosen one. */
export const withCode = (draft: EpisodeDraft, icd10Code: string): EpisodeDraft => {
  const group = draft.groupByHand ? null : tumourGroupForIcd10(icd10Code)
  return { ...draft, icd10Code, codeByHand: icd10Code.trim() !== '', tumourGroup: group ?? draft.tumourGroup }
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const STAGE_FAULT = 'Type a stage from 0 to 4, with a letter if there is one: 2 or 3B'
const CODE_FAULT = 'Type a code such as C18 or C18.7, or leave it blank'

/** Reads a diagnosis out of the form. Without a group it cannot be sent: `fields` then holds "not known yet". */
export const readEpisode = (draft: EpisodeDraft, today: IsoDate): Read<EpisodeFields> => {
  const date = readDate(draft.diagnosisDate, false)
  const stage = textOrNull(draft.stage)
  const code = textOrNull(draft.icd10Code)
  return {
    fields: {
      kind: draft.kind,
      tumourGroup: draft.tumourGroup ?? 'not_known',
      site: textOrNull(draft.site),
      icd10Code: code?.toUpperCase() ?? null,
      diagnosisDate: date.value,
      stage: stage === null ? null : (parseStage(stage)?.text ?? stage),
      route: draft.route,
      hospital: textOrNull(draft.hospital),
    },
    faults: faultList({
      tumourGroup: draft.tumourGroup === null ? 'Choose one, or “not known yet”' : undefined,
      icd10Code: code !== null && normaliseIcd10(code) === null ? CODE_FAULT : undefined,
      diagnosisDate: date.fault ?? futureFault(date.value, today, 'A diagnosis cannot be in the future'),
      stage: stage !== null && parseStage(stage) === null ? STAGE_FAULT : undefined,
    }),
  }
}
