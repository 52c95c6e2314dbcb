import { LATERALITIES } from '#shared/domain/diagnosis-details.ts'
import { labelOf } from '#shared/domain/people.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { type CheckEpisode, type CheckRule, ofEachEpisode, unusual } from '../facts.ts'
import { hasCodeBetween } from './site-rules.ts'

/** Rules about the side of the body. */

const SIDES: ReadonlySet<string> = new Set(['L', 'R', 'B'])
const DOES_NOT_APPLY = '8'

/** Organs that have no sides: the code decides where there is one, else the group. */
const UNPAIRED_GROUPS: ReadonlySet<TumourGroup> = new Set([
  'upper_gi',
  'prostate',
  'lymphoma',
  'leukaemia',
  'myeloma',
  'other_blood',
  'unknown_primary',
])

const isUnpaired = (episode: CheckEpisode): boolean =>
  hasCodeBetween(episode, 15, 17) ||
  hasCodeBetween(episode, 25, 25) ||
  hasCodeBetween(episode, 51, 55) ||
  hasCodeBetween(episode, 60, 61) ||
  hasCodeBetween(episode, 67, 67) ||
  hasCodeBetween(episode, 80, 96) ||
  (episode.icd10Code === null && UNPAIRED_GROUPS.has(episode.tumourGroup))

const isPaired = (episode: CheckEpisode): boolean =>
  hasCodeBetween(episode, 34, 34) ||
  hasCodeBetween(episode, 50, 50) ||
  hasCodeBetween(episode, 56, 56) ||
  hasCodeBetween(episode, 62, 62) ||
  hasCodeBetween(episode, 64, 66) ||
  hasCodeBetween(episode, 69, 69) ||
  (episode.icd10Code === null && episode.tumourGroup === 'breast')

const OTHER_SIDE: Readonly<Record<string, RegExp>> = { L: /\bright\b/i, R: /\bleft\b/i }
const SAME_SIDE: Readonly<Record<string, RegExp>> = { L: /\bleft\b/i, R: /\bright\b/i }

const side = (code: string): string => labelOf(LATERALITIES, code).toLowerCase()

export const SIDE_RULES: readonly CheckRule[] = [
  unusual({
    code: 'side-of-unpaired',
    title: 'Side of an organ that has none',
    explains:
      'Left, right or both for an organ of which there is one, or for a cancer of the blood or of no known site.',
    whatToDo: 'Choose “Does not apply”, or check the site.',
    source: 'COSD 9, tumour laterality (CR0380)',
    find: ofEachEpisode((episode) => {
      const { laterality } = episode
      if (laterality === null || !SIDES.has(laterality) || !isUnpaired(episode)) return null
      return {
        words: `The side says “${side(laterality)}”, and this organ has no sides.`,
        restsOn: [laterality, episode.icd10Code, episode.tumourGroup],
      }
    }),
  }),
  unusual({
    code: 'no-side-of-paired',
    title: 'Side “does not apply” for a paired organ',
    explains: 'Breast, lung, ovary, testis, kidney, ureter and eye have a left and a right. “Not known” passes.',
    whatToDo: 'Choose the side from the letter, or “Not known”.',
    source: 'COSD 9, tumour laterality (CR0380)',
    find: ofEachEpisode((episode) =>
      episode.laterality !== DOES_NOT_APPLY || !isPaired(episode)
        ? null
        : {
            words: 'The side says “does not apply”, and this organ has a left and a right.',
            restsOn: [episode.laterality, episode.icd10Code, episode.tumourGroup],
          },
    ),
  }),
  unusual({
    code: 'side-and-words',
    title: 'Side and site name different sides',
    explains: 'The words of the site say left and the side says right, or the other way round.',
    whatToDo: 'Check the side against the letter. It may matter before an operation.',
    source: 'Our own rule',
    find: ofEachEpisode(({ laterality, site }) => {
      if (laterality === null || site === null) return null
      const other = OTHER_SIDE[laterality]?.test(site) === true
      if (!other || SAME_SIDE[laterality]?.test(site) === true) return null
      return {
        words: `The side says “${side(laterality)}”, and the site says “${site}”.`,
        restsOn: [laterality, site],
      }
    }),
  }),
]
