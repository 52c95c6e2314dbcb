import { CARE_MEASURES } from './care.ts'
import { DEATH_MEASURES } from './deaths.ts'
import { DIAGNOSIS_MEASURES } from './diagnoses.ts'
import { INTERVAL_MEASURES } from './intervals.ts'
import { LETTER_MEASURES } from './letters.ts'
import type { LibraryMeasure } from './measure.ts'
import { REFERRAL_MEASURES } from './referrals.ts'
import { REGISTER_MEASURES } from './register.ts'
import { REVIEW_MEASURES } from './reviews.ts'
import { TOPICS } from './schema.ts'

/** Every measure there is, topic by topic. A new one is a record and its function in the file of its topic. */
export const LIBRARY: readonly LibraryMeasure[] = [
  ...REGISTER_MEASURES,
  ...DIAGNOSIS_MEASURES,
  ...REFERRAL_MEASURES,
  ...INTERVAL_MEASURES,
  ...LETTER_MEASURES,
  ...CARE_MEASURES,
  ...REVIEW_MEASURES,
  ...DEATH_MEASURES,
].toSorted((a, b) => TOPICS.indexOf(a.definition.topic) - TOPICS.indexOf(b.definition.topic))

/** The measure of a code; `undefined` for none. */
export const measureOf = (code: string): LibraryMeasure | undefined =>
  LIBRARY.find(({ definition }) => definition.code === code)
