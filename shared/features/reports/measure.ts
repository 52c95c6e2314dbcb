import { DEFAULT_BOOK } from '#shared/features/journey/public.ts'
import { measureBeforeReferral } from './before-referral-measure.ts'
import { measureCare } from './care-measure.ts'
import { measureDeaths } from './death-measure.ts'
import { measureDemographics } from './demographic-measure.ts'
import { measureDiagnoses } from './diagnosis-measure.ts'
import { createFigureSheet, type FigureSheet } from './figure-sheet.ts'
import { measureHospitals } from './hospital-measure.ts'
import { measureIntervals } from './interval-measure.ts'
import { measureLetters } from './letter-measure.ts'
import { measureLearning } from './learning-measure.ts'
import { measureLists } from './list-measure.ts'
import type { PlanProgress } from '#shared/features/plan/public.ts'
import type { ReportPeriod } from './period.ts'
import { measureRegister } from './register-measure.ts'
import { careRuleAt, type CareRule } from './rules.ts'
import type { ReportSource, SourceList, SourcePerson } from './source.ts'

/** What is recorded of the people on the register: the parts of `register` with and without it. */
const REGISTER_FIELDS: readonly { readonly code: string; readonly isRecorded: (person: SourcePerson) => boolean }[] = [
  { code: 'nhs-number', isRecorded: ({ hasNhsNumber }) => hasNhsNumber },
  { code: 'birth-date', isRecorded: ({ hasBirthDate }) => hasBirthDate },
  { code: 'sex', isRecorded: ({ hasSex }) => hasSex },
]

const measureCompleteness = (sheet: FigureSheet, onRegister: readonly SourcePerson[]): void => {
  for (const { code, isRecorded } of REGISTER_FIELDS) {
    const recorded = onRegister.filter(isRecorded).length
    sheet.count(`complete.${code}`, recorded)
    sheet.count(`missing.${code}`, onRegister.length - recorded)
    sheet.sum('register', [`complete.${code}`, `missing.${code}`])
  }
  const unnamed = sheet.valueOf('new.not_known')
  sheet.count('new-group.named', sheet.valueOf('new') - unnamed)
  sheet.sum('new', ['new-group.named', 'new.not_known'])
}

/** The true counts, and the dated rules that were in force. */
export interface Measured {
  readonly sheet: FigureSheet
  readonly supportRule: CareRule
  readonly reviewRule: CareRule
  /** Names the days that letters may take. */
  readonly letterVersion: string
  /** The compared lists, in the order of their figures. */
  readonly lists: readonly SourceList[]
  /** How the action plan stood when the report was frozen. */
  readonly plan?: PlanProgress | undefined
  /** Whether anybody made a learning event analysis: without one the report says nothing of them. */
  readonly hasLearning: boolean
  /** The named hospitals, in the order of their figures, and how many are not named. */
  readonly hospitals: readonly string[]
  readonly unnamedHospitals: number
}

/** How many measures a report has, for its progress. */
export const MEASURE_COUNT = 13

/**
 * Every true count of the report with the sums between them, one measure at a time, so that whoever runs it can let
 * other work in between. People who asked to be left out of sharing are in none of them but `left-out-of-sharing`.
 */
export const measureInSteps = function* (
  { practice, people, letterBook = DEFAULT_BOOK, lists = [], plan }: ReportSource,
  period: ReportPeriod,
): Generator<void, Measured, void> {
  const sheet = createFigureSheet()
  const shared = people.filter(({ leftOutOfSharing }) => !leftOutOfSharing)
  const supportRule = careRuleAt('support-contact', practice.nation, period.to)
  const reviewRule = careRuleAt('care-review', practice.nation, period.to)
  sheet.count('left-out-of-sharing', people.length - shared.length)
  const onRegister = measureRegister(sheet, shared, period.to)
  yield
  measureDiagnoses(sheet, shared, period)
  yield
  measureDemographics(sheet, shared, period)
  yield
  measureIntervals(sheet, shared, period)
  yield
  measureBeforeReferral(sheet, shared, period)
  yield
  const referredTo = measureHospitals(sheet, shared, period)
  yield
  measureDeaths(sheet, shared, period)
  yield
  measureCare(sheet, shared, supportRule, period)
  yield
  measureCare(sheet, shared, reviewRule, period)
  yield
  measureLetters(sheet, shared, period, letterBook)
  yield
  measureLists(sheet, lists)
  yield
  const hasLearning = measureLearning(sheet, shared, period)
  yield
  measureCompleteness(sheet, onRegister)
  return { sheet, supportRule, reviewRule, letterVersion: letterBook.version, lists, plan, hasLearning, ...referredTo }
}
