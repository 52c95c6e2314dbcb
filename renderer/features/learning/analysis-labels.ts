import type { AnalysisFields } from '#shared/features/learning/schema.ts'

/** What the fields of an analysis are called, on the screen and on paper. */
export const ANALYSIS_LABELS: Readonly<Record<keyof AnalysisFields, string>> = {
  ledBy: 'Who leads it',
  meetingDate: 'Day of the meeting',
  tookPart: 'Who took part',
  whatHappened: 'What happened',
  wentWell: 'What went well',
  couldBeBetter: 'What could have been better',
  themes: 'Themes',
  contributoryFactors: 'Contributory factors',
  avoidable: 'Could it have been avoided?',
  learningPoints: 'Learning points',
  reviewDate: 'Look at it again on',
}
