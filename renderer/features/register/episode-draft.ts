import { textOrNull } from '#renderer/app/typed.ts'
import { type DateParts, datePartsOf, type IsoDate } from '#shared/domain/partial-date.ts'
import { parseStage } from '#shared/domain/stage.ts'
import { parseTnm, type TnmLetter } from '#shared/domain/tnm.ts'
import {
  normaliseIcd10,
  recogniseCancerTerm,
  type TumourGroup,
  tumourGroupForIcd10,
} from '#shared/domain/tumour-groups.ts'
import { type EpisodeFields, episodeDetailsSchema } from '#shared/features/register/schema.ts'
import { faultList, futureFault, isFilled, readDate, type Read } from './form-reading.ts'

/** Fields that are boxes of text in the form. */
const TEXTS = [
  'site',
  'icd10Code',
  'stage',
  'hospital',
  'tCategory',
  'nCategory',
  'mCategory',
  'stageVersion',
  'consultant',
  'nurseSpecialist',
  'nurseSpecialistPhone',
  'practiceRegisterReason',
] as const satisfies readonly (keyof EpisodeFields)[]
type TextField = (typeof TEXTS)[number]

/** A diagnosis as it stands in the form. */
export type EpisodeDraft = Readonly<Record<TextField, string>> &
  Readonly<Omit<EpisodeFields, TextField | 'tumourGroup' | 'diagnosisDate'>> & {
    readonly tumourGroup: TumourGroup | null
    readonly diagnosisDate: DateParts
    /** Chosen or typed by the person at the screen: the words no longer change it. */
    readonly groupByHand: boolean
    readonly codeByHand: boolean
  }

const textsOf = (episode: EpisodeFields): Record<TextField, string> =>
  Object.fromEntries(TEXTS.map((field) => [field, episode[field] ?? ''])) as Record<TextField, string>

const readTexts = (draft: EpisodeDraft): Record<TextField, string | null> =>
  Object.fromEntries(TEXTS.map((field) => [field, textOrNull(draft[field])])) as Record<TextField, string | null>

/** A stored diagnosis in the form. */
export const draftOfEpisode = (episode: EpisodeFields): EpisodeDraft => ({
  ...episodeDetailsSchema.parse(episode),
  ...textsOf(episode),
  kind: episode.kind,
  tumourGroup: episode.tumourGroup,
  route: episode.route,
  diagnosisDate: datePartsOf(episode.diagnosisDate),
  groupByHand: true,
  codeByHand: episode.icd10Code !== null,
})

/** Nothing typed yet. */
export const emptyEpisode: EpisodeDraft = {
  ...draftOfEpisode({
    kind: 'new_primary',
    tumourGroup: 'not_known',
    site: null,
    icd10Code: null,
    diagnosisDate: null,
    stage: null,
    route: 'not_known',
    hospital: null,
    ...episodeDetailsSchema.parse({}),
  }),
  tumourGroup: null,
  groupByHand: false,
}

/** Whether nothing at all was said of a diagnosis: the person then comes onto the register without one. */
export const isBlankEpisode = (draft: EpisodeDraft): boolean =>
  !TEXTS.some((field) => isFilled(draft[field])) &&
  !isFilled(draft.diagnosisDate) &&
  draft.tumourGroup === null &&
  draft.route === emptyEpisode.route &&
  draft.kind === emptyEpisode.kind

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

/** A code typed by hand names the group where nobody has chosen one. Whoever types it has brought it. */
export const withCode = (draft: EpisodeDraft, icd10Code: string): EpisodeDraft => {
  const group = draft.groupByHand ? null : tumourGroupForIcd10(icd10Code)
  return {
    ...draft,
    icd10Code,
    codeSource: null,
    codeByHand: icd10Code.trim() !== '',
    tumourGroup: group ?? draft.tumourGroup,
  }
}

const STAGE_FAULT = 'Type a stage from 0 to 4, with a letter if there is one: 2 or 3B'
const CODE_FAULT = 'Type a code such as C18 or C18.7, or leave it blank'
const TNM_EXAMPLES: Readonly<Record<TnmLetter, string>> = { T: 'T2 or Tis', N: 'N1', M: 'M0' }

const tnmFault = (letter: TnmLetter, text: string | null): string | undefined =>
  text !== null && parseTnm(letter, text) === null
    ? `Type it as the letter has it, such as ${TNM_EXAMPLES[letter]}`
    : undefined

const tnmText = (letter: TnmLetter, text: string | null): string | null =>
  text === null ? null : (parseTnm(letter, text) ?? text)

/** Reads a diagnosis out of the form. Without a group it cannot be sent: `fields` then holds "not known yet". */
export const readEpisode = (draft: EpisodeDraft, today: IsoDate): Read<EpisodeFields> => {
  const { groupByHand: _group, codeByHand: _code, ...chosen } = draft
  const date = readDate(draft.diagnosisDate, false)
  const texts = readTexts(draft)
  const { stage, icd10Code: code } = texts
  return {
    fields: {
      ...chosen,
      ...texts,
      tumourGroup: draft.tumourGroup ?? 'not_known',
      icd10Code: code?.toUpperCase() ?? null,
      diagnosisDate: date.value,
      stage: stage === null ? null : (parseStage(stage)?.text ?? stage),
      tCategory: tnmText('T', texts.tCategory),
      nCategory: tnmText('N', texts.nCategory),
      mCategory: tnmText('M', texts.mCategory),
      practiceRegisterReason: draft.onPracticeRegister === null ? null : texts.practiceRegisterReason,
    },
    faults: faultList({
      tumourGroup: draft.tumourGroup === null ? 'Choose one, or “not known yet”' : undefined,
      icd10Code: code !== null && normaliseIcd10(code) === null ? CODE_FAULT : undefined,
      diagnosisDate: date.fault ?? futureFault(date.value, today, 'A diagnosis cannot be in the future'),
      stage: stage !== null && parseStage(stage) === null ? STAGE_FAULT : undefined,
      tCategory: tnmFault('T', texts.tCategory),
      nCategory: tnmFault('N', texts.nCategory),
      mCategory: tnmFault('M', texts.mCategory),
      practiceRegisterReason:
        draft.onPracticeRegister !== null && (texts.practiceRegisterReason ?? '').length < 3
          ? 'Say why in a few words'
          : undefined,
    }),
  }
}
