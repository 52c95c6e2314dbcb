import { DIAGNOSIS_MEASURES } from './diagnoses.ts'
import type { LibraryMeasure } from './measure.ts'
import { REGISTER_MEASURES } from './register.ts'
import { TOPICS } from './schema.ts'

/** Every measure there is, topic by topic. A new one is a record and its function in the file of its topic. */
export const LIBRARY: readonly LibraryMeasure[] = [...REGISTER_MEASURES, ...DIAGNOSIS_MEASURES].toSorted(
  (a, b) => TOPICS.indexOf(a.definition.topic) - TOPICS.indexOf(b.definition.topic),
)

/** The measure of a code; `undefined` for none. */
export const measureOf = (code: string): LibraryMeasure | undefined =>
  LIBRARY.find(({ definition }) => definition.code === code)
