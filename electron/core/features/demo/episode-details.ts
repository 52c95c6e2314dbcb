import { dayNumber } from '#shared/domain/calendar.ts'
import type { Behaviour } from '#shared/domain/diagnosis-details.ts'
import { onQofRegister } from '#shared/domain/qof-register.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Chance, Weighted } from './chance.ts'
import type { DemoPerson } from './rows.ts'

type Episode = DemoPerson['episodes'][number]
type Details = Omit<NewRow<'cancer_episode'>, keyof Episode & ('id' | 'person_id' | 'kind' | 'tumour_group' | 'route')>

const BLOOD: ReadonlySet<string> = new Set(['lymphoma', 'leukaemia', 'myeloma', 'other_blood'])
const NO_TNM: ReadonlySet<string> = new Set([...BLOOD, 'brain_nervous', 'unknown_primary', 'not_known'])
/** Categories of organs with a left and a right. */
const PAIRED: ReadonlySet<string> = new Set(['C34', 'C50', 'C56', 'C62', 'C64', 'C65', 'C66', 'C69'])
/** Records older than this keep little of what a hospital now writes. */
const OUTLINE_DAYS = 2200

const CONSULTANTS: Readonly<Record<string, readonly string[]>> = {
  breast: ['Miss Priya Nair', 'Mr Alan Thorne'],
  lower_gi: ['Mr Edwin Pascoe', 'Miss Ruth Calder'],
  lung: ['Dr Simon Vane', 'Dr Amara Obi'],
  prostate: ['Mr Tom Rudge', 'Miss Elin Price'],
  urological: ['Mr Tom Rudge', 'Mr Faisal Karim'],
  gynaecological: ['Miss Clare Dunmore', 'Mr Piotr Zielak'],
}
const OTHER_CONSULTANTS = ['Dr Hannah Frost', 'Mr Neil Garrod', 'Dr Lucy Tan'] as const

const NURSES: Readonly<Record<string, readonly [name: string, phone: string]>> = {
  breast: ['Sian Howells', '01632 960 112'],
  lower_gi: ['Imogen Clarke', '01632 960 114'],
  lung: ['Mark Ferris', '01632 960 116'],
  prostate: ['Joy Okello', '01632 960 118'],
  urological: ['Joy Okello', '01632 960 118'],
  gynaecological: ['Tess Marlow', '01632 960 121'],
}
const BLOOD_NURSE = ['Ada Lindqvist', '01632 960 123'] as const
const OTHER_NURSE = ['Nurse specialist line', '01632 960 125'] as const

const BASES: Weighted<string | null> = [
  ['7', 84],
  ['2', 6],
  ['5', 3],
  ['1', 1],
  ['9', 1],
  [null, 5],
]
const TOLD: Weighted<string> = [
  ['Y1', 52],
  ['Y3', 17],
  ['Y4', 12],
  ['Y5', 6],
  ['NI', 6],
  ['NN', 3],
  ['99', 4],
]
const PERFORMANCE: Weighted<string> = [
  ['0', 46],
  ['1', 30],
  ['2', 12],
  ['3', 5],
  ['4', 1],
  ['9', 6],
]
const GRADE: Weighted<string | null> = [
  ['G1', 18],
  ['G2', 42],
  ['G3', 28],
  ['GX', 2],
  [null, 10],
]
/** T and N by stage group, as most staging tables for solid tumours have them. */
const CATEGORIES: Readonly<Record<string, Weighted<readonly [t: string, n: string]>>> = {
  '1': [
    [['T1', 'N0'], 70],
    [['T2', 'N0'], 30],
  ],
  '2': [
    [['T2', 'N0'], 45],
    [['T3', 'N0'], 40],
    [['T1', 'N1'], 15],
  ],
  '3': [
    [['T3', 'N1'], 60],
    [['T4', 'N0'], 15],
    [['T2', 'N2'], 25],
  ],
  '4': [
    [['T3', 'N1'], 40],
    [['T4', 'N2'], 40],
    [['TX', 'NX'], 20],
  ],
}

const lateralityOf = (chance: Chance, { site, icd10_code }: Episode): string | null => {
  const words = site ?? ''
  if (/\bleft\b/.test(words)) return 'L'
  if (/\bright\b/.test(words)) return 'R'
  if (PAIRED.has(icd10_code ?? '')) {
    return chance.weighted([
      ['L', 45],
      ['R', 45],
      [null, 10],
    ])
  }
  return chance.weighted([
    ['8', 75],
    [null, 25],
  ])
}

const behaviourOf = ({ kind, icd10_code }: Episode): Behaviour => {
  if (kind === 'metastatic') return 'metastatic'
  if (icd10_code?.startsWith('D0') === true) return 'in_situ'
  return icd10_code?.startsWith('D') === true ? 'uncertain' : 'malignant'
}

const editionOf = (group: string): string => {
  if (group === 'gynaecological') return 'figo'
  return group === 'lymphoma' ? 'ann_arbor' : 'uicc'
}

const stagingOf = (chance: Chance, { stage, tumour_group }: Episode): Partial<Details> => {
  const none = { t_category: null, n_category: null, m_category: null, stage_edition: null, stage_version: null }
  const choices = CATEGORIES[stage?.charAt(0) ?? '']
  if (stage === null || choices === undefined || !chance.happens(0.75)) return none
  const edition = editionOf(tumour_group)
  const staged = { stage_edition: edition, stage_version: edition === 'uicc' ? '8' : null }
  if (NO_TNM.has(tumour_group)) return { ...none, ...staged }
  const [t, n] = chance.weighted(choices)
  return { ...staged, t_category: t, n_category: n, m_category: stage.startsWith('4') ? 'M1' : 'M0' }
}

const intentOf = (chance: Chance, { stage, tumour_group }: Episode): string | null => {
  const curable = stage?.startsWith('4') !== true && !BLOOD.has(tumour_group)
  return chance.weighted([
    ['C', curable ? 80 : 12],
    ['Z', curable ? 5 : 68],
    ['X', 6],
    ['9', 2],
    [null, 9],
  ])
}

const followUpOf = (chance: Chance, { stage, tumour_group }: Episode): string | null => {
  if (stage?.startsWith('4') === true) {
    return chance.weighted([
      ['professional_led', 60],
      ['palliative', 30],
      [null, 10],
    ])
  }
  const selfManaged = tumour_group === 'breast' ? 65 : 30
  return chance.weighted([
    ['self_managed', selfManaged],
    ['professional_led', 70 - selfManaged],
    ['shared_care', 15],
    [null, 15],
  ])
}

const nurseOf = (group: string): readonly [name: string, phone: string] =>
  NURSES[group] ?? (BLOOD.has(group) ? BLOOD_NURSE : OTHER_NURSE)

const teamOf = (chance: Chance, episode: Episode, isOld: boolean): Partial<Details> => {
  const group = episode.tumour_group
  const consultant = chance.pick(CONSULTANTS[group] ?? OTHER_CONSULTANTS)
  const nurse = chance.happens(isOld ? 0.2 : 0.86) ? nurseOf(group) : null
  const told = chance.weighted(TOLD)
  return {
    consultant: chance.happens(isOld ? 0.5 : 0.9) ? consultant : null,
    nurse_specialist: nurse?.[0] ?? null,
    nurse_specialist_phone: nurse?.[1] ?? null,
    nurse_specialist_told: chance.happens(isOld ? 0.1 : 0.8) ? told : null,
  }
}

const REASONS_TO_KEEP = ['Still under follow-up here', 'Wants a yearly review', 'Agreed at the team meeting'] as const

/** A lead keeps some whom the rule leaves out, and says why. */
const choiceOf = (chance: Chance, episode: Episode, behaviour: Behaviour | null): Partial<Details> => {
  const none = { on_practice_register: null, practice_register_reason: null }
  const { diagnosis_date: date, diagnosis_date_precision: precision } = episode
  const counted = onQofRegister({
    tumourGroup: episode.tumour_group as TumourGroup,
    icd10Code: episode.icd10_code,
    diagnosisDate: date === null || precision === null ? null : { date, precision },
    kind: episode.kind,
    site: episode.site,
    behaviour,
  })
  const chooses = chance.happens(0.4)
  const reason = chance.pick(REASONS_TO_KEEP)
  return counted.onRegister || !chooses ? none : { on_practice_register: 1, practice_register_reason: reason }
}

/** What a register may hold of a diagnosis beyond what, when and how it was found: less of it the older it is. */
export const episodeDetails = (chance: Chance, episode: Episode, today: number): Details => {
  const isOld = episode.diagnosis_date === null || today - dayNumber(episode.diagnosis_date) > OUTLINE_DAYS
  const hasGrade = !NO_TNM.has(episode.tumour_group) && chance.happens(isOld ? 0.3 : 0.8)
  const laterality = lateralityOf(chance, episode)
  const behaviour = chance.happens(0.92) ? behaviourOf(episode) : null
  return {
    laterality,
    behaviour,
    basis: episode.kind === 'metastatic' ? chance.pick(['6', '2']) : chance.weighted(BASES),
    grade: hasGrade ? chance.weighted(GRADE) : null,
    ...stagingOf(chance, episode),
    performance_status: chance.happens(isOld ? 0.1 : 0.75) ? chance.weighted(PERFORMANCE) : null,
    intent: intentOf(chance, episode),
    follow_up: followUpOf(chance, episode),
    ...teamOf(chance, episode, isOld),
    code_source: episode.icd10_code === null ? null : chance.happens(0.6) ? 'imported' : 'typed',
    ...choiceOf(chance, episode, behaviour),
  }
}
