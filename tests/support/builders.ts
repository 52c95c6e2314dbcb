import type { RecordedTable } from '#core/db/recorder.ts'
import type { RecordedTables } from '#core/db/schema.ts'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import {
  type EpisodeFields,
  episodeDetailsSchema,
  type PersonFields,
  personDetailsSchema,
} from '#shared/features/register/schema.ts'
import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'

const numbers = testNhsNumbers(0)

/** The next valid number of the range set aside for tests. */
export const nextNhsNumber = (): string => {
  const next = numbers.next()
  if (next.done === true) throw new Error('the test range of NHS numbers is used up')
  return next.value
}

/** A valid person; name what matters to the test. */
export const aPerson = (change: Partial<PersonFields> = {}): PersonFields => ({
  title: 'Mrs',
  surname: 'Ashworth',
  givenName: 'Maureen',
  nhsNumber: nextNhsNumber(),
  localId: null,
  birthDate: '1958-03-14',
  sex: '2',
  postcode: null,
  usualGp: null,
  namedLeadId: null,
  leaveOutOfSharing: false,
  deathDate: null,
  ...personDetailsSchema.parse({}),
  ...change,
})

/** A valid diagnosis; name what matters to the test. */
export const anEpisode = (change: Partial<EpisodeFields> = {}): EpisodeFields => ({
  kind: 'new_primary',
  tumourGroup: 'lower_gi',
  site: 'Sigmoid colon',
  icd10Code: 'C18.7',
  diagnosisDate: { date: '2026-09-04', precision: 'day' },
  stage: '3',
  route: 'urgent_referral',
  hospital: 'Wexcombe',
  ...episodeDetailsSchema.parse({}),
  codeSource: 'typed',
  ...change,
})

/** A valid event of a person; name what matters to the test. */
export const anEvent = (personId: string, change: Partial<NewJourneyEvent> = {}): NewJourneyEvent => ({
  personId,
  episodeId: null,
  eventType: 'chemotherapy_started',
  lane: 'hospital',
  date: '2026-11-11',
  precision: 'day',
  note: null,
  toldBy: 'patient',
  answersEventId: null,
  ...change,
})

/** A stored row with nothing recorded in any column: spread it, then say what the test needs. */
// No type can say that a column which must be filled is empty: the test fills it.
export const emptyRow = <T extends RecordedTable>(table: T): RecordedTables[T] =>
  Object.fromEntries(
    Object.keys(COLUMN_CLASSES[table] ?? {}).map((column) => [column, null]),
  ) as unknown as RecordedTables[T]
