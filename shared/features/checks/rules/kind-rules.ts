import { normaliseIcd10, type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import {
  type CheckEpisode,
  type CheckRule,
  type Found,
  type Known,
  impossible,
  NOTHING,
  ofEachEpisode,
  unusual,
} from '../facts.ts'
import { asValue, shown, surelyBefore } from './dates.ts'

/** Rules about what a diagnosis rests on, how it behaves, how it was found, and how several go together. */

const IARC_BASIS = 'IARC Technical Report 42, basis of diagnosis'
const DEATH_CERTIFICATE = '0'
const TISSUE_OF_SPREAD = '6'
/** Bases that no cells or tissue went into. Not known passes. */
const WITHOUT_CELLS: ReadonlySet<string> = new Set(['0', '1', '2', '4'])
const HAS_NOT_SPREAD: ReadonlySet<string> = new Set(['benign', 'in_situ'])

/** Cancers that a national programme looks for: breast, bowel, neck of the womb, lung. */
const SCREENED: ReadonlySet<TumourGroup> = new Set(['breast', 'lower_gi', 'gynaecological', 'lung', 'not_known'])
const BLOOD: ReadonlySet<TumourGroup> = new Set(['lymphoma', 'leukaemia', 'myeloma', 'other_blood'])

const fromDeathCertificate = ({ basis, route }: CheckEpisode): boolean =>
  basis === DEATH_CERTIFICATE || route === 'death_certificate'

/** What the code says of behaviour: C malignant, D00 to D09 in situ; null where it says nothing or there is none. */
const coded = ({ icd10Code }: CheckEpisode): 'malignant' | 'in_situ' | null => {
  const code = icd10Code === null ? null : normaliseIcd10(icd10Code)
  if (code === null) return null
  if (code.startsWith('C')) return 'malignant'
  return code.startsWith('D0') ? 'in_situ' : null
}

const isBesideItsCode = (episode: CheckEpisode): boolean => {
  const code = coded(episode)
  if (code === null || episode.behaviour === null) return false
  const malignant = episode.behaviour === 'malignant' || episode.behaviour === 'metastatic'
  return code === 'malignant' ? !malignant : episode.behaviour !== 'in_situ'
}

const sideOf = ({ laterality }: CheckEpisode): string | null =>
  laterality === 'L' || laterality === 'R' ? laterality : null

/** The same cancer, kind, place and time: a later one of the two was probably typed again. */
const isTwin = (one: CheckEpisode, other: CheckEpisode): boolean => {
  if (one.kind !== other.kind || one.tumourGroup !== other.tumourGroup) return false
  if ((one.icd10Code ?? '') !== (other.icd10Code ?? '') || (one.site ?? '') !== (other.site ?? '')) return false
  if (sideOf(one) !== sideOf(other)) return false
  if (one.diagnosisDate === null || other.diagnosisDate === null) return true
  return !surelyBefore(one.diagnosisDate, other.diagnosisDate) && !surelyBefore(other.diagnosisDate, one.diagnosisDate)
}

const twins = ({ episodes }: Known): readonly Found[] => {
  if (episodes.length < 2) return NOTHING
  return episodes.flatMap((episode, at) => {
    const twin = episodes.slice(0, at).find((earlier) => isTwin(earlier, episode))
    if (twin === undefined) return []
    const rests = [episode.tumourGroup, episode.icd10Code, episode.site, asValue(episode.diagnosisDate)]
    return [
      {
        table: 'cancer_episode' as const,
        id: episode.id,
        words: 'The same diagnosis is here twice: same kind, site and date.',
        restsOn: [episode.kind, ...rests, twin.id],
      },
    ]
  })
}

/** Recurrence, spread and the like come after the cancer they are of. */
const beforePrimary = ({ episodes }: Known): readonly Found[] => {
  if (episodes.length < 2) return NOTHING
  return episodes.flatMap((episode) => {
    const { kind, diagnosisDate } = episode
    if (kind === 'new_primary' || diagnosisDate === null) return []
    const primaries = episodes.filter(
      (other) => other.kind === 'new_primary' && other.tumourGroup === episode.tumourGroup,
    )
    const [primary] = primaries
    const all = primaries.every(
      (other) => other.diagnosisDate !== null && surelyBefore(diagnosisDate, other.diagnosisDate),
    )
    if (primary === undefined || !all) return []
    return [
      {
        table: 'cancer_episode' as const,
        id: episode.id,
        words: `Dated ${shown(diagnosisDate)}, before the cancer it would come from.`,
        restsOn: [kind, asValue(diagnosisDate), ...primaries.map((other) => asValue(other.diagnosisDate))],
      },
    ]
  })
}

export const KIND_RULES: readonly CheckRule[] = [
  impossible({
    code: 'basis-spread',
    title: 'Tissue from a spread that there is not',
    explains: 'A tumour that is benign or in situ has not spread, so no tissue can come from where it spread to.',
    whatToDo: 'Correct the behaviour, or the basis of diagnosis.',
    source: IARC_BASIS,
    find: ofEachEpisode(({ behaviour, basis }) =>
      basis !== TISSUE_OF_SPREAD || behaviour === null || !HAS_NOT_SPREAD.has(behaviour)
        ? null
        : {
            words: 'The basis is tissue from where it has spread, and the behaviour says that it has not spread.',
            restsOn: [behaviour, basis],
          },
    ),
  }),
  unusual({
    code: 'in-situ-basis',
    title: 'In situ without cells or tissue',
    explains: 'In situ can only be told under the microscope. A basis that is not known passes.',
    whatToDo: 'Check what the diagnosis rests on.',
    source: IARC_BASIS,
    find: ofEachEpisode(({ behaviour, basis }) =>
      behaviour !== 'in_situ' || basis === null || !WITHOUT_CELLS.has(basis)
        ? null
        : { words: 'In situ, and no cells or tissue were looked at.', restsOn: [behaviour, basis] },
    ),
  }),
  unusual({
    code: 'behaviour-code',
    title: 'Behaviour and code disagree',
    explains: 'C codes are malignant and D00 to D09 in situ. Other D codes are not looked at.',
    whatToDo: 'Check the behaviour and the code.',
    source: 'ICD-10, chapter II',
    find: ofEachEpisode((episode) =>
      isBesideItsCode(episode)
        ? {
            words: `The code ${episode.icd10Code} says ${coded(episode) === 'in_situ' ? 'in situ' : 'malignant'}, and the behaviour says something else.`,
            restsOn: [episode.icd10Code, episode.behaviour],
          }
        : null,
    ),
  }),
  unusual({
    code: 'death-certificate-alive',
    title: 'Known from a death certificate, and no death',
    explains: 'The basis or the route is a death certificate, and neither the record nor the journey has a death.',
    whatToDo: 'Record the death, or correct the basis and the route.',
    source: 'JRC-ENCR data quality checks: basis of diagnosis and vital status',
    find: ofEachEpisode((episode, { death }) =>
      !fromDeathCertificate(episode) || death !== null
        ? null
        : {
            words: 'Known from a death certificate, and no death is recorded.',
            restsOn: [episode.basis, episode.route],
          },
    ),
  }),
  unusual({
    code: 'screening-without-programme',
    title: 'Found by screening that does not exist',
    explains: 'National screening looks for cancer of breast, bowel, neck of the womb and lung.',
    whatToDo: 'Check the route. A private check-up is “Other outpatient” or “Found by chance”.',
    source: 'UK National Screening Committee: national programmes',
    find: ofEachEpisode(({ route, tumourGroup, kind }) =>
      route !== 'screening' || kind !== 'new_primary' || SCREENED.has(tumourGroup)
        ? null
        : {
            words: `Found by screening, and there is no screening for “${tumourGroupLabel(tumourGroup)}”.`,
            restsOn: [route, tumourGroup],
          },
    ),
  }),
  unusual({
    code: 'transformation-of-solid',
    title: 'Transformation of a cancer that is not of the blood',
    explains: 'Transformation is one blood cancer becoming another. Elsewhere it is recurrence or progression.',
    whatToDo: 'Choose recurrence or progression, or check the tumour group.',
    source: 'COSD 9, non-primary diagnosis',
    find: ofEachEpisode(({ kind, tumourGroup }) =>
      kind !== 'transformation' || BLOOD.has(tumourGroup) || tumourGroup === 'not_known'
        ? null
        : {
            words: `Transformation, and “${tumourGroupLabel(tumourGroup)}” is not a cancer of the blood.`,
            restsOn: [kind, tumourGroup],
          },
    ),
  }),
  unusual({
    code: 'diagnosis-twice',
    title: 'The same diagnosis twice',
    explains: 'Two diagnoses of one kind with the same group, code, site and side, on dates that may be the same.',
    whatToDo: 'Remove one of the two. Its events can be put on the other first.',
    source: 'IARC Technical Report 42, multiple primaries',
    find: twins,
  }),
  unusual({
    code: 'before-its-primary',
    title: 'Spread or recurrence before its primary',
    explains: 'Dated before every primary of the same tumour group, however vague dates are read.',
    whatToDo: 'Check both dates, or record the earlier one as the primary.',
    source: 'COSD 9, date of non-primary diagnosis (CR6500)',
    find: beforePrimary,
  }),
]
