import { STAGE_EDITIONS } from '#shared/domain/diagnosis-details.ts'
import { labelOf } from '#shared/domain/people.ts'
import { parseStage, type StageGroup } from '#shared/domain/stage.ts'
import { type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { type CheckEpisode, type CheckRule, impossible, ofEachEpisode, unusual } from '../facts.ts'
import { hasCodeBetween } from './site-rules.ts'

/** Rules about stage: the group against T, N and M, and against what the tumour is. */

const UICC = 'UICC TNM, 8th edition'

/** The stage group, or null where none is recorded or it is not read as one. */
export const stageGroupOf = ({ stage }: CheckEpisode): StageGroup | null =>
  stage === null ? null : (parseStage(stage)?.group ?? null)

const isAt = (category: string | null, pattern: RegExp): boolean => category !== null && pattern.test(category)
export const hasDistantSpread = ({ mCategory }: CheckEpisode): boolean => isAt(mCategory, /M1/i)
export const hasSpreadToNodes = ({ nCategory }: CheckEpisode): boolean => isAt(nCategory, /N[1-3]/i)
const isTis = ({ tCategory }: CheckEpisode): boolean => isAt(tCategory, /T(?:is|a)/i)

/** M1 is not stage 4 in testis (3), differentiated thyroid before 55 (2) and trophoblastic tumours (3). */
const spreadIsAlwaysFour = (episode: CheckEpisode): boolean =>
  episode.tumourGroup !== 'testis_penis' &&
  episode.tumourGroup !== 'thyroid_endocrine' &&
  !hasCodeBetween(episode, 58, 58)

const BLOOD: ReadonlySet<TumourGroup> = new Set(['lymphoma', 'leukaemia', 'myeloma', 'other_blood'])
const SKIN_LYMPHOMA = /skin|cutaneous|mycosis|s[eé]zary/i

/** Cancers that T, N and M do not describe. Lymphoma of the skin has its own T, N and M. */
const hasNoTnm = (episode: CheckEpisode): boolean => {
  if (episode.tumourGroup === 'lymphoma')
    return !hasCodeBetween(episode, 84, 84) && !SKIN_LYMPHOMA.test(episode.site ?? '')
  return BLOOD.has(episode.tumourGroup) || (episode.tumourGroup === 'brain_nervous' && hasCodeBetween(episode, 70, 72))
}

/** Editions that were made for one kind of cancer. */
const EDITION_GROUPS: Readonly<Record<string, ReadonlySet<TumourGroup>>> = {
  figo: new Set<TumourGroup>(['gynaecological']),
  ann_arbor: new Set<TumourGroup>(['lymphoma']),
  binet: new Set<TumourGroup>(['leukaemia']),
}

const tnmOf = ({ tCategory, nCategory, mCategory }: CheckEpisode): string =>
  [tCategory, nCategory, mCategory].filter((part) => part !== null).join(' ')

export const STAGE_RULES: readonly CheckRule[] = [
  impossible({
    code: 'in-situ-spread',
    title: 'In situ, and spread',
    explains: 'In situ means that it has not spread: it cannot be stage 4, in lymph nodes or further away.',
    whatToDo: 'Correct the behaviour, or the stage.',
    source: 'UICC TNM: in situ is stage 0',
    find: ofEachEpisode((episode) => {
      if (episode.behaviour !== 'in_situ') return null
      const stage = stageGroupOf(episode)
      if (stage !== '4' && !hasDistantSpread(episode) && !hasSpreadToNodes(episode)) return null
      return {
        words: 'In situ, and the stage says that it has spread.',
        restsOn: [episode.behaviour, episode.stage, episode.nCategory, episode.mCategory],
      }
    }),
  }),
  unusual({
    code: 'in-situ-stage',
    title: 'In situ with a stage above 0',
    explains: 'In situ disease is stage 0. Stages 1 to 3 are asked about; stage 4 is another rule.',
    whatToDo: 'Check the behaviour and the stage against the letter.',
    source: 'UICC TNM: in situ is stage 0',
    find: ofEachEpisode((episode) => {
      const stage = episode.behaviour === 'in_situ' ? stageGroupOf(episode) : null
      if (stage === null || stage === '0' || stage === '4') return null
      return { words: `In situ, and the stage is ${episode.stage}.`, restsOn: [episode.behaviour, episode.stage] }
    }),
  }),
  unusual({
    code: 'spread-below-4',
    title: 'M1 below stage 4',
    explains:
      'Distant spread is stage 4 for nearly every cancer. Testis, thyroid and trophoblastic tumours pass, as their tables differ.',
    whatToDo: 'Check M and the stage group against the letter.',
    source: UICC,
    find: ofEachEpisode((episode) => {
      const stage = hasDistantSpread(episode) ? stageGroupOf(episode) : null
      if (stage === null || stage === '4' || !spreadIsAlwaysFour(episode)) return null
      return {
        words: `${episode.mCategory} says it has spread, and the stage is ${episode.stage}.`,
        restsOn: [episode.stage, episode.mCategory, episode.tumourGroup],
      }
    }),
  }),
  unusual({
    code: 'tis-above-0',
    title: 'Tis or Ta above stage 0',
    explains: 'A tumour that has not grown into the tissue below, without nodes or spread, is stage 0.',
    whatToDo: 'Check T and the stage group against the letter.',
    source: UICC,
    find: ofEachEpisode((episode) => {
      const stage = isTis(episode) ? stageGroupOf(episode) : null
      if (stage === null || stage === '0') return null
      if (hasSpreadToNodes(episode) || hasDistantSpread(episode)) return null
      return {
        words: `${episode.tCategory}, and the stage is ${episode.stage}.`,
        restsOn: [episode.tCategory, episode.stage, episode.nCategory, episode.mCategory],
      }
    }),
  }),
  unusual({
    code: 'stage-0-spread',
    title: 'Stage 0 with nodes or spread',
    explains: 'Stage 0 has no cancer in lymph nodes and none further away.',
    whatToDo: 'Check N, M and the stage group against the letter.',
    source: UICC,
    find: ofEachEpisode((episode) => {
      if (!hasSpreadToNodes(episode) && !hasDistantSpread(episode)) return null
      if (episode.behaviour === 'in_situ' || stageGroupOf(episode) !== '0') return null
      return {
        words: `Stage 0, and ${tnmOf(episode)} says it has spread.`,
        restsOn: [episode.stage, episode.nCategory, episode.mCategory],
      }
    }),
  }),
  unusual({
    code: 'early-and-nodes',
    title: 'Stage 1 with several nodes',
    explains: 'N2 or N3 with stage 1. Stage 1 has no nodes, or very few, in every table; testis and thyroid pass.',
    whatToDo: 'Check N and the stage group against the letter.',
    source: UICC,
    find: ofEachEpisode((episode) => {
      if (!isAt(episode.nCategory, /N[23]/i) || stageGroupOf(episode) !== '1') return null
      if (!spreadIsAlwaysFour(episode)) return null
      return {
        words: `${episode.nCategory}, and the stage is ${episode.stage}.`,
        restsOn: [episode.stage, episode.nCategory, episode.tumourGroup],
      }
    }),
  }),
  unusual({
    code: 'tnm-of-blood',
    title: 'T, N or M where there is none',
    explains: 'Blood cancers, lymphoma outside the skin, and brain tumours are not described by T, N and M.',
    whatToDo: 'Check the tumour group, or take T, N and M away.',
    source: UICC,
    find: ofEachEpisode((episode) => {
      if (tnmOf(episode) === '' || !hasNoTnm(episode)) return null
      return {
        words: `${tnmOf(episode)}, and “${tumourGroupLabel(episode.tumourGroup)}” is not described that way.`,
        restsOn: [episode.tCategory, episode.nCategory, episode.mCategory, episode.tumourGroup, episode.icd10Code],
      }
    }),
  }),
  unusual({
    code: 'edition-group',
    title: 'Staging system of another cancer',
    explains: 'FIGO stages gynaecological cancers, Ann Arbor lymphoma, and Binet chronic lymphocytic leukaemia.',
    whatToDo: 'Check the staging system against the letter.',
    source: 'COSD 9, stage edition; FIGO, Ann Arbor and Binet themselves',
    find: ofEachEpisode(({ stageEdition, tumourGroup }) => {
      const made = stageEdition === null ? undefined : EDITION_GROUPS[stageEdition]
      if (stageEdition === null || made === undefined || made.has(tumourGroup) || tumourGroup === 'not_known')
        return null
      return {
        words: `Staged by ${labelOf(STAGE_EDITIONS, stageEdition)}, which is not made for “${tumourGroupLabel(tumourGroup)}”.`,
        restsOn: [stageEdition, tumourGroup],
      }
    }),
  }),
]
