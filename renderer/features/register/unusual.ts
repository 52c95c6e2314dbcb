import { parseStage } from '#shared/domain/stage.ts'
import { parseTnm, type TnmLetter } from '#shared/domain/tnm.ts'
import {
  type CheckEpisode,
  type CheckFacts,
  type CheckPerson,
  type Finding,
  findingsOf,
} from '#shared/features/checks/public.ts'
import type { Kept } from '#shared/features/checks/schema.ts'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'

/** Something that can be right and seldom is. It is asked about, never refused. */
export interface Unusual {
  /** Changes with what was typed, so that keeping one date does not keep the next. */
  readonly id: string
  readonly words: string
}

/** Something unusual that a check asks about: a reason for it is stored with what is saved. */
export interface UnusualFinding extends Unusual {
  readonly rule: string
  readonly fingerprint: string
}

/** Who and what is not stored yet needs an id to be spoken of. */
export const NEW_PERSON = 'new-person'
export const NEW_EPISODE = 'new-episode'

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text)

const category = (letter: TnmLetter, text: string | null): string | null =>
  text === null ? null : (parseTnm(letter, text) ?? text)

/** What is typed of a person, as it would be stored. */
export const typedPerson = (id: string, person: PersonFields): CheckPerson => ({
  id,
  sex: person.sex,
  birthDate: person.birthDate,
  deathDate: person.deathDate,
  deathPlace: person.deathPlace,
  nhsNumber: person.nhsNumber,
  nhsNumberStatus: person.nhsNumberStatus,
  postcode: orNull(person.postcode),
  deprivationQuintile: person.deprivationQuintile,
  deprivationIndex: person.deprivationIndex,
})

/** What is typed of a diagnosis, as it would be stored. */
export const typedEpisode = (id: string, episode: EpisodeFields): CheckEpisode => ({
  id,
  kind: episode.kind,
  tumourGroup: episode.tumourGroup,
  site: orNull(episode.site),
  icd10Code: orNull(episode.icd10Code),
  diagnosisDate: episode.diagnosisDate,
  stage: episode.stage === null ? null : (parseStage(episode.stage)?.text ?? null),
  route: episode.route,
  laterality: episode.laterality,
  behaviour: episode.behaviour,
  basis: episode.basis,
  tCategory: category('T', orNull(episode.tCategory)),
  nCategory: category('N', orNull(episode.nCategory)),
  mCategory: category('M', orNull(episode.mCategory)),
  stageEdition: episode.stageEdition,
})

/** What the fields of the form refuse by themselves, in words beside the field. */
const SAID_BESIDE_THE_FIELD: ReadonlySet<string> = new Set([
  'born-in-future',
  'died-before-birth',
  'died-in-future',
  'diagnosed-before-birth',
  'diagnosed-in-future',
])

const idOf = ({ rule, subjectId, fingerprint }: Finding): string => `${rule} ${subjectId} ${fingerprint}`

/** What a form asks about, apart from what it has to have put right. */
export interface FormFindings {
  readonly unusual: readonly UnusualFinding[]
  /** What cannot be so: it has to be put right before anything is saved. */
  readonly wrong: readonly Unusual[]
}

/**
 * What the checks find in what is typed and did not find before: opening a form asks about nothing that is stored.
 * @param before as it is stored; null for somebody new.
 * @param switchedOff checks that this register does not want.
 */
export const formFindings = (
  typed: CheckFacts,
  before: CheckFacts | null,
  switchedOff: ReadonlySet<string>,
): FormFindings => {
  const known = new Set(before === null ? [] : findingsOf(before).map(idOf))
  const found = findingsOf(typed).filter((one) => !known.has(idOf(one)) && !switchedOff.has(one.rule))
  const asked = found.filter(({ severity }) => severity === 'warning')
  const wrong = found.filter(({ severity, rule }) => severity === 'error' && !SAID_BESIDE_THE_FIELD.has(rule))
  return {
    unusual: asked.map((one) => ({ id: idOf(one), words: one.words, rule: one.rule, fingerprint: one.fingerprint })),
    wrong: wrong.map((one) => ({ id: idOf(one), words: one.words })),
  }
}

/** The reasons that go with what is saved. */
export const keptWith = (findings: readonly UnusualFinding[], reasons: ReadonlyMap<string, string>): Kept[] =>
  findings.flatMap(({ id, rule, fingerprint }) => {
    const reason = reasons.get(id)
    return reason === undefined ? [] : [{ rule, fingerprint, reason }]
  })
