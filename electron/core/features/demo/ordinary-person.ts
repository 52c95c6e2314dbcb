import { ageInYears, type DatePrecision, type IsoDate } from '#shared/domain/partial-date.ts'
import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { Priority } from '#shared/features/pathways/schema.ts'
import type { Ids } from '../../ids.ts'
import { type DemoCancer, OTHER_ROUTES, type TreatmentPlan } from './cancer-kinds.ts'
import { DEMO_CANCERS } from './cancers.ts'
import type { Chance, Weighted } from './chance.ts'
import { addDiagnosisPath } from './diagnosis-path.ts'
import { TOLD_DAYS_AGO } from './intervals.ts'
import { addFurtherDiagnoses } from './further-diagnoses.ts'
import { addLetters, drawnFate } from './letters.ts'
import { inventName } from './names.ts'
import { dateOf, Timeline } from './timeline.ts'
import { type DemoEpisode, type DemoPerson, rowsOf, workingDay } from './rows.ts'
import { addOpenReferral } from './open-referrals.ts'
import { addLaterYears, addSupportPath, drawSupport } from './support-path.ts'
import { addTreatmentPath } from './treatment-path.ts'

const SHARE_OF_WOMEN = 0.53
const DAYS_A_YEAR = 365.25
const OLDEST = 101
/** The share of a cancer's lethality that still falls on those found early. */
const EARLY_RISK = 0.12
/** People who died longer ago than this have left the list and are not on the register any more. */
const KEPT_AFTER_DEATH_DAYS = 1000
/** Records older than this keep an outline only. */
const OUTLINE_AFTER_DAYS = 2200

const WOMENS_CANCERS: Weighted<DemoCancer> = DEMO_CANCERS.map((cancer) => [cancer, cancer.women])
const MENS_CANCERS: Weighted<DemoCancer> = DEMO_CANCERS.map((cancer) => [cancer, cancer.men])

export const HOSPITALS: Weighted<string> = [
  ['Wexcombe General', 72],
  ['St Olave’s', 22],
  ['Ferrin Vale Community', 6],
]

const USUAL_DOCTORS = [
  'Dr Anjali Rao',
  'Dr Owen Pritchard',
  'Dr Farah Siddiqui',
  'Dr Helen Marsh',
  'Dr Tobi Abara',
] as const

/** What is the same for everybody in one demo practice. */
export interface DemoSetting {
  today: number
  ids: Ids
  /** The people who lead care, in the order Rao, Tranter, Eze; ids of their accounts. */
  leadIds: readonly string[]
  /** Draws of their own, so that referrals leave the rest of a person as it is. */
  referrals: Chance
}

const POSTCODE_ENDINGS = ['AP', 'BQ', 'DR', 'ES', 'FT', 'GU', 'HW', 'JX', 'LY', 'NZ'] as const

/** WX is no postcode area of the United Kingdom. */
const inventPostcode = (chance: Chance): string =>
  `WX${chance.whole(1, 9)} ${chance.whole(1, 9)}${chance.pick(POSTCODE_ENDINGS)}`

const drawRoute = (chance: Chance, cancer: DemoCancer): RouteToDiagnosis => {
  const share = chance.share()
  if (share < cancer.emergency) return 'emergency'
  return share < cancer.emergency + cancer.screening ? 'screening' : chance.weighted(OTHER_ROUTES)
}

const isLate = (stage: string | null): boolean => stage !== null && stage >= '3'

const drawPlan = (chance: Chance, cancer: DemoCancer, stage: string | null): TreatmentPlan => {
  const plan = chance.weighted(cancer.plans)
  if (stage?.startsWith('4') !== true) return plan
  return chance.weighted([
    ['chemotherapy', 45],
    ['immunotherapy', 20],
    ['support', 15],
    [plan, 20],
  ])
}

/** The day of death, or null for those alive or dead so long that they have left the list. */
const drawDeath = (
  chance: Chance,
  cancer: DemoCancer,
  stage: string | null,
  toldDay: number,
  today: number,
): number | null => {
  const risk = isLate(stage) || cancer.stages.length === 1 ? cancer.lethality : cancer.lethality * EARLY_RISK
  const after = chance.whole(40, 1200)
  const ofOtherCauses = chance.happens(0.02) ? chance.whole(toldDay + 30, toldDay + 9000) : null
  const day = chance.happens(risk) ? toldDay + after : ofOtherCauses
  if (day === null || day > today || day < today - KEPT_AFTER_DEATH_DAYS) return null
  return day
}

const diagnosisPrecision = (chance: Chance, daysAgo: number): DatePrecision => {
  if (daysAgo < OUTLINE_AFTER_DAYS) return chance.happens(0.02) ? 'month' : 'day'
  return chance.weighted([
    ['day', 84],
    ['month', 10],
    ['year', 6],
  ])
}

const birthDate = (chance: Chance, cancer: DemoCancer, toldDay: number, today: number): IsoDate => {
  const age = Math.min(97, Math.max(17, chance.around(...cancer.age)))
  const day = Math.round(toldDay - age * DAYS_A_YEAR)
  return isoFromDayNumber(Math.max(day, Math.round(today - OLDEST * DAYS_A_YEAR)))
}

/** The pathway that a way to diagnosis is; whoever was found by chance came on none. */
export const PRIORITY_OF: Readonly<Partial<Record<RouteToDiagnosis, Priority>>> = {
  urgent_referral: 'urgent_suspected_cancer',
  routine_referral: 'routine',
  screening: 'screening',
  emergency: 'emergency',
}

/** Supportive care starts no treatment, so a clinician closes the pathway. */
const closeWithSupport = (timeline: Timeline, day: number): void => {
  const told = timeline.happenings.findLast(({ type, pathway }) => type === 'told_diagnosis' && pathway === 0)
  timeline.signOff(told ?? null, 'care_complete', 'Supportive care agreed', Math.max(day, told?.day ?? day))
  timeline.pathway = null
}

/** One of the many: a person whose cancer, journey and care are drawn from the shares of a usual practice. */
export const ordinaryPerson = (
  chance: Chance,
  { today, ids, leadIds, referrals }: DemoSetting,
  nhsNumber: string,
  localId: string,
): DemoPerson => {
  const sex = chance.happens(SHARE_OF_WOMEN) ? '2' : '1'
  const cancer = chance.weighted(sex === '2' ? WOMENS_CANCERS : MENS_CANCERS)
  const daysAgo = Math.max(1, Math.round(chance.spread(TOLD_DAYS_AGO) * (1 - 0.72 * cancer.lethality)))
  const toldDay = today - daysAgo
  const [site, icd10] = chance.weighted(cancer.sites)
  const stage = chance.weighted(cancer.stages)
  const route = drawRoute(chance, cancer)
  const outline = daysAgo > OUTLINE_AFTER_DAYS
  const deathDay = drawDeath(chance, cancer, stage, toldDay, today)
  const precision = diagnosisPrecision(chance, daysAgo)
  const timeline = new Timeline(deathDay ?? today)
  timeline.episode = 0
  const hospital = chance.weighted(HOSPITALS)
  const priority = outline ? undefined : PRIORITY_OF[route]
  if (priority !== undefined) timeline.startPathway({ tumourGroup: cancer.group, priority, hospital, episode: 0 })
  addDiagnosisPath(timeline, chance, { cancer, site, route, toldDay, outline, toldPrecision: precision })
  const plan = drawPlan(chance, cancer, stage)
  const treatmentEnd = addTreatmentPath(timeline, chance, {
    plan,
    toldDay,
    outline,
    ends: chance.happens(0.55),
  })
  addSupportPath(timeline, chance, { toldDay, outline, ...drawSupport(chance) })
  addLaterYears(timeline, chance, treatmentEnd)
  if (plan === 'support') closeWithSupport(timeline, treatmentEnd)
  const first: DemoEpisode = {
    kind: 'new_primary',
    tumour_group: cancer.group,
    site,
    icd10_code: icd10,
    stage,
    route,
    hospital,
    day: toldDay,
    precision,
  }
  const episodes = [first, ...addFurtherDiagnoses(timeline, chance, first, sex === '2' ? WOMENS_CANCERS : MENS_CANCERS)]
  if (deathDay === null) addOpenReferral(timeline, referrals, today, { sex, known: cancer.group }, hospital)
  addLetters(timeline, drawnFate(chance, today))
  timeline.episode = null
  const deathPrecision = chance.happens(0.95) ? 'day' : 'month'
  if (deathDay !== null) timeline.add('died', deathDay, { precision: deathPrecision })
  const born = birthDate(chance, cancer, toldDay, today)
  const name = inventName(chance, sex, Number(born.slice(0, 4)))
  const person = {
    nhs_number: nhsNumber,
    local_id: localId,
    title: ageInYears(born, isoFromDayNumber(today)) < 18 ? null : name.title,
    surname: name.surname,
    given_name: name.givenName,
    birth_date: born,
    sex,
    postcode: inventPostcode(chance),
    usual_gp: chance.pick(USUAL_DOCTORS),
    named_lead_id: chance.happens(0.94)
      ? (chance.weighted([
          [leadIds[1], 5],
          [leadIds[2], 3],
          [leadIds[0], 2],
        ]) ?? null)
      : null,
    leave_out_of_sharing: chance.happens(0.02) ? 1 : 0,
    death_date: deathDay === null ? null : dateOf(deathDay, deathPrecision),
    death_date_precision: deathDay === null ? null : deathPrecision,
  } as const
  return rowsOf(person, episodes, timeline, ids, workingDay)
}
