import { isFilled } from './form-reading.ts'
import type { EpisodeDraft } from './episode-draft.ts'
import type { Faults } from './form-faults.ts'

/** Every field of a diagnosis that can be at fault, with its label, in the order of the page. */
export const EPISODE_LABELS = {
  'episode.site': 'Cancer',
  'episode.tumourGroup': 'Tumour group',
  'episode.diagnosisDate': 'Diagnosed',
  'episode.stage': 'Stage',
  'episode.kind': 'Kind',
  'episode.route': 'How it was found',
  'episode.hospital': 'Hospital',
  'episode.icd10Code': 'ICD-10 code',
  'episode.laterality': 'Side',
  'episode.behaviour': 'Behaviour',
  'episode.basis': 'What the diagnosis rests on',
  'episode.grade': 'Grade',
  'episode.tCategory': 'T',
  'episode.nCategory': 'N',
  'episode.mCategory': 'M',
  'episode.stageEdition': 'By whose rules',
  'episode.stageVersion': 'Edition',
  'episode.performanceStatus': 'Performance status',
  'episode.intent': 'Treatment aim',
  'episode.consultant': 'Consultant',
  'episode.followUp': 'Follow-up',
  'episode.nurseSpecialist': 'Nurse specialist',
  'episode.nurseSpecialistPhone': 'Nurse specialist’s phone',
  'episode.nurseSpecialistTold': 'When the diagnosis was told',
  'episode.onPracticeRegister': 'Kept on it',
  'episode.practiceRegisterReason': 'Reason',
} as const satisfies Partial<Record<`episode.${keyof EpisodeDraft}`, string>>

export type EpisodeLabelled = keyof typeof EPISODE_LABELS extends `episode.${infer Field}` ? Field : never

/** The folded parts of the form, in the order of the page. */
export const EPISODE_SECTIONS = [
  { part: 'tumour', title: 'The tumour', fields: ['laterality', 'behaviour', 'basis', 'grade'] },
  {
    part: 'stage',
    title: 'TNM and staging system',
    fields: ['tCategory', 'nCategory', 'mCategory', 'stageEdition', 'stageVersion'],
  },
  {
    part: 'care',
    title: 'Treatment and team',
    fields: [
      'performanceStatus',
      'intent',
      'consultant',
      'followUp',
      'nurseSpecialist',
      'nurseSpecialistPhone',
      'nurseSpecialistTold',
    ],
  },
  { part: 'register', title: 'The practice’s own register', fields: ['onPracticeRegister', 'practiceRegisterReason'] },
] as const satisfies readonly {
  readonly part: string
  readonly title: string
  readonly fields: readonly (keyof EpisodeDraft)[]
}[]
export type EpisodeSection = (typeof EPISODE_SECTIONS)[number]
export type EpisodePart = EpisodeSection['part']

/** How many fields of a part hold something. */
export const filledIn = ({ fields }: EpisodeSection, draft: EpisodeDraft): number =>
  fields.filter((field) => isFilled(draft[field])).length

/** Whether a field of a part is to be put right. */
export const hasFaultIn = ({ fields }: EpisodeSection, faults: Faults): boolean =>
  fields.some((field) => faults[`episode.${field}`] !== undefined)
