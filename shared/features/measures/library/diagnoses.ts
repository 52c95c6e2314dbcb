import { isEarlyStage } from '#shared/domain/stage.ts'
import type { EpisodeFacts } from '../facts.ts'
import { UNDATED } from '../indicators/case.ts'
import { type LibraryMeasure, libraryMeasure, type Looked, PRACTICE, PRACTICE_FROM_HOSPITAL } from './measure.ts'
import { MET, NOT_MET, type Observations, type Outcome } from './observations.ts'

/** Whether new cases are counted in this one: a new primary cancer that is no skin cancer but melanoma. */
export const isNewCase = ({ kind, isCountedSort, isOtherSkin }: EpisodeFacts): boolean =>
  kind === 'new_primary' && isCountedSort && !isOtherSkin

/** Adds every new case of a person, with an outcome of its own; `null` leaves it out. */
const newCases =
  (outcomeOf: (episode: EpisodeFacts) => Outcome | null) =>
  ({ person: { episodes } }: Looked, into: Observations): void => {
    for (let place = 0; place < episodes.length; place += 1) {
      const episode = episodes[place]
      if (episode === undefined || !isNewCase(episode)) continue
      const outcome = outcomeOf(episode)
      if (outcome !== null) into.at(episode.diagnosed ?? UNDATED, outcome, place)
    }
  }

const either = (isMet: boolean): Outcome => (isMet ? MET : NOT_MET)

/** Stages 1 to 4 are known; stage 0 and none are not. */
const hasStage = ({ stageGroup }: EpisodeFacts): boolean => stageGroup !== null && stageGroup !== '0'
const hasRoute = ({ route }: EpisodeFacts): boolean => route !== 'not_known'

const NEW_CASES =
  'New primary cancers by date of diagnosis, whether or not the person is still alive. Skin cancers other than melanoma, the blood conditions D45 to D47 and whatever is recorded as in situ, benign or of uncertain behaviour are left out. Someone with two new cancers counts twice.'
const VAGUE =
  'A diagnosis known only to the month or year counts where the period holds all of it; an undated one is left out of every period. Both are counted as undecided.'
const ROUTE_SOURCE = 'Groups of Routes to Diagnosis (NCRAS)'
const ROUTE_CAVEAT = `Practices record the route from hospital letters: it is not the national figure. ${VAGUE}`

/** The share of new cases with a route, read beside every figure that needs it. */
const BESIDE_ROUTE = { label: 'Route recorded', code: 'route-known' } as const

export const DIAGNOSIS_MEASURES: readonly LibraryMeasure[] = [
  libraryMeasure({
    code: 'new-diagnoses',
    topic: 'diagnosis',
    kind: 'rate',
    title: 'New diagnoses',
    definition: NEW_CASES,
    unit: 'per 100,000 a year',
    better: 'neither',
    heldBy: PRACTICE,
    caveat: `The rate is crude: it is not standardised for age, and an older list has more cancers. ${VAGUE}`,
    source: 'Definition as the national profiles of new cancer cases (C00 to C97 without C44)',
    found: { numerator: 'New diagnosis', notNumerator: '', undecided: 'The date of diagnosis is too vague' },
    observe: newCases(() => MET),
  }),
  libraryMeasure({
    code: 'all-new-diagnoses',
    topic: 'diagnosis',
    kind: 'rate',
    title: 'New diagnoses of every sort',
    definition:
      'Every new primary diagnosis recorded, with skin cancers other than melanoma, in situ disease and whatever else the register holds, by date of diagnosis.',
    unit: 'per 100,000 a year',
    better: 'neither',
    heldBy: PRACTICE,
    caveat: `How many skin cancers and in situ tumours are recorded differs much between practices. ${VAGUE}`,
    source: 'Throughline',
    found: { numerator: 'New diagnosis', notNumerator: '', undecided: 'The date of diagnosis is too vague' },
    observe: ({ person: { episodes } }, into) => {
      for (let place = 0; place < episodes.length; place += 1) {
        const episode = episodes[place]
        if (episode?.kind === 'new_primary') into.at(episode.diagnosed ?? UNDATED, MET, place)
      }
    },
  }),
  libraryMeasure({
    code: 'emergency-route',
    topic: 'diagnosis',
    kind: 'proportion',
    title: 'Emergency route (practice-recorded)',
    definition: `Of new diagnoses whose route is recorded, those found by an emergency. ${NEW_CASES}`,
    unit: '%',
    better: 'lower',
    heldBy: PRACTICE_FROM_HOSPITAL,
    denominatorRule: 'New diagnoses with a route recorded; read it beside the share that have one',
    caveat: ROUTE_CAVEAT,
    source: ROUTE_SOURCE,
    beside: BESIDE_ROUTE,
    found: {
      numerator: 'Found by an emergency',
      notNumerator: 'Found another way',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: newCases((episode) => (hasRoute(episode) ? either(episode.route === 'emergency') : null)),
  }),
  libraryMeasure({
    code: 'detection',
    topic: 'diagnosis',
    kind: 'proportion',
    title: 'Detection: found by an urgent referral',
    definition: `Of new diagnoses whose route is recorded, those found by an urgent suspected cancer referral. ${NEW_CASES}`,
    unit: '%',
    better: 'neither',
    heldBy: PRACTICE_FROM_HOSPITAL,
    denominatorRule: 'New diagnoses with a route recorded; read it beside the share that have one',
    caveat: `The national detection rate counts cancers treated in hospital, by Cancer Waiting Times; this one counts diagnoses here. ${ROUTE_CAVEAT}`,
    source: 'Detection rate of the national urgent suspected cancer referral statistics (NDRS), by practice records',
    unverified: ['That the two come out alike'],
    beside: BESIDE_ROUTE,
    found: {
      numerator: 'Found by an urgent referral',
      notNumerator: 'Found another way',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: newCases((episode) => (hasRoute(episode) ? either(episode.route === 'urgent_referral') : null)),
  }),
  libraryMeasure({
    code: 'route-known',
    topic: 'records',
    kind: 'proportion',
    title: 'Route to diagnosis recorded',
    definition: `Of new diagnoses, those with a route recorded. ${NEW_CASES}`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'All new diagnoses',
    caveat: `By what is recorded today, so earlier months still rise as letters are read. ${VAGUE}`,
    source: 'Throughline',
    found: {
      numerator: 'Route recorded',
      notNumerator: 'Route not recorded',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: newCases((episode) => either(hasRoute(episode))),
  }),
  libraryMeasure({
    code: 'early-stage',
    topic: 'diagnosis',
    kind: 'proportion',
    title: 'Stage 1 or 2 at diagnosis',
    definition: `Of new diagnoses whose stage is recorded as 1 to 4, those at stage 1 or 2. ${NEW_CASES}`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE_FROM_HOSPITAL,
    denominatorRule: 'New diagnoses with stage 1 to 4 recorded; read it beside the share that have one',
    caveat: `Blood and brain cancers have no such stage and count as not known. The figure is without the national measure's case-mix. ${VAGUE}`,
    source: 'NHS Long Term Plan measure of stages 1 and 2, without its case-mix',
    beside: { label: 'Stage recorded', code: 'stage-known' },
    found: {
      numerator: 'Stage 1 or 2',
      notNumerator: 'Stage 3 or 4',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: newCases((episode) =>
      hasStage(episode) && episode.stageGroup !== null ? either(isEarlyStage(episode.stageGroup)) : null,
    ),
  }),
  libraryMeasure({
    code: 'stage-known',
    topic: 'records',
    kind: 'proportion',
    title: 'Stage recorded',
    definition: `Of new diagnoses, those with stage 1 to 4 recorded. ${NEW_CASES}`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'All new diagnoses',
    caveat: `Blood and brain cancers have no such stage, so 100% cannot be reached. By what is recorded today. ${VAGUE}`,
    source: 'Throughline; as the completeness of reports',
    found: {
      numerator: 'Stage recorded',
      notNumerator: 'Stage not recorded',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: newCases((episode) => either(hasStage(episode))),
  }),
  libraryMeasure({
    code: 'site-coded',
    topic: 'records',
    kind: 'proportion',
    title: 'Site or ICD-10 code recorded',
    definition: `Of new diagnoses, those with the site in words or an ICD-10 code. ${NEW_CASES}`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'All new diagnoses',
    caveat: `By what is recorded today. ${VAGUE}`,
    source: 'Throughline',
    found: {
      numerator: 'Site or code recorded',
      notNumerator: 'Neither site nor code recorded',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: newCases(({ site, icd10Code }) => either((site ?? '') !== '' || (icd10Code ?? '') !== '')),
  }),
]
